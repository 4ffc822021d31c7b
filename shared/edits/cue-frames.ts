/** Edits that count in pictures, and moves that end on one. */
import type { Cue } from '../domain/track';
import { movedByFrames, nearestFrameTime, type FrameTimes } from '../frames/frames';
import { shiftCues } from './cue';
import type { Edit } from './edit';
import { cuesOf, mapCues, validSpan, settled } from './records';

/**
 * Moves the starts, the ends or both of cues by whole pictures (negative: earlier). A cue keeps at least one picture; with
 * both, a move stops for all where the first of them meets the start of the film.
 */
export const nudgeCues: Edit<{
  ids: readonly string[];
  part: 'start' | 'end' | 'both';
  by: number;
  frames: FrameTimes;
}> = {
  command: 'cue.nudge',
  label: 'edit.cue.nudge',
  apply(project, { ids, part, by, frames }) {
    const cues = cuesOf(project, ids);
    const moved = (ms: number) => movedByFrames(frames, ms, by);
    const first = cues[0];
    if (part === 'both' && by < 0 && first && moved(first.startMs) >= first.startMs) return project;
    return mapCues(project, cues, (cue) => {
      const startMs = part === 'end' ? cue.startMs : moved(cue.startMs);
      const endMs = part === 'start' ? cue.endMs : moved(cue.endMs);
      return endMs > startMs ? withTimes(cue, startMs, endMs) : cue;
    });
  },
};

/** Moves cues together by `deltaMs`, then puts each on the nearest pictures; without `frames` as `shiftCues`. */
export const moveCues: Edit<{ ids: readonly string[]; deltaMs: number; frames: FrameTimes | null }> = {
  command: 'cue.move',
  label: 'edit.cue.shift',
  apply(project, { ids, deltaMs, frames }) {
    const shifted = shiftCues.apply(project, { ids, deltaMs });
    if (!frames || shifted === project) return shifted;
    return mapCues(shifted, cuesOf(shifted, ids), (cue) => {
      if (cue.startMs >= frames.endMs) return cue;
      const startMs = nearestFrameTime(frames, cue.startMs);
      return withTimes(cue, startMs, Math.max(nearestFrameTime(frames, cue.endMs), startMs + 1));
    });
  },
};

function withTimes(cue: Cue, startMs: number, endMs: number): Cue {
  if (startMs === cue.startMs && endMs === cue.endMs) return cue;
  return { ...settled(cue), ...validSpan(startMs, endMs), timedByHand: true };
}
