import type { Chain } from './chain';
import type { Column, Front } from './front';
import { Trace } from './trace';

/** Steps `[from, to)` with what their states were reached from, which can be dropped and found again. */
export class Block {
  readonly from: number;
  readonly to: number;
  /** What the step before left behind; null once the way through the block is known. */
  #column: Column | null;
  #trace: Trace | null = null;
  /** State of the step before the first, once the way through the block is known. */
  #entry: number | null = null;

  constructor(from: number, to: number, column: Column) {
    this.from = from;
    this.to = to;
    this.#column = column;
  }

  get bytes(): number {
    return this.#trace?.length ?? 0;
  }

  /** Looks for the cheapest ways through these steps. */
  run(front: Front, tick: (step: number) => void): void {
    if (this.#column) front.restore(this.#column);
    const trace = new Trace(this.to - this.from);
    for (let step = this.from; step < this.to; step++) {
      front.advance(step, trace, step - this.from);
      if (step % 64 === 0) tick(step);
    }
    this.#trace = trace;
  }

  /** Answers with the bytes that became free. */
  drop(): number {
    const { bytes } = this;
    this.#trace = null;
    return bytes;
  }

  /**
   * Walks back from the states that ways are in in the last step, until all are one way or the first step is passed; answers
   * with the states they are in in `step` then. Null where the block was dropped, or nothing is left to be known of it.
   */
  meet(chain: Chain, states: readonly number[]): { readonly step: number; readonly states: number[] } | null {
    const trace = this.#trace;
    if (!trace) return null;
    let heads = [...states];
    let step = this.to - 1;
    for (; heads.length > 1 && step >= this.from; step--)
      heads = [...new Set(heads.map((state) => trace.back(chain, step - this.from, state).before))];
    return { step, states: heads };
  }

  /**
   * Writes the only way through the block to `way`, from `state` in step `last` back; answers with the state before the first
   * step. Runs the block again where it was dropped. Nothing but that state is kept where `last` is the last step.
   */
  settle(chain: Chain, front: Front, way: Int32Array, state: number, last = this.to - 1): number {
    if (this.#entry !== null) return this.#entry;
    if (!this.#trace) this.run(front, () => {});
    let at = state;
    for (let step = last; step >= this.from && this.#trace; step--) {
      const { through, before } = this.#trace.back(chain, step - this.from, at);
      way[step] = through;
      at = before;
    }
    if (last < this.to - 1) return at;
    this.#entry = at;
    this.#trace = null;
    this.#column = null;
    return at;
  }
}
