/** Where a word of a text is cut further: `#FreeZhanar`, `zhanar@example.org`, `zhanar1990`, `d'Amina`. */
import { APOSTROPHES } from './fold';

interface Placed {
  readonly from: number;
  readonly text: string;
  readonly isCut: boolean;
}
interface FinerWord {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Signs and digits inside a word, small letters before a capital, an invisible place to break a line. */
const CUTS = new RegExp(`[@$${APOSTROPHES}\\p{N}\\u200b]|\\p{Ll}\\p{M}*\\p{Lu}`, 'u');
const PARTS = /(?:\p{Lu}[\p{M}]*)+(?!\p{Ll})|\p{L}[\p{Ll}\p{Lm}\p{Lo}\p{M}]*/gu;

/** Whether a word has such parts. */
export function isCut(word: string): boolean {
  return CUTS.test(word);
}

/**
 * All words in parts of one case without signs and digits; of use only where one has
 * several, since each was looked at whole already. Offsets are the text's.
 */
export function finerWords(words: readonly Placed[]): FinerWord[] {
  return words.flatMap(({ from, text, isCut: cut }) => {
    if (!cut) return [{ from, to: from + text.length, text }];
    return [...text.matchAll(PARTS)].map(({ 0: part, index }) => {
      return { from: from + index, to: from + index + part.length, text: part };
    });
  });
}
