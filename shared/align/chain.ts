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
  /** Lowest and highest state that the way may be in, by step; neither ever falls, and both lie in the corridor. */
  readonly least?: Int32Array | undefined;
  readonly most?: Int32Array | undefined;
}

/** Fills `costs[w]` with what it costs that `step` is heard in state `low + w`, for `w` in 0..width. */
export type Emission = (step: number, low: number, width: number, costs: Float32Array) => void;

/** What bounds a search besides its corridor. */
export interface SearchLimits {
  /** Ways dearer than the cheapest by more than this are given up, if another reaches the end. */
  readonly beam?: number | undefined;
  readonly memoryBytes?: number | undefined;
}

/** Far above any real cost, yet summable in 32-bit floats without becoming Infinity. */
const BARRED = 1e12;
/** Back pointers kept at once, in bytes; longer ways are run twice, block by block from saved columns. */
const MEMORY_BYTES = 48 * 1024 * 1024;
const RESCALE_STEPS = 128;
/** Back pointers: 0 stays, 1..REACH enters, then skips from the 1st, 2nd, 3rd state of the hub before. */
const SKIPPED = REACH + 1;

/**
 * Viterbi search in a corridor. Time steps × width, much less with a beam; memory about 48 MB whatever the length (columns
 * are saved at block borders and back pointers computed again from there). `tick(done, total)` is called now and then
 * and may throw. Answers with the state of each step.
 */
export function cheapestPath(
  chain: Chain,
  corridor: Corridor,
  emission: Emission,
  tick: (done: number, total: number) => void,
  { beam = Infinity, memoryBytes = MEMORY_BYTES }: SearchLimits = {},
): Int32Array {
  const { steps, width, low } = corridor;
  const blockSteps = Math.max(16, Math.min(steps, Math.floor(memoryBytes / width)));
  const blocks = Math.ceil(steps / blockSteps);
  const total = blocks > 1 ? 2 * steps - blockSteps : steps;
  const front = new Front(chain, corridor, emission, beam);
  const saved: Column[] = [];
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
    front.restore(saved[block - 1] ?? null);
    for (let step = from; step < to; step++, done++) {
      front.advance(step, pointers, (step - from) * width);
      if (step % 64 === 0) tick(done, total);
    }
    if (state < 0) state = front.cheapestEnd();
    // The beam gave up every way that ends where ways may end; or there is none that keeps to the bounds.
    if (state < 0 && beam < Infinity) return cheapestPath(chain, corridor, emission, tick, { memoryBytes });
    if (state < 0 && corridor.least)
      return cheapestPath(chain, { steps, width, low }, emission, tick, { memoryBytes });
    state = Math.max(0, state);
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

/** What a step leaves behind for the next. */
interface Column {
  readonly costs: Float32Array;
  readonly low: number;
  readonly first: number;
  readonly last: number;
}

/** The column of costs that moves through time. */
class Front {
  readonly #chain: Chain;
  readonly #corridor: Corridor;
  readonly #emission: Emission;
  readonly #beam: number;
  /** Costs of the states from `low - REACH` on, so that entering needs no test of the edge. */
  #costs: Float32Array;
  #next: Float32Array;
  readonly #heard: Float32Array;
  #low = 0;
  /** The states that are still in the race, first and last; everything outside is barred. */
  #first = 0;
  #last = -1;
  #most = Infinity;

  constructor(chain: Chain, corridor: Corridor, emission: Emission, beam: number) {
    this.#chain = chain;
    this.#corridor = corridor;
    this.#emission = emission;
    this.#beam = beam;
    this.#costs = new Float32Array(corridor.width + REACH).fill(BARRED);
    this.#next = new Float32Array(corridor.width + REACH).fill(BARRED);
    this.#heard = new Float32Array(corridor.width);
  }

  column(): Column {
    return { costs: this.#costs.slice(), low: this.#low, first: this.#first, last: this.#last };
  }

  /** Goes back to a saved column; null: to before the first step. */
  restore(column: Column | null): void {
    if (!column) return;
    this.#costs.set(column.costs);
    this.#low = column.low;
    this.#first = column.first;
    this.#last = column.last;
  }

  /** Takes one step; with `pointers`, notes at `at + state - low` where each state was reached from. */
  advance(step: number, pointers: Uint8Array | null, at: number): void {
    const { width, low, least, most } = this.#corridor;
    const from = low[step] ?? 0;
    this.#most = most?.[step] ?? Infinity;
    if (step === 0) this.#begin();
    else this.#shift(from - this.#low);
    this.#low = from;
    const first = Math.max(from, this.#first, least?.[step] ?? 0);
    const last = Math.min(from + width - 1, this.#most, step === 0 ? this.#last : this.#last + REACH);
    const count = Math.max(0, last - first + 1);
    this.#emission(step, first, count, this.#heard);
    this.#next.fill(BARRED);
    this.#last = this.#fill(first, count, step === 0, pointers, at);
    this.#first = first;
    [this.#costs, this.#next] = [this.#next, this.#costs];
    this.#narrow(step % RESCALE_STEPS === 0);
  }

  /** Before the first step the way stands, at no cost, in any of the first states. */
  #begin(): void {
    const { looseEnds } = this.#chain;
    this.#costs.fill(BARRED);
    this.#costs.fill(0, REACH, REACH + looseEnds);
    this.#first = 0;
    this.#last = looseEnds - 1;
  }

  #shift(by: number): void {
    if (by === 0) return;
    this.#costs.copyWithin(0, by);
    this.#costs.fill(BARRED, Math.max(0, this.#costs.length - by));
  }

  /**
   * Drops from both ends of the race what is dearer than the beam allows. When `rescale`, also takes the smallest cost
   * off all of them: only differences matter, and 32-bit floats are coarse when large.
   */
  #narrow(rescale: boolean): void {
    const costs = this.#costs;
    const offset = REACH - this.#low;
    let least = BARRED;
    for (let index = this.#first + offset; index <= this.#last + offset; index++) {
      const cost = costs[index] ?? BARRED;
      if (cost < least) least = cost;
    }
    if (least >= BARRED) return;
    const most = Math.min(least + this.#beam, BARRED / 2);
    while ((costs[this.#first + offset] ?? 0) > most) costs[this.#first++ + offset] = BARRED;
    while ((costs[this.#last + offset] ?? 0) > most) costs[this.#last-- + offset] = BARRED;
    if (!rescale) return;
    for (let index = this.#first + offset; index <= this.#last + offset; index++) {
      const cost = costs[index] ?? BARRED;
      if (cost < BARRED) costs[index] = cost - least;
    }
  }

  /** Fills the states of the race, then the hubs that are only reached by skipping; answers with the last state filled. */
  #fill(start: number, count: number, isFirst: boolean, pointers: Uint8Array | null, at: number): number {
    const { stay, enter, hub, hubStart } = this.#chain;
    const costs = this.#costs;
    const next = this.#next;
    const heard = this.#heard;
    const low = this.#low;
    const offset = start - low;
    // The cheapest state of the hub passed last, for skipping from it.
    let hubCost = BARRED;
    let hubPart = 0;
    let hubNumber = -2;
    for (let n = 0; n < count; n++) {
      const state = start + n;
      const w = offset + n;
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
      let cost = best < BARRED ? best + (heard[n] ?? 0) : BARRED;
      const number = hub[state] ?? -1;
      if (number >= 0) {
        const first = hubStart[number] ?? 0;
        if (state === first && hubNumber === number - 1) {
          const skipped = hubCost + this.#skipTo(number);
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
    return this.#skipOn(start + count - 1, { hubCost, hubPart, hubNumber }, pointers, at);
  }

  #skipOn(
    last: number,
    { hubCost, hubPart, hubNumber }: { hubCost: number; hubPart: number; hubNumber: number },
    pointers: Uint8Array | null,
    at: number,
  ): number {
    const { hubStart } = this.#chain;
    const end = this.#low + this.#corridor.width;
    const most = Math.min(BARRED / 2, hubCost + this.#beam);
    let cost = hubCost;
    let part = hubPart;
    let reached = last;
    if (hubNumber < 0) return reached;
    for (let number = hubNumber + 1; number < hubStart.length; number++) {
      const state = hubStart[number] ?? end;
      cost += this.#skipTo(number);
      if (state >= end || state > this.#most || cost > most) break;
      if (state > last) {
        const w = state - this.#low;
        this.#next[w + REACH] = cost;
        if (pointers) pointers[at + w] = SKIPPED + part;
        reached = state;
      }
      part = 0;
    }
    return reached;
  }

  #skipTo(hub: number): number {
    return this.#chain.skip[hub] ?? BARRED;
  }

  /** The end of the cheapest way, among the last states; -1 where none of them is in the race. */
  cheapestEnd(): number {
    const { states, looseEnds } = this.#chain;
    let state = -1;
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
