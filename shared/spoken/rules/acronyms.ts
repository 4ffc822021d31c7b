import { readerOf } from '../languages/index';
import { coreAt, said, type Place, type Reading } from '../place';

const VOWEL = /[AEIOUYÀ-ÖØ-ÝАЕЁИОУЫЭЮЯӘІӨҰҮ]/u;
const ACRONYM = /^(\p{Lu}{2,6})(\+?)((?:['’]?s)|(?:-\p{Ll}{1,6}))?$/u;
/** French puts an article before it: `l'ONU`. */
const ELIDED = /^([dlnDLN]['’])(\p{Lu}{2,6})$/u;
/** Where this share of the words of a sentence is in capitals, capitals mean nothing. */
const SHOUTED_SHARE = 0.5;

/** Acronyms: spelled where they have no vowel, are known to be, or begin as no word does; the rest are words. */
export function acronyms(place: Place): Reading | null {
  const word = coreAt(place);
  const [, article = '', elided] = ELIDED.exec(word.core) ?? [];
  const [, plainLetters, plus = '', ending = ''] = ACRONYM.exec(word.core) ?? [];
  const letters = elided ?? plainLetters;
  if (letters === undefined || isShouted(place)) return null;
  // Latin acronyms in Cyrillic or Arabic text are said the English way, as espeak-ng does by itself.
  const isForeign = /^[A-Z]+$/u.test(letters) && /^(?:ru|kk|ar|uk|ky|bg)\b/iu.test(place.language);
  const reader = isForeign ? readerOf('en') : place.reader;
  if (reader.asWords.has(letters)) return null;
  const isSpelled =
    reader.spelled.has(letters) || !VOWEL.test(letters) || /^[^AEIOUYАЕЁИОУЫЭЮЯӘІӨҰҮ]{2}.$/u.test(letters);
  if (!isSpelled) return null;
  const named = [...letters].map((letter) => reader.letters?.[letter] ?? letter).join(' ');
  const end = ending === '' ? '' : ending.replace(/^[-'’]/u, '');
  return said(
    `${article}${named}${plus === '' ? '' : ` ${place.reader.symbols.plus}`}${endingText(end)}`,
    word,
  );
}

function endingText(ending: string): string {
  return ending === 's' ? "'s" : ending;
}

function isShouted({ words }: Place): boolean {
  const long = words.filter(({ core }) => /\p{L}{2}/u.test(core));
  const shouted = long.filter(({ core }) => core === core.toUpperCase() && core !== core.toLowerCase());
  return long.length > 3 && shouted.length > long.length * SHOUTED_SHARE;
}
