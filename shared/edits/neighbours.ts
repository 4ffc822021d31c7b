import type { Cue } from '../domain/track';

/**
 * For each cue the one that comes after (`nextInLane`) or before (`previousInLane`) it in the same track and at the same place
 * on screen: only those can be in each other's way. `cues` by time, as the project's table has them. Linear.
 */
export function nextInLane(cues: readonly Cue[]): ReadonlyMap<string, Cue> {
  return neighboursOf(cues.toReversed());
}

/** See `nextInLane`. */
export function previousInLane(cues: readonly Cue[]): ReadonlyMap<string, Cue> {
  return neighboursOf(cues);
}

function neighboursOf(cues: readonly Cue[]): ReadonlyMap<string, Cue> {
  const last = new Map<string, Cue>();
  const found = new Map<string, Cue>();
  for (const cue of cues) {
    const lane = `${cue.position} ${cue.trackId}`;
    const neighbour = last.get(lane);
    if (neighbour) found.set(cue.id, neighbour);
    last.set(lane, cue);
  }
  return found;
}
