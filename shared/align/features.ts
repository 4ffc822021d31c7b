import type { Features } from './mfcc';

/** Mean and deviation of each column. */
export interface Spread {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/** Smallest deviation that is divided by; a column that never moves says nothing. */
const SMALLEST_DEVIATION = 1e-3;

/** Sums up columns over any number of tables, of the rows that `mask` marks. */
export class SpreadCounter {
  readonly #sum: Float64Array;
  readonly #squares: Float64Array;
  #count = 0;

  constructor(width: number) {
    this.#sum = new Float64Array(width);
    this.#squares = new Float64Array(width);
  }

  /** Of tables that are wider, the columns on the left. */
  add({ rows, width, values }: Features, mask: Uint8Array): void {
    const columns = this.#sum.length;
    for (let row = 0; row < rows; row++) {
      if (!mask[row]) continue;
      this.#count++;
      for (let k = 0; k < columns; k++) {
        const value = values[row * width + k] ?? 0;
        this.#sum[k] = (this.#sum[k] ?? 0) + value;
        this.#squares[k] = (this.#squares[k] ?? 0) + value * value;
      }
    }
  }

  spread(): Spread {
    const count = Math.max(1, this.#count);
    const mean = this.#sum.map((sum) => sum / count);
    const deviation = this.#squares.map((squares, k) =>
      Math.max(SMALLEST_DEVIATION, Math.sqrt(Math.max(0, squares / count - (mean[k] ?? 0) ** 2))),
    );
    return { mean, deviation };
  }
}

/** Brings every column to mean 0 and deviation 1 of the given spread: takes out the microphone and the voice. */
export function normalised({ rows, width, values }: Features, { mean, deviation }: Spread): Features {
  const scaled = new Float32Array(values.length);
  for (let row = 0, at = 0; row < rows; row++)
    for (let k = 0; k < width; k++, at++)
      scaled[at] = ((values[at] ?? 0) - (mean[k] ?? 0)) / (deviation[k] ?? 1);
  return { rows, width, values: scaled };
}

/**
 * Normalises the left half of a table in place, as `normalised` does, and fills its right half with the slope of each column over
 * five rows (HTK Book 3.4, equation 5.16) times `weight`: long recordings leave no room for a second table.
 */
export function addSlopes(
  { rows, width: whole, values }: Features,
  { mean, deviation }: Spread,
  weight: number,
): void {
  const reach = 2;
  const width = whole / 2;
  const scale = weight / (2 * (1 + 4));
  for (let row = 0; row < rows; row++) {
    const to = row * whole + width;
    for (let step = 1; step <= reach; step++) {
      const after = Math.min(rows - 1, row + step) * whole;
      const before = Math.max(0, row - step) * whole;
      for (let k = 0; k < width; k++) {
        const rise = ((values[after + k] ?? 0) - (values[before + k] ?? 0)) / (deviation[k] ?? 1);
        values[to + k] = (values[to + k] ?? 0) + step * scale * rise;
      }
    }
  }
  for (let row = 0; row < rows; row++)
    for (let k = 0, at = row * whole; k < width; k++, at++)
      values[at] = ((values[at] ?? 0) - (mean[k] ?? 0)) / (deviation[k] ?? 1);
}

/** Mean of the first `columns` of the rows `[from, to)` into `target` at `offset`. At least one row is taken. */
export function meanRows(
  features: Features,
  from: number,
  to: number,
  target: Float32Array,
  offset: number,
  columns = features.width,
): void {
  const { rows, width, values } = features;
  const first = Math.min(rows - 1, Math.max(0, Math.floor(from)));
  const end = Math.max(first + 1, Math.min(rows, Math.floor(to)));
  for (let k = 0; k < columns; k++) {
    let sum = 0;
    for (let row = first; row < end; row++) sum += values[row * width + k] ?? 0;
    target[offset + k] = sum / (end - first);
  }
}
