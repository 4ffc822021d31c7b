import type { Chain, Emission } from './chain';
import { crossings, type Window } from './crossings';
import { utterancesIn, type Found } from './found';
import type { FineMatch } from './gains';

/** Rows of 10 ms that an edge must lie elsewhere to make a rival: three tenths of a second. */
const ELSEWHERE_ROWS = 30;
/** Rows to each side of an edge in which rivals are looked for. */
const REACH_ROWS = 400;
/** Rows × states of one stretch; where more would have to be looked at nothing is known. */
const MOST_CELLS = 4_000_000;

/** For each utterance how much dearer (nats) the cheapest way is that has the edge elsewhere, Infinity where none has; NaN where it is not known. */
export interface Rivals {
  readonly start: Float32Array;
  readonly end: Float32Array;
}

/** Rows from `left` on and the states that the way may be in there, with what each costs in each. */
interface Stretch extends Window {
  readonly left: number;
  readonly heard: Float32Array;
}

/**
 * How close the second-best place of each edge of the found utterances comes, by forward and backward search between the
 * middles of neighbours. Rows near edges × states near edges. `tick` is told how much is done, and may throw to stop.
 */
export function rivalsOf(
  { chain, states }: Pick<FineMatch, 'chain' | 'states'>,
  emission: Emission,
  count: number,
  tick: (fraction: number) => void = () => {},
): Rivals {
  const start = new Float32Array(count).fill(NaN);
  const end = new Float32Array(count).fill(NaN);
  const found = utterancesIn({ chain, states });
  const gap = (utterance: number) => chain.chain.hubStart[utterance] ?? chain.chain.states;
  const text = (utterance: number) => {
    let state = gap(utterance);
    while ((chain.chain.hub[state] ?? -1) === utterance) state++;
    return state;
  };
  for (let n = 0; n <= found.length; n++) {
    tick(n / (found.length + 1));
    const before = found[n - 1];
    const after = found[n];
    const left = before
      ? Math.max(middle(before), before.to - 1 - REACH_ROWS)
      : Math.max(0, (after?.from ?? 0) - REACH_ROWS);
    const right = after
      ? Math.min(middle(after), after.from + REACH_ROWS)
      : Math.min(states.length - 1, (before?.to ?? 0) + REACH_ROWS);
    const isFar = before && after && after.from - before.to > 2 * REACH_ROWS;
    const heard = hear(chain.chain, states, emission, left, isFar ? before.to + REACH_ROWS : right);
    if (before) end[before.utterance] = rival(chain.chain, heard, gap(before.utterance + 1), before.to);
    if (!after) continue;
    const own = isFar ? hear(chain.chain, states, emission, after.from - REACH_ROWS, right) : heard;
    start[after.utterance] = rival(chain.chain, own, text(after.utterance), after.from);
  }
  return { start, end };
}

const middle = ({ from, to }: Found) => (from + to) >> 1;

/** What each row of the stretch costs in each of the states that the way may be in there; null where that is too much. */
function hear(
  chain: Chain,
  states: Int32Array,
  emission: Emission,
  left: number,
  right: number,
): Stretch | null {
  const first = states[left] ?? 0;
  const width = Math.min(chain.states - 1, states[right] ?? 0) - first + 1;
  const rows = right - left + 1;
  if (rows < 2 || width * rows > MOST_CELLS) return null;
  const heard = new Float32Array(width * rows);
  for (let row = 0; row < rows; row++)
    emission(left + row, first, width, heard.subarray(row * width, (row + 1) * width));
  return { left, first, width, rows, heard };
}

/**
 * How much dearer than crossing into the states from `border` on at row `at` it is to do so elsewhere in the stretch; Infinity
 * where nothing else leads through. NaN where there is no stretch, or the way does not cross there.
 */
function rival(chain: Chain, stretch: Stretch | null, border: number, at: number): number {
  if (!stretch || border <= stretch.first || border >= stretch.first + stretch.width) return NaN;
  const costs = crossings(chain, stretch.heard, stretch, border);
  let best = Infinity;
  let elsewhere = Infinity;
  for (let row = 1; row < stretch.rows; row++) {
    const cost = costs[row] ?? Infinity;
    if (Math.abs(stretch.left + row - at) <= ELSEWHERE_ROWS) best = Math.min(best, cost);
    else elsewhere = Math.min(elsewhere, cost);
  }
  return best < Infinity ? elsewhere - best : NaN;
}
