/** Some rows of cepstra, `width` values each, of `capacity` at most. */
export interface Slab {
  readonly values: Float32Array;
  readonly levelDb: Float32Array;
  readonly capacity: number;
  rows: number;
}

/**
 * 33 MB of cepstra, which only take what is written to. What is smaller than 32 MB the C library (glibc's malloc, M_MMAP_THRESHOLD)
 * may keep for itself when it is freed: hours in small pieces left 90 MB behind.
 */
const SLAB_ROWS = 640_000;

/** Rows as they come, kept in few large slabs that are let go one by one as they are read. */
export class CepstraSlabs {
  readonly #width: number;
  readonly #firstRows: number;
  readonly #slabs: Slab[] = [];

  /** `firstRows`: how many are likely to come; there may be more. */
  constructor(width: number, firstRows: number) {
    this.#width = width;
    this.#firstRows = firstRows;
  }

  /** The slab that the next row goes into, as its last. */
  open(): Slab {
    let slab = this.#slabs.at(-1);
    if (!slab || slab.rows === slab.capacity) {
      const capacity = slab ? SLAB_ROWS : this.#firstRows;
      const [values, levelDb] = [new Float32Array(capacity * this.#width), new Float32Array(capacity)];
      slab = { values, levelDb, capacity, rows: 0 };
      this.#slabs.push(slab);
    }
    slab.rows++;
    return slab;
  }

  /** The slabs in order, each forgotten as it is handed out. */
  *takeOut(): Generator<Slab> {
    this.#slabs.reverse();
    for (let slab = this.#slabs.pop(); slab !== undefined; slab = this.#slabs.pop()) yield slab;
  }
}
