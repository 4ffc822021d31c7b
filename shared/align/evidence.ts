import { isSilenceTold, settled } from './edges';
import { typicalGain, type FineMatch } from './gains';
import { HOP_MS } from './mfcc';
import { expectedRows } from './pace';
import { picked } from './picked';
import type { Reference } from './reference';
import { Kind } from './sound-chain';

/** What speaks for and against an edge of an utterance. */
export interface Evidence {
  /** How much the utterance's sounds gain over any speech, in nats a row, above or below the typical utterance. */
  readonly gain: number;
  /** ln(1 + s) of the longest pause or other speech that comes soon behind the edge, which leaves little text to know its place by. */
  readonly nearGap: number;
  /** ln of how many times longer than expected the word at the edge is; 0 where it is not. */
  readonly drawn: number;
  /** ln of how many times shorter than expected the word at the edge is; 0 where it is not. */
  readonly squeezed: number;
  /** How much of the half second beyond the edge is another voice that runs up to it, 0..1: text may be missing there. */
  readonly flush: number;
  /** The same of a voice that a pause keeps apart from it. */
  readonly apart: number;
  /** ln of the utterance's sounding time in s. */
  readonly length: number;
  /** How far beyond a usual distance the coarse match had the edge elsewhere, in ln(1 + s), 0..1; 0 where there was none. */
  readonly moved: number;
  /** How near another place of the edge comes: how far ln(1 + nats) that it is dearer by falls short; 0 where it does not, or none is known. */
  readonly rival: number;
}

/** Of the edges of an utterance. */
export interface EdgeEvidence {
  readonly start: Evidence;
  readonly end: Evidence;
}

const BESIDE_ROWS = 50;
/** A voice beyond fewer rows of silence than this runs up to the edge: closures of stops last as long. */
const APART_ROWS = 6;
/** Text (rows) up to which a gap comes soon behind an edge: a word or two. */
const NEAR_ROWS = 60;
/** Words shorter than this by expectation (rows) vary too much to tell anything. */
const FEWEST_ROWS = 8;
/** ln(1 + nats) that the second-best place of an edge that is right is dearer by, nine times in ten or more. */
const CLEARLY_DEARER = 3.5;
/** ln(1 + s) of 0.22 s: as far as coarse matches are from fine ones that are right. */
const USUAL_MOVE = 0.2;

/** Evidence for each utterance; null for those that were not found. Linear in rows and phones. */
export function evidenceOf(
  reference: Reference,
  match: FineMatch,
  levelDb: Float32Array,
): (EdgeEvidence | null)[] {
  const typical = typicalGain(match);
  const expected = expectedRows(reference, match);
  const isVoice = voiceTeller(match, levelDb);
  const isTold = isSilenceTold(match);
  return textRows(reference.utterances.length, match).map((rows, utterance) => {
    const [start, last] = [rows[0], rows.at(-1)];
    if (start === undefined || last === undefined) return null;
    const end = last + 1;
    const edges = settled(match, { start, end }, { from: 0, to: match.states.length });
    const both = ofUtterance(rows, match, typical);
    const coarse = match.coarse && (match.coarse[utterance] ?? { from: Infinity, to: Infinity });
    const at = (
      rowAt: (n: number) => number,
      inwards: readonly number[],
      move: number,
      grown: number,
      margin = NaN,
    ): Evidence => ({
      ...both,
      nearGap: nearGap(inwards),
      ...lengthOfWord(inwards, isTold ? grown : 0, expected[utterance] ?? [], match),
      ...voiceBeside(match, isVoice, rowAt),
      rival: rivalry(margin),
      moved: Math.min(1, Math.max(0, Math.log1p(seconds(Math.abs(move))) - USUAL_MOVE)),
    });
    return {
      start: at(
        (n) => edges.start - 1 - n,
        rows,
        (coarse?.from ?? start) - start,
        start - edges.start,
        match.rivals?.start[utterance],
      ),
      end: at(
        (n) => edges.end + n,
        rows.toReversed(),
        (coarse?.to ?? end) - end,
        edges.end - end,
        match.rivals?.end[utterance],
      ),
    };
  });
}

function rivalry(margin: number): number {
  return Number.isNaN(margin) ? 0 : Math.max(0, CLEARLY_DEARER - Math.log1p(Math.max(0, margin)));
}

const seconds = (rows: number) => (rows * HOP_MS) / 1000;

/** The rows of text of each utterance, ascending. */
function textRows(count: number, { chain, states }: FineMatch): number[][] {
  const found = Array.from({ length: count }, (): number[] => []);
  for (let row = 0; row < states.length; row++) {
    const state = states[row] ?? 0;
    if ((chain.sound[state] ?? -1) >= 0) found[chain.utterance[state] ?? 0]?.push(row);
  }
  return found;
}

function ofUtterance(
  rows: readonly number[],
  { gain }: FineMatch,
  typical: number,
): Pick<Evidence, 'gain' | 'length'> {
  return {
    gain: rows.reduce((sum, row) => sum + (gain[row] ?? 0), 0) / rows.length - typical,
    length: Math.log(seconds(rows.length)),
  };
}

/** `rows`: of text, from the edge inwards. */
function nearGap(rows: readonly number[]): number {
  let longest = 0;
  for (let n = 1; n < Math.min(rows.length, NEAR_ROWS + 1); n++)
    longest = Math.max(longest, Math.abs((rows[n] ?? 0) - (rows[n - 1] ?? 0)) - 1);
  return Math.log1p(seconds(longest));
}

/** How unlike its expected length the word at the edge is; `rows` of text, from the edge inwards, `grown` more where it was settled. */
function lengthOfWord(
  rows: readonly number[],
  grown: number,
  expected: readonly (number | undefined)[],
  { chain, states }: FineMatch,
): Pick<Evidence, 'drawn' | 'squeezed'> {
  const wordAt = (row = 0) => chain.word[states[row] ?? 0] ?? 0;
  const word = wordAt(rows[0]);
  const length = expected[word] ?? 0;
  if (length < FEWEST_ROWS) return { drawn: 0, squeezed: 0 };
  const heard = grown + rows.filter((row) => wordAt(row) === word).length;
  const ratio = Math.log(Math.max(1, heard) / length);
  return { drawn: Math.max(0, ratio), squeezed: Math.max(0, -ratio) };
}

/** `rowAt(0)` is the first row beyond the edge, and so on outwards. */
function voiceBeside(
  { chain, states }: FineMatch,
  isVoice: (row: number) => boolean,
  rowAt: (n: number) => number,
): Pick<Evidence, 'flush' | 'apart'> {
  let other = 0;
  let quiet: number | null = null;
  for (let n = 0; n < BESIDE_ROWS; n++) {
    const row = rowAt(n);
    const state = states[row];
    if (state === undefined || !isVoice(row)) continue;
    quiet ??= n;
    if (chain.kind[state] === Kind.Other) other++;
  }
  const share = other / BESIDE_ROWS;
  return (quiet ?? BESIDE_ROWS) < APART_ROWS ? { flush: share, apart: 0 } : { flush: 0, apart: share };
}

/**
 * Whether what is not text may be a voice: likelier speech than silence, and nearer to the level of the text than to that of the
 * silences, which may be loud: music between sentences passes for other speech, but not for a louder one.
 */
function voiceTeller({ chain, states, speech }: FineMatch, levelDb: Float32Array): (row: number) => boolean {
  const typical = (kind: number) => {
    const levels = picked(levelDb, (row) => chain.kind[states[row] ?? 0] === kind).sort();
    return levels[levels.length >> 1];
  };
  const text = typical(Kind.Sound) ?? 0;
  const least = (text + (typical(Kind.Silence) ?? text)) / 2;
  return (row) => (speech[row] ?? 0) > 0 && (levelDb[row] ?? 0) > least;
}
