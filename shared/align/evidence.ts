import { settled } from './edges';
import { typicalGain, type FineMatch } from './gains';
import { HOP_MS } from './mfcc';
import { expectedRows } from './pace';
import type { Reference } from './reference';
import { Kind } from './sound-chain';

/** What speaks for and against the place of an utterance. */
export interface Evidence {
  /** How much its sounds gain over any speech, in nats a row, above or below the typical utterance. */
  readonly gain: number;
  /** How far the longest pause or stretch of other speech inside it goes beyond what is usual, in ln(1 + s); 0 if not at all. */
  readonly gap: number;
  /** ln of how many times longer than expected its most stretched word is; 0 where none is. */
  readonly stretched: number;
  /** How much of the half second before it and after it is other speech, 0..2. */
  readonly beside: number;
  /** ln of its sounding time in s. */
  readonly length: number;
}

/** ln(1 + s) of a pause of 0.8 s: speakers make longer ones between sentences. */
const USUAL_GAP = 0.6;
const BESIDE_ROWS = 50;
/** Words shorter than this by expectation (rows) are too easily stretched to tell anything. */
const FEWEST_ROWS = 8;

/** Evidence for each utterance; null for those that were not found. Linear in rows and phones. */
export function evidenceOf(
  reference: Reference,
  match: FineMatch,
  levelDb: Float32Array,
): (Evidence | null)[] {
  const typical = typicalGain(match);
  const rows = rowsOf(reference.utterances.length, match);
  const expected = expectedRows(reference, match);
  const isVoice = voiceTeller(match, levelDb);
  return rows.map((found, utterance) =>
    found ? weigh(found, expected[utterance] ?? [], match, typical, isVoice) : null,
  );
}

/** Rows `[from, to)` of an utterance, and the rows of text of each of its words. */
interface Found {
  from: number;
  to: number;
  readonly words: number[];
}

function rowsOf(count: number, { chain, states }: FineMatch): (Found | undefined)[] {
  const found = new Array<Found | undefined>(count).fill(undefined);
  for (let row = 0; row < states.length; row++) {
    const state = states[row] ?? 0;
    if ((chain.sound[state] ?? -1) < 0) continue;
    const entry = (found[chain.utterance[state] ?? 0] ??= { from: row, to: row, words: [] });
    const word = chain.word[state] ?? 0;
    entry.words[word] = (entry.words[word] ?? 0) + 1;
    entry.to = row + 1;
  }
  return found;
}

function weigh(
  { from, to, words }: Found,
  expected: readonly (number | undefined)[],
  match: FineMatch,
  typical: number,
  isVoice: (row: number) => boolean,
): Evidence {
  const { chain, states, gain } = match;
  let sum = 0;
  let count = 0;
  let gap = 0;
  let run = 0;
  for (let row = from; row < to; row++) {
    const isText = (chain.sound[states[row] ?? 0] ?? -1) >= 0;
    run = isText ? 0 : run + 1;
    gap = Math.max(gap, run);
    if (!isText) continue;
    sum += gain[row] ?? 0;
    count++;
  }
  const ratios = expected.flatMap((rows = 0, word) =>
    rows >= FEWEST_ROWS ? [Math.log(Math.max(1, words[word] ?? 0) / rows)] : [],
  );
  const edges = settled(match, { start: from, end: to }, { from: 0, to: states.length });
  const seconds = (rows: number) => (rows * HOP_MS) / 1000;
  return {
    gain: sum / count - typical,
    gap: Math.max(0, Math.log1p(seconds(gap)) - USUAL_GAP),
    stretched: Math.max(0, ...ratios),
    beside:
      otherShare(match, isVoice, edges.start - BESIDE_ROWS, edges.start) +
      otherShare(match, isVoice, edges.end, edges.end + BESIDE_ROWS),
    length: Math.log(seconds(count)),
  };
}

function otherShare(
  { chain, states }: FineMatch,
  isVoice: (row: number) => boolean,
  from: number,
  to: number,
): number {
  let other = 0;
  for (let row = Math.max(0, from); row < Math.min(states.length, to); row++)
    if (chain.kind[states[row] ?? 0] === Kind.Other && isVoice(row)) other++;
  return other / BESIDE_ROWS;
}

/**
 * Whether what is not text may be a voice: likelier speech than silence, and nearer to the level of the text than to that of the
 * silences, which may be loud: music between sentences passes for other speech, but not for a louder one.
 */
function voiceTeller({ chain, states, speech }: FineMatch, levelDb: Float32Array): (row: number) => boolean {
  const typical = (kind: number) => {
    const levels = levelDb.filter((_, row) => chain.kind[states[row] ?? 0] === kind).sort();
    return levels[levels.length >> 1];
  };
  const text = typical(Kind.Sound) ?? 0;
  const least = (text + (typical(Kind.Silence) ?? text)) / 2;
  return (row) => (speech[row] ?? 0) > 0 && (levelDb[row] ?? 0) > least;
}
