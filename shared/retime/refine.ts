import { fitAt, stepsOf, type Pattern } from './pattern';
import { STEP_MS, type Reference } from './reference';
import type { Placement } from './splits';

/** Cues `first` to `last` (both in) that keep their distances: a time t goes to `rate * t + offsetMs`. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly offsetMs: number;
}

/** Neighbouring stretches this close are one: cues are not timed better than that by hand. */
const SAME_OFFSET_MS = 120;
/** Rates tried in each of the rounds of `refineRate`, each round finer. */
const RATES_TRIED = 21;
const RATE_ROUNDS = 3;
/** How far the ends of a stretch are tried, and how far they may be off in one of the right rate. */
const STEADY_REACH_MS = 400;
const STEADY_MS = 60;
/** An edge of other subtitles belongs to an edge of these when it is this near. */
const SAME_EDGE_MS = 60;

/** The stretches of a placement, in order. Cues that were left out belong to none. */
export function stretchesOf(patterns: readonly Pattern[], placement: Placement, rate: number): Stretch[] {
  const stretches: Stretch[] = [];
  placement.places.forEach((place, index) => {
    if (place === null) return;
    const last = stretches.at(-1);
    if (last && !placement.isSplit[index] && last.last === index - 1)
      stretches[stretches.length - 1] = { ...last, last: index };
    else {
      const offsetMs = place * STEP_MS - rate * (patterns[index]?.startMs ?? 0);
      stretches.push({ first: index, last: index, offsetMs });
    }
  });
  return stretches;
}

/** Stretches moved to where they fit best, at most `reachMs` away, those that then agree made one. */
export function refineStretches(
  patterns: readonly Pattern[],
  reference: Reference,
  rate: number,
  stretches: readonly Stretch[],
  reachMs: number,
): Stretch[] {
  const refined = stretches.map((stretch) => bestNear(patterns, reference, rate, stretch, reachMs).stretch);
  const merged = mergeAlike(refined);
  const again = merged.map((stretch) => bestNear(patterns, reference, rate, stretch, SAME_OFFSET_MS).stretch);
  return again.map((stretch) => exactly(patterns, reference, rate, stretch));
}

function mergeAlike(stretches: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const stretch of stretches) {
    const last = merged.at(-1);
    if (!last || Math.abs(stretch.offsetMs - last.offsetMs) > SAME_OFFSET_MS) {
      merged.push(stretch);
      continue;
    }
    const [before, own] = [last.last - last.first + 1, stretch.last - stretch.first + 1];
    const offsetMs = (last.offsetMs * before + stretch.offsetMs * own) / (before + own);
    merged[merged.length - 1] = { first: last.first, last: stretch.last, offsetMs };
  }
  return merged;
}

/** The rate near `rate` with which all stretches fit best, each free to move a little. */
export function refineRate(
  patterns: readonly Pattern[],
  reference: Reference,
  rate: number,
  stretches: readonly Stretch[],
  reachMs: number,
): number {
  const longest = Math.max(1, ...stretches.map((stretch) => lengthOf(patterns, stretch)));
  let best = rate;
  let width = reachMs / longest;
  for (let round = 0; round < RATE_ROUNDS; round++) {
    const tried = Array.from(
      { length: RATES_TRIED },
      (_, n) => best + width * ((2 * n) / (RATES_TRIED - 1) - 1),
    );
    let most = -Infinity;
    for (const candidate of tried) {
      let fit = 0;
      for (const stretch of stretches) {
        // The stretch turns about its middle, so that rate and offset are told apart.
        const middle = (startOf(patterns, stretch.first) + startOf(patterns, stretch.last)) / 2;
        const turned = { ...stretch, offsetMs: stretch.offsetMs + (rate - candidate) * middle };
        fit += bestNear(patterns, reference, candidate, turned, reachMs).fit;
      }
      if (fit > most) [most, best] = [fit, candidate];
    }
    width /= (RATES_TRIED - 1) / 4;
  }
  return best;
}

/** Whether the first and the last third of a stretch fit best at one offset: then its rate is right. */
export function isSteady(
  patterns: readonly Pattern[],
  reference: Reference,
  rate: number,
  stretch: Stretch,
): boolean {
  const third = Math.floor((stretch.last - stretch.first) / 3);
  const ends = [
    { ...stretch, last: stretch.first + third },
    { ...stretch, first: stretch.last - third },
  ].map((part) => bestNear(patterns, reference, rate, part, STEADY_REACH_MS).stretch.offsetMs);
  return ends.every((offset) => Math.abs(offset - stretch.offsetMs) <= STEADY_MS);
}

function startOf(patterns: readonly Pattern[], index: number): number {
  return patterns[index]?.startMs ?? 0;
}

function lengthOf(patterns: readonly Pattern[], { first, last }: Stretch): number {
  return startOf(patterns, last) - startOf(patterns, first);
}

function bestNear(
  patterns: readonly Pattern[],
  reference: Reference,
  rate: number,
  stretch: Stretch,
  reachMs: number,
): { stretch: Stretch; fit: number } {
  const own = patterns.slice(stretch.first, stretch.last + 1);
  const steps = own.map((pattern) => stepsOf(pattern, rate));
  const reach = Math.ceil(reachMs / STEP_MS);
  const fits = Array.from({ length: 2 * reach + 1 }, (_, n) => {
    const offsetMs = stretch.offsetMs + (n - reach) * STEP_MS;
    let fit = 0;
    own.forEach((pattern, index) => {
      const at = Math.round((pattern.startMs * rate + offsetMs) / STEP_MS);
      const shape = steps[index];
      if (shape && at >= 0 && at <= reference.steps) fit += fitAt(reference, shape, pattern.weights, at);
    });
    return fit;
  });
  const top = fits.reduce((best, fit, n) => (fit > (fits[best] ?? 0) ? n : best), 0);
  const offsetMs = stretch.offsetMs + (top - reach + summit(fits, top)) * STEP_MS;
  return { stretch: { ...stretch, offsetMs }, fit: fits[top] ?? 0 };
}

/** Where between the neighbours of the highest value the top of the parabola through the three lies, -0.5 to 0.5. */
function summit(values: readonly number[], top: number): number {
  const [before, at, after] = [values[top - 1], values[top] ?? 0, values[top + 1]];
  if (before === undefined || after === undefined) return 0;
  const bend = before - 2 * at + after;
  return bend < 0 ? Math.min(0.5, Math.max(-0.5, (before - after) / (2 * bend))) : 0;
}

/** Against other subtitles to the ms: by the middle one of the differences between edges that belong together. */
function exactly(
  patterns: readonly Pattern[],
  { spans }: Reference,
  rate: number,
  stretch: Stretch,
): Stretch {
  if (!spans) return stretch;
  const starts = spans.map(({ startMs }) => startMs).sort((a, b) => a - b);
  const ends = spans.map(({ endMs }) => endMs).sort((a, b) => a - b);
  const differences: number[] = [];
  const compare = (edges: readonly number[], time: number) => {
    const near = nearest(edges, time);
    if (near !== null && Math.abs(near - time) <= SAME_EDGE_MS) differences.push(near - time);
  };
  for (const { startMs, durationMs } of patterns.slice(stretch.first, stretch.last + 1)) {
    compare(starts, startMs * rate + stretch.offsetMs);
    compare(ends, (startMs + durationMs) * rate + stretch.offsetMs);
  }
  differences.sort((a, b) => a - b);
  const middle = differences[differences.length >> 1];
  return middle === undefined ? stretch : { ...stretch, offsetMs: stretch.offsetMs + middle };
}

/** The value of a sorted list that is nearest to `value`; null where the list is empty. */
export function nearest(sorted: readonly number[], value: number): number | null {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [sorted[low - 1], sorted[low]];
  if (before === undefined) return after ?? null;
  return after === undefined || value - before < after - value ? before : after;
}
