import { around, coreAt, said, type Place, type Reading } from '../place';

const NUMERAL = /^(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})$/u;
const VALUE: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** Cyrillic capitals that numerals are typed with. */
const LOOKALIKES: Readonly<Record<string, string>> = { Х: 'X', І: 'I' };

/** The value of a Roman numeral from I to XXXIX in capitals; null for anything else. */
export function romanValue(text: string): number | null {
  if (!NUMERAL.test(text)) return null;
  const values = [...text].map((letter) => VALUE[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/**
 * Roman numerals of centuries, rulers, chapters: `XXI век`, `Николай II`, `XIVe siècle`. A single letter only beside a
 * word that numerals stand by; “I” is a word and “X” a name.
 */
export function roman(place: Place): Reading | null {
  const word = coreAt(place);
  const [, numeral = '', ending = ''] = /^([IVX]+)(?:-?(\p{Ll}{1,3}))?$/u.exec(inLatin(word.core)) ?? [];
  const value = romanValue(numeral);
  const { ordinal } = place.reader;
  if (value === null) return null;
  if (!ordinal) return numeral.length > 1 && ending === '' ? said(String(value), word) : null;
  const near = around(place);
  const isBeside = place.reader.afterRoman.has(near.after) || place.reader.beforeRoman.has(near.before);
  const isLatin = /\p{Script=Latin}/u.test(coreAt(place, -1).core);
  // In Cyrillic text a name before the numeral is a ruler's; in Latin text “Article I wrote” looks the same.
  const isRuler = place.at > 1 && /^\p{Lu}\p{Ll}/u.test(coreAt(place, -1).core) && !isLatin;
  if (numeral.length === 1 && !isBeside && ending === '' && !isRuler) return null;
  const text = ordinal(value, ending, near);
  return text === null ? null : said(text, word);
}

/** `ХХІ` typed with Cyrillic letters; other words stay. */
function inLatin(core: string): string {
  return /^[ХІIVX]+(?:-?\p{Ll}{1,3})?$/u.test(core)
    ? core.replace(/[ХІ]/gu, (letter) => LOOKALIKES[letter] ?? letter)
    : core;
}
