import type { Features } from './mfcc';
import { fitMixture, Mixture } from './gaussian';

/** Rows of its class that every sound borrows: how much must be heard of a sound before it stands on its own. */
const BORROWED_ROWS = 15;
/** Rows that each part of a mixture needs. */
const ROWS_A_PART = 60;
const VARIANCE_FLOOR = 0.04;

/** Mean and mean square of a set of rows. */
interface Moments {
  readonly count: number;
  readonly mean: Float64Array;
  readonly square: Float64Array;
}

/**
 * Learns how each sound is said in this very recording from a first guess of where it is.
 *
 * `labels[row]`: the sound heard in that row, or -1; `classOf[sound]`: what it falls back on (maximum a posteriori with
 * the class as prior: Gauvain and Lee 1994); `parts`: Gaussians for a sound with enough rows.
 */
export function learnSounds(
  features: Features,
  labels: Int32Array,
  classOf: readonly string[],
  parts: number,
): Mixture[] {
  const rows = rowsByLabel(labels, classOf.length);
  const byClass = new Map<string, number[]>();
  for (const [sound, list] of rows.entries()) {
    const name = classOf[sound] ?? '';
    const all = byClass.get(name) ?? [];
    for (const row of list) all.push(row);
    byClass.set(name, all);
  }
  const everything = momentsOf(features, rows.flat());
  const priors = new Map([...byClass].map(([name, list]) => [name, momentsOf(features, list)]));
  return rows.map((list, sound) => {
    if (parts > 1 && list.length > ROWS_A_PART * parts) return fitMixture(features, list, parts);
    const prior = priors.get(classOf[sound] ?? '');
    return borrowing(
      momentsOf(features, list),
      prior && prior.count > 0 ? prior : everything,
      features.width,
    );
  });
}

function rowsByLabel(labels: Int32Array, sounds: number): number[][] {
  const rows = Array.from({ length: sounds }, (): number[] => []);
  for (const [row, label] of labels.entries()) rows[label]?.push(row);
  return rows;
}

function momentsOf({ width, values }: Features, rows: readonly number[]): Moments {
  const mean = new Float64Array(width);
  const square = new Float64Array(width);
  for (const row of rows)
    for (let k = 0; k < width; k++) {
      const value = values[row * width + k] ?? 0;
      mean[k] = (mean[k] ?? 0) + value;
      square[k] = (square[k] ?? 0) + value * value;
    }
  const count = Math.max(1, rows.length);
  return {
    count: rows.length,
    mean: mean.map((sum) => sum / count),
    square: square.map((sum) => sum / count),
  };
}

function borrowing(own: Moments, prior: Moments, width: number): Mixture {
  const total = own.count + BORROWED_ROWS;
  const blend = (mine: Float64Array, theirs: Float64Array) =>
    mine.map((value, k) => (own.count * value + BORROWED_ROWS * (theirs[k] ?? 0)) / total);
  const mean = blend(own.mean, prior.mean);
  const square = blend(own.square, prior.square);
  const variance = square.map((value, k) => Math.max(VARIANCE_FLOOR, value - (mean[k] ?? 0) ** 2));
  return new Mixture(width, Float64Array.of(1), mean, variance);
}
