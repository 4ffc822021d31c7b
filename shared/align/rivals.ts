import type { Chain, Emission } from './chain';
import { crossings } from './crossings';
import type { FineMatch } from './gains';

/** Rows of 10 ms that an edge must lie elsewhere to make a rival: three tenths of a second. */
const ELSEWHERE_ROWS = 30;
/** Rows to each side of an edge in which rivals are looked for. */
const REACH_ROWS = 400;
/** Rows × states of one stretch; where more would have to be looked at nothing is known. */
const MOST_CELLS = 4_000_000;

/** For each utterance how much dearer (nats) the cheapest way is that has the edge elsewhere; NaN where it is not known. */
export interface Rivals {
  readonly start: Float32Array;
  readonly end: Float32Array;
}

/** A found utterance: its first row and the row behind its last, in the way. */
interface Found {
  readonly utterance: number;
  readonly from: number;
  readonly to: number;
}

/** Rows from `left` to `right`, both in, and the states that the way is in there. */
interface Stretch {
  readonly left: number;
  readonly right: number;
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
  const found = foundIn(chain, states);
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
    const near = { left, right };
    if (before) {
      const stretch = isFar ? { left, right: before.to + REACH_ROWS } : near;
      end[before.utterance] = rival(
        chain.chain,
        states,
        emission,
        stretch,
        gap(before.utterance + 1),
        before.to,
      );
    }
    if (after) {
      const stretch = isFar ? { left: after.from - REACH_ROWS, right } : near;
      start[after.utterance] = rival(
        chain.chain,
        states,
        emission,
        stretch,
        text(after.utterance),
        after.from,
      );
    }
  }
  return { start, end };
}

const middle = ({ from, to }: Found) => (from + to) >> 1;

function foundIn({ sound, utterance }: FineMatch['chain'], states: Int32Array): Found[] {
  const found: { utterance: number; from: number; to: number }[] = [];
  for (const [row, state] of states.entries()) {
    if ((sound[state] ?? -1) < 0) continue;
    const own = utterance[state] ?? 0;
    const last = found.at(-1);
    if (last?.utterance === own) last.to = row + 1;
    else found.push({ utterance: own, from: row, to: row + 1 });
  }
  return found;
}

/**
 * How much dearer than crossing into the states from `border` on at row `at` it is to do so elsewhere in the stretch. NaN where
 * the stretch is too large or the way does not cross there.
 */
function rival(
  chain: Chain,
  states: Int32Array,
  emission: Emission,
  { left, right }: Stretch,
  border: number,
  at: number,
): number {
  const first = states[left] ?? 0;
  const last = states[right] ?? 0;
  const width = last - first + 1;
  const rows = right - left + 1;
  if (rows < 2 || border <= first || border > last || width * rows > MOST_CELLS) return NaN;
  const heard = new Float32Array(width * rows);
  for (let row = 0; row < rows; row++)
    emission(left + row, first, width, heard.subarray(row * width, (row + 1) * width));
  const costs = crossings(chain, heard, { first, width, rows }, border);
  let best = Infinity;
  let elsewhere = Infinity;
  for (let row = 1; row < rows; row++) {
    const cost = costs[row] ?? Infinity;
    if (Math.abs(left + row - at) <= ELSEWHERE_ROWS) best = Math.min(best, cost);
    else elsewhere = Math.min(elsewhere, cost);
  }
  return best < Infinity ? elsewhere - best : NaN;
}
