import type { Bead } from './bead';
import type { Features } from './features';

/** How surely stems of both languages go together in a text, learnt from an alignment of it. */
export interface Associations {
  /**
   * What each stem of `a` and of `b` finds on the other side, in nats: how rare it is times how surely the two go together.
   * `isOwn`: the two were in one bead of the alignment it was learnt from, whose own evidence is then left out.
   */
  fit(a: Features, b: Features, isOwn: boolean): { readonly a: Float32Array; readonly b: Float32Array };
}

/** Stems of more of the sentences than this say nothing of one of them. */
const COMMON = 0.5;
/** Weaker ties than this are chance. */
const LEAST_TIE = 0.25;
/** Two stems that met once only are no evidence for any other place. */
const LEAST_TOGETHER = 2;

interface Tie {
  readonly both: number;
  readonly count: number;
}

/** Learns from beads which stems go together (Dice's coefficient over beads). O(beads × stems²), few of which are kept. */
export function learn(a: readonly Features[], b: readonly Features[], beads: readonly Bead[]): Associations {
  const pairs = beads
    .filter(({ source, target }) => source.length > 0 && target.length > 0)
    .map(({ source, target }) => ({ from: stemsIn(a, source), to: stemsIn(b, target) }));
  const [countA, countB] = [countsOf(pairs.map(({ from }) => from)), countsOf(pairs.map(({ to }) => to))];
  const ties = tiesOf(pairs, countA, countB);
  const total = Math.max(2, pairs.length);
  const weight = (count: number) => (count / total > COMMON ? 0 : Math.log(total / Math.max(1, count)));
  return {
    fit(one, other, isOwn) {
      const own = isOwn ? 1 : 0;
      const found = { a: new Float32Array(one.stems.length), b: new Float32Array(other.stems.length) };
      const places = placesOf(other);
      one.stems.forEach((from, n) => {
        const count = countA.get(from) ?? 0;
        for (const [to, tie] of ties.get(from) ?? []) {
          const at = places.get(to);
          const both = tie.both - own;
          if (at === undefined || both < 1) continue;
          const dice = (2 * both) / (count + tie.count - 2 * own);
          found.a[n] = Math.max(found.a[n] ?? 0, dice * weight(count));
          found.b[at] = Math.max(found.b[at] ?? 0, dice * weight(tie.count));
        }
      });
      return found;
    },
  };
}

function stemsIn(features: readonly Features[], indices: readonly number[]): readonly string[] {
  return [...new Set(indices.flatMap((n) => features[n]?.stems ?? []))];
}

function countsOf(lists: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const stem of list) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

function tiesOf(
  pairs: readonly { readonly from: readonly string[]; readonly to: readonly string[] }[],
  countA: ReadonlyMap<string, number>,
  countB: ReadonlyMap<string, number>,
): ReadonlyMap<string, ReadonlyMap<string, Tie>> {
  const together = new Map<string, Map<string, number>>();
  for (const { from, to } of pairs) {
    const others = to.filter((stem) => (countB.get(stem) ?? 0) >= LEAST_TOGETHER);
    for (const stem of from) {
      if ((countA.get(stem) ?? 0) < LEAST_TOGETHER) continue;
      const row = together.get(stem) ?? new Map<string, number>();
      together.set(stem, row);
      for (const other of others) row.set(other, (row.get(other) ?? 0) + 1);
    }
  }
  const ties = new Map<string, ReadonlyMap<string, Tie>>();
  for (const [stem, row] of together) {
    const kept = new Map<string, Tie>();
    for (const [other, both] of row) {
      const count = countB.get(other) ?? 0;
      const dice = (2 * both) / ((countA.get(stem) ?? 0) + count);
      if (both >= LEAST_TOGETHER && dice >= LEAST_TIE) kept.set(other, { both, count });
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
