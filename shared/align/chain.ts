/**
 * The cheapest way through a chain of states from left to right: the one dynamic program both stages of alignment run.
 *
 * A state either stays or is entered from one of the `REACH` states before it. Some states are hubs, the gaps between
 * pieces of text: a hub may also be entered within the same step from the hub before it, which skips the text between.
 */
export const REACH = 4;

export interface Chain {
  readonly states: number;
  /** Cost of staying one more step, by state. */
  readonly stay: Float32Array;
  /** `enter[state * REACH + d - 1]`: cost of coming from `state - d`; Infinity where that is not allowed. */
  readonly enter: Float32Array;
  /** By state: the number of its hub, hubs counted from 0 in chain order, -1 for text. A hub is 1 to 3 states in a row. */
  readonly hub: Int32Array;
  /** First state of each hub; the state that a skip enters. */
  readonly hubStart: Int32Array;
  /** `skip[hub]`: cost of jumping to it from the hub before; Infinity for the first hub. */
  readonly skip: Float32Array;
  /** The way starts in one of the first and ends in one of the last this many states. */
  readonly looseEnds: number;
}

/** Which states are looked at in a step: `[low(step), low(step) + width)`. Lows never fall. */
export interface Corridor {
  readonly steps: number;
  readonly width: number;
  readonly low: Int32Array;
}

/** Fills `costs[w]` with what it costs that `step` is heard in state `low + w`, for `w` in 0..width. */
export type Emission = (step: number, low: number, width: number, costs: Float32Array) => void;

/** Far above any real cost, yet summable in 32-bit floats without becoming Infinity. */
const BARRED = 1e12;
/** Back pointers kept at once, in bytes; longer ways are run twice, block by block from saved columns. */
const MEMORY_BYTES = 48 * 1024 * 1024;
const RESCALE_STEPS = 128;
/** Back pointers: 0 stays, 1..REACH enters, then skips from the 1st, 2nd, 3rd state of the hub before. */
const SKIPPED = REACH + 1;

/**
 * Viterbi search in a corridor. Time steps × width; memory about 48 MB whatever the length (columns are saved at block
 * borders and back pointers computed again from there). `tick(done, total)` is called now and then and may throw.
 * Answers with the state of each step.
 */
export function cheapestPath(
  chain: Chain,
  corridor: Corridor,
  emission: Emission,
  tick: (done: number, total: number) => void,
  memoryBytes = MEMORY_BYTES,
): Int32Array {
  const { steps, width, low } = corridor;
  const blockSteps = Math.max(16, Math.min(steps, Math.floor(memoryBytes / width)));
  const blocks = Math.ceil(steps / blockSteps);
  const total = blocks > 1 ? 2 * steps - blockSteps : steps;
  const front = new Front(chain, corridor, emission);
  const saved: Float32Array[] = [];
  for (let step = 0; step < (blocks - 1) * blockSteps; step++) {
    front.advance(step, null, 0);
    if ((step + 1) % blockSteps === 0) saved.push(front.column());
    if (step % 64 === 0) tick(step, total);
  }
  const states = new Int32Array(steps);
  const pointers = new Uint8Array(blockSteps * width);
  let state = -1;
  let done = (blocks - 1) * blockSteps;
  for (let block = blocks - 1; block >= 0; block--) {
    const from = block * blockSteps;
    const to = Math.min(steps, from + blockSteps);
    front.restore(saved[block - 1] ?? null, from);
    for (let step = from; step < to; step++, done++) {
      front.advance(step, pointers, (step - from) * width);
      if (step % 64 === 0) tick(done, total);
    }
    if (state < 0) state = front.cheapestEnd();
    for (let step = to - 1; step >= from; step--) {
      const row = (step - from) * width - (low[step] ?? 0);
      let pointer = pointers[row + state] ?? 0;
      while (pointer >= SKIPPED) {
        const before = (chain.hub[state] ?? 1) - 1;
        state = (chain.hubStart[before] ?? 0) + pointer - SKIPPED;
        pointer = pointers[row + state] ?? 0;
      }
      states[step] = state;
      state = Math.max(0, state - pointer);
    }
  }
  return states;
}

/** The column of costs that moves through time. */
class Front {
  readonly #chain: Chain;
  readonly #corridor: Corridor;
  readonly #emission: Emission;
  /** Costs of the states from `low - REACH` on, so that entering needs no test of the edge. */
  #costs: Float32Array;
  #next: Float32Array;
  readonly #heard: Float32Array;
  #low = 0;

  constructor(chain: Chain, corridor: Corridor, emission: Emission) {
    this.#chain = chain;
    this.#corridor = corridor;
    this.#emission = emission;
    this.#costs = new Float32Array(corridor.width + REACH).fill(BARRED);
    this.#next = new Float32Array(corridor.width + REACH).fill(BARRED);
    this.#heard = new Float32Array(corridor.width);
  }

  column(): Float32Array {
    return this.#costs.slice();
  }

  /** Goes back to the column before `step`. */
  restore(column: Float32Array | null, step: number): void {
    if (column) this.#costs.set(column);
    else this.#costs.fill(BARRED);
    this.#low = step > 0 ? (this.#corridor.low[step - 1] ?? 0) : 0;
  }

  advance(step: number, pointers: Uint8Array | null, at: number): void {
    const { width, low } = this.#corridor;
    const from = low[step] ?? 0;
    this.#emission(step, from, width, this.#heard);
    if (step === 0) this.#begin();
    else this.#shift(from - this.#low);
    this.#low = from;
    this.#fill(step === 0, pointers, at);
    [this.#costs, this.#next] = [this.#next, this.#costs];
    if (step % RESCALE_STEPS === 0) this.#rescale();
  }

  /** Takes the smallest cost off all of them: only differences matter, and 32-bit floats are coarse when large. */
  #rescale(): void {
    const costs = this.#costs;
    let least = BARRED;
    for (let w = REACH; w < costs.length; w++) least = Math.min(least, costs[w] ?? BARRED);
    if (least >= BARRED) return;
    for (let w = REACH; w < costs.length; w++) {
      const cost = costs[w] ?? BARRED;
      if (cost < BARRED) costs[w] = cost - least;
    }
  }

  /** Before the first step the way stands, at no cost, in any of the first states. */
  #begin(): void {
    this.#costs.fill(BARRED);
    this.#costs.fill(0, REACH, REACH + this.#chain.looseEnds);
  }

  #shift(by: number): void {
    if (by === 0) return;
    this.#costs.copyWithin(0, by);
    this.#costs.fill(BARRED, Math.max(0, this.#costs.length - by));
  }

  #fill(isFirst: boolean, pointers: Uint8Array | null, at: number): void {
    const { stay, enter, hub, hubStart, skip } = this.#chain;
    const costs = this.#costs;
    const next = this.#next;
    const heard = this.#heard;
    const width = heard.length;
    const low = this.#low;
    next.fill(BARRED, 0, REACH);
    // The cheapest state of the hub passed last, for skipping from it.
    let hubCost = BARRED;
    let hubPart = 0;
    let hubNumber = -2;
    for (let w = 0; w < width; w++) {
      const state = low + w;
      const arcs = state * REACH;
      let best = (costs[w + 4] ?? 0) + (isFirst ? 0 : (stay[state] ?? 0));
      let pointer = 0;
      if (!isFirst) {
        const one = (costs[w + 3] ?? 0) + (enter[arcs] ?? 0);
        if (one < best) {
          best = one;
          pointer = 1;
        }
        const two = (costs[w + 2] ?? 0) + (enter[arcs + 1] ?? 0);
        if (two < best) {
          best = two;
          pointer = 2;
        }
        const three = (costs[w + 1] ?? 0) + (enter[arcs + 2] ?? 0);
        if (three < best) {
          best = three;
          pointer = 3;
        }
        const four = (costs[w] ?? 0) + (enter[arcs + 3] ?? 0);
        if (four < best) {
          best = four;
          pointer = 4;
        }
      }
      let cost = best < BARRED ? best + (heard[w] ?? 0) : BARRED;
      const number = hub[state] ?? -1;
      if (number >= 0) {
        const first = hubStart[number] ?? 0;
        if (state === first && hubNumber === number - 1) {
          const skipped = hubCost + (skip[number] ?? BARRED);
          if (skipped < cost) {
            cost = skipped;
            pointer = SKIPPED + hubPart;
          }
        }
        if (hubNumber !== number || cost < hubCost) {
          hubNumber = number;
          hubCost = cost;
          hubPart = state - first;
        }
      }
      next[w + REACH] = cost < BARRED ? cost : BARRED;
      if (pointers) pointers[at + w] = pointer;
    }
  }

  /** The end of the cheapest way, among the last states. */
  cheapestEnd(): number {
    const { states, looseEnds } = this.#chain;
    let state = Math.min(states, this.#low + this.#corridor.width) - 1;
    let cost = BARRED;
    for (let candidate = Math.max(0, states - looseEnds); candidate < states; candidate++) {
      const value = this.#costs[candidate - this.#low + REACH] ?? BARRED;
      if (value >= cost) continue;
      state = candidate;
      cost = value;
    }
    return state;
  }
}
