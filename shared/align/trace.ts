import { REACH, type Chain } from './chain';

/** Back pointers: 0 stays, 1..REACH enters, then skips from the 1st, 2nd, 3rd state of the hub before. */
export const SKIPPED = REACH + 1;

/** Pointers are kept in pages of this many bytes: one array that grows would at times be held twice over, and twice too large. */
const PAGE_BYTES = 256 * 1024;

/** Back pointers of the states in the race, step after step. */
export class Trace {
  readonly #pages: Uint8Array[] = [];
  /** Used of the last page. */
  #used = 0;
  #length = 0;
  /** First state of each step in the race, and where its pointer is: page and place in it. */
  readonly #first: Int32Array;
  readonly #page: Int32Array;
  readonly #at: Int32Array;

  constructor(steps: number) {
    this.#first = new Int32Array(steps);
    this.#page = new Int32Array(steps);
    this.#at = new Int32Array(steps);
  }

  /** Bytes that are held. */
  get length(): number {
    return this.#length;
  }

  /** Makes room for the pointers of a step from state `first` on, `width` at most; answers with them. */
  open(step: number, first: number, width: number): Uint8Array {
    let page = this.#pages.at(-1);
    if (!page || this.#used + width > page.length) {
      page = new Uint8Array(Math.max(PAGE_BYTES, width));
      this.#pages.push(page);
      this.#length += page.length;
      this.#used = 0;
    }
    this.#first[step] = first;
    this.#page[step] = this.#pages.length - 1;
    this.#at[step] = this.#used;
    return page.subarray(this.#used, this.#used + width);
  }

  /** How much of the room that was made is used. */
  close(count: number): void {
    this.#used += count;
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
    return offset < 0 ? 0 : (this.#pages[this.#page[step] ?? 0]?.[(this.#at[step] ?? 0) + offset] ?? 0);
  }
}
