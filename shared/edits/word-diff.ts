/**
 * Which words of two texts are the same, in order: `match[i]` is the index in `before` of word i of `after`, or -1; indexes
 * that are not -1 ascend. Common ends first, then words that are unique on both sides (patience diff, after Bram Cohen),
 * then an exact longest common subsequence where what is left is small. O(n log n); long stretches without any unique word in
 * common stay unmatched.
 */
export function matchWords(before: readonly string[], after: readonly string[]): Int32Array {
  const match = new Int32Array(after.length).fill(-1);
  const numbers = new Map<string, number>();
  const a = interned(before, numbers);
  const b = interned(after, numbers);
  const open: Range[] = [{ a0: 0, a1: a.length, b0: 0, b1: b.length, depth: 0 }];
  for (let range = open.pop(); range; range = open.pop()) {
    const rest = trimmed(range, a, b, match);
    const size = (rest.a1 - rest.a0) * (rest.b1 - rest.b0);
    if (size === 0) continue;
    if (size <= SMALL) matchSmall(rest, a, b, match);
    else if (rest.depth < MAX_DEPTH) open.push(...between(rest, anchors(rest, a, b), match));
  }
  return match;
}

interface Range {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
  readonly depth: number;
}
type Pair = readonly [a: number, b: number];

/** Largest product of two lengths that is compared cell by cell; keeps the whole within 256 steps a word. */
const SMALL = 65_536;
/** Hostile texts can make each level find one anchor only; after this many the rest stays unmatched. */
const MAX_DEPTH = 24;

function interned(words: readonly string[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(words, (word) => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  });
}

function trimmed(range: Range, a: Int32Array, b: Int32Array, match: Int32Array): Range {
  let { a0, a1, b0, b1 } = range;
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) match[b0++] = a0++;
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) match[--b1] = --a1;
  return { a0, a1, b0, b1, depth: range.depth };
}

/** Words that stand once on either side, thinned to the longest run that ascends on both. */
function anchors({ a0, a1, b0, b1 }: Range, a: Int32Array, b: Int32Array): Pair[] {
  const inA = once(a, a0, a1);
  const inB = once(b, b0, b1);
  const pairs: Pair[] = [];
  for (const [word, at] of inB) {
    const other = inA.get(word) ?? -1;
    if (at >= 0 && other >= 0) pairs.push([other, at]);
  }
  return longestAscending(pairs.sort((left, right) => left[1] - right[1]));
}

/** Where each word stands in `[from, to)`, -1 for words that stand there more than once. */
function once(words: Int32Array, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let index = from; index < to; index += 1) {
    const word = words[index] ?? -1;
    places.set(word, places.has(word) ? -1 : index);
  }
  return places;
}

/** Longest subsequence with ascending first members, by patience sorting. */
function longestAscending(pairs: readonly Pair[]): Pair[] {
  const piles: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([value], index) => {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const top = pairs[piles[middle] ?? -1];
      if (top && top[0] < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = piles[low - 1] ?? -1;
    piles[low] = index;
  });
  const run: Pair[] = [];
  for (let index = piles.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair) run.push(pair);
  }
  return run.reverse();
}

function between(range: Range, pairs: readonly Pair[], match: Int32Array): Range[] {
  if (pairs.length === 0) return [];
  const ranges: Range[] = [];
  const depth = range.depth + 1;
  let { a0, b0 } = range;
  for (const [a, b] of pairs) {
    match[b] = a;
    ranges.push({ a0, a1: a, b0, b1: b, depth });
    a0 = a + 1;
    b0 = b + 1;
  }
  ranges.push({ a0, a1: range.a1, b0, b1: range.b1, depth });
  return ranges;
}

function matchSmall({ a0, a1, b0, b1 }: Range, a: Int32Array, b: Int32Array, match: Int32Array): void {
  const width = b1 - b0 + 1;
  const lengths = new Uint32Array((a1 - a0 + 1) * width);
  const at = (i: number, j: number) => (i - a0) * width + (j - b0);
  for (let i = a1 - 1; i >= a0; i -= 1)
    for (let j = b1 - 1; j >= b0; j -= 1) {
      const skip = Math.max(lengths[at(i + 1, j)] ?? 0, lengths[at(i, j + 1)] ?? 0);
      lengths[at(i, j)] = a[i] === b[j] ? (lengths[at(i + 1, j + 1)] ?? 0) + 1 : skip;
    }
  for (let i = a0, j = b0; i < a1 && j < b1;) {
    if (a[i] === b[j]) match[j++] = i++;
    else if ((lengths[at(i + 1, j)] ?? 0) >= (lengths[at(i, j + 1)] ?? 0)) i += 1;
    else j += 1;
  }
}

/** A stretch between two matches: words `[a0, a1)` of `before` became words `[b0, b1)` of `after`. Never both empty. */
export interface Gap {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** The stretches that a match leaves open, in order. */
export function gapsOf(match: Int32Array, beforeLength: number): Gap[] {
  const gaps: Gap[] = [];
  let a0 = 0;
  let b0 = 0;
  const close = (a1: number, b1: number) => {
    if (a1 > a0 || b1 > b0) gaps.push({ a0, a1, b0, b1 });
  };
  match.forEach((a, b) => {
    if (a < 0) return;
    close(a, b);
    a0 = a + 1;
    b0 = b + 1;
  });
  close(beforeLength, match.length);
  return gaps;
}

/** Most words in a row that count as corrected one by one. */
const MAX_CORRECTED = 4;

/**
 * Like `matchWords`, and words that were only corrected are matched too: those that differ in case or punctuation, and up to
 * four in a row that gave way to as many others beside a word that stayed.
 */
export function matchCorrected(before: readonly string[], after: readonly string[]): Int32Array {
  const match = matchWords(before, after);
  for (const { a0, a1, b0, b1 } of gapsOf(match, before.length)) {
    const inner = matchWords(before.slice(a0, a1).map(bare), after.slice(b0, b1).map(bare));
    inner.forEach((a, index) => {
      if (a >= 0) match[b0 + index] = a0 + a;
    });
  }
  for (const { a0, a1, b0, b1 } of gapsOf(match, before.length)) {
    const beside = b0 > 0 || b1 < after.length;
    if (!beside || a1 - a0 !== b1 - b0 || a1 - a0 > MAX_CORRECTED) continue;
    for (let index = 0; index < a1 - a0; index += 1) match[b0 + index] = a0 + index;
  }
  return match;
}

function bare(word: string): string {
  const letters = word.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  return letters === '' ? word : letters;
}
