import type { Bound } from './bounds';
import type { FineMatch } from './gains';

/** How far (rows of 10 ms) the middle of a sure utterance may still move: 1 s, the most that a round was seen to mend. */
const SLACK_ROWS = 100;
/** Fewer rows than this prove nothing. */
const FEWEST_ROWS = 60;
/** How much more than text must gain at all (nats a row) both halves of a sure utterance gain. */
const SURE = 1;

/**
 * Holds the next search to the utterances that are beyond doubt, so that it need not try everything everywhere. Beyond doubt
 * is an utterance both halves of which fit clearly better than any speech does; `least`: gain a row from which on text is
 * believed at all.
 */
export function islands({ chain, states, gain }: FineMatch, least: number): Bound[] {
  const rows = states.length;
  const sums = new Float64Array(rows + 1);
  const counts = new Int32Array(rows + 1);
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const state = states[row] ?? 0;
    const isText = (chain.sound[state] ?? -1) >= 0;
    sums[row + 1] = (sums[row] ?? 0) + (isText ? (gain[row] ?? 0) : 0);
    counts[row + 1] = (counts[row] ?? 0) + (isText ? 1 : 0);
    const utterance = chain.utterance[state] ?? 0;
    if (!isText) continue;
    if (!first.has(utterance)) first.set(utterance, row);
    last.set(utterance, row);
  }
  const isSure = (from: number, to: number) => {
    const count = (counts[to] ?? 0) - (counts[from] ?? 0);
    return count >= FEWEST_ROWS / 2 && ((sums[to] ?? 0) - (sums[from] ?? 0)) / count >= least + SURE;
  };
  return [...first].flatMap(([utterance, from]) => {
    const to = (last.get(utterance) ?? from) + 1;
    const middle = (from + to) >> 1;
    if (!isSure(from, middle) || !isSure(middle, to)) return [];
    const state = states[middle] ?? 0;
    return [
      { step: middle + SLACK_ROWS, least: state, most: Infinity },
      { step: middle - SLACK_ROWS, least: 0, most: state },
    ];
  });
}
