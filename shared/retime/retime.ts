import { AppError } from '../api/errors';
import type { Span } from '../domain/alignment';
import type { RetimedSegment, Retiming } from '../domain/retiming';
import { confidenceOf, deviationsAt, fitScale } from './confidence';
import { patternsOf, type Pattern } from './pattern';
import { placeCues } from './place';
import { candidateRates, type Rate } from './rates';
import { STEP_MS, type Reference } from './reference';
import { isSteady, refineRate, refineStretches, stretchesOf, type Stretch } from './refine';
import { evidenceOf, findPlacement, type Placement } from './splits';

export interface RetimeOptions {
  /** Called with 0..1; may throw to stop. */
  readonly tick?: ((fraction: number) => void) | undefined;
}

/** By how many deviations cues fit in their right places, before anything is known: what real cues and voices show. */
const FIRST_STRENGTH = 1.5;
const [LEAST_STRENGTH, MOST_STRENGTH] = [0.7, 3];
/** Places are tried this far apart, or further where there are many. */
const GRID_STEPS = 4;
const MOST_CELLS = 60_000_000;
const COARSEST_STEPS = 10;
/** Memory of a bit each; only files that nobody could watch come here. */
const LIMIT_CELLS = 1_000_000_000;
/** Chance that subtitles of another recording are let through: one in a thousand, as a natural log of the odds. */
const ENOUGH_EVIDENCE = Math.log(1000);
/** Less than this share of the cues in place is no result. */
const LEAST_PLACED = 0.25;
/** Cues nearer than this (one frame) to a voice are in step: nobody times better by hand. */
const IN_STEP_MS = 40;
/** Cues that hang together without a change of speed: at least so many, and this share of all. */
const LEAST_STEADY = 20;
const PLAIN_SHARE = 0.95;
/** Share of the work that each stage ends at. */
const STAGES = { plain: 0.1, rates: 0.35, candidates: 0.7, placement: 0.9 } as const;

/**
 * THE seam of re-timing: cues that are out of step and what they belong to in; new times for every cue out, in the order given.
 *
 * Finds a constant offset, a wrong speed, and pieces that were cut out or put in. Pure and deterministic; the text is not
 * looked at, so the cues may be in any language. `limitMs` (end of the recording) null: not known.
 * Throws `no-cues`, `no-fit` (the cues fit nowhere better than by chance).
 */
export function retime(
  cues: readonly Span[],
  reference: Reference,
  limitMs: number | null,
  { tick = () => undefined }: RetimeOptions = {},
): Retiming {
  if (cues.length === 0) throw new AppError('no-cues');
  const order = cues.map((_, index) => index);
  order.sort((a, b) => (cues[a]?.startMs ?? 0) - (cues[b]?.startMs ?? 0) || a - b);
  const sorted = order.map((index) => lasting(cues[index]));
  const found = new Search(sorted, reference, tick).run();
  const moved = placeCues({ ...found, cues: sorted, limitMs });
  const times: (Span | null)[] = cues.map(() => null);
  order.forEach((index, place) => (times[index] = withOldEnd(cues[index], moved[place] ?? null, found.rate)));
  tick(1);
  return { rate: found.rate, segments: found.segments.map((segment) => inOrder(segment, order)), times };
}

/** A cue that ends before it starts is looked at as if it were shown for a moment. */
function lasting(cue: Span | undefined): Span {
  const startMs = cue?.startMs ?? 0;
  return { startMs, endMs: Math.max(cue?.endMs ?? 0, startMs + 1) };
}

function withOldEnd(cue: Span | undefined, moved: Span | null, rate: number): Span | null {
  if (!cue || !moved || cue.endMs > cue.startMs) return moved;
  return {
    startMs: moved.startMs,
    endMs: Math.max(0, moved.startMs + Math.round((cue.endMs - cue.startMs) * rate)),
  };
}

function inOrder(segment: RetimedSegment, order: readonly number[]): RetimedSegment {
  return { ...segment, firstCue: order[segment.firstCue] ?? 0, lastCue: order[segment.lastCue] ?? 0 };
}

/** A rate, where it puts the cues, and what is left of the evidence when it is paid for. */
interface Tried {
  readonly rate: Rate;
  readonly placement: Placement;
  readonly worth: number;
}

class Search {
  readonly #cues: readonly Span[];
  readonly #patterns: readonly Pattern[];
  readonly #reference: Reference;
  readonly #tick: (fraction: number) => void;
  readonly #grid: number;

  constructor(cues: readonly Span[], reference: Reference, tick: (fraction: number) => void) {
    this.#cues = cues;
    this.#patterns = patternsOf(cues);
    this.#reference = reference;
    this.#tick = tick;
    const cells = cues.length * reference.steps;
    const grid = Math.min(COARSEST_STEPS, Math.max(GRID_STEPS, Math.ceil(cells / MOST_CELLS)));
    this.#grid = Math.max(grid, Math.ceil(cells / LIMIT_CELLS));
  }

  run() {
    const { rate, strength } = this.#bestRate();
    const placement = this.#place(rate, this.#grid, strength, STAGES.candidates, STAGES.placement);
    const placed = placement.places.filter((place) => place !== null).length;
    if (placement.evidence < ENOUGH_EVIDENCE || placed < LEAST_PLACED * this.#cues.length)
      throw new AppError('no-fit');
    const stretches = this.#refined(rate, placement).map((stretch) => this.#settled(stretch, rate));
    return this.#described(rate, stretches, strength);
  }

  /** The rate with the most evidence, and how strongly cues fit there. */
  #bestRate(): { rate: number; strength: number } {
    const plain = this.#try({ rate: 1, cost: 0, isFree: false }, 0, STAGES.plain);
    const best = this.#isPlain(plain.placement) ? plain : this.#bestOfAll(plain);
    if (best.placement.evidence <= 0) throw new AppError('no-fit');
    const { rate, isFree } = best.rate;
    const strength = this.#strengthOf(rate, best.placement);
    if (!isFree) return { rate, strength };
    const stretches = stretchesOf(this.#patterns, best.placement, rate);
    const reachMs = 4 * this.#grid * STEP_MS;
    return { rate: refineRate(this.#patterns, this.#reference, rate, stretches, reachMs), strength };
  }

  /** Whether all cues hang together without any change of speed: by far the most files need no more looking. */
  #isPlain(placement: Placement): boolean {
    const [stretch, ...more] = stretchesOf(this.#patterns, placement, 1);
    if (!stretch || more.length > 0 || placement.evidence < ENOUGH_EVIDENCE) return false;
    const placed = stretch.last - stretch.first + 1;
    const isWhole = placed >= LEAST_STEADY && placed >= PLAIN_SHARE * this.#cues.length;
    const [refined] = refineStretches(
      this.#patterns,
      this.#reference,
      1,
      [stretch],
      3 * this.#grid * STEP_MS,
    );
    return isWhole && refined !== undefined && isSteady(this.#patterns, this.#reference, 1, refined);
  }

  #bestOfAll(plain: Tried): Tried {
    const tick = (fraction: number) => this.#tick(STAGES.plain + (STAGES.rates - STAGES.plain) * fraction);
    const rates = candidateRates(this.#patterns, this.#reference, tick);
    const width = (STAGES.candidates - STAGES.rates) / Math.max(1, rates.length);
    let best = plain;
    for (const [index, rate] of rates.entries()) {
      const from = STAGES.rates + width * index;
      const tried = this.#try(rate, from, from + width);
      if (tried.worth > best.worth) best = tried;
    }
    return best;
  }

  #try(rate: Rate, from: number, to: number): Tried {
    const placement = this.#place(rate.rate, 2 * this.#grid, FIRST_STRENGTH, from, to);
    return { rate, placement, worth: placement.evidence - rate.cost };
  }

  #place(rate: number, grid: number, strength: number, from: number, to: number): Placement {
    const tick = (fraction: number) => this.#tick(from + (to - from) * fraction);
    return findPlacement(this.#patterns, this.#reference, { rate, grid, strength, tick });
  }

  #refined(rate: number, placement: Placement): Stretch[] {
    const stretches = stretchesOf(this.#patterns, placement, rate);
    return refineStretches(this.#patterns, this.#reference, rate, stretches, 3 * this.#grid * STEP_MS);
  }

  /** What is in step with a voice already stays exactly where it is. */
  #settled(stretch: Stretch, rate: number): Stretch {
    const isInStep = rate === 1 && !this.#reference.spans && Math.abs(stretch.offsetMs) < IN_STEP_MS;
    return { ...stretch, offsetMs: isInStep ? 0 : stretch.offsetMs };
  }

  #strengthOf(rate: number, { places }: Placement): number {
    let [sum, count] = [0, 0];
    places.forEach((place, index) => {
      const pattern = this.#patterns[index];
      if (place === null || !pattern) return;
      const scale = fitScale(pattern, this.#reference, rate, 2 * this.#grid);
      sum += deviationsAt(pattern, this.#reference, rate, scale, place * STEP_MS);
      count++;
    });
    return Math.min(MOST_STRENGTH, Math.max(LEAST_STRENGTH, count === 0 ? FIRST_STRENGTH : sum / count));
  }

  #described(rate: number, stretches: readonly Stretch[], strength: number) {
    const [patterns, reference, grid] = [this.#patterns, this.#reference, this.#grid];
    const scales = patterns.map((pattern) => fitScale(pattern, reference, rate, 2 * grid));
    const evidence = (index: number, offsetMs: number) => {
      const [pattern, scale] = [patterns[index], scales[index]];
      if (!pattern || !scale) return 0;
      const startMs = pattern.startMs * rate + offsetMs;
      return evidenceOf(deviationsAt(pattern, reference, rate, scale, startMs), strength);
    };
    const segments = stretches.map((stretch): RetimedSegment => ({
      firstCue: stretch.first,
      lastCue: stretch.last,
      offsetMs: Math.round(stretch.offsetMs),
      confidence: confidenceOf(patterns, reference, rate, scales, stretch, strength, grid),
    }));
    return { rate, stretches, evidence, segments };
  }
}
