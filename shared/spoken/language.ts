import { functionWords } from '../cues/function-words';
import { primaryLanguage } from '../text/locale';
import { expectedScripts, FEWEST_LETTERS, scriptsOf } from '../text/scripts';
import { isKazakhLatin } from './kazakh-latin';

/** What a text in a script is most likely in, where the project's language is not written in it. */
const LIKELY: Readonly<Record<string, string>> = {
  Latn: 'en',
  Cyrl: 'ru',
  Arab: 'ar',
  Hebr: 'he',
  Grek: 'el',
  Armn: 'hy',
  Geor: 'ka',
  Deva: 'hi',
  Beng: 'bn',
  Taml: 'ta',
  Telu: 'te',
  Gujr: 'gu',
  Guru: 'pa',
  Knda: 'kn',
  Mlym: 'ml',
  Sinh: 'si',
  Thai: 'th',
  Mymr: 'my',
  Ethi: 'am',
  Hang: 'ko',
  Hira: 'ja',
  Kana: 'ja',
  Hani: 'zh',
};

/** Letters that only some languages of a script use. */
const KAZAKH_LETTERS = /[әғқңөұүһ]/giu;
const UKRAINIAN_LETTERS = /[ґєї]/giu;
const URDU_LETTERS = /[ٹڈڑےں]/u;
const PERSIAN_LETTERS = /[پچژگ]/u;
/** Kazakh has one of its own letters in every four or five; a text this long without any is Russian. */
const LONG_ENOUGH = 60;
/** A few such letters may be a name in another language's sentence. */
const KAZAKH_SHARE = 0.04;
/** Letters that Kazakh has in borrowed words only. */
const RUSSIAN_LETTERS = /[щъьэёцч]/giu;

/** A sentence with more than this share of its letters in its own script is not foreign for the Latin names in it. */
const NAME_HEAVY_SHARE = 0.2;

/** Chinese quotes hardly any kana; Japanese without a tenth of them is a heading. */
const KANA_SHARE = 0.1;

/** Another Latin-script language is believed from this many of its function words on, at twice the share of the expected one's. */
const TELLING_WORDS = 3;
const LATIN_LANGUAGES = ['en', 'es', 'fr'];

/**
 * The language a paragraph or sentence is spoken in, when nobody said: the expected one (BCP 47: the project's, the
 * paragraph's), unless its letters or its small words speak against it. Interviews change language; people of Kazakhstan
 * go from Kazakh to Russian and back within one answer.
 */
export function paragraphLanguage(text: string, expected: string): string {
  const scripts = scriptsOf(text);
  const [main] = scripts;
  const known = expectedScripts(expected);
  if (!main || known === null) return expected;
  const base = primaryLanguage(expected);
  const own = scripts.find(({ script }) => known.includes(script) && script !== 'Latn')?.letters ?? 0;
  const letters = scripts.reduce((sum, each) => sum + each.letters, 0);
  const kana = lettersIn(scripts, ['Hira', 'Kana']);
  if (base === 'ja' && kana > 0) return expected;
  if (main.script === 'Hani' && kana > letters * KANA_SHARE) return 'ja';
  // A name of three Latin words is longer than the short sentence around it.
  const isNameHeavy = main.script === 'Latn' && own > letters * NAME_HEAVY_SHARE;
  if (isNameHeavy && base !== 'kk' && base !== 'ru') return expected;
  if (isNameHeavy) return cyrillicLanguage(text, own, expected);
  if (main.script === 'Cyrl' && (base === 'kk' || base === 'ru' || !known.includes('Cyrl')))
    return cyrillicLanguage(text, main.letters, base === 'kk' || base === 'ru' ? expected : 'ru');
  if (main.script === 'Latn') return latinLanguage(text, expected, base);
  if (known.includes(main.script)) return expected;
  if (main.script === 'Arab')
    return URDU_LETTERS.test(text) ? 'ur' : PERSIAN_LETTERS.test(text) ? 'fa' : 'ar';
  return LIKELY[main.script] ?? expected;
}

function lettersIn(scripts: ReturnType<typeof scriptsOf>, wanted: readonly string[]): number {
  return scripts.reduce((sum, { script, letters }) => sum + (wanted.includes(script) ? letters : 0), 0);
}

function cyrillicLanguage(text: string, letters: number, otherwise: string): string {
  const kazakh = text.match(KAZAKH_LETTERS)?.length ?? 0;
  const words = wordsOf(text);
  const kazakhWords = functionWordCount(words, 'kk', 'ru') + (kazakh > 0 ? 1 : 0);
  const russianWords = functionWordCount(words, 'ru', 'kk') + (text.match(RUSSIAN_LETTERS)?.length ?? 0) / 2;
  if (primaryLanguage(otherwise) === 'kk') {
    if (kazakh > 0) return kazakh / letters < KAZAKH_SHARE && russianWords > kazakhWords ? 'ru' : otherwise;
    return letters >= LONG_ENOUGH || russianWords > kazakhWords ? 'ru' : otherwise;
  }
  if (kazakh >= 2 && kazakh / letters >= KAZAKH_SHARE && kazakhWords >= russianWords) return 'kk';
  return (text.match(UKRAINIAN_LETTERS)?.length ?? 0) >= 2 ? 'uk' : otherwise;
}

function latinLanguage(text: string, expected: string, base: string): string {
  if (base === 'kk' && isKazakhLatin(text)) return expected;
  const words = wordsOf(text);
  const scored = LATIN_LANGUAGES.map((language) => ({ language, count: functionWordCount(words, language) }));
  const best = scored.reduce((a, b) => (b.count > a.count ? b : a));
  if (!isLatinWritten(expected)) return best.count > 0 ? best.language : 'en';
  const own = scored.find(({ language }) => language === base)?.count ?? null;
  // Of languages without a table nothing is known; nor can relatives be told apart by a word or two.
  if (own === null || best.language === base) return expected;
  return best.count >= TELLING_WORDS && best.count > 2 * own ? best.language : expected;
}

function isLatinWritten(language: string): boolean {
  return primaryLanguage(language) !== 'kk' && (expectedScripts(language)?.includes('Latn') ?? false);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}’']+/gu) ?? [];
}

/** How many words are function words of one language, and not of another. */
function functionWordCount(words: readonly string[], language: string, butNot?: string): number {
  return words.filter((word) => isFunctionWord(word, language) && !(butNot && isFunctionWord(word, butNot)))
    .length;
}

function isFunctionWord(word: string, language: string): boolean {
  const { leaning, trailing, opening } = functionWords(language);
  return leaning.has(word) || trailing.has(word) || opening.has(word);
}

/**
 * The language whose voice says a word of a sentence in a language: another one for a word in letters that the sentence's
 * voice would spell (`Владимир` in English, `Қазақстан` in Russian). Latin words every voice says the English way itself.
 */
export function wordLanguage(word: string, sentenceLanguage: string): string {
  const [main] = scriptsOf(word);
  if (!main || main.script === 'Latn') return sentenceLanguage;
  if (primaryLanguage(sentenceLanguage) === 'ru' && /[әғқңөұүһ]/iu.test(word)) return 'kk';
  const known = spokenScripts(sentenceLanguage);
  if (known === null || known.includes(main.script)) return sentenceLanguage;
  if (main.script === 'Cyrl') return /[әғқңөұүһ]/iu.test(word) ? 'kk' : 'ru';
  return LIKELY[main.script] ?? sentenceLanguage;
}

/**
 * Languages whose voice reads more or less than their usual script (tried with espeak-ng package 0.3.5): every other one spells
 * such letters by name. Kazakh in Latin letters is put into Cyrillic first (`kazakh-latin.ts`), Japanese into kana (`japanese/`).
 */
const READ_IN: Readonly<Record<string, readonly string[]>> = {
  kk: ['Cyrl', 'Latn'],
  uz: ['Latn', 'Cyrl'],
  ug: ['Arab', 'Latn'],
  sr: ['Cyrl', 'Latn'],
  bs: ['Latn', 'Cyrl'],
  sd: ['Arab', 'Deva'],
  ja: ['Hani', 'Hira', 'Kana'],
  ko: ['Hang'],
};

/** The scripts in which a language can be read aloud here (ISO 15924); null where nothing is known about it. */
export function spokenScripts(language: string): readonly string[] | null {
  const written = expectedScripts(language);
  if (written === null) return null;
  return READ_IN[primaryLanguage(language)] ?? usualScripts(language, written);
}

function usualScripts(language: string, written: readonly string[]): readonly string[] {
  // Lists of several scripts have the usual one first.
  return /^(?:zh|yue|cmn)$/u.test(primaryLanguage(language)) ? written : written.slice(0, 1);
}

/** Scripts that languages are written in and that their voice spells out letter by letter (tried with package 0.3.5). */
const SPELLED: Readonly<Record<string, string>> = { ko: 'Hani', shn: 'Mymr' };
/** More of a text than a few names, and what is spoken is nothing like what is said. */
const SPELLED_SHARE = 0.1;

/**
 * The script of more than a tenth of all letters that the language of their text (BCP 47) is written in but no voice here
 * reads in it (Korean in hanja), with the language; null where there is none or nothing can be said (under 12 letters).
 */
export function unspokenScript(
  texts: Iterable<{ readonly text: string; readonly language: string }>,
): { readonly script: string; readonly language: string } | null {
  let total = 0;
  const spelled = new Map<string, number>();
  for (const { text, language } of texts)
    for (const { script, letters } of scriptsOf(text)) {
      total += letters;
      if (SPELLED[primaryLanguage(language)] === script)
        spelled.set(language, (spelled.get(language) ?? 0) + letters);
    }
  const [language, letters] = [...spelled].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
  const script = SPELLED[primaryLanguage(language)];
  return script && total >= FEWEST_LETTERS && letters > total * SPELLED_SHARE ? { script, language } : null;
}

/** Voices that say the letters of a text one after the other where words are said otherwise (tried with package 0.3.5). */
const READ_BY_LETTER = new Set(['th', 'my']);

/** Whether a language is read aloud so roughly here that where its words are found wants looking at. */
export function isRoughlySpoken(language: string): boolean {
  return READ_BY_LETTER.has(primaryLanguage(language));
}
