import { soundFit } from './anchors';
import type { Associations } from './associate';
import type { Features } from './features';
import type { Links } from './links';

/** How well `m` sentences from `i` on and `n` from `j` on fit by their words, in nats. */
export type Fits = (i: number, m: number, j: number, n: number) => number;

/** What each word of either sentence finds in the other. */
export interface PairFit {
  readonly a: Float32Array;
  readonly b: Float32Array;
}

/** How the sounds of two sentences fit, by a number of the pair. */
export type SoundFits = (key: number, a: Features, b: Features) => PairFit;

/** Sounds do not change from round to round: each pair is worked out once. */
export function soundFits(): SoundFits {
  const known = new Map<number, PairFit>();
  return (key, a, b) => {
    let fit = known.get(key);
    if (!fit) {
      fit = soundFit(a.sounds, b.sounds);
      known.set(key, fit);
    }
    return fit;
  };
}

/** Weight of what was learnt against lengths and anchors. Ours, set on the Declaration. */
const LEARNT = 0.6;

/** Fits of every two sentences, each worked out when first asked; of several, each word counts where it fits best. */
export function pairFits(
  source: readonly Features[],
  target: readonly Features[],
  associations: Associations | null,
  links: Links,
  soundsOf: SoundFits,
): Fits {
  const known = new Map<number, PairFit>();
  const fitOf = (i: number, j: number): PairFit | null => {
    const key = i * target.length + j;
    const found = known.get(key);
    if (found) return found;
    const [a, b] = [source[i], target[j]];
    if (!a || !b) return null;
    const sounds = soundsOf(key, a, b);
    const learnt = associations?.fit(a, b, links.get(key) ?? 0);
    const fit = learnt ? { a: joined(sounds.a, learnt.a), b: joined(sounds.b, learnt.b) } : sounds;
    known.set(key, fit);
    return fit;
  };
  return (i, m, j, n) => {
    if (m === 1 && n === 1) {
      const fit = fitOf(i, j);
      return fit ? (sum(fit.a) + sum(fit.b)) / 2 : 0;
    }
    let [own, other] = [0, 0];
    for (let row = i; row < i + m; row++)
      own += sumOfBest(range(j, n).flatMap((column) => fitOf(row, column)?.a ?? []));
    for (let column = j; column < j + n; column++)
      other += sumOfBest(range(i, m).flatMap((row) => fitOf(row, column)?.b ?? []));
    // Two sentences that have a word in common must not both be paid for its one rendering.
    return Math.min(own, other);
  };
}

const range = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n);

function joined(sounds: Float32Array, stems: Float32Array): Float32Array {
  const all = new Float32Array(sounds.length + stems.length);
  all.set(sounds);
  stems.forEach((worth, n) => {
    all[sounds.length + n] = LEARNT * worth;
  });
  return all;
}

function sum(values: Float32Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Each word at its best among several partners. */
function sumOfBest(lists: readonly Float32Array[]): number {
  const [first, ...rest] = lists;
  if (!first) return 0;
  let total = 0;
  for (let n = 0; n < first.length; n++) {
    let most = first[n] ?? 0;
    for (const list of rest) most = Math.max(most, list[n] ?? 0);
    total += most;
  }
  return total;
}
