import { UNSPACED } from '../text/unspaced';

/** A word of a text that can be looked up. */
export interface SpelledWord {
  /** As a dictionary knows it: NFC, straight apostrophe, nothing invisible, no stress marks. */
  readonly word: string;
  /** Where it begins in the text and how long it is there, UTF-16 units. */
  readonly at: number;
  readonly length: number;
}

/** What looks like words and is none: mark-up, addresses, hashtags, handles, abbreviations, letters that belong to a number. */
const NO_WORDS = new RegExp(
  [
    String.raw`<\/?i>`,
    // Bounded, so that a text without spaces costs no more than one with them.
    String.raw`[^\s@]{1,64}@[^\s@]{1,255}`,
    String.raw`https?:\/\/\S+`,
    String.raw`www\.\S+`,
    String.raw`[#@][\p{L}\p{N}_]+`,
    String.raw`(?<![\p{L}\p{M}])\p{L}{1,3}(?:\.\p{L}{1,3})+(?![\p{L}\p{M}])`,
    String.raw`(?<![A-Za-z0-9-])[A-Za-z0-9-]{1,63}\.[a-z]{2,6}(?![\p{L}\p{M}])`,
    String.raw`\p{N}[\p{L}\p{N}\p{M}.,:%-]*`,
    String.raw`(?<![\p{L}\p{M}])[\p{L}\p{M}]+\p{N}[\p{L}\p{N}]*`,
  ].join('|'),
  'gu',
);
/** Letters with their marks; apostrophes and hyphens only between letters. */
const WORD = /\p{L}[\p{L}\p{M}\p{Cf}]*(?:['’ʼ\u2010\u2011-]\p{L}[\p{L}\p{M}\p{Cf}]*)*/gu;
const INVISIBLE = /[\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]/gu;
/** Stress as it is printed over Cyrillic vowels; й and ё have signs of their own after NFC. */
const STRESS = /[\u0300\u0301]/g;
/** `UN`, `НПО`: short words in capitals are abbreviations, which no dictionary lists. */
const ACRONYM = /^\p{Lu}{2,5}$/u;

/** The words of a text that a dictionary can be asked about, in order; none of writing without spaces. Linear in the text. */
export function spelledWords(text: string): readonly SpelledWord[] {
  // Spaces of the same length keep the places of all else.
  const plain = text.replace(NO_WORDS, (match) => ' '.repeat(match.length));
  const words: SpelledWord[] = [];
  for (const { 0: found, index } of plain.matchAll(WORD)) {
    const word = dictionaryForm(found);
    if (isAsked(word)) words.push({ word, at: index, length: found.length });
  }
  return words;
}

/** A word as a dictionary knows it. */
export function dictionaryForm(word: string): string {
  return word
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(STRESS, '')
    .replaceAll(/[’ʼ]/g, "'")
    .replaceAll(/[\u2010\u2011]/g, '-');
}

function isAsked(word: string): boolean {
  return word.length > 1 && word.length <= MAX_WORD && !ACRONYM.test(word) && !UNSPACED.test(word);
}

/** Longer ones are no words, and Hunspell refuses them from 100 characters on. */
export const MAX_WORD = 80;
