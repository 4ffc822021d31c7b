import type { Bound } from './bounds';
import { utterancesIn, type Found } from './found';
import { meanGains, type FineMatch } from './gains';

/** How far (rows of 10 ms) the middle of a sure utterance may still move: 1 s, the most that a round was seen to mend. */
const SLACK_ROWS = 100;
/** Fewer rows than this prove nothing. */
const FEWEST_ROWS = 60;
/** How much more than text must gain at all (nats a row) both halves of a sure utterance gain. */
const SURE = 1;
/**
 * How much less than the typical utterance (nats a row) they may gain. Text that was led astray into other speech gains 1 to
 * 2.7 there, having picked what suits it, and what is right 3 to 7.
 */
const UNDER_TYPICAL = 0.75;
/** Text that was led astray lies scattered; a longer gap (rows) in an utterance leaves it in doubt. */
const LONGEST_GAP_ROWS = 80;

/**
 * Holds the next search to the utterances that are beyond doubt, so that it need not try everything everywhere. Beyond doubt
 * is an utterance without long gaps both halves of which fit clearly better than any speech does, and about as well as others;
 * `least`: gain a row from which on text is believed at all. Linear.
 */
export function islands(match: FineMatch, least: number): Bound[] {
  const { chain, states } = match;
  const means = meanGains(match);
  const enough = Math.max(least + SURE, (means[means.length >> 1] ?? 0) - UNDER_TYPICAL);
  return utterancesIn(match).flatMap((found) => {
    if (found.gap > LONGEST_GAP_ROWS || !fits(match, found, enough)) return [];
    const middle = (found.from + found.to) >> 1;
    const state = states[middle] ?? 0;
    // In a pause the state of the text before it is as good, and there may be none.
    return chain.utterance[state] === found.utterance
      ? [
          { step: middle + SLACK_ROWS, least: state, most: Infinity },
          { step: middle - SLACK_ROWS, least: 0, most: state },
        ]
      : [];
  });
}

function fits({ chain, states, gain }: FineMatch, { from, to }: Found, enough: number): boolean {
  const isEnough = (start: number, end: number) => {
    let sum = 0;
    let count = 0;
    for (let row = start; row < end; row++) {
      if ((chain.sound[states[row] ?? 0] ?? -1) < 0) continue;
      sum += gain[row] ?? 0;
      count++;
    }
    return count >= FEWEST_ROWS / 2 && sum / count >= enough;
  };
  const middle = (from + to) >> 1;
  return isEnough(from, middle) && isEnough(middle, to);
}
