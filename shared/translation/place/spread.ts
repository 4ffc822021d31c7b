import type { Profile } from '../../domain/profile';
import { measure, widthOf } from '../../cues/lines';
import { breakCosts } from '../../cues/sense';
import type { Written } from '../../transcript/words';

/** What a cut costs beside the profile's break costs (10: between any two words). Ours. */
const COST = {
  /** A part twice as long, or half as long, as its share of the source. */
  uneven: 60,
  /** How much a break between cues weighs. */
  cut: 1.5,
  /** Each whole time a part is longer than the profile's lines hold. */
  overflow: 150,
  /** A cue left without text where there were words for it. */
  empty: 400,
} as const;

/**
 * Where words are cut so that they spread over `shares.length` cues in proportion to `shares` (characters of the source in each
 * cue): the cheapest cuts by sense, length and what the profile's lines hold. Answers with how many words each cue gets; their
 * sum is the number of words. Time: words² × cues; a text of over 300 words is cut in proportion alone.
 */
export function spreadWords(
  words: readonly string[],
  glued: readonly boolean[],
  shares: readonly number[],
  profile: Profile,
  language: string,
): number[] {
  if (shares.length <= 1) return shares.length === 0 ? [] : [words.length];
  if (words.length > MOST_WEIGHED) return inProportion(words.length, shares);
  const written = words.map((text, n): Written => (glued[n] ? { text, gap: '' } : { text }));
  const costs = breakCosts(written, language);
  const measured = measure(written, costs, profile);
  const total = Math.max(1, widthOf(measured, 0, words.length));
  const sum = Math.max(
    1,
    shares.reduce((all, share) => all + share, 0),
  );
  const holds = profile.maxLines * profile.maxCharactersPerLine;
  const costOf = (from: number, to: number, share: number): number => {
    const width = widthOf(measured, from, to);
    if (to === from) return words.length >= shares.length ? COST.empty : 0;
    const wanted = Math.max(1, (share / sum) * total);
    const uneven = Math.log(width / wanted) / Math.LN2;
    const over = Math.max(0, width / holds - 1);
    const cut = to < words.length ? COST.cut * (costs[to - 1] ?? 0) : 0;
    return COST.uneven * uneven * uneven + COST.overflow * over + cut;
  };
  return cheapestCuts(words.length, shares, costOf);
}

/** Longer sentences are none, but text without punctuation; weighing every cut of it would take long. */
const MOST_WEIGHED = 300;

function inProportion(count: number, shares: readonly number[]): number[] {
  const sum = Math.max(
    1,
    shares.reduce((all, share) => all + share, 0),
  );
  let [seen, given] = [0, 0];
  return shares.map((share) => {
    seen += share;
    const upTo = Math.round((count * seen) / sum);
    const own = upTo - given;
    given = upTo;
    return own;
  });
}

function cheapestCuts(
  count: number,
  shares: readonly number[],
  costOf: (from: number, to: number, share: number) => number,
): number[] {
  // best[k][n]: the first k cues hold the first n words.
  let best = new Float64Array(count + 1).fill(Infinity);
  best[0] = 0;
  const cameFrom: Int32Array[] = [];
  for (const share of shares) {
    const next = new Float64Array(count + 1).fill(Infinity);
    const from = new Int32Array(count + 1);
    for (let to = 0; to <= count; to++)
      for (let start = 0; start <= to; start++) {
        const before = best[start] ?? Infinity;
        if (before === Infinity) continue;
        const cost = before + costOf(start, to, share);
        if (cost < (next[to] ?? Infinity)) {
          next[to] = cost;
          from[to] = start;
        }
      }
    cameFrom.push(from);
    best = next;
  }
  const counts: number[] = [];
  let end = count;
  for (const from of cameFrom.toReversed()) {
    const start = from[end] ?? 0;
    counts.push(end - start);
    end = start;
  }
  return counts.reverse();
}
