import { REACH, type Chain, type Corridor, type Emission } from './chain';
import { SKIPPED, type Trace } from './trace';

/** Far above any real cost, yet summable in 32-bit floats without becoming Infinity; it is one, or it would never equal itself. */
const BARRED = Math.fround(1e12);
const RESCALE_STEPS = 128;

/** What a step leaves behind for the next. */
export interface Column {
  /** Of the states from `first` on. */
  readonly costs: Float32Array;
  readonly first: number;
}

/** The column of costs that moves through time. */
export class Front {
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

  /** The states whose ways are still in the race. */
  inRace(): number[] {
    const states: number[] = [];
    for (let state = this.#first; state <= this.#last; state++)
      if ((this.#costs[state + REACH] ?? BARRED) < BARRED) states.push(state);
    return states;
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
