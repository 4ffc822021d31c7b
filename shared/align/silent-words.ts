import type { WordTiming } from '../domain/alignment';

/** A word without sound takes at most this much of the pause after the word before it. */
const LONGEST_SILENT_MS = 100;
/** What it takes from a neighbour where there is no pause. */
const SHORTEST_SILENT_MS = 10;

/**
 * Gives the words of an utterance that make no sound (dashes, stage directions) a moment beside a neighbour: after the
 * word before them, in its pause or at its cost. At either end of the utterance they take theirs from the first or last word
 * with sound, so that it begins and ends where speech does. They take its confidence. Where the neighbour was not found, or is
 * too short to share, they have no times; cues then fill them in.
 * No word gets an empty time, and sounding words keep at least a quarter of theirs.
 */
export function withSilentWords(
  timings: readonly WordTiming[],
  isSounding: (index: number) => boolean,
): WordTiming[] {
  const result = timings.map((timing) => ({ ...timing }));
  for (let from = 0; from < result.length;) {
    let to = from;
    while (to < result.length && !isSounding(to)) to++;
    if (to > from) placeRun(result, from, to);
    from = to + 1;
  }
  return result;
}

function placeRun(timings: WordTiming[], from: number, to: number): void {
  const before = timings[from - 1];
  const next = timings[to];
  const count = to - from;
  if (before && before.startMs !== null && before.endMs !== null) {
    const followingMs = timings.slice(to).find(({ startMs }) => startMs !== null)?.startMs ?? before.endMs;
    const free = Math.max(0, followingMs - before.endMs);
    const taken = free < count * SHORTEST_SILENT_MS ? share(before.startMs, before.endMs, count) : 0;
    before.endMs -= taken;
    const room = Math.min(free + taken, count * LONGEST_SILENT_MS);
    spread(timings.slice(from, to), before.endMs, room, before.confidence);
  } else if (!before && next && next.startMs !== null && next.endMs !== null) {
    const taken = share(next.startMs, next.endMs, count);
    spread(timings.slice(from, to), next.startMs, taken, next.confidence);
    next.startMs += taken;
  }
}

/** What some silent words take of a word's time: at most half of it, whole ms, nothing if there is not one for each. */
function share(startMs: number, endMs: number, count: number): number {
  const taken = Math.min(count * SHORTEST_SILENT_MS, Math.floor((endMs - startMs) / 2));
  return taken < count ? 0 : taken;
}

function spread(timings: readonly WordTiming[], fromMs: number, roomMs: number, confidence: number): void {
  const each = Math.floor(roomMs / timings.length);
  if (each < 1) return;
  for (const [index, timing] of timings.entries()) {
    timing.startMs = fromMs + index * each;
    timing.endMs = timing.startMs + each;
    timing.confidence = confidence;
  }
}
