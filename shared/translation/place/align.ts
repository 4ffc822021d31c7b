import { signScore } from './anchors';
import { learn, type Associations } from './associate';
import { bandOf, cellsOf, eachCell, eachCellBackward, isInside, type Band } from './band';
import type { Bead } from './bead';
import type { Features } from './features';
import type { Links } from './links';
import { pairFits, soundFits, type Fits } from './fits';
import { lengthCost, lengthRatio, spreadOf } from './lengths';

/** A shape of bead and what it costs before anything is known, in nats. */
interface Shape {
  readonly source: number;
  readonly target: number;
  readonly cost: number;
}

/** Priors: Gale & Church 1993 (table 5) for 1-1 to 2-2, loosened for subtitles, where more is merged; the rest ours. */
const SHAPES: readonly Shape[] = [
  { source: 1, target: 1, cost: -Math.log(0.84) },
  { source: 1, target: 0, cost: -Math.log(0.02) },
  { source: 0, target: 1, cost: -Math.log(0.02) },
  { source: 2, target: 1, cost: -Math.log(0.05) },
  { source: 1, target: 2, cost: -Math.log(0.05) },
  { source: 2, target: 2, cost: -Math.log(0.0008) },
  { source: 3, target: 1, cost: -Math.log(0.002) },
  { source: 1, target: 3, cost: -Math.log(0.002) },
  { source: 4, target: 1, cost: -Math.log(0.0008) },
  { source: 1, target: 4, cost: -Math.log(0.0008) },
];

/** A sentence without a partner costs what a length this unlikely would, besides its prior. */
const ALONE = 1;
/** Joining across a paragraph of the target, or starting one where the source goes on. Ours. */
const ACROSS_PARAGRAPH = 2;
/** Rounds in which the text itself teaches which words go together. */
const ROUNDS = 3;
export interface AlignOptions {
  /** Without the lexical rounds and anchors: the floor that others are measured against. */
  readonly lengthsOnly?: boolean;
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Which sentences of a text and of its translation render each other: the cheapest way over beads of up to four sentences,
 * by length (Gale & Church 1993, with ratio and spread of the pair at hand), by anchors, and by which words go together in
 * this very text, learnt round by round. Every sentence is in exactly one bead, in order. O(sentences × band).
 */
export function alignSentences(
  source: readonly Features[],
  target: readonly Features[],
  { lengthsOnly = false, onProgress = () => undefined }: AlignOptions = {},
): Bead[] {
  let ratio = lengthRatio(source, target);
  let spread: number | null = null;
  let associations: Associations | null = null;
  let beads: Bead[] | null = null;
  let links: Links = new Map();
  const sounds = soundFits();
  const rounds = lengthsOnly ? 1 : ROUNDS;
  for (let round = 0; round <= rounds; round++) {
    const fits = lengthsOnly ? null : pairFits(source, target, associations, links, sounds);
    const model: Model = { ratio, spread, fits };
    const way = shortestWay(source, target, model, bandOf(source.length, target.length, beads));
    beads = way.beads;
    links = way.links;
    onProgress((round + 1) / (rounds + 1));
    ratio = lengthRatio(source, target, beads);
    spread = spreadOf(source, target, beads, ratio);
    if (!lengthsOnly) associations = learn(source, target, links);
  }
  return beads ?? [];
}

interface Model {
  readonly ratio: number;
  readonly spread: number | null;
  /** Null: by lengths only. */
  readonly fits: Fits | null;
}

const keyOf = (i: number, m: number, j: number, n: number) => `${i}/${m}:${j}/${n}`;

function shortestWay(
  a: readonly Features[],
  b: readonly Features[],
  model: Model,
  band: Band,
): { beads: Bead[]; links: Links } {
  const { at, size } = cellsOf(band);
  const forward = new Float64Array(size).fill(Infinity);
  const back = new Float64Array(size).fill(Infinity);
  const came = new Uint8Array(size);
  const costs = beadCosts(a, b, model, at, size);
  forward[0] = 0;
  eachCell(band, (i, j) => {
    const from = forward[at(i, j)] ?? Infinity;
    if (from === Infinity) return;
    SHAPES.forEach(({ source, target }, shape) => {
      if (!isInside(band, i + source, j + target)) return;
      const to = at(i + source, j + target);
      const cost = from + costs(i, j, shape);
      if (cost < (forward[to] ?? Infinity)) {
        forward[to] = cost;
        came[to] = shape;
      }
    });
  });
  back[size - 1] = 0;
  eachCellBackward(band, (i, j) => {
    const here = at(i, j);
    SHAPES.forEach(({ source, target }, shape) => {
      if (!isInside(band, i + source, j + target)) return;
      const rest = back[at(i + source, j + target)] ?? Infinity;
      if (rest === Infinity) return;
      const cost = rest + costs(i, j, shape);
      if (cost < (back[here] ?? Infinity)) back[here] = cost;
    });
  });
  const path: Bead[] = [];
  let [i, j] = [a.length, b.length];
  while (i > 0 || j > 0) {
    const shape = SHAPES[came[at(i, j)] ?? 0];
    if (!shape || forward[at(i, j)] === Infinity) break;
    i -= shape.source;
    j -= shape.target;
    path.push({ source: indices(i, shape.source), target: indices(j, shape.target), confidence: 1 });
  }
  const lattice = { forward, back, costs, at, band };
  return { beads: withConfidence(path.reverse(), lattice), links: linksOf(lattice, b.length) };
}

const indices = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n);

/** What a bead costs, each worked out once. */
function beadCosts(
  a: readonly Features[],
  b: readonly Features[],
  model: Model,
  at: (i: number, j: number) => number,
  size: number,
) {
  const known = new Float64Array(size * SHAPES.length).fill(NaN);
  return (i: number, j: number, shape: number): number => {
    const key = at(i, j) * SHAPES.length + shape;
    let cost = known[key] ?? NaN;
    if (Number.isNaN(cost)) {
      const form = SHAPES[shape];
      cost = form ? costOf(a, b, i, j, form, model) : Infinity;
      known[key] = cost;
    }
    return cost;
  };
}

function costOf(
  a: readonly Features[],
  b: readonly Features[],
  i: number,
  j: number,
  { source, target, cost }: Shape,
  model: Model,
): number {
  if (source === 0 || target === 0) return cost + ALONE;
  const [from, to] = [a.slice(i, i + source), b.slice(j, j + target)];
  const lengths = lengthCost(lengthOf(from), lengthOf(to), model.ratio, model.spread);
  if (!model.fits) return cost + lengths;
  const signs = signScore(signsOf(from), signsOf(to));
  return cost + lengths + paragraphCost(from, to, a, b, i, j) - signs - model.fits(i, source, j, target);
}

const lengthOf = (parts: readonly Features[]) => parts.reduce((sum, { length }) => sum + length, 0);

function signsOf(parts: readonly Features[]): Pick<Features, 'numbers' | 'end'> {
  return { numbers: parts.flatMap(({ numbers }) => numbers), end: parts.at(-1)?.end ?? '' };
}

/** Paragraphs of the translation follow the speakers' turns more often than not. */
function paragraphCost(
  from: readonly Features[],
  to: readonly Features[],
  a: readonly Features[],
  b: readonly Features[],
  i: number,
  j: number,
): number {
  const isJoined = (parts: readonly Features[]) =>
    parts.some(({ paragraph }) => paragraph !== parts[0]?.paragraph);
  const starts = (all: readonly Features[], at: number) =>
    at > 0 && all[at - 1]?.paragraph !== all[at]?.paragraph;
  const joined = (isJoined(from) ? ACROSS_PARAGRAPH : 0) + (isJoined(to) ? ACROSS_PARAGRAPH : 0);
  return joined - (starts(a, i) && starts(b, j) ? ACROSS_PARAGRAPH : 0);
}

interface Lattice {
  readonly forward: Float64Array;
  readonly back: Float64Array;
  readonly costs: (i: number, j: number, shape: number) => number;
  readonly at: (i: number, j: number) => number;
  readonly band: Band;
}

/** How soon a way that costs more counts less for what is learnt, in nats; ways that are less likely than this teach nothing. Ours. */
const SOFTNESS = 2;
const LEAST_LIKELY = 0.1;

/**
 * The links of all ways that are nearly as good as the best: where that is off by a sentence, the right one teaches, too, and the
 * next round may find it.
 */
function linksOf(lattice: Lattice, targets: number): Links {
  const best = lattice.forward.at(-1) ?? 0;
  const links = new Map<number, number>();
  eachCell(lattice.band, (i, j) => {
    const start = lattice.forward[lattice.at(i, j)] ?? Infinity;
    if (start === Infinity) return;
    SHAPES.forEach(({ source, target }, shape) => {
      if (source === 0 || target === 0 || !isInside(lattice.band, i + source, j + target)) return;
      const end = lattice.back[lattice.at(i + source, j + target)] ?? Infinity;
      if (end === Infinity) return;
      const likely = Math.exp((best - start - lattice.costs(i, j, shape) - end) / SOFTNESS);
      if (!(likely >= LEAST_LIKELY)) return;
      for (let m = 0; m < source; m++)
        for (let n = 0; n < target; n++) {
          const key = (i + m) * targets + j + n;
          if (likely > (links.get(key) ?? 0)) links.set(key, Math.min(1, likely));
        }
    });
  });
  return links;
}

/** Nats by which the best way must beat the next one to be half sure. */
const HALF_SURE = 2;

/** How much dearer the whole would be if a bead's sentences had other partners, as 0 to 1. */
function withConfidence(path: readonly Bead[], lattice: Lattice): Bead[] {
  const best = lattice.forward.at(-1) ?? 0;
  const rivals = new Map<string, number>();
  const note = (key: string, cost: number) => {
    if (cost < (rivals.get(key) ?? Infinity)) rivals.set(key, cost);
  };
  const chosen = new Set(path.map(({ source, target }) => shapeKey(source, target)));
  eachCell(lattice.band, (i, j) => {
    const start = lattice.forward[lattice.at(i, j)] ?? Infinity;
    if (start === Infinity) return;
    SHAPES.forEach(({ source, target }, shape) => {
      if (!isInside(lattice.band, i + source, j + target)) return;
      const end = lattice.back[lattice.at(i + source, j + target)] ?? Infinity;
      if (end === Infinity || chosen.has(keyOf(i, source, j, target))) return;
      const cost = start + lattice.costs(i, j, shape) + end;
      for (let m = 0; m < source; m++) note(`s${i + m}`, cost);
      for (let n = 0; n < target; n++) note(`t${j + n}`, cost);
    });
  });
  return path.map((bead) => {
    const keys = [...bead.source.map((n) => `s${n}`), ...bead.target.map((n) => `t${n}`)];
    // Where two ways cost the same, as in a text that says a thing twice, adding in another order may leave less than nothing.
    const margin = keys.reduce(
      (least, key) => Math.min(least, Math.max(0, (rivals.get(key) ?? Infinity) - best)),
      Infinity,
    );
    return { ...bead, confidence: margin / (margin + HALF_SURE) || (margin === Infinity ? 1 : 0) };
  });
}

function shapeKey(source: readonly number[], target: readonly number[]): string {
  return keyOf(source[0] ?? 0, source.length, target[0] ?? 0, target.length);
}
