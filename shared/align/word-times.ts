import type { WordTiming } from '../domain/alignment';
import { evenGain, type FineMatch } from './gains';
import { HOP_MS } from './mfcc';
import { confidenceOf } from './confidence';
import { hiddenDb, hiddenRows, isSilenceTold, loudDb, settled } from './edges';
import { evidenceOf } from './evidence';
import type { FixedWord } from './guidance';
import { expectedRows } from './pace';
import type { Recording } from './recording';
import type { Reference } from './reference';
import { withSilentWords } from './silent-words';

/** How fast trust grows with the gain above the even one. */
const GAIN_STEEPNESS = 1.5;
/** How much a word is trusted for itself, and how much for its neighbours: a short word alone says little. */
const OWN_SHARE = 0.5;
/** Rows of neighbouring words to each side that speak for a word. */
const NEIGHBOUR_WORDS = 2;
/** A word this little trusted was not found: its time would be a guess. */
const FOUND = 0.12;
/** How far a word may be less sure than its utterance: as much as the words around it fit better. */
const WORD_WEIGHT = 0.5;
/** Between words that are nearer (rows) there is no pause that an edge could be settled in. */
const SHORTEST_PAUSE_ROWS = 8;

/** A word's rows `[start, end)` and what they gain. */
interface Heard {
  start: number;
  end: number;
  gain: number;
  rows: number;
  /** Rows that it would take as the synthesiser says it. */
  readonly expected: number;
}

/**
 * Times and confidence of every written word, in order; no edge is moved into what is shut. Words with sound that were not
 * found have null times; words without sound (a dash) share the time around the word before or after them, or are null with it.
 */
export function wordTimes(
  reference: Reference,
  match: FineMatch,
  recording: Pick<Recording, 'levelDb' | 'shut'>,
): WordTiming[] {
  const heard = hearWords(reference, match);
  settle(heard.flat(), match, recording);
  const even = evenGain(match);
  const evidence = evidenceOf(reference, match, recording.levelDb);
  return reference.utterances.flatMap(({ wordIds, phones }, utterance) => {
    const sounding = new Set(phones.filter(({ phone }) => phone !== '').map(({ word }) => word));
    const words = heard[utterance] ?? [];
    const found = evidence[utterance];
    const sure = found ? confidenceOf(found) : 0;
    const fits = wordIds.map((_, index) => (words[index] ? fitOf(words, index, even) : 0));
    const best = Math.max(...fits);
    const timings = wordIds.map((wordId, index): WordTiming => {
      const word = words[index];
      const fit = fits[index] ?? 0;
      if (!word || fit < FOUND) return { wordId, startMs: null, endMs: null, confidence: round(sure * fit) };
      const confidence = round(sure * (1 - WORD_WEIGHT * (best - fit)));
      return { wordId, startMs: word.start * HOP_MS, endMs: word.end * HOP_MS, confidence };
    });
    return withSilentWords(timings, (index) => sounding.has(index));
  });
}

/** Moves the edges of words beside pauses to where these begin. */
function settle(
  words: readonly (Heard | undefined)[],
  match: FineMatch,
  { levelDb, shut }: Pick<Recording, 'levelDb' | 'shut'>,
): void {
  const found = words.filter((word) => word !== undefined);
  const isTold = isSilenceTold(match);
  const loud = loudDb(match, levelDb);
  for (const [index, word] of found.entries()) {
    const before = found[index - 1]?.end ?? 0;
    const after = found[index + 1]?.start ?? match.states.length;
    const from = word.start - before < SHORTEST_PAUSE_ROWS ? word.start : openFrom(shut, before, word.start);
    const to = after - word.end < SHORTEST_PAUSE_ROWS ? word.end : openTo(shut, word.end, after);
    const { start, end } = isTold ? settled(match, word, { from, to }) : word;
    word.start = start;
    const db = hiddenDb(match, levelDb, { end, to }, loud, isTold);
    word.end = Math.min(to, end + hiddenRows(db, word.expected - (end - start), isTold));
  }
}

/** The first row of `[from, start)` behind everything shut in it. */
function openFrom(shut: Uint8Array, from: number, start: number): number {
  let row = start;
  while (row > from && !shut[row - 1]) row--;
  return row;
}

/** The end of `[end, to)`, or where something shut begins in it. */
function openTo(shut: Uint8Array, end: number, to: number): number {
  let row = end;
  while (row < to && !shut[row]) row++;
  return row;
}

/** Gives fixed words the times a person gave them, whole trust, and keeps their neighbours off them. */
export function withFixed(timings: readonly WordTiming[], fixed: readonly FixedWord[]): WordTiming[] {
  const byId = new Map(fixed.map((word) => [word.wordId, word]));
  const result = timings.map((timing) => {
    const word = byId.get(timing.wordId);
    return word ? { ...timing, startMs: word.startMs, endMs: word.endMs, confidence: 1 } : timing;
  });
  return result.map((timing, index) => {
    if (byId.has(timing.wordId) || timing.startMs === null || timing.endMs === null) return timing;
    const before = byId.get(result[index - 1]?.wordId ?? '');
    const after = byId.get(result[index + 1]?.wordId ?? '');
    const startMs = Math.max(timing.startMs, before?.endMs ?? 0);
    const endMs = Math.min(timing.endMs, after?.startMs ?? Infinity);
    return startMs < endMs ? { ...timing, startMs, endMs } : { ...timing, startMs: null, endMs: null };
  });
}

function hearWords(reference: Reference, match: FineMatch): (Heard | undefined)[][] {
  const { chain, states, gain } = match;
  const expected = expectedRows(reference, match);
  const heard = reference.utterances.map(({ wordIds }) => new Array<Heard | undefined>(wordIds.length));
  for (const [row, state] of states.entries()) {
    const word = chain.word[state] ?? -1;
    const utterance = chain.utterance[state] ?? 0;
    const words = heard[utterance];
    if (word < 0 || !words) continue;
    const entry = (words[word] ??= {
      ...{ start: row, end: row, gain: 0, rows: 0 },
      expected: expected[utterance]?.[word] ?? 0,
    });
    entry.end = row + 1;
    entry.gain += gain[row] ?? 0;
    entry.rows++;
  }
  return heard;
}

/** How well a word and those around it fit, 0..1: 0.5 is what wrong text reaches. */
function fitOf(words: readonly (Heard | undefined)[], index: number, even: number): number {
  const around = words.slice(Math.max(0, index - NEIGHBOUR_WORDS), index + NEIGHBOUR_WORDS + 1);
  return OWN_SHARE * trust([words[index]], even) + (1 - OWN_SHARE) * trust(around, even);
}

function trust(words: readonly (Heard | undefined)[], even: number): number {
  let gain = 0;
  let rows = 0;
  for (const word of words) {
    gain += word?.gain ?? 0;
    rows += word?.rows ?? 0;
  }
  if (rows === 0) return 0;
  return 1 / (1 + Math.exp(-GAIN_STEEPNESS * (gain / rows - even)));
}

function round(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
