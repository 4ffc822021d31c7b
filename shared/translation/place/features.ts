import { folded, sound } from '../../safety/fold';
import { primaryLanguage } from '../../text/locale';
import { numbersIn } from '../../text/numbers';
import { segmenterFor } from '../../text/segments';

/** What of a sentence can be found again in its translation. */
export interface Features {
  /** Letters, digits and signs: characters without white space. */
  readonly length: number;
  /** What words are like across inflection: their beginnings; of unspaced scripts, whole words. Each once. */
  readonly stems: readonly string[];
  /** How words that may be the same in both languages sound: names, cognates, in Latin letters. Each once. */
  readonly sounds: readonly string[];
  readonly numbers: readonly string[];
  /** `?`, `!` or neither. */
  readonly end: '?' | '!' | '';
  /** Where it stands: sentences of one paragraph have the same number. */
  readonly paragraph: number;
}

/** Letters that a stem is made of: longer beginnings tell inflected forms of one word apart, shorter ones mix words. Ours. */
const STEM = 5;
/** Shorter words are the same by chance too often to be a name or a cognate. */
const LEAST_SOUND = 4;
/** Longest run without spaces that is divided into words: no sentence is longer, and dividing takes quadratic time. */
const MAX_RUN = 1000;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Arabic: what is written on to the front of a word (and, in, like, for, the). */
const ARABIC_FRONT = /^(?:[وف]?(?:[بكل]?ال|لل)|[وف](?=\p{L}{3}))/u;

/** The features of a sentence in a language (BCP 47). Linear. */
export function featuresOf(text: string, language: string, paragraph: number): Features {
  const words = folded(text).match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [];
  const stems = new Set<string>();
  const sounds = new Set<string>();
  for (const word of words) {
    if (UNSPACED.test(word)) {
      for (const part of segmenterFor(language, 'word').segment(word.slice(0, MAX_RUN)))
        stems.add(part.segment);
    } else {
      stems.add(stemOf(word, language));
      if (!/\d/u.test(word)) addSound(word, sounds);
    }
  }
  return {
    length: text.replace(/\s+/gu, '').length,
    stems: [...stems],
    sounds: [...sounds],
    numbers: numbersIn(text),
    end: endOf(text, language),
    paragraph,
  };
}

function endOf(text: string, language: string): Features['end'] {
  const last = text.replace(/["'»”’)\]\s]+$/u, '').at(-1) ?? '';
  // Greek asks with what is a semicolon elsewhere.
  if (/[?？؟\u037e]/u.test(last) || (last === ';' && primaryLanguage(language) === 'el')) return '?';
  return /[!！]/u.test(last) ? '!' : '';
}

function stemOf(word: string, language: string): string {
  const bare = primaryLanguage(language) === 'ar' ? word.replace(ARABIC_FRONT, '') : word;
  return [...bare].slice(0, STEM).join('');
}

function addSound(word: string, sounds: Set<string>): void {
  const heard = sound(word);
  if (/^[a-z]+$/u.test(heard) && heard.length >= LEAST_SOUND) sounds.add(heard.slice(0, 12));
}
