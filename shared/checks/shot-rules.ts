import type { ShotFigures } from '../domain/profile';
import { none, when, type Checked, type FindingValues, type Rule } from './rule';

/** Where a start or an end belongs, and why. Frames are rounded: whole ms never lie exactly on a frame. */
export interface ShotFault {
  readonly targetMs: number;
  /** How far off it is: frames between the time and the change. */
  readonly frames: number;
  readonly side: 'before' | 'after';
  /** `on` the change, or `clear` so many frames before it. */
  readonly want: 'on' | 'clear';
  readonly clear: number;
}

interface Known {
  readonly figures: ShotFigures;
  readonly frameMs: number;
  readonly shots: readonly number[];
}

function known({ profile, media }: Checked): Known | null {
  const { frameRate, shots } = media;
  if (!profile.shots || !shots || frameRate === null || !(frameRate > 0)) return null;
  return { figures: profile.shots, frameMs: 1000 / frameRate, shots };
}

/** What is wrong with a cue's start near a shot change; null where nothing is, or where nothing is known. */
export function startFault(checked: Checked): ShotFault | null {
  const { cue } = checked;
  const facts = known(checked);
  if (!facts) return null;
  const { figures, frameMs } = facts;
  const reach = Math.max(figures.nearMs, figures.startClearFrames * frameMs);
  for (const shotMs of nearest(facts.shots, cue.startMs, reach)) {
    const frames = Math.round((shotMs - cue.startMs) / frameMs);
    if (frames === 0) return null;
    const distance = Math.abs(frames);
    if (shotMs >= cue.endMs) continue;
    if (frames < 0 && cue.startMs - shotMs < figures.nearMs)
      return { targetMs: Math.round(shotMs), frames: distance, side: 'after', want: 'on', clear: 0 };
    if (frames < 0 || distance >= figures.startClearFrames) continue;
    const clear = figures.startClearFrames;
    return distance <= figures.startOnFrames
      ? { targetMs: Math.round(shotMs), frames: distance, side: 'before', want: 'on', clear }
      : {
          targetMs: Math.round(shotMs - clear * frameMs),
          frames: distance,
          side: 'before',
          want: 'clear',
          clear,
        };
  }
  return null;
}

/** What is wrong with a cue's end near a shot change; null where nothing is, or where nothing is known. */
export function endFault(checked: Checked): ShotFault | null {
  const { cue } = checked;
  const facts = known(checked);
  if (!facts) return null;
  const { figures, frameMs } = facts;
  const clear = figures.endBeforeFrames;
  for (const shotMs of nearest(facts.shots, cue.endMs, figures.nearMs)) {
    const frames = Math.round((shotMs - cue.endMs) / frameMs);
    if (frames === clear) return null;
    const targetMs = Math.round(shotMs - clear * frameMs);
    // A cue that begins on this very change cannot end before it.
    if (targetMs <= cue.startMs || Math.abs(shotMs - cue.endMs) >= figures.nearMs) continue;
    return {
      targetMs,
      frames: Math.abs(frames),
      side: frames < 0 ? 'after' : 'before',
      want: 'clear',
      clear,
    };
  }
  return null;
}

/** Shot changes within reach of a time, the nearest first. */
function nearest(shots: readonly number[], ms: number, reach: number): number[] {
  let low = 0;
  let high = shots.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((shots[middle] ?? 0) < ms - reach) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let n = low; n < shots.length && (shots[n] ?? 0) <= ms + reach; n++) found.push(shots[n] ?? 0);
  return found.sort((a, b) => Math.abs(a - ms) - Math.abs(b - ms));
}

function said(fault: ShotFault | null): readonly FindingValues[] {
  if (!fault) return none;
  const { frames, side, want, clear } = fault;
  return when(true, { frames, side, want, clear });
}

/** Where cues begin and end near shot changes. */
export const shotRules: readonly Rule[] = [
  { name: 'shot-start', severity: 'warning', find: (checked) => said(startFault(checked)) },
  { name: 'shot-end', severity: 'warning', find: (checked) => said(endFault(checked)) },
];
