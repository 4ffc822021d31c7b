/** Sentences that render each other: indices, ascending; either side may be empty. */
export interface Bead {
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** 0 to 1: how much better this is than any other way to read the place. */
  readonly confidence: number;
}
