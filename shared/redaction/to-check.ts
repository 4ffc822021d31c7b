/** Which pictures and stretches of a finished video are looked at and listened to: a few, where a mistake would show first. */
import type { CoverRedaction } from '../domain/redaction';
import { coveredFrames } from './cover';
import type { SoundSpan } from './sound';

/** So many covers, and so many stretches of sound, are looked at: each costs up to a second. */
const MOST = 3;

/** First, middle and last picture of a few covers (with several: first and last), within a span of the film; ascending. */
export function picturesToCheck(
  covers: readonly CoverRedaction[],
  timesMs: ArrayLike<number>,
  span: SoundSpan,
): number[] {
  const inside = coveredFrames({ startMs: Math.round(span.startMs), endMs: Math.round(span.endMs) }, timesMs);
  const ranges = covers
    .map((cover) => coveredFrames(cover, timesMs))
    .map(({ first, after }) => ({
      first: Math.max(first, inside.first),
      last: Math.min(after, inside.after) - 1,
    }))
    .filter(({ first, last }) => last >= first);
  const frames = spread(ranges).flatMap(({ first, last }) =>
    ranges.length === 1 ? [first, (first + last) >> 1, last] : [first, last],
  );
  return [...new Set(frames)].sort((a, b) => a - b);
}

/** Left off at both ends (ms): coders smear a little over an edge, and seeking is not exact to the sample. */
const INSET_MS = 70;
const SHORTEST_MS = 60;
const LONGEST_MS = 1000;

/** Stretches within a few spans, away from their edges. */
export function stretchesToCheck(spans: readonly SoundSpan[], whole: SoundSpan): SoundSpan[] {
  const inside = spans
    .map(({ startMs, endMs }) => ({
      startMs: Math.max(startMs, whole.startMs) + INSET_MS,
      endMs: Math.min(endMs, whole.endMs) - INSET_MS,
    }))
    .filter(({ startMs, endMs }) => endMs - startMs >= SHORTEST_MS);
  return spread(inside).map(({ startMs, endMs }) => ({
    startMs,
    endMs: Math.min(endMs, startMs + LONGEST_MS),
  }));
}

/** The first, the last and one half-way. */
function spread<T>(items: readonly T[]): T[] {
  if (items.length <= MOST) return [...items];
  return [0, items.length >> 1, items.length - 1].flatMap((n) => items[n] ?? []);
}
