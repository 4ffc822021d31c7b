import { evenGain, meanGains, type FineMatch } from './gains';

/** Right texts gained 2.7 (music under the speech) to 7 in the median utterance; a text that gains less than this is wrong. */
const LEAST_MARGIN = 0.45;
/** The share of utterances that must be found for a text to belong to the recording. */
const LEAST_FOUND = 0.25;

/**
 * Whether the text is not what is said: the typical utterance then gains no more than any text does that is forced on a
 * recording, or most are not found at all. Cautious: refusing a right text is worse than timing a wrong one.
 */
export function isMismatch(match: FineMatch, utterances: number): boolean {
  const means = meanGains(match);
  if (means.length < utterances * LEAST_FOUND) return true;
  return (means[means.length >> 1] ?? 0) < evenGain(match) + LEAST_MARGIN;
}

/** How much faster than the synthesiser anybody speaks. */
const FASTEST = 2;

/** Whether so much text was spoken already (`spokenMs` without pauses) that most of it cannot be found in `listenedMs` of sound. */
export function outlasts(spokenMs: number, listenedMs: number): boolean {
  return spokenMs * LEAST_FOUND > listenedMs * FASTEST;
}

/** Rows quieter than half the second around them: 0.34 to 0.64 of speech (also with music 10 dB under it), 0.2 to 0.3 of most music. */
const LIVELY = 0.3;
const HALF_SECOND_ROWS = 50;
/** Speech that keeps such an even level is rare but there is some: only where text was also left out is it called music. */
const NEARLY_ALL_FOUND = 0.95;

/** Whether what the text was forced on is music, by its even level. Only to be asked about a finished match. */
export function isMusic(match: FineMatch, utterances: number, levelDb: Float32Array): boolean {
  if (meanGains(match).length >= utterances * NEARLY_ALL_FOUND) return false;
  const isText = (state: number) => (match.chain.sound[state] ?? -1) >= 0;
  const from = match.states.findIndex(isText);
  const to = match.states.findLastIndex(isText) + 1;
  return quietShare(levelDb.subarray(from, to)) < LIVELY;
}

/** Share of rows with less than half the mean power of the second around them, among those within 20 dB of the median. */
function quietShare(levelDb: Float32Array): number {
  const sums = new Float64Array(levelDb.length + 1);
  for (const [row, level] of levelDb.entries()) sums[row + 1] = (sums[row] ?? 0) + 10 ** (level / 10);
  const around = (row: number) => {
    const first = Math.max(0, row - HALF_SECOND_ROWS);
    const end = Math.min(levelDb.length, row + HALF_SECOND_ROWS);
    return ((sums[end] ?? 0) - (sums[first] ?? 0)) / Math.max(1, end - first);
  };
  const means = Float64Array.from(levelDb, (_, row) => around(row));
  const audible = 0.1 * (means.slice().sort()[means.length >> 1] ?? 0);
  let quiet = 0;
  let all = 0;
  for (const [row, mean] of means.entries()) {
    if (mean <= audible) continue;
    all++;
    if (10 ** ((levelDb[row] ?? 0) / 10) < 0.5 * mean) quiet++;
  }
  return all === 0 ? 0 : quiet / all;
}
