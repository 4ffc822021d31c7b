import { fitAt, stepsOf, type Pattern } from './pattern';
import { STEP_MS, type Reference } from './reference';
import type { Stretch } from './refine';
import { evidenceOf } from './splits';

/** Places this near to the one found are the same place. */
const NEAR_MS = 300;

/** How a pattern fits in general: what a single place's fit is measured by. */
export interface FitScale {
  readonly mean: number;
  readonly deviation: number;
}

/** A pattern's fit over all places, `grid` steps apart. */
export function fitScale(pattern: Pattern, reference: Reference, rate: number, grid: number): FitScale {
  const steps = stepsOf(pattern, rate);
  let [sum, squares, count] = [0, 0, 0];
  for (let at = 0; at < reference.steps; at += grid) {
    const fit = fitAt(reference, steps, pattern.weights, at);
    sum += fit;
    squares += fit * fit;
    count++;
  }
  const mean = count === 0 ? 0 : sum / count;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean)) };
}

/** By how many standard deviations a pattern that starts at `startMs` fits better than anywhere; 0 outside the reference. */
export function deviationsAt(
  pattern: Pattern,
  reference: Reference,
  rate: number,
  { mean, deviation }: FitScale,
  startMs: number,
): number {
  const at = Math.round(startMs / STEP_MS);
  if (at < 0 || at > reference.steps || deviation === 0) return 0;
  return (fitAt(reference, stepsOf(pattern, rate), pattern.weights, at) - mean) / deviation;
}

/**
 * How probable it is, 0 to 1, that a stretch belongs where it was put, against everywhere else and against nowhere, all held
 * equally likely before listening.
 */
export function confidenceOf(
  patterns: readonly Pattern[],
  reference: Reference,
  rate: number,
  scales: readonly FitScale[],
  stretch: Stretch,
  strength: number,
  grid: number,
): number {
  const first = patterns[stretch.first]?.startMs ?? 0;
  const own = patterns.slice(stretch.first, stretch.last + 1).map((pattern, index) => ({
    pattern,
    steps: stepsOf(pattern, rate),
    from: Math.round(((pattern.startMs - first) * rate) / STEP_MS),
    scale: scales[stretch.first + index] ?? { mean: 0, deviation: 0 },
  }));
  const found = (first * rate + stretch.offsetMs) / STEP_MS;
  const start = Math.round(found) % grid;
  const evidences: number[] = [];
  let nearBest = -Infinity;
  for (let place = start < 0 ? start + grid : start; place < reference.steps; place += grid) {
    let evidence = 0;
    for (const { pattern, steps, from, scale } of own) {
      const at = place + from;
      if (at > reference.steps) break;
      if (scale.deviation === 0) continue;
      const fit = fitAt(reference, steps, pattern.weights, at);
      evidence += evidenceOf((fit - scale.mean) / scale.deviation, strength);
    }
    if (Math.abs(place - found) * STEP_MS <= NEAR_MS) nearBest = Math.max(nearBest, evidence);
    else evidences.push(evidence);
  }
  // Log-sum-exp, with "nowhere" as likely as all places together.
  const top = Math.max(nearBest, 0, ...sampleTop(evidences));
  const near = Math.exp(nearBest - top);
  let others = (evidences.length + 1) * Math.exp(-top);
  for (const evidence of evidences) others += Math.exp(evidence - top);
  return near / (near + others);
}

function sampleTop(values: readonly number[]): [number] {
  let most = -Infinity;
  for (const value of values) if (value > most) most = value;
  return [most];
}
