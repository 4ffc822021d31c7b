import type { FineMatch } from './gains';
import { picked } from './picked';
import { Kind } from './sound-chain';
import { SPEECH_RANGE_DB } from './speech-activity';

/** Rows of 10 ms that an edge may move outwards: what a last sound dies away in. */
const FURTHEST_ROWS = 40;
/** Silence or speech that sets in for fewer rows is none. */
const SHORTEST_ROWS = 6;
/** How much likelier speech must be than silence (nats a row) to go on counting to the sound before it. */
const PROOF = 0.5;

/**
 * How much likelier speech than silence the median row of text must be (nats) for silence to be told from speech row by row:
 * 24 to 130 in quiet rooms and in steady noise 10 dB under the voice, 6 to 11 with music 12 dB under it.
 */
const TOLD_APART = 16;

type Heard = Pick<FineMatch, 'chain' | 'states' | 'speech'>;

/** How much likelier speech than silence the median row of text is, in nats. Linear but for a sort. */
export function typicalSpeech({ chain, states, speech }: Heard): number {
  const text = picked(speech, (row) => (chain.sound[states[row] ?? 0] ?? -1) >= 0).sort();
  return text[text.length >> 1] ?? 0;
}

/** Whether what is silent can be told from speech row by row. Linear but for a sort. */
export function isSilenceTold(match: Heard): boolean {
  return typicalSpeech(match) >= TOLD_APART;
}

/** Rows `[start, end)`. */
export interface Edges {
  readonly start: number;
  readonly end: number;
}

/**
 * Moves the outer edges of speech to where silence begins. The sounds were learned from their middles, so the search gives
 * the faint rows at the end of a sentence to the silence behind it, the more so in noise. Moved is an edge that has silence
 * outside within 0.4 s; where speech goes on there, nothing tells where the text ends. `from` and `to` limit both.
 */
export function settled(
  { speech }: Pick<FineMatch, 'speech'>,
  { start, end }: Edges,
  { from, to }: { readonly from: number; readonly to: number },
): Edges {
  return {
    start: Math.max(from, start - reach((rows) => speech[start - 1 - rows] ?? 0, start - from)),
    end: Math.min(to, end + reach((rows) => speech[end + rows] ?? 0, to - end)),
  };
}

/** Rows outwards (`at(0)` is the first) up to which speech is likelier than silence, taken together; 0 where it goes on. */
function reach(at: (rows: number) => number, room: number): number {
  const limit = Math.min(FURTHEST_ROWS + SHORTEST_ROWS, room);
  let sum = 0;
  let best = 0;
  let rows = 0;
  for (let n = 0; n < limit; n++) {
    sum += at(n) - PROOF;
    if (sum <= best) continue;
    best = sum;
    rows = n + 1;
  }
  return rows > limit - SHORTEST_ROWS ? 0 : rows;
}

/** What edges need to know of a match. */
interface Way {
  readonly chain: Pick<FineMatch['chain'], 'kind' | 'sound'>;
  readonly states: Int32Array;
}

/** How fast voices die away (dB a row): real ones took 40 to 80 ms from 10 dB under their loud parts to 32 dB under. */
const FALL_DB = 4;
/** Rows of silence behind a sound that its level is taken from. */
const NOISE_ROWS = 100;

/** Level (dB, as `Cepstra.levelDb`) of the loud parts of what was matched to text. Linear but for a sort. */
export function loudDb(
  { chain, states }: Pick<FineMatch, 'chain' | 'states'>,
  levelDb: Float32Array,
): number {
  const text = picked(levelDb, (row) => (chain.sound[states[row] ?? 0] ?? -1) >= 0).sort();
  return text[Math.floor(text.length * 0.9)] ?? 0;
}

/**
 * How much of what a voice spans in loudness the noise behind row `end` hides, in dB: 0 in a quiet room, and where no silence
 * follows before row `to`. In music (`isTold` false) what passes for other speech may be silence too.
 */
export function hiddenDb(
  { chain, states }: Way,
  levelDb: Float32Array,
  { end, to }: { readonly end: number; readonly to: number },
  loud: number,
  isTold: boolean,
): number {
  const isSilent = (row: number) => !isTold || chain.kind[states[row] ?? 0] === Kind.Silence;
  const limit = Math.min(to, end + NOISE_ROWS);
  let silent = end;
  while (silent < limit && isSilent(silent)) silent++;
  if (silent - end < SHORTEST_ROWS) return 0;
  const noise = levelDb.slice(end, silent).sort()[(silent - end) >> 1] ?? 0;
  return Math.max(0, Math.min(SPEECH_RANGE_DB, SPEECH_RANGE_DB - (loud - noise)));
}

/** Rows that the heard end of a word is uncertain by for each dB that noise hides: three times what voices usually take to fall so far. */
const UNCERTAIN_ROWS_A_DB = 0.7;
/** Rows that words at the end of a phrase are longer or shorter than the synthesiser says them (one deviation). */
const UNLIKE_ROWS = 10;

/**
 * Rows at the end of a word that nobody can hear in noise that hides `db` of it: a voice fades at some known pace, and what the
 * word lacks of its expected length (`lacking` rows, negative where it is longer) is believed the more, the less its end can be
 * heard. In music the search needs no help with fading: what the music is like tells it.
 */
export function hiddenRows(db: number, lacking: number, isTold: boolean): number {
  const faded = isTold ? db / FALL_DB : 0;
  const heard = (db * UNCERTAIN_ROWS_A_DB) ** 2;
  const believed = heard / (heard + UNLIKE_ROWS ** 2);
  return Math.round(Math.max(faded, believed * Math.min(FURTHEST_ROWS, lacking)));
}
