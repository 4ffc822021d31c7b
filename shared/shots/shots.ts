/** Shot changes: what was found, corrected by hand. Pure. */
import type { ShotCorrections } from '../domain/shots';

/** Two shot changes nearer than this (ms) are the same: found on neighbouring pictures, or put there by hand. */
export const SAME_SHOT_MS = 60;

/** When shots begin (ms, ascending): those found without the removed ones, and those added. */
export function correctedShots(found: readonly number[], corrections: ShotCorrections | undefined): number[] {
  if (!corrections) return [...found];
  const { added, removed } = corrections;
  const kept = found.filter((ms) => !isNear(removed, ms) && !isNear(added, ms));
  return [...kept, ...added].sort((a, b) => a - b);
}

/** The shot change nearest to a time within `reachMs`; null for none. */
export function shotNear(shots: readonly number[], ms: number, reachMs: number): number | null {
  let best: number | null = null;
  for (const shot of shots)
    if (Math.abs(shot - ms) <= reachMs && (best === null || Math.abs(shot - ms) < Math.abs(best - ms)))
      best = shot;
  return best;
}

function isNear(times: readonly number[], ms: number): boolean {
  return times.some((time) => Math.abs(time - ms) < SAME_SHOT_MS);
}
