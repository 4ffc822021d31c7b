/** What the transcript panel shows, worked out from the paragraphs. Pure. */
import type { Paragraph, Word } from '../../../shared/domain/transcript';
import { stateOf, type WordState } from '../../../shared/transcript/word-state';

export interface TranscriptSummary {
  readonly words: number;
  readonly timed: number;
  readonly unplaced: number;
  readonly uncertain: number;
}

/** Counts over all words. Linear. */
export function summarise(paragraphs: readonly Paragraph[]): TranscriptSummary {
  let words = 0;
  let timed = 0;
  let unplaced = 0;
  let uncertain = 0;
  for (const paragraph of paragraphs)
    for (const word of paragraph.words) {
      words++;
      const state = stateOf(word);
      if (state === 'placed' || state === 'uncertain') timed++;
      if (state === 'unplaced') unplaced++;
      if (state === 'uncertain') uncertain++;
    }
  return { words, timed, unplaced, uncertain };
}

/** How many words of a paragraph need a look, for those who do not see how they are drawn. */
export function doubtsIn(paragraph: Paragraph): { unplaced: number; uncertain: number; notSpoken: number } {
  const { unplaced, uncertain } = summarise([paragraph]);
  const notSpoken = paragraph.words.filter((word) => stateOf(word) === 'notSpoken').length;
  return { unplaced, uncertain, notSpoken };
}

/** Where the words of a state are, in reading order. */
export interface WordPlace {
  readonly paragraph: number;
  readonly wordId: string;
}

/** The next word in `state` behind a place, starting over at the end; null where there is none. `after` null: from the start. */
export function nextInState(
  paragraphs: readonly Paragraph[],
  state: WordState,
  after: string | null,
): WordPlace | null {
  let first: WordPlace | null = null;
  let isBehind = after === null;
  for (const [paragraph, { words }] of paragraphs.entries())
    for (const word of words) {
      if (stateOf(word) === state) {
        const place = { paragraph, wordId: word.id };
        if (isBehind && word.id !== after) return place;
        first ??= place;
      }
      if (word.id === after) isBehind = true;
    }
  return first;
}

/** When a paragraph begins: its first timed word, else the hint beside the imported text; null for neither. */
export function startOfParagraph({ words, hintMs }: Pick<Paragraph, 'words' | 'hintMs'>): number | null {
  for (const word of words) if (word.startMs !== null) return word.startMs;
  return hintMs;
}

/** Where clicking a word leads: its own start, else that of the nearest timed word before it, then behind it; null for none. */
export function seekTimeOf(words: readonly Word[], wordId: string): number | null {
  const at = words.findIndex(({ id }) => id === wordId);
  for (let n = at; n >= 0; n--) {
    const word = words[n];
    if (word && word.startMs !== null) return n === at ? word.startMs : (word.endMs ?? word.startMs);
  }
  return words.slice(at + 1).find(({ startMs }) => startMs !== null)?.startMs ?? null;
}

interface Timed {
  readonly startMs: number | null;
  readonly endMs: number | null;
}

/** The word spoken at a time: the last to start, as long as it lasts, and a moment longer to bridge small gaps. -1 for none. */
export function wordAt(words: readonly Timed[], ms: number, bridgeMs: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle]?.startMs ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  const word = words[low - 1];
  if (!word || word.startMs === null) return -1;
  return ms < (word.endMs ?? word.startMs) + bridgeMs ? low - 1 : -1;
}
