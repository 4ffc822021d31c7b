import type { Around, Reader } from './reader';

/** A cleaned word without the punctuation around it. */
export interface Core {
  /** The whole word. */
  readonly text: string;
  /** The word from its first letter, digit or spoken sign to its last. Empty where it has none. */
  readonly core: string;
  /** Punctuation behind the core. */
  readonly tail: string;
}

/** Where a rule looks: a word among the spoken words of its sentence. */
export interface Place {
  readonly words: readonly Core[];
  readonly at: number;
  readonly language: string;
  readonly reader: Reader;
}

/** Something said for one or more words. */
export interface Part {
  /** Empty: nothing. */
  readonly text: string;
  /** For how many words it stands, 1 or more. */
  readonly words: number;
  /** BCP 47, where it is said in another language than its sentence. */
  readonly language?: string | undefined;
  /** For each of the words about how much of the sound is its own, where that is known. */
  readonly shares?: readonly number[] | undefined;
}

/** What is said for the next words, in order. */
export type Reading = readonly Part[];

/** Reads the word at a place, and those that follow where they belong to it; null where the rule has nothing to say. */
export type Rule = (place: Place) => Reading | null;

const HEAD = /^[^\p{L}\p{N}$€£₸₽№#@&+%°½¼¾-]+|^-(?!\d)/u;
const TAIL = /[^\p{L}\p{M}\p{N}$€£₸₽%°+&@#№]+$/u;

/** Parts a word from its punctuation. */
export function coreOf(text: string): Core {
  const inner = text.replace(HEAD, '');
  const core = inner.replace(TAIL, '');
  return { text, core, tail: core === '' ? '' : inner.slice(core.length) };
}

/** The core some words away from a place; one without text beyond the sentence. */
export function coreAt({ words, at }: Place, offset = 0): Core {
  return words[at + offset] ?? { text: '', core: '', tail: '' };
}

/** The words around those from `at` on that a rule takes. */
export function around(place: Place, words = 1): Around {
  return {
    before: coreAt(place, -1).core.toLowerCase(),
    beforeThat: coreAt(place, -2).core.toLowerCase(),
    after: coreAt(place, words).core.toLowerCase(),
  };
}

/** One text for some words, with the first mark of their tail that shapes the melody. */
export function said(text: string, { tail }: Core, words = 1): Reading {
  return [{ text: text + (/[.,!?;:…؟،؛।。！？]/u.exec(tail)?.[0] ?? ''), words }];
}

/** As `said`, for a word whose dot marks an abbreviation: it ends a sentence only at the end. */
export function saidInFull(text: string, place: Place, words = 1): Reading {
  const last = coreAt(place, words - 1);
  const isLast = place.at + words >= place.words.length;
  return said(text, { ...last, tail: isLast ? last.tail : last.tail.replace(/\./u, '') }, words);
}
