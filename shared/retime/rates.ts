import { Correlator, powerOfTwo } from './fft';
import type { Pattern } from './pattern';
import { PAD_STEPS, STEP_MS, type Reference } from './reference';

/** How much longer the subtitles are to become, and what that costs against leaving them (natural log of the odds). */
export interface Rate {
  readonly rate: number;
  readonly cost: number;
  /** True: not exact, only near to the best of all rates. */
  readonly isFree: boolean;
}

/** Frame rates that film and video are shown at: a file made for one and timed by another is off by their ratio. */
const FRAME_RATES = [24_000 / 1001, 24, 25, 30_000 / 1001, 30];
/** One file in twenty or so is off by a frame rate. */
const RATIO_COST = Math.log(20);
/** Wide: any speed of a player or a recorder. Fine: clocks that do not agree. Places on the grid that is searched. */
const SEARCHES = [
  { reach: 0.1, places: 2048 },
  { reach: 0.01, places: 8192 },
];
/** The grid is no finer than this. */
const FINEST_STEPS = 4;
/** Best rates of each search that are looked at closely. */
const KEPT = 2;
/** Cues later than this share of the reference, and this much more, are of pieces that it lacks. */
const LONGEST_SHARE = 2;
const LONGEST_MORE_MS = 600_000;
/** Two rates are one when they differ by less than this over the whole length. */
const SAME_MS = 150;

/** All ratios of two frame rates but 1, each once. */
export function frameRateRatios(): number[] {
  const ratios: number[] = [];
  for (const made of FRAME_RATES)
    for (const shown of FRAME_RATES) {
      const ratio = made / shown;
      if (Math.abs(ratio - 1) > 1e-9 && !ratios.some((known) => Math.abs(known - ratio) < 1e-6))
        ratios.push(ratio);
    }
  return ratios;
}

/** Rates other than 1 worth a close look: the likeliest ratios of frame rates, and the best of a search over all rates. */
export function candidateRates(
  patterns: readonly Pattern[],
  reference: Reference,
  tick: (fraction: number) => void,
): Rate[] {
  const last = patterns.at(-1);
  const lengthMs = Math.max(1, (last?.startMs ?? 0) - (patterns[0]?.startMs ?? 0));
  const isSame = (a: number, b: number) => Math.abs(a - b) * lengthMs < SAME_MS;
  const found: Rate[] = [];
  const add = (scored: readonly Scored[], cost: number, isFree: boolean) => {
    for (const { rate } of [...scored].sort((a, b) => b.peak - a.peak).slice(0, KEPT))
      if (!isSame(rate, 1) && !found.some((known) => isSame(known.rate, rate)))
        found.push({ rate, cost, isFree });
  };
  const ratios = peaks(patterns, reference, frameRateRatios(), SEARCHES[1]?.places ?? 0);
  add(ratios, RATIO_COST, false);
  for (const [index, { reach, places }] of SEARCHES.entries()) {
    const gridMs = gridOf(reference, places) * STEP_MS;
    const step = Math.max(gridMs / lengthMs, 1e-6);
    const half = Math.min(Math.floor(reach / step), places / 10);
    const rates = Array.from({ length: 2 * half + 1 }, (_, n) => 1 + (n - half) * step);
    const scored = peaks(patterns, reference, rates, places, (fraction) =>
      tick((index + fraction) / SEARCHES.length),
    );
    add(onlyTops(scored), RATIO_COST + Math.log(Math.max(1, rates.length)), true);
  }
  return found;
}

/** Counted from the first one (films may begin at 10:00:00), without those that no stretching can bring into the reference. */
function withinReach(patterns: readonly Pattern[], { durationMs }: Reference): Pattern[] {
  const base = patterns[0]?.startMs ?? 0;
  return patterns
    .map((pattern) => ({ ...pattern, startMs: pattern.startMs - base }))
    .filter(({ startMs }) => startMs < LONGEST_SHARE * durationMs + LONGEST_MORE_MS);
}

interface Scored {
  readonly rate: number;
  /** Highest correlation, in standard deviations of all of them. */
  readonly peak: number;
}

function onlyTops(scored: readonly Scored[]): Scored[] {
  return scored.filter(
    ({ peak }, n) => peak >= (scored[n - 1]?.peak ?? 0) && peak >= (scored[n + 1]?.peak ?? 0),
  );
}

function gridOf({ steps }: Reference, places: number): number {
  return Math.max(FINEST_STEPS, Math.ceil(steps / places));
}

/** The highest correlation of all patterns together with the reference, at any offset, for each rate. */
function peaks(
  patterns: readonly Pattern[],
  reference: Reference,
  rates: readonly number[],
  places: number,
  tick: (fraction: number) => void = () => undefined,
): Scored[] {
  const grid = gridOf(reference, places);
  const near = withinReach(patterns, reference);
  const lengthMs = near.reduce((most, { startMs, durationMs }) => Math.max(most, startMs + durationMs), 0);
  const longest = Math.max(...rates, 1) * lengthMs;
  // A second before the first cue and after the last one belongs to their patterns.
  const margin = Math.ceil(1500 / STEP_MS / grid);
  const width = Math.ceil(longest / STEP_MS / grid) + 2 * margin + 2;
  const signal = binned(reference, grid);
  const size = powerOfTwo(signal.length + width);
  const correlator = new Correlator(signal, size);
  const scored: Scored[] = [];
  for (let n = 0; n < rates.length; n += 2) {
    tick(n / rates.length);
    const pair = rates.slice(n, n + 2);
    const drawn = pair.map((rate) => draw(near, rate, grid, width, margin));
    const results = correlator.correlate(drawn[0] ?? new Float64Array(), drawn[1] ?? new Float64Array());
    pair.forEach((rate, index) => scored.push({ rate, peak: standardPeak(results[index]) }));
  }
  return scored;
}

function binned({ sums, steps }: Reference, grid: number): Float64Array {
  const at = (step: number) => sums[PAD_STEPS + Math.min(steps, step)] ?? 0;
  return Float64Array.from({ length: Math.ceil(steps / grid) }, (_, n) => at((n + 1) * grid) - at(n * grid));
}

/** All patterns on one grid: a pattern's weights are the steps of its outline, downwards. */
function draw(
  patterns: readonly Pattern[],
  rate: number,
  grid: number,
  width: number,
  margin: number,
): Float64Array {
  const drawn = new Float64Array(width);
  for (const { startMs, offsets, weights } of patterns)
    for (let n = 0; n < offsets.length; n++) {
      const at = margin + Math.round(((startMs + (offsets[n] ?? 0)) * rate) / STEP_MS / grid);
      if (at >= 0 && at < width) drawn[at] = (drawn[at] ?? 0) - (weights[n] ?? 0);
    }
  let sum = 0;
  for (let n = 0; n < width; n++) {
    sum += drawn[n] ?? 0;
    drawn[n] = sum;
  }
  return drawn;
}

function standardPeak(values: Float64Array | undefined): number {
  if (!values) return 0;
  let [sum, squares, most] = [0, 0, -Infinity];
  for (const value of values) {
    sum += value;
    squares += value * value;
    if (value > most) most = value;
  }
  const mean = sum / values.length;
  const deviation = Math.sqrt(Math.max(0, squares / values.length - mean * mean));
  return deviation === 0 ? 0 : (most - mean) / deviation;
}
