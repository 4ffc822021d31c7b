import type { Profile } from '../domain/profile';
import { breakCosts } from './sense';
import { bestLayout, measure, widthOf, type Measured } from './lines';
import { endOfCue, type TimingLimits } from './timing';
import type { TimedWord } from './word-times';

/** A silence this long always ends a cue (BBC: a pause is shown as one from a second on; a half more is left for breath). */
export const FORCED_BREAK_MS = 1_500;
/** From here on a silence speaks for a break, and against running a cue across it. */
const PAUSE_MS = 300;

/** What choices cost, on the scale of `breakCosts` (10: a break between any two words). All ours. */
const COST = {
  /** Each cue: fewer, fuller cues read calmer. */
  cue: 14,
  /** How much a break between cues weighs against one between lines. */
  cueBreak: 3,
  /** A cue too fast or too short to read, and each whole time it is over the limit. */
  tooFast: 120,
  tooFastShare: 300,
  tooShort: 100,
  tooShortShare: 100,
  /** A sentence that ends inside a cue which begins or ends in the middle of one. */
  straddle: 25,
  /** Cues of fewer characters than this are specks. */
  speck: 12,
  speckCharacters: 14,
  /** Each 100 ms of silence inside a cue over `PAUSE_MS`, and the most a silence after a cue speaks for its end. */
  pauseStep: 2,
  pauseReward: 12,
} as const;

/** Cues as word ranges: cue n holds words `[starts[n], starts[n + 1])`. */
export type Starts = readonly number[];

/**
 * Where cues begin in one paragraph's words: the cheapest way over all break points, by dynamic programming. Lines,
 * length and longest duration always hold where one word alone does not break them; speed and shortest duration weigh
 * heavily. `nextStartMs`: when the next paragraph begins (Infinity: never). Time: words × words in a cue × words in a line.
 */
export function partition(
  words: readonly TimedWord[],
  nextStartMs: number,
  profile: Profile,
  limits: TimingLimits,
  language: string,
): Starts {
  const measured = measure(words, breakCosts(words, language), profile);
  const best = new Float64Array(words.length + 1);
  const next = new Int32Array(words.length + 1);
  for (let from = words.length - 1; from >= 0; from--) {
    best[from] = Number.POSITIVE_INFINITY;
    for (let to = from + 1; to <= words.length && isPossible(words, measured, from, to, profile); to++) {
      const layout = bestLayout(measured, from, to, profile);
      if (!layout && to > from + 1) continue;
      const cost =
        costOfCue(words, measured, from, to, nextStartMs, profile, limits) +
        (layout?.cost ?? 0) +
        (best[to] ?? 0);
      if (cost < (best[from] ?? 0)) {
        best[from] = cost;
        next[from] = to;
      }
    }
  }
  const starts: number[] = [];
  for (let from = 0; from < words.length; from = next[from] ?? words.length) starts.push(from);
  return starts;
}

/** Whether a cue of words `[from, to)` or a longer one may exist at all; one word alone always may. */
function isPossible(
  words: readonly TimedWord[],
  measured: Measured,
  from: number,
  to: number,
  profile: Profile,
): boolean {
  if (to === from + 1) return true;
  const first = words[from];
  const last = words[to - 1];
  const before = words[to - 2];
  if (!first || !last || !before) return false;
  if (last.startMs - before.endMs >= FORCED_BREAK_MS) return false;
  if (last.endMs - first.startMs > profile.maxDurationMs) return false;
  return widthOf(measured, from, to) <= profile.maxLines * (profile.maxCharactersPerLine + measured.space);
}

function costOfCue(
  words: readonly TimedWord[],
  measured: Measured,
  from: number,
  to: number,
  nextStartMs: number,
  profile: Profile,
  limits: TimingLimits,
): number {
  const first = words[from];
  const last = words[to - 1];
  if (!first || !last) return Number.POSITIVE_INFINITY;
  const followedAt = words[to]?.startMs ?? nextStartMs;
  const characters = widthOf(measured, from, to);
  const room =
    endOfCue(first.startMs, last.endMs, Number.POSITIVE_INFINITY, followedAt, limits, profile) -
    first.startMs;
  const pauseAfter = Math.max(0, followedAt - last.endMs - PAUSE_MS);
  return (
    COST.cue +
    COST.cueBreak * (measured.costs[to - 1] ?? 0) -
    Math.min(COST.pauseReward, (pauseAfter / 100) * COST.pauseStep) +
    costOfReading(characters, room, profile) +
    costInside(words, measured, from, to) +
    COST.speck * Math.max(0, 1 - characters / COST.speckCharacters)
  );
}

/** `roomMs`: how long the cue can stay up at most. */
function costOfReading(characters: number, roomMs: number, profile: Profile): number {
  const speed = (characters * 1000) / Math.max(1, roomMs) / profile.maxCharactersPerSecond;
  const short = 1 - roomMs / profile.minDurationMs;
  return (
    (speed > 1 ? COST.tooFast + COST.tooFastShare * Math.min(10, speed - 1) : 0) +
    (short > 0 ? COST.tooShort + COST.tooShortShare * short : 0)
  );
}

/** Silences inside the cue, and a sentence's end inside one that begins or ends in the middle of another. */
function costInside(words: readonly TimedWord[], measured: Measured, from: number, to: number): number {
  let cost = 0;
  let endsInside = false;
  for (let at = from; at + 1 < to; at++) {
    const silence = (words[at + 1]?.startMs ?? 0) - (words[at]?.endMs ?? 0) - PAUSE_MS;
    if (silence > 0) cost += (silence / 100) * COST.pauseStep;
    if (measured.costs[at] === 0) endsInside = true;
  }
  if (!endsInside) return cost;
  const beginsMid = from > 0 && measured.costs[from - 1] !== 0;
  const endsMid = measured.costs[to - 1] !== 0;
  return cost + (beginsMid ? COST.straddle : 0) + (endsMid ? COST.straddle : 0);
}
