import type { Paragraph, Word } from '../domain/transcript';
import { stateOf } from '../transcript/word-state';

/** A piece of a transcript to be aligned by itself: these words, in this stretch of the sound. */
export interface Piece {
  readonly wordIds: readonly string[];
  /** `[startMs, endMs)` */
  readonly startMs: number;
  readonly endMs: number;
}

/** So many doubtful words on each side at most are aligned along; more would no longer be “here”. */
const MOST_ALONG = 40;
/** A piece gets at least this much sound for each of its words, were its neighbours ever so close: fast speech. */
const LEAST_MS_PER_WORD = 150;

/**
 * What to align when a person asks for the words `from` to `to` (either order): those, and the doubtful ones right beside them,
 * which may well have taken their place; the sound between the trusted words around them. Words that are not spoken are left
 * out. `durationMs` is the length of the sound. Null where a word is not in the transcript.
 */
export function pieceOf(
  paragraphs: readonly Paragraph[],
  { from, to }: { readonly from: string; readonly to: string },
  durationMs: number,
): Piece | null {
  const words = paragraphs.flatMap((paragraph) => paragraph.words).filter((word) => isSaid(word));
  const all = paragraphs.flatMap((paragraph) => paragraph.words);
  const ends = [from, to].map((id) => all.findIndex((word) => word.id === id));
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  if (low < 0) return null;
  const asked = new Set(all.slice(low, high + 1).map(({ id }) => id));
  let first = words.findIndex(({ id }) => asked.has(id));
  let last = words.findLastIndex(({ id }) => asked.has(id));
  if (first < 0) return { wordIds: [], startMs: 0, endMs: durationMs };
  for (let n = 0; n < MOST_ALONG && isDoubtful(words[first - 1]); n += 1) first -= 1;
  for (let n = 0; n < MOST_ALONG && isDoubtful(words[last + 1]); n += 1) last += 1;
  return {
    wordIds: words.slice(first, last + 1).map(({ id }) => id),
    ...soundAround(words, first, last, durationMs),
  };
}

/** From the end of the timed word before to the start of the one behind; further out where that is too little to say them in. */
function soundAround(
  words: readonly Word[],
  first: number,
  last: number,
  durationMs: number,
): { startMs: number; endMs: number } {
  let startMs = words.slice(0, first).findLast((word) => word.endMs !== null)?.endMs ?? 0;
  let endMs = words.slice(last + 1).find((word) => word.startMs !== null)?.startMs ?? durationMs;
  const missing = (last - first + 1) * LEAST_MS_PER_WORD - (endMs - startMs);
  if (missing > 0) {
    startMs = Math.max(0, startMs - Math.ceil(missing / 2));
    endMs = Math.max(startMs + 1, Math.min(Math.max(durationMs, endMs), endMs + Math.ceil(missing / 2)));
  }
  return { startMs, endMs };
}

function isSaid(word: Word): boolean {
  return word.notSpoken !== true;
}

function isDoubtful(word: Word | undefined): boolean {
  if (!word || word.pinned === true) return false;
  const state = stateOf(word);
  return state === 'uncertain' || state === 'unplaced' || state === 'untimed';
}
