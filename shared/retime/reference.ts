import type { Span } from '../domain/alignment';

/** Everything here counts in steps of this many ms. */
export const STEP_MS = 10;
/** Steps before the start and after the end of a reference that may be asked for. */
export const PAD_STEPS = 1500;
/** A span's start is marked by this much quiet before it, even where the span before goes on up to it. */
const START_MARK_MS = 120;

/** What subtitles are put in step with: when somebody speaks. */
export interface Reference {
  readonly durationMs: number;
  /** Whole steps of `durationMs`. */
  readonly steps: number;
  /** Sums of the activity (mean 0) up to each step: `PAD_STEPS` zeros, `steps + 1` sums, then `PAD_STEPS` times the last. */
  readonly sums: Float64Array;
  /** Exact spans where the reference is subtitles; null for a recording. */
  readonly spans: readonly Span[] | null;
}

/** A reference of any activity: one value for each step, more for speech, less for none. */
export function referenceOf(
  activity: Float32Array,
  durationMs: number,
  spans: readonly Span[] | null,
): Reference {
  const steps = activity.length;
  let total = 0;
  for (const value of activity) total += value;
  const mean = steps === 0 ? 0 : total / steps;
  const sums = new Float64Array(steps + 1 + 2 * PAD_STEPS);
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    sum += (activity[step] ?? 0) - mean;
    sums[PAD_STEPS + step + 1] = sum;
  }
  sums.fill(sum, PAD_STEPS + steps + 1);
  return { durationMs, steps, sums, spans };
}

/** Other subtitles as reference; `durationMs` is that of the recording where it is known, else the last end. */
export function referenceOfSpans(spans: readonly Span[], durationMs: number | null): Reference {
  const sorted = spans.filter(({ startMs, endMs }) => endMs > startMs && startMs >= 0);
  sorted.sort((a, b) => a.startMs - b.startMs);
  const last = sorted.reduce((latest, { endMs }) => Math.max(latest, endMs), 0);
  const length = Math.max(durationMs ?? 0, last);
  const activity = new Float32Array(Math.ceil(length / STEP_MS));
  for (const { startMs, endMs } of sorted) {
    const from = Math.round(startMs / STEP_MS);
    activity.fill(1, from, Math.max(from + 1, Math.round(endMs / STEP_MS)));
  }
  for (const { startMs } of sorted) {
    const from = Math.round(startMs / STEP_MS);
    activity.fill(0, Math.max(0, from - START_MARK_MS / STEP_MS), from);
  }
  return referenceOf(activity, length, sorted);
}
