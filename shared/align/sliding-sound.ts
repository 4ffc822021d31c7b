/** Mono 16-bit sound that comes piece by piece and is kept only as long as somebody still looks at it. */
export class SlidingSound {
  #held = new Int16Array(0);
  #length = 0;
  #from = 0;

  /** Number of the first sample that is held, counted from the start of the sound. */
  get from(): number {
    return this.#from;
  }

  /** How many samples have come. */
  get end(): number {
    return this.#from + this.#length;
  }

  /** The samples `[from, end)`; good until something is added or forgotten. */
  get samples(): Int16Array {
    return this.#held.subarray(0, this.#length);
  }

  add(samples: Int16Array): void {
    const length = this.#length + samples.length;
    if (length > this.#held.length) {
      const larger = new Int16Array(2 * length);
      larger.set(this.samples);
      this.#held = larger;
    }
    this.#held.set(samples, this.#length);
    this.#length = length;
  }

  /** Lets go of the samples before number `keep`. */
  forget(keep: number): void {
    const count = Math.max(0, Math.min(this.#length, keep - this.#from));
    this.#held.copyWithin(0, count, this.#length);
    this.#length -= count;
    this.#from += count;
  }
}
