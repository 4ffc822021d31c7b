import type { Span } from '../domain/alignment';
import { PAD_STEPS, STEP_MS, type Reference } from './reference';

/** Quiet is expected for at most this long before and after a cue: further away a cue may be missing. */
const AROUND_MS = 1000;
/** Longer cues are judged by their beginning. */
const LONGEST_MS = 10_000;
/** People begin a cue where somebody begins to speak: this much before and after the start is weighed more. */
const EDGE_MS = 250;
const EDGE_WEIGHT = 2;
/** Terms of a pattern. */
const TERMS = 6;

/**
 * What one cue looks like in the activity: speech in it, quiet around it as far as no other cue is near.
 * As a sum of `weights[n]` times the activity's running sum at `offsets[n]` ms from the start (before any rate).
 */
export interface Pattern {
  readonly startMs: number;
  readonly durationMs: number;
  readonly offsets: readonly number[];
  readonly weights: readonly number[];
}

/** Patterns of cues sorted by start, each longer than 0. */
export function patternsOf(cues: readonly Span[]): Pattern[] {
  let reached = -Infinity;
  return cues.map(({ startMs, endMs }, index) => {
    const next = cues[index + 1]?.startMs ?? Infinity;
    const lead = Math.min(AROUND_MS, Math.max(0, startMs - reached));
    const tail = endMs - startMs > LONGEST_MS ? 0 : Math.min(AROUND_MS, Math.max(0, next - endMs));
    reached = Math.max(reached, endMs);
    const body = Math.min(endMs - startMs, LONGEST_MS);
    const edge = Math.min(EDGE_MS, body);
    return {
      startMs,
      durationMs: endMs - startMs,
      offsets: [-lead, -edge, 0, edge, body, body + tail],
      weights: [1, EDGE_WEIGHT, -2 - 2 * EDGE_WEIGHT, EDGE_WEIGHT, 2, -1],
    };
  });
}

/** A pattern's offsets in whole steps at a rate. */
export function stepsOf({ offsets }: Pattern, rate: number): Int32Array {
  return Int32Array.from(offsets, (ms) => Math.round((ms * rate) / STEP_MS));
}

/** How well a pattern of these steps fits the reference with its start at step `at`, 0 to `steps`. Mean over all places: about 0. */
export function fitAt(
  { sums }: Reference,
  steps: Int32Array,
  weights: readonly number[],
  at: number,
): number {
  let fit = 0;
  for (let n = 0; n < TERMS; n++) fit += (weights[n] ?? 0) * (sums[PAD_STEPS + at + (steps[n] ?? 0)] ?? 0);
  return fit;
}
