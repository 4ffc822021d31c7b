import type { Features } from './mfcc';

/** Gaussians as plain data, which threads can hand over: `mean` and `precision` in rows of `width`, one for each of `constant`. */
export interface MixtureData {
  readonly width: number;
  readonly mean: Float32Array;
  /** 1 / (2 variance) */
  readonly precision: Float32Array;
  /** Log of the weight and of what the density is divided by. */
  readonly constant: Float32Array;
}

/** `mean` and `variance` in rows of `width`, one row for each weight; variances above zero, weights summing to 1. */
export function mixtureOf(
  width: number,
  weights: Float64Array,
  mean: Float64Array,
  variance: Float64Array,
): Mixture {
  return new Mixture({
    width,
    mean: Float32Array.from(mean),
    precision: Float32Array.from(variance, (value) => 0.5 / value),
    constant: Float32Array.from(weights, (weight, part) => {
      let sum = Math.log(weight + 1e-10);
      for (let k = 0; k < width; k++) sum -= 0.5 * Math.log(2 * Math.PI * (variance[part * width + k] ?? 1));
      return sum;
    }),
  });
}

/** Diagonal-covariance Gaussians and their weights; `logLikelihood` of a row is in nats. */
export class Mixture {
  readonly data: MixtureData;
  readonly #width: number;
  readonly #mean: Float32Array;
  readonly #precision: Float32Array;
  readonly #constant: Float32Array;

  constructor(data: MixtureData) {
    this.data = data;
    this.#width = data.width;
    this.#mean = data.mean;
    this.#precision = data.precision;
    this.#constant = data.constant;
  }

  get parts(): number {
    return this.#constant.length;
  }

  /** Log of part `part`'s weighted density at the row that starts at `offset`. */
  part(part: number, values: Float32Array, offset: number): number {
    const width = this.#width;
    const mean = this.#mean;
    const precision = this.#precision;
    const from = part * width;
    let sum = this.#constant[part] ?? 0;
    for (let k = 0; k < width; k++) {
      const difference = (values[offset + k] ?? 0) - (mean[from + k] ?? 0);
      sum -= difference * difference * (precision[from + k] ?? 0);
    }
    return sum;
  }

  /** By the likeliest part alone, which is close to the sum for parts that lie apart. */
  logLikelihood(values: Float32Array, offset: number): number {
    const width = this.#width;
    const mean = this.#mean;
    const precision = this.#precision;
    const constant = this.#constant;
    let best = -Infinity;
    for (let part = 0, from = 0; part < constant.length; part++, from += width) {
      let sum = constant[part] ?? 0;
      // A part that is behind already falls further behind with each column.
      for (let k = 0; k < width && sum > best; k++) {
        const difference = (values[offset + k] ?? 0) - (mean[from + k] ?? 0);
        sum -= difference * difference * (precision[from + k] ?? 0);
      }
      if (sum > best) best = sum;
    }
    return best;
  }
}

/** Variances are kept above this, in units of the normalised features: what few rows agree on by chance is not trusted. */
const VARIANCE_FLOOR = 0.05;
const ROUNDS = 6;
/** More rows than this teach nothing new. */
const MOST_ROWS = 20_000;

/**
 * Fits `parts` Gaussians to the listed rows by expectation maximisation, started from evenly spread rows: deterministic.
 * `rowsOfInterest` must not be empty. Rows × parts × width × 6.
 */
export function fitMixture(features: Features, rowsOfInterest: ArrayLike<number>, parts: number): Mixture {
  const { width, values } = features;
  const stride = Math.max(1, Math.floor(rowsOfInterest.length / MOST_ROWS));
  const seeds = Float64Array.from({ length: parts * width }, (_, index) => {
    const pick = Math.floor(((Math.floor(index / width) + 0.5) * rowsOfInterest.length) / parts);
    return values[(rowsOfInterest[pick] ?? 0) * width + (index % width)] ?? 0;
  });
  let mixture = mixtureOf(
    width,
    new Float64Array(parts).fill(1 / parts),
    seeds,
    new Float64Array(parts * width).fill(1),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Sums(parts, width);
    for (let index = 0; index < rowsOfInterest.length; index += stride)
      sums.add(mixture, values, (rowsOfInterest[index] ?? 0) * width);
    mixture = sums.mixture();
  }
  return mixture;
}

/** The expectations of one round. */
class Sums {
  readonly #width: number;
  readonly #weight: Float64Array;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  readonly #share: Float64Array;

  constructor(parts: number, width: number) {
    this.#width = width;
    this.#weight = new Float64Array(parts);
    this.#first = new Float64Array(parts * width);
    this.#second = new Float64Array(parts * width);
    this.#share = new Float64Array(parts);
  }

  add(mixture: Mixture, values: Float32Array, offset: number): void {
    const share = this.#share;
    const width = this.#width;
    let best = -Infinity;
    for (let part = 0; part < share.length; part++) {
      const log = mixture.part(part, values, offset);
      share[part] = log;
      if (log > best) best = log;
    }
    let total = 0;
    for (let part = 0; part < share.length; part++) {
      const likelihood = Math.exp((share[part] ?? 0) - best);
      share[part] = likelihood;
      total += likelihood;
    }
    for (let part = 0; part < share.length; part++) {
      const weight = (share[part] ?? 0) / total;
      if (weight < 1e-3) continue;
      this.#weight[part] = (this.#weight[part] ?? 0) + weight;
      for (let k = 0, at = part * width; k < width; k++, at++) {
        const value = values[offset + k] ?? 0;
        this.#first[at] = (this.#first[at] ?? 0) + weight * value;
        this.#second[at] = (this.#second[at] ?? 0) + weight * value * value;
      }
    }
  }

  mixture(): Mixture {
    const width = this.#width;
    const total = this.#weight.reduce((sum, weight) => sum + weight, 0);
    const count = (at: number) => Math.max(1e-6, this.#weight[Math.floor(at / width)] ?? 0);
    const mean = this.#first.map((sum, at) => sum / count(at));
    const variance = this.#second.map((sum, at) =>
      Math.max(VARIANCE_FLOOR, sum / count(at) - (mean[at] ?? 0) ** 2),
    );
    return mixtureOf(
      width,
      this.#weight.map((weight) => weight / total),
      mean,
      variance,
    );
  }
}
