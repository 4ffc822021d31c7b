/** What a stretch of a film holds: its cues, moved to where the clip begins. */
import type { Cue } from '../domain/track';
import { firstFrameFrom } from '../frames/frames';

/** `[startMs, endMs)` on the model's timeline; fractions where it lies on pictures. */
export interface ClipSpan {
  readonly startMs: number;
  readonly endMs: number;
}

/** A piece of a cue shorter than this (ms) at a clip's edge would only flash. */
const SHORTEST_PIECE_MS = 300;

/**
 * The cues of a clip with their times in it, cut off at its edges. A cue that only reaches in by less than 0.3 s is left
 * out: its words are not the clip's.
 */
export function cuesInSpan<C extends Pick<Cue, 'startMs' | 'endMs'>>(
  cues: readonly C[],
  { startMs, endMs }: ClipSpan,
): C[] {
  return cues.flatMap((cue) => {
    const from = Math.max(cue.startMs, startMs);
    const to = Math.min(cue.endMs, endMs);
    const isWhole = from === cue.startMs && to === cue.endMs;
    if (to <= from || (!isWhole && to - from < SHORTEST_PIECE_MS)) return [];
    return [{ ...cue, startMs: Math.round(from - startMs), endMs: Math.round(to - startMs) }];
  });
}

/** A span widened to whole pictures: from the one on screen at its start to the end of the one on screen at its end. `timesMs` is not empty. */
export function spanOnPictures(timesMs: ArrayLike<number>, endMs: number, span: ClipSpan): ClipSpan {
  const first = Math.max(0, firstFrameFrom(timesMs, Math.floor(span.startMs) + 1) - 1);
  const after = Math.max(first + 1, firstFrameFrom(timesMs, Math.ceil(span.endMs)));
  return {
    startMs: timesMs[first] ?? 0,
    endMs: timesMs[after] ?? Math.max(endMs, timesMs[timesMs.length - 1] ?? 0),
  };
}

/** The times of a span's pictures, from its start. */
export function timesInSpan(timesMs: ArrayLike<number>, { startMs, endMs }: ClipSpan): Float64Array {
  return Float64Array.from(timesMs)
    .filter((time) => time >= startMs && time < endMs)
    .map((time) => time - startMs);
}
