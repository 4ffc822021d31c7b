import { REACH, type Chain } from './chain';

/** Back pointers: 0 stays, 1..REACH enters, then skips from the 1st, 2nd, 3rd state of the hub before. */
export const SKIPPED = REACH + 1;

/** Back pointers of the states in the race, step after step. */
export class Trace {
  #pointers = new Uint8Array(0);
  #length = 0;
  /** First state of each step in the race, and where its pointer is. */
  readonly #first: Int32Array;
  readonly #at: Int32Array;

  constructor(steps: number) {
    this.#first = new Int32Array(steps);
    this.#at = new Int32Array(steps);
  }

  get length(): number {
    return this.#length;
  }

  /** Makes room for the pointers of a step from state `first` on, `width` at most; answers with them. */
  open(step: number, first: number, width: number): Uint8Array {
    if (this.#length + width > this.#pointers.length) {
      const grown = new Uint8Array(Math.max(1 << 16, this.#length + width, this.#pointers.length * 2));
      grown.set(this.#pointers.subarray(0, this.#length));
      this.#pointers = grown;
    }
    this.#first[step] = first;
    this.#at[step] = this.#length;
    return this.#pointers.subarray(this.#length, this.#length + width);
  }

  close(count: number): void {
    this.#length += count;
  }

  /** Gives back the room that was not needed. */
  trim(): void {
    this.#pointers = this.#pointers.slice(0, this.#length);
  }

  /** The state that a way came from before `step`, and the one it passed through in `step`: not `state` where that was skipped to. */
  back(chain: Chain, step: number, state: number): { readonly through: number; readonly before: number } {
    let through = state;
    let pointer = this.#pointer(step, through);
    while (pointer >= SKIPPED) {
      const hub = (chain.hub[through] ?? 1) - 1;
      through = (chain.hubStart[hub] ?? 0) + pointer - SKIPPED;
      pointer = this.#pointer(step, through);
    }
    return { through, before: Math.max(0, through - pointer) };
  }

  #pointer(step: number, state: number): number {
    const offset = state - (this.#first[step] ?? 0);
    return offset < 0 ? 0 : (this.#pointers[(this.#at[step] ?? 0) + offset] ?? 0);
  }
}
