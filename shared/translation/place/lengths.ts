import type { Bead } from './bead';
import type { Features } from './features';

/** Variance of a translation's length for each character of its source, before any is known (Gale & Church 1993: 6.8). */
const USUAL_SPREAD = 6.8;
/** From this many pairs on, the text's own spread is taken; and it is never trusted to be smaller than this. */
const ENOUGH = 12;
const LEAST_SPREAD = 1.5;

/** Characters of the target for one of the source: of all the text, or, once there are beads, the median of theirs. */
export function lengthRatio(
  source: readonly Features[],
  target: readonly Features[],
  beads: readonly Bead[] = [],
): number {
  const ratios = beads
    .filter((bead) => bead.source.length > 0 && bead.target.length > 0 && bead.confidence > 0.5)
    .map((bead) => total(target, bead.target) / Math.max(1, total(source, bead.source)))
    .sort((one, other) => one - other);
  if (ratios.length >= ENOUGH) return ratios[ratios.length >> 1] ?? 1;
  const all = (features: readonly Features[]) => features.reduce((sum, { length }) => sum + length, 0);
  return all(target) / Math.max(1, all(source)) || 1;
}

/** The spread that the pairs of an alignment show, per character of the source; null for too few. Robust: by the median. */
export function spreadOf(
  source: readonly Features[],
  target: readonly Features[],
  beads: readonly Bead[],
  ratio: number,
): number | null {
  const squares = beads
    .filter((bead) => bead.source.length === 1 && bead.target.length === 1)
    .map((bead) => {
      const length = Math.max(1, total(source, bead.source));
      return (total(target, bead.target) - length * ratio) ** 2 / length;
    })
    .sort((one, other) => one - other);
  if (squares.length < ENOUGH) return null;
  // The median of a squared normal variable is 0.455 of its variance.
  return Math.max(LEAST_SPREAD * ratio * ratio, (squares[squares.length >> 1] ?? 0) / 0.455);
}

function total(features: readonly Features[], indices: readonly number[]): number {
  return indices.reduce((sum, n) => sum + (features[n]?.length ?? 0), 0);
}

/** −log of how likely a translation of this length is: both tails of a normal distribution. `spread` null: the usual one. */
export function lengthCost(source: number, target: number, ratio: number, spread: number | null): number {
  // Counted at the mean of both, so that neither direction is favoured (after Moore 2002).
  const mean = (source + target / ratio) / 2;
  const deviation =
    Math.abs(target - source * ratio) /
    Math.sqrt((spread ?? USUAL_SPREAD * ratio * ratio) * Math.max(1, mean));
  return -Math.log(Math.max(1e-12, 2 * upperTail(deviation)));
}

/** P(X > x) of a standard normal variable (Abramowitz & Stegun 26.2.17; error under 7.5e-8). */
function upperTail(x: number): number {
  const t = 1 / (1 + 0.231_641_9 * x);
  const sum =
    t *
    (0.319_381_530 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
  return (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
