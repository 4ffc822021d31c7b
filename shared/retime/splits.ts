import { fitAt, stepsOf, type Pattern } from './pattern';
import { STEP_MS, type Reference } from './reference';

/** Where cues go: the start of each in steps of the reference, or null where it fits nowhere. */
export interface Placement {
  readonly places: readonly (number | null)[];
  /** True where a cue does not keep its distance to the placed one before it: a piece was cut out or put in there. */
  readonly isSplit: readonly boolean[];
  /** Log of how much likelier the cues fit so than by chance, splits paid for. Not more than 0: nothing fits. */
  readonly evidence: number;
}

export interface SplitOptions {
  readonly rate: number;
  /** Places tried are this many steps apart. */
  readonly grid: number;
  /** By how many standard deviations a cue in its right place fits better than in a wrong one. */
  readonly strength: number;
  readonly tick?: ((fraction: number) => void) | undefined;
}

/**
 * Neighbouring cues share edges and pauses, and activity is slow: what a cue says is worth this share of what independent
 * measurements would say.
 */
export const INDEPENDENCE = 0.6;

/** Log likelihood ratio of right against wrong place for a fit `deviations` above the mean. */
export function evidenceOf(deviations: number, strength: number): number {
  return INDEPENDENCE * strength * (deviations - strength / 2);
}

/**
 * The likeliest places of all cues, in order and without overlap: dynamic programming over cues and places. A cue keeps its
 * distance to the one before, or jumps anywhere later for the price of a split, or is left out. After alass (Kaegi 2019).
 * Time and bits of memory: cues times `steps / grid`.
 */
export function findPlacement(
  patterns: readonly Pattern[],
  reference: Reference,
  options: SplitOptions,
): Placement {
  return new SplitSearch(patterns, reference, options).run();
}

/** From this place on (up to the next change) the best end of what came before is the cue of this row at `origin`. */
interface Change {
  readonly from: number;
  /** -1: this row changes nothing from here on. */
  readonly origin: number;
}

class SplitSearch {
  readonly #patterns: readonly Pattern[];
  readonly #reference: Reference;
  readonly #options: SplitOptions;
  readonly #count: number;
  readonly #splitCost: number;
  /** Best evidence of everything up to the last cue, ended by this place. */
  readonly #ended: Float32Array;
  readonly #jumps: Uint8Array[] = [];
  readonly #changes: (readonly Change[])[] = [];
  readonly #shifts: number[] = [];

  constructor(patterns: readonly Pattern[], reference: Reference, options: SplitOptions) {
    this.#patterns = patterns;
    this.#reference = reference;
    this.#options = options;
    this.#count = Math.max(1, Math.floor(reference.steps / options.grid));
    this.#ended = new Float32Array(this.#count + 1);
    // Any place may follow, and any cue be the one.
    this.#splitCost = Math.log(this.#count) + Math.log(patterns.length + 1);
  }

  run(): Placement {
    const { rate, grid, tick } = this.#options;
    let row = new Float32Array(this.#count);
    let next = new Float32Array(this.#count);
    let before = 0;
    for (const [index, pattern] of this.#patterns.entries()) {
      if (index % 16 === 0) tick?.(index / this.#patterns.length);
      const own = Math.round((pattern.startMs * rate) / STEP_MS / grid);
      this.#shifts.push(index === 0 ? 0 : own - before);
      this.#fill(next, row, pattern, index);
      this.#changes.push(this.#end(next, pattern));
      before = own;
      [row, next] = [next, row];
    }
    return this.#trace();
  }

  #fill(next: Float32Array, row: Float32Array, pattern: Pattern, index: number): void {
    const { rate, grid, strength } = this.#options;
    const steps = stepsOf(pattern, rate);
    let [sum, squares] = [0, 0];
    for (let place = 0; place < this.#count; place++) {
      const fit = fitAt(this.#reference, steps, pattern.weights, place * grid);
      sum += fit;
      squares += fit * fit;
      next[place] = fit;
    }
    const mean = sum / this.#count;
    const deviation = Math.sqrt(Math.max(0, squares / this.#count - mean * mean));
    const scale = deviation > 0 ? 1 / deviation : 0;
    const jumps = new Uint8Array((this.#count >> 3) + 1);
    const shift = index === 0 ? Infinity : (this.#shifts[index] ?? 0);
    for (let place = 0; place < this.#count; place++) {
      const evidence = evidenceOf(((next[place] ?? 0) - mean) * scale, strength);
      const kept = place >= shift ? (row[place - shift] ?? 0) : -Infinity;
      const jumped = (this.#ended[place] ?? 0) - this.#splitCost;
      if (jumped > kept) jumps[place >> 3] = (jumps[place >> 3] ?? 0) | (1 << (place & 7));
      next[place] = evidence + Math.max(kept, jumped);
    }
    this.#jumps.push(jumps);
  }

  /** Takes a row into the best ends; tells where it changed them. */
  #end(row: Float32Array, pattern: Pattern): Change[] {
    const { rate, grid } = this.#options;
    const duration = Math.floor((pattern.durationMs * rate) / STEP_MS / grid);
    const changes: Change[] = [];
    let [best, origin, lastEnd] = [-Infinity, -1, -1];
    for (let place = 0; place < this.#count; place++) {
      const value = row[place] ?? 0;
      if (value > best) [best, origin] = [value, place];
      const end = Math.min(this.#count, place + duration);
      const isBetter = best > (this.#ended[end] ?? 0);
      // Ends beyond the reference all count as its end: once that is bettered here, it stays so.
      if (end === lastEnd && !isBetter) continue;
      if (isBetter) this.#ended[end] = best;
      const now = isBetter ? origin : -1;
      if (end === lastEnd && changes.at(-1)?.from === end) changes.pop();
      if (now !== (changes.at(-1)?.origin ?? -1)) changes.push({ from: end, origin: now });
      lastEnd = end;
    }
    return changes;
  }

  #trace(): Placement {
    const places: (number | null)[] = this.#patterns.map(() => null);
    const isSplit = this.#patterns.map(() => false);
    const evidence = this.#ended[this.#count] ?? 0;
    let found = this.#lastEnd(this.#patterns.length - 1, this.#count);
    while (found) {
      let { index, place } = found;
      while (!this.#isJump(index, place)) {
        places[index] = place * this.#options.grid;
        place -= this.#shifts[index] ?? 0;
        index--;
      }
      places[index] = place * this.#options.grid;
      isSplit[index] = true;
      found = this.#lastEnd(index - 1, place);
    }
    return { places, isSplit, evidence };
  }

  #isJump(index: number, place: number): boolean {
    return (((this.#jumps[index]?.[place >> 3] ?? 0) >> (place & 7)) & 1) === 1;
  }

  /** The cue up to `index` that made the best end by `place`, and where it stands; null where none is placed. */
  #lastEnd(index: number, place: number): { index: number; place: number } | null {
    for (let row = index; row >= 0; row--) {
      const change = lastUpTo(this.#changes[row] ?? [], place);
      if (change && change.origin >= 0) return { index: row, place: change.origin };
    }
    return null;
  }
}

function lastUpTo(changes: readonly Change[], place: number): Change | null {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.from ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return changes[low - 1] ?? null;
}
