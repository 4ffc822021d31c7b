import { SpreadCounter, type Spread } from './features';
import type { BindingWords, RowSpan } from './guidance';
import { HOP_MS, type Cepstra } from './mfcc';
import type { SpokenPhone, SpokenTranscript, SpokenUtterance } from './spoken';

/** A spoken utterance as the matcher needs it. */
export interface ReferenceUtterance {
  readonly wordIds: readonly string[];
  readonly phones: readonly SpokenPhone[];
  readonly cepstra: Cepstra;
  /** Marks the rows of `cepstra` that are speech, not pause. */
  readonly sounding: Uint8Array;
  /** Rows of the recording that it is bound to: then it is one word that a person has fixed. */
  readonly bound: RowSpan | null;
}

export interface Reference {
  readonly utterances: readonly ReferenceUtterance[];
  /** Of the sounding rows of all utterances. */
  readonly spread: Spread;
  /** Sounding time of all utterances. */
  readonly soundingMs: number;
}

/**
 * Reads the spoken transcript once and keeps only what matching needs (about 19 MB for an hour). Utterances with fixed
 * words are cut around these, so that what lies between can be placed, or left out, by itself. `tick` is told after each
 * utterance for how long there was speech so far; it may throw to stop.
 */
export async function readReference(
  spoken: SpokenTranscript,
  binding: BindingWords,
  tick: (soundingMs: number) => void,
): Promise<Reference> {
  const utterances: ReferenceUtterance[] = [];
  let counter: SpreadCounter | null = null;
  let soundingRows = 0;
  for await (const utterance of spoken) {
    const read = readUtterance(utterance);
    counter ??= new SpreadCounter(read.cepstra.width);
    counter.add(read.cepstra, read.sounding);
    for (const mark of read.sounding) soundingRows += mark;
    utterances.push(...cutAtBound(read, binding));
    tick(soundingRows * HOP_MS);
  }
  return {
    utterances,
    spread: (counter ?? new SpreadCounter(0)).spread(),
    soundingMs: soundingRows * HOP_MS,
  };
}

/** The reference without its sound, which only the coarse match needs: what an hour keeps is then a third. */
export function withoutSound(reference: Reference): Reference {
  const cepstra = { rows: 0, width: 0, values: new Float32Array(0), levelDb: new Float32Array(0) };
  return { ...reference, utterances: reference.utterances.map((each) => ({ ...each, cepstra })) };
}

function readUtterance({ wordIds, cepstra, phones }: SpokenUtterance): ReferenceUtterance {
  // What comes without its sound still has its length.
  const rows = cepstra.width > 0 ? cepstra.rows : Math.ceil((phones.at(-1)?.endMs ?? 0) / HOP_MS);
  const sounding = new Uint8Array(rows);
  for (const { phone, startMs, endMs } of phones)
    if (phone !== '') sounding.fill(1, Math.floor(startMs / HOP_MS), Math.ceil(endMs / HOP_MS));
  return { wordIds, phones, cepstra, sounding, bound: null };
}

function cutAtBound(whole: ReferenceUtterance, binding: BindingWords): ReferenceUtterance[] {
  const pieces: ReferenceUtterance[] = [];
  let from = 0;
  for (const [index, wordId] of whole.wordIds.entries()) {
    const bound = binding.next(wordId);
    if (!bound) continue;
    if (index > from) pieces.push(piece(whole, from, index, null));
    pieces.push(piece(whole, index, index + 1, bound));
    from = index + 1;
  }
  if (from === 0) return [whole];
  if (from < whole.wordIds.length) pieces.push(piece(whole, from, whole.wordIds.length, null));
  return pieces;
}

/** The words `[from, to)` of an utterance as an utterance. */
function piece(
  { wordIds, phones, cepstra, sounding }: ReferenceUtterance,
  from: number,
  to: number,
  bound: RowSpan | null,
): ReferenceUtterance {
  const own = phones.filter(({ word }) => word >= from && word < to);
  const { length } = sounding;
  const first = Math.min(length, Math.floor((own[0]?.startMs ?? 0) / HOP_MS));
  const end = Math.max(first, Math.min(length, Math.ceil((own.at(-1)?.endMs ?? 0) / HOP_MS)));
  const shiftMs = first * HOP_MS;
  return {
    wordIds: wordIds.slice(from, to),
    phones: own.map((phone) => ({
      ...phone,
      startMs: phone.startMs - shiftMs,
      endMs: phone.endMs - shiftMs,
      word: phone.word - from,
    })),
    cepstra: {
      rows: end - first,
      width: cepstra.width,
      values: cepstra.values.subarray(first * cepstra.width, end * cepstra.width),
      levelDb: cepstra.levelDb.subarray(first, end),
    },
    sounding: sounding.subarray(first, end),
    bound,
  };
}
