import type { Features } from './features';
import type { Links } from './links';

/** How surely stems of both languages go together in a text, learnt from an alignment of it. */
export interface Associations {
  /**
   * What each stem of `a` and of `b` finds on the other side, in nats: how rare it is times how surely the two go together.
   * `own`: how likely the two were in what it was learnt from (`Links`); their own evidence is left out.
   */
  fit(a: Features, b: Features, own: number): { readonly a: Float32Array; readonly b: Float32Array };
}

/** Stems of more of the sentences than this say nothing of one of them. */
const COMMON = 0.5;
/** Weaker ties than this are chance. */
const LEAST_TIE = 0.25;
/** Two stems that met once only are no evidence for any other place. */
const LEAST_TOGETHER = 2;
/** How often two stems must have met, by how likely each time was, for a tie; and elsewhere than here. Ours. */
const LEAST_BOTH = 1.5;
const LEAST_ELSEWHERE = 0.7;

interface Tie {
  /** How often they met, each time by how likely it was. */
  readonly both: number;
  readonly count: number;
}

/** Learns from likely links which stems go together (Dice's coefficient over sentences). O(links × stems²), few of which are kept. */
export function learn(a: readonly Features[], b: readonly Features[], links: Links): Associations {
  const [countA, countB] = [countsOf(a), countsOf(b)];
  const ties = tiesOf(a, b, links, countA, countB);
  const total = Math.max(2, Math.min(a.length, b.length));
  const weight = (count: number) => (count / total > COMMON ? 0 : Math.log(total / Math.max(1, count)));
  return {
    fit(one, other, own) {
      const found = { a: new Float32Array(one.stems.length), b: new Float32Array(other.stems.length) };
      const places = placesOf(other);
      one.stems.forEach((from, n) => {
        const count = countA.get(from) ?? 0;
        for (const [to, tie] of ties.get(from) ?? []) {
          const at = places.get(to);
          const both = tie.both - own;
          if (at === undefined || both < LEAST_ELSEWHERE) continue;
          const dice = Math.min(1, (2 * both) / (count + tie.count - 2 * own));
          found.a[n] = Math.max(found.a[n] ?? 0, dice * weight(count));
          found.b[at] = Math.max(found.b[at] ?? 0, dice * weight(tie.count));
        }
      });
      return found;
    },
  };
}

function countsOf(lists: readonly Features[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { stems } of lists) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

function tiesOf(
  a: readonly Features[],
  b: readonly Features[],
  links: Links,
  countA: ReadonlyMap<string, number>,
  countB: ReadonlyMap<string, number>,
): ReadonlyMap<string, ReadonlyMap<string, Tie>> {
  const together = new Map<string, Map<string, number>>();
  for (const [key, likely] of links) {
    const [i, j] = [Math.floor(key / b.length), key % b.length];
    const others = (b[j]?.stems ?? []).filter((stem) => (countB.get(stem) ?? 0) >= LEAST_TOGETHER);
    for (const stem of a[i]?.stems ?? []) {
      if ((countA.get(stem) ?? 0) < LEAST_TOGETHER) continue;
      const row = together.get(stem) ?? new Map<string, number>();
      together.set(stem, row);
      for (const other of others) row.set(other, (row.get(other) ?? 0) + likely);
    }
  }
  const ties = new Map<string, ReadonlyMap<string, Tie>>();
  for (const [stem, row] of together) {
    const kept = new Map<string, Tie>();
    for (const [other, both] of row) {
      const count = countB.get(other) ?? 0;
      const dice = (2 * both) / ((countA.get(stem) ?? 0) + count);
      if (both >= LEAST_BOTH && dice >= LEAST_TIE) kept.set(other, { both, count });
    }
    ties.set(stem, kept);
  }
  return ties;
}

const places = new WeakMap<Features, ReadonlyMap<string, number>>();

/** Where each stem of a sentence stands in its list; made once a sentence. */
function placesOf(features: Features): ReadonlyMap<string, number> {
  let known = places.get(features);
  if (!known) {
    known = new Map(features.stems.map((stem, n) => [stem, n]));
    places.set(features, known);
  }
  return known;
}
