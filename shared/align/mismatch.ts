import { evenGain, meanGains, typicalGain, type FineMatch } from './gains';

/** Right texts gained 1.8 to 7 in the median utterance, wrong ones of a minute or more up to 0.3; one that gains less than this is wrong. */
const LEAST_MARGIN = 0.6;
/** The share of utterances that must be found for a text to belong to the recording. */
const LEAST_FOUND = 0.25;
/** Wrong texts shorter than this (ms) gain up to 2 as well: they are held against what they gain said backwards. */
export const LONGEST_TURNED_MS = 60_000;
/** Still shorter ones find something that suits them either way, and prove nothing. */
const SHORTEST_TURNED_MS = 15_000;
/** What gains so much more than any text does is right; wrong texts above that length gained up to 2.1. */
const SURE_MARGIN = 3;
/** What more than that right texts gain: 0.5 to 3.7, in noise or over the telephone 0.1; wrong ones mostly less than nothing. */
const LEAST_OVER_BACKWARDS = 0.1;

/** In music the synthesiser's own voice was seen to gain -0.1; in speech, loud noise or music with it, -0.035 or more, whatever the text. */
const LEAST_COARSE_GAIN = -0.06;

/** What is asked about a finished match. */
export interface Judged {
  readonly match: FineMatch;
  /** As `CoarseMatch.gain`. */
  readonly coarseGain: number;
  /** How many there are in the text, and how long they are said for by the synthesiser. */
  readonly utterances: number;
  readonly soundingMs: number;
  /** Of the recording, as `Cepstra.levelDb`. */
  readonly levelDb: Float32Array;
  /** The match of the text said backwards, null for one longer than `LONGEST_TURNED_MS`; it takes as long as the match did. */
  readonly backwards: () => FineMatch | null;
}

/**
 * What is wrong with a finished match: `no-speech` where text was forced on music, `mismatch` where it is not what is said: the
 * typical utterance gains no more than any text does that is forced on a recording, or most are not found at all. Cautious:
 * refusing a right text is worse than timing a wrong one.
 */
export function judge(judged: Judged): 'no-speech' | 'mismatch' | null {
  const { match, coarseGain, utterances, soundingMs, levelDb } = judged;
  const means = meanGains(match);
  if (means.length === 0) return 'mismatch';
  // The second match is only made where it is asked for.
  let turned: FineMatch | null | undefined;
  const fitsBackwards = () => {
    if (turned === undefined) turned = judged.backwards();
    return turned ? typicalGain(match) < typicalGain(turned) + LEAST_OVER_BACKWARDS : null;
  };
  if (coarseGain < LEAST_COARSE_GAIN) return 'no-speech';
  if (hasEvenLevel(match, levelDb) && (fitsBackwards() ?? means.length < utterances * NEARLY_ALL_FOUND))
    return 'no-speech';
  if (means.length < utterances * LEAST_FOUND) return 'mismatch';
  const margin = typicalGain(match) - evenGain(match);
  if (margin < LEAST_MARGIN) return 'mismatch';
  if (soundingMs < SHORTEST_TURNED_MS || margin >= SURE_MARGIN) return null;
  return fitsBackwards() ? 'mismatch' : null;
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
/** Speech that keeps such an even level is rare but there is some: only where text was also left out, or fits as well backwards, is it called music. */
const NEARLY_ALL_FOUND = 0.95;

/** Whether what the text was forced on keeps its level as music does. */
function hasEvenLevel(match: FineMatch, levelDb: Float32Array): boolean {
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
