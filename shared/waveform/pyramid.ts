/** Peak pyramids: what a waveform is drawn from. See `scale.ts` for levels and times, `file.ts` for the bytes. */
import { BUCKETS_PER_SECOND, LEVEL_FACTOR, levelSizes } from './scale';

/** Interleaved int8 min, max of each bucket: 2 values a bucket, -128 to 127, full scale = 128. Finest level first. */
export interface Pyramid {
  readonly levels: readonly Int8Array[];
}

/** Unsigned samples are this at rest. */
const REST = 128;

/**
 * Makes a pyramid of mono unsigned 8-bit samples in one pass: 200 bytes of memory a second of sound and nothing else that
 * grows. 8 bits are all that a peak keeps, and half of what must come through a pipe (a fifth of the whole work at 16).
 */
export class PyramidBuilder {
  readonly #rateHz: number;
  #peaks = new Int8Array(2 * 60 * BUCKETS_PER_SECOND);
  #buckets = 0;
  /** Samples taken so far, and the count at which the open bucket is full. */
  #samples = 0;
  #bucketEnd: number;
  #min = 255;
  #max = 0;

  /** `rateHz` 100 or more. */
  constructor(rateHz: number) {
    this.#rateHz = rateHz;
    this.#bucketEnd = this.#endOfBucket(0);
  }

  /** How much sound was taken, in ms. */
  get durationMs(): number {
    return (this.#samples * 1000) / this.#rateHz;
  }

  /** Takes the samples that follow; cut anywhere. */
  push(samples: Uint8Array): void {
    let at = 0;
    while (at < samples.length) {
      const stop = Math.min(samples.length, at + this.#bucketEnd - this.#samples);
      let min = this.#min;
      let max = this.#max;
      this.#samples += stop - at;
      for (; at < stop; at++) {
        const value = samples[at] ?? REST;
        if (value < min) min = value;
        if (value > max) max = value;
      }
      this.#min = min;
      this.#max = max;
      if (this.#samples === this.#bucketEnd) this.#close();
    }
  }

  /** Closes the last bucket and makes the coarser levels. The builder takes no more afterwards. */
  finish(): Pyramid {
    if (this.#min <= this.#max) this.#close();
    const finest = this.#peaks.slice(0, this.#buckets * 2);
    const levels: Int8Array[] = [finest];
    for (const size of levelSizes(this.#buckets).slice(1))
      levels.push(coarser(levels.at(-1) ?? finest, size));
    return { levels };
  }

  #close(): void {
    if (this.#buckets * 2 === this.#peaks.length) {
      const grown = new Int8Array(this.#peaks.length * 2);
      grown.set(this.#peaks);
      this.#peaks = grown;
    }
    this.#peaks[this.#buckets * 2] = this.#min - REST;
    this.#peaks[this.#buckets * 2 + 1] = this.#max - REST;
    this.#buckets++;
    this.#bucketEnd = this.#endOfBucket(this.#buckets);
    this.#min = 255;
    this.#max = 0;
  }

  /** Rates such as 11,025 Hz have no whole number of samples in 10 ms: the ends are rounded, never the durations summed. */
  #endOfBucket(bucket: number): number {
    return Math.round(((bucket + 1) * this.#rateHz) / BUCKETS_PER_SECOND);
  }
}

function coarser(finer: Int8Array, size: number): Int8Array {
  const level = new Int8Array(size * 2);
  for (let bucket = 0; bucket < size; bucket++) {
    const [min, max] = extremes(finer, bucket * LEVEL_FACTOR, (bucket + 1) * LEVEL_FACTOR);
    level[bucket * 2] = min;
    level[bucket * 2 + 1] = max;
  }
  return level;
}

/** Min and max of the buckets `[from, to)` of interleaved peaks; `[0, 0]` where there are none. */
function extremes(peaks: Int8Array, from: number, to: number): [min: number, max: number] {
  const end = Math.min(to * 2, peaks.length);
  if (from < 0 || from * 2 >= end) return [0, 0];
  let min = 127;
  let max = -128;
  for (let at = from * 2; at < end; at += 2) {
    min = Math.min(min, peaks[at] ?? 0);
    max = Math.max(max, peaks[at + 1] ?? 0);
  }
  return [min, max];
}

/** Part of one level: interleaved min, max of the buckets from `firstBucket` on, each `bucketMs` long. */
export interface PeakRange {
  readonly peaks: Int8Array;
  readonly firstBucket: number;
  readonly bucketMs: number;
}

/**
 * Interleaved min, max for each of `columns` columns that divide `[startMs, endMs)` evenly: what one canvas row draws.
 * Each column covers every bucket it touches (at least one); columns outside the range are 0, 0. O(buckets + columns).
 */
export function peaksBetween(range: PeakRange, startMs: number, endMs: number, columns: number): Int8Array {
  const drawn = new Int8Array(columns * 2);
  const step = (endMs - startMs) / columns;
  for (let column = 0; column < columns; column++) {
    const from = Math.floor((startMs + column * step) / range.bucketMs) - range.firstBucket;
    const to = Math.ceil((startMs + (column + 1) * step) / range.bucketMs) - range.firstBucket;
    const [min, max] = extremes(range.peaks, Math.max(0, from), Math.max(to, from + 1));
    drawn[column * 2] = min;
    drawn[column * 2 + 1] = max;
  }
  return drawn;
}
