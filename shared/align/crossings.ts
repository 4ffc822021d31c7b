import { REACH, type Chain } from './chain';

const NONE = Infinity;

/** The states from `first` on and the rows that are looked at. */
export interface Window {
  readonly first: number;
  readonly width: number;
  readonly rows: number;
}

/**
 * By row: what the cheapest way from the first state in the first row to the last state in the last row costs that is in a state
 * from `border` on in that row for the first time; Infinity where there is none. `heard[row * width + w]`: what it costs that the
 * row is heard in state `first + w`. Forward and backward search: rows × width.
 */
export function crossings(
  chain: Chain,
  heard: Float32Array,
  { first, width, rows }: Window,
  border: number,
): Float64Array {
  const { enter } = chain;
  const edge = border - first;
  const reached = upToBorder(chain, heard, { first, width, rows }, edge);
  const crossed = new Float64Array(rows).fill(NONE);
  let left = new Float64Array(width).fill(NONE);
  let before = new Float64Array(width).fill(NONE);
  left[width - 1] = 0;
  for (let row = rows - 1; row > 0; row--) {
    if (row < rows - 1) {
      stepBack(chain, heard.subarray((row + 1) * width, (row + 2) * width), left, before, { first, edge });
      [left, before] = [before, left];
    }
    for (let w = edge; w < edge + REACH && w < width; w++)
      for (let d = w - edge + 1; d <= REACH; d++) {
        const cost =
          (reached[(row - 1) * REACH + d - (w - edge) - 1] ?? NONE) +
          (enter[(first + w) * REACH + d - 1] ?? NONE) +
          (heard[row * width + w] ?? 0) +
          (left[w] ?? NONE);
        if (cost < (crossed[row] ?? NONE)) crossed[row] = cost;
      }
  }
  return crossed;
}

/** What it costs to come, by row, to each of the last states before the border: `[row * REACH + d - 1]` that `d` before it. */
function upToBorder(
  chain: Chain,
  heard: Float32Array,
  { first, width, rows }: Window,
  edge: number,
): Float64Array {
  const { stay, enter } = chain;
  const reached = new Float64Array(rows * REACH).fill(NONE);
  let costs = new Float64Array(width).fill(NONE);
  let next = new Float64Array(width);
  costs[0] = 0;
  skipAhead(chain, costs, first, edge);
  for (let row = 0; row < rows; row++) {
    if (row > 0) {
      for (let w = 0; w < edge; w++) {
        const state = first + w;
        let best = (costs[w] ?? NONE) + (stay[state] ?? 0);
        for (let d = 1; d <= REACH && d <= w; d++) {
          const cost = (costs[w - d] ?? NONE) + (enter[state * REACH + d - 1] ?? NONE);
          if (cost < best) best = cost;
        }
        next[w] = best + (heard[row * width + w] ?? 0);
      }
      skipAhead(chain, next, first, edge);
      [costs, next] = [next, costs];
    }
    for (let d = 1; d <= REACH && d <= edge; d++) reached[row * REACH + d - 1] = costs[edge - d] ?? NONE;
  }
  return reached;
}

/** From what is left to pay after a row to what is left before it, of the states behind the border. */
function stepBack(
  chain: Chain,
  heard: Float32Array,
  after: Float64Array,
  before: Float64Array,
  { first, edge }: { readonly first: number; readonly edge: number },
): void {
  const { stay, enter } = chain;
  const width = after.length;
  for (let w = width - 1; w >= edge; w--) {
    const state = first + w;
    let best = (stay[state] ?? 0) + (heard[w] ?? 0) + (after[w] ?? NONE);
    for (let d = 1; d <= REACH && w + d < width; d++) {
      const cost =
        (enter[(state + d) * REACH + d - 1] ?? NONE) + (heard[w + d] ?? 0) + (after[w + d] ?? NONE);
      if (cost < best) best = cost;
    }
    before[w] = best;
  }
  skipBack(chain, before, first, edge);
}

/** From hub to hub within a row, up to state `first + edge`. */
function skipAhead({ hub, skip, hubStart }: Chain, costs: Float64Array, first: number, edge: number): void {
  let number = -1;
  let cheapest = NONE;
  for (let w = 0; w < edge; w++) {
    const own = hub[first + w] ?? -1;
    if (own < 0) continue;
    if (own !== number) {
      const skipped =
        own === number + 1 && hubStart[own] === first + w ? cheapest + (skip[own] ?? NONE) : NONE;
      if (skipped < (costs[w] ?? NONE)) costs[w] = skipped;
      number = own;
      cheapest = NONE;
    }
    cheapest = Math.min(cheapest, costs[w] ?? NONE);
  }
}

/** The same backwards, from state `first + edge` on. */
function skipBack({ hub, skip, hubStart }: Chain, left: Float64Array, first: number, edge: number): void {
  for (let w = left.length - 1; w >= edge; w--) {
    const own = hub[first + w] ?? -1;
    if (own < 0) continue;
    const next = (hubStart[own + 1] ?? Infinity) - first;
    if (next >= left.length) continue;
    const cost = (skip[own + 1] ?? NONE) + (left[next] ?? NONE);
    if (cost < (left[w] ?? NONE)) left[w] = cost;
  }
}
