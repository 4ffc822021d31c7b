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

/** Which states are looked at in a step: `[low[step], high[step])`, a step in each place. Neither ever falls. */
export interface Corridor {
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Lowest and highest state that the way may be in, by step; neither ever falls. */
  readonly least?: Int32Array | undefined;
  readonly most?: Int32Array | undefined;
}

/** Fills `costs[w]` with what it costs that `step` is heard in state `first + w`, for `w` in 0..count. */
export type Emission = (step: number, first: number, count: number, costs: Float32Array) => void;

/** What bounds a search besides its corridor. */
export interface SearchLimits {
  /** Ways dearer than the cheapest by more than this are given up, if another reaches the end. */
  readonly beam?: number | undefined;
  readonly memoryBytes?: number | undefined;
  readonly blockSteps?: number | undefined;
}

/** Far above any real cost, yet summable in 32-bit floats without becoming Infinity; it is one, or it would never equal itself. */
const BARRED = Math.fround(1e12);
/** Back pointers kept at once, in bytes; of longer ways the first part is run again from saved columns. */
const MEMORY_BYTES = 64 * 1024 * 1024;
/** Steps that are kept or run again together. */
const BLOCK_STEPS = 2048;
const RESCALE_STEPS = 128;
/** Back pointers: 0 stays, 1..REACH enters, then skips from the 1st, 2nd, 3rd state of the hub before. */
const SKIPPED = REACH + 1;

/**
 * Viterbi search in a corridor. Time and memory go with the states that are in the race, much fewer than the corridor with
 * a beam or bounds; at most about 64 MB of back pointers whatever the length (the oldest are dropped and computed again
 * from columns saved at block borders). `tick(done, total)` is called now and then and may throw. Answers with the state
 * of each step.
 */
export function cheapestPath(
  chain: Chain,
  corridor: Corridor,
  emission: Emission,
  tick: (done: number, total: number) => void,
  { beam = Infinity, memoryBytes = MEMORY_BYTES, blockSteps = BLOCK_STEPS }: SearchLimits = {},
): Int32Array {
  const steps = corridor.low.length;
  const front = new Front(chain, corridor, emission, beam);
  const blocks: Block[] = [];
  let kept = 0;
  let dropped = 0;
  for (let from = 0; from < steps; from += blockSteps) {
    const block = new Block(from, Math.min(steps, from + blockSteps), front.column());
    block.run(front, (step) => tick(step, steps));
    blocks.push(block);
    kept += block.trace.length;
    // The newest block is needed first and always kept.
    for (; kept > memoryBytes && dropped < blocks.length - 1; dropped++) kept -= blocks[dropped]?.drop() ?? 0;
  }
  const end = front.cheapestEnd();
  // The beam gave up every way that ends where ways may end; or there is none that keeps to the bounds.
  if (end < 0 && (beam < Infinity || corridor.least)) {
    const { low, high } = corridor;
    const wider = beam < Infinity ? corridor : { low, high };
    return cheapestPath(chain, wider, emission, tick, { memoryBytes, blockSteps });
  }
  const states = new Int32Array(steps);
  let state = Math.max(0, end);
  for (const block of blocks.toReversed()) {
    if (block.isDropped) block.run(front, () => tick(steps, steps));
    state = block.walkBack(chain, state, states);
    block.drop();
  }
  return states;
}

/** What a step leaves behind for the next. */
interface Column {
  /** Of the states from `first` on. */
  readonly costs: Float32Array;
  readonly first: number;
}

/** Back pointers of the states in the race, step after step. */
class Trace {
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

  pointer(step: number, state: number): number {
    const offset = state - (this.#first[step] ?? 0);
    return offset < 0 ? 0 : (this.#pointers[(this.#at[step] ?? 0) + offset] ?? 0);
  }
}

/** Steps `[from, to)` with what they were reached from, which can be dropped and found again. */
class Block {
  readonly #from: number;
  readonly #to: number;
  readonly #before: Column;
  trace: Trace = new Trace(0);
  isDropped = true;

  constructor(from: number, to: number, before: Column) {
    this.#from = from;
    this.#to = to;
    this.#before = before;
  }

  run(front: Front, tick: (step: number) => void): void {
    front.restore(this.#before);
    this.trace = new Trace(this.#to - this.#from);
    this.isDropped = false;
    for (let step = this.#from; step < this.#to; step++) {
      front.advance(step, this.trace, step - this.#from);
      if (step % 64 === 0) tick(step);
    }
  }

  /** Answers with the bytes that became free. */
  drop(): number {
    const bytes = this.trace.length;
    this.trace = new Trace(0);
    this.isDropped = true;
    return bytes;
  }

  /** Fills `states` from the state of the last step back; answers with the state of the step before the first. */
  walkBack(chain: Chain, last: number, states: Int32Array): number {
    let state = last;
    for (let step = this.#to - 1; step >= this.#from; step--) {
      const at = step - this.#from;
      let pointer = this.trace.pointer(at, state);
      while (pointer >= SKIPPED) {
        const before = (chain.hub[state] ?? 1) - 1;
        state = (chain.hubStart[before] ?? 0) + pointer - SKIPPED;
        pointer = this.trace.pointer(at, state);
      }
      states[step] = state;
      state = Math.max(0, state - pointer);
    }
    return state;
  }
}

/** The column of costs that moves through time. */
class Front {
  readonly #chain: Chain;
  readonly #corridor: Corridor;
  readonly #emission: Emission;
  readonly #beam: number;
  /** Costs by `REACH + state`, so that entering needs no test of the edge; barred outside the race. */
  #costs: Float32Array;
  #next: Float32Array;
  readonly #heard: Float32Array;
  /** The states that are still in the race, first and last. */
  #first = 0;
  #last = -1;
  /** What was written of `#next` two steps ago. */
  #dirtyFirst = 0;
  #dirtyLast = -1;
  #end = 0;

  constructor(chain: Chain, corridor: Corridor, emission: Emission, beam: number) {
    this.#chain = chain;
    this.#corridor = corridor;
    this.#emission = emission;
    this.#beam = beam;
    this.#costs = new Float32Array(chain.states + REACH).fill(BARRED);
    this.#next = new Float32Array(chain.states + REACH).fill(BARRED);
    this.#heard = new Float32Array(
      corridor.high.reduce((most, high, step) => Math.max(most, high - (corridor.low[step] ?? 0)), 0),
    );
  }

  column(): Column {
    return {
      costs: this.#costs.slice(REACH + this.#first, REACH + this.#last + 1),
      first: this.#first,
    };
  }

  /** Goes back to a saved column. */
  restore({ costs, first }: Column): void {
    this.#costs.fill(BARRED);
    this.#next.fill(BARRED);
    this.#costs.set(costs, REACH + first);
    this.#first = first;
    this.#last = first + costs.length - 1;
    this.#dirtyLast = -1;
  }

  /** Takes one step; notes in `trace` at `at` where each state was reached from. */
  advance(step: number, trace: Trace, at: number): void {
    const { low, high, least, most } = this.#corridor;
    const from = low[step] ?? 0;
    if (step === 0) this.#begin();
    const end = Math.min((high[step] ?? 0) - 1, most?.[step] ?? Infinity);
    const first = Math.max(from, this.#first, least?.[step] ?? 0);
    const last = Math.min(end, step === 0 ? this.#last : this.#last + REACH);
    const count = Math.max(0, last - first + 1);
    this.#end = end;
    this.#emission(step, first, count, this.#heard);
    if (this.#dirtyLast >= 0) this.#next.fill(BARRED, REACH + this.#dirtyFirst, REACH + this.#dirtyLast + 1);
    [this.#dirtyFirst, this.#dirtyLast] = [this.#first, this.#last];
    const pointers = trace.open(at, first, Math.max(0, end - first + 1));
    this.#last = this.#fill(first, count, step === 0, pointers);
    this.#first = first;
    trace.close(Math.max(0, this.#last - first + 1));
    [this.#costs, this.#next] = [this.#next, this.#costs];
    this.#narrow(step % RESCALE_STEPS === 0);
  }

  /** Before the first step the way stands, at no cost, in any of the first states. */
  #begin(): void {
    const { looseEnds } = this.#chain;
    this.#costs.fill(0, REACH, REACH + looseEnds);
    this.#first = 0;
    this.#last = looseEnds - 1;
  }

  /**
   * Drops from both ends of the race what is dearer than the beam allows. When `rescale`, also takes the smallest cost
   * off all of them: only differences matter, and 32-bit floats are coarse when large.
   */
  #narrow(rescale: boolean): void {
    const costs = this.#costs;
    let least = BARRED;
    for (let index = this.#first + REACH; index <= this.#last + REACH; index++) {
      const cost = costs[index] ?? BARRED;
      if (cost < least) least = cost;
    }
    if (least >= BARRED) return;
    const most = Math.min(least + this.#beam, BARRED / 2);
    while ((costs[this.#first + REACH] ?? 0) > most) costs[this.#first++ + REACH] = BARRED;
    while ((costs[this.#last + REACH] ?? 0) > most) costs[this.#last-- + REACH] = BARRED;
    if (!rescale) return;
    for (let index = this.#first + REACH; index <= this.#last + REACH; index++) {
      const cost = costs[index] ?? BARRED;
      if (cost < BARRED) costs[index] = cost - least;
    }
  }

  /** Fills the states of the race, then the hubs that are only reached by skipping; answers with the last state filled. */
  #fill(start: number, count: number, isFirst: boolean, pointers: Uint8Array): number {
    const { stay, enter, hub, hubStart } = this.#chain;
    const costs = this.#costs;
    const next = this.#next;
    const heard = this.#heard;
    // The cheapest state of the hub passed last, for skipping from it.
    let hubCost = BARRED;
    let hubPart = 0;
    let hubNumber = -2;
    for (let n = 0; n < count; n++) {
      const state = start + n;
      const w = state;
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
      pointers[n] = pointer;
    }
    return this.#skipOn(start, start + count - 1, { hubCost, hubPart, hubNumber }, pointers);
  }

  #skipOn(
    first: number,
    last: number,
    { hubCost, hubPart, hubNumber }: { hubCost: number; hubPart: number; hubNumber: number },
    pointers: Uint8Array,
  ): number {
    const { hubStart } = this.#chain;
    const end = this.#end;
    const most = Math.min(BARRED / 2, hubCost + this.#beam);
    let cost = hubCost;
    let part = hubPart;
    let reached = last;
    if (hubNumber < 0) return reached;
    for (let number = hubNumber + 1; number < hubStart.length; number++) {
      const state = hubStart[number] ?? end + 1;
      cost += this.#skipTo(number);
      if (state > end || cost > most) break;
      if (state > last) {
        this.#next[state + REACH] = cost;
        pointers[state - first] = SKIPPED + part;
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
      const value = this.#costs[candidate + REACH] ?? BARRED;
      if (value >= cost) continue;
      state = candidate;
      cost = value;
    }
    return state;
  }
}
