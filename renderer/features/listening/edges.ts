import type { Cue } from '../../../shared/domain/track';
import type { Tone } from './tones';

/** What happens when one cue gives way to another (null: to none). */
export interface Edge {
  readonly tones: readonly Tone[];
  /** The cue that came on, to be read out. */
  readonly shown: Cue | null;
}

/** How far (ms of film) the playhead goes at most between two of its reports while playing; more is a seek, after which nothing ends. */
const LONGEST_STEP_MS = 1000;

/** What is heard of the cue shown before and the one shown now; null where that is the same one. `stepMs`: what the playhead moved by. */
export function edgeBetween(before: Cue | null, now: Cue | null, stepMs: number): Edge | null {
  if (before?.id === now?.id) return null;
  const isSeek = stepMs < 0 || stepMs > LONGEST_STEP_MS;
  return {
    tones: [...(before && !isSeek ? ['end' as const] : []), ...(now ? ['start' as const] : [])],
    shown: now,
  };
}
