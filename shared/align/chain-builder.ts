import { REACH, type Chain } from './chain';

/** One state to be added: what it costs to stay, and to come from the state that many places before. */
export interface NewState {
  readonly stay: number;
  /** `[distance 1..REACH, cost]` pairs. */
  readonly from: readonly (readonly [number, number])[];
}

/** Puts a chain together, state by state. */
export class ChainBuilder {
  readonly #stay: number[] = [];
  readonly #enter: number[] = [];
  readonly #hub: number[] = [];
  readonly #hubStart: number[] = [];
  readonly #skip: number[] = [];

  get length(): number {
    return this.#stay.length;
  }

  /** Adds a state of text; answers with its number. */
  text(state: NewState): number {
    return this.#add(state, -1);
  }

  /** Adds a hub of 1 to 3 states that can be reached from the hub before at the cost `skip`; answers with its first state. */
  hub(states: readonly NewState[], skip: number): number {
    const first = this.length;
    const number = this.#hubStart.push(first) - 1;
    this.#skip.push(number === 0 ? Infinity : skip);
    for (const state of states) this.#add(state, number);
    return first;
  }

  build(looseEnds: number): Chain {
    return {
      states: this.length,
      stay: Float32Array.from(this.#stay),
      enter: Float32Array.from(this.#enter),
      hub: Int32Array.from(this.#hub),
      hubStart: Int32Array.from(this.#hubStart),
      skip: Float32Array.from(this.#skip),
      looseEnds: Math.min(looseEnds, this.length),
    };
  }

  #add({ stay, from }: NewState, hub: number): number {
    const state = this.length;
    const arcs = new Array<number>(REACH).fill(Infinity);
    // Before the chain's start there is nothing to come from.
    for (const [distance, cost] of from) if (distance <= state) arcs[distance - 1] = cost;
    this.#stay.push(stay);
    this.#enter.push(...arcs);
    this.#hub.push(hub);
    return state;
  }
}
