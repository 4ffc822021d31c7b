/** Finds the terms of a glossary in texts, in any form: single words as names are found, phrases word by word. */
import { stemsOf, withoutPrefix, type Stem } from '../../safety/endings';
import { folded } from '../../safety/fold';
import { apart, compileNames } from '../../safety/match';
import { genitivePlurals } from './plurals';

export interface TermHit<T> {
  readonly term: T;
  /** UTF-16 units, `[from, to)`. */
  readonly from: number;
  readonly to: number;
}

/** French and others write short words before an apostrophe (`d’urgence`): those are words of their own. */
const WORD = /[\p{L}\p{M}\p{N}ʼ]+/gu;
/** What may stand between the words of a phrase: no end of a sentence. */
const BETWEEN = /^[^\p{L}\p{N}.!?…]{1,4}$/u;
/** Letters by which phrases are looked up; a first word, or what stays of it in its cases, may be shorter. */
const KEY = 3;
const SHORT_KEY = 2;

interface Word {
  readonly plain: string;
  readonly own: readonly string[];
  readonly stems: readonly Stem[];
  /** Forms that no ending tells. */
  readonly plurals: readonly string[];
}

interface Phrase<T> {
  readonly term: T;
  readonly words: readonly Word[];
}

/** Finds terms in a text. */
export interface TermMatcher<T> {
  /** In text order, of those that overlap the longest of the first. */
  find(text: string): TermHit<T>[];
  /** Every hit, also those inside others; in no order. */
  findAll(text: string): TermHit<T>[];
}

/** Prepares terms, each under the words it is found by. Text by text linear in the words, whatever the number of terms. */
export function termMatcher<T>(
  terms: readonly { readonly name: string; readonly term: T }[],
): TermMatcher<T> {
  const single = terms.filter(({ name }) => wordsOf(name).length === 1);
  const names = compileNames(single.map(({ name, term }) => ({ name, aliases: [], term })));
  const phrases = new Map<string, Phrase<T>[]>();
  const plurals = new Map<string, T[]>();
  for (const { name, term } of terms) {
    const words = wordsOf(name);
    const [first] = words;
    if (words.length === 1)
      for (const form of first?.plurals ?? []) plurals.set(form, [...(plurals.get(form) ?? []), term]);
    if (words.length < 2 || !first) continue;
    // The first word may have other letters in its cases: отец, отца.
    const beginnings = [...first.own, ...first.plurals, ...first.stems.map(({ stem }) => stem)];
    for (const key of new Set(beginnings.map(keyOf)))
      phrases.set(key, [...(phrases.get(key) ?? []), { term, words }]);
  }
  const findAll = (text: string): TermHit<T>[] => [
    ...names.findAll(text).map(({ entry, from, to }) => ({ term: entry.term, from, to })),
    ...(phrases.size > 0 ? phraseHits(text, phrases) : []),
    ...(plurals.size > 0 ? pluralHits(text, plurals) : []),
  ];
  return { findAll, find: (text) => apart(findAll(text)) };
}

/** A word of a text as it may begin or continue a phrase. */
interface Read {
  readonly forms: readonly string[];
  /** By which phrases that begin with it are looked up. */
  readonly keys: readonly string[];
}

interface Token extends Read {
  readonly from: number;
  readonly to: number;
}

function phraseHits<T>(text: string, phrases: ReadonlyMap<string, readonly Phrase<T>[]>): TermHit<T>[] {
  const tokens: Token[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const { forms, keys } = readingOf(word);
    tokens.push({ from: index, to: index + word.length, forms, keys });
  }
  const hits: TermHit<T>[] = [];
  tokens.forEach((token, at) => {
    // Almost no word begins a phrase.
    if (!token.keys.some((key) => phrases.has(key))) return;
    for (const { term, words } of new Set(token.keys.flatMap((key) => phrases.get(key) ?? []))) {
      const last = endOf(words, tokens, at, text);
      if (last) hits.push({ term, from: token.from, to: last.to });
    }
  });
  return hits;
}

function pluralHits<T>(text: string, plurals: ReadonlyMap<string, readonly T[]>): TermHit<T>[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    (plurals.get(readingOf(word).forms[0] ?? '') ?? []).map((term) => {
      return { term, from: index, to: index + word.length };
    }),
  );
}

/** The last word of a phrase that begins at a token; undefined where it does not stand there. */
function endOf(
  words: readonly Word[],
  tokens: readonly Token[],
  at: number,
  text: string,
): Token | undefined {
  for (const [n, word] of words.entries()) {
    const [token, before] = [tokens[at + n], n === 0 ? undefined : tokens[at + n - 1]];
    if (!token || !isSameWord(word, token.forms)) return undefined;
    if (before && !BETWEEN.test(text.slice(before.to, token.from))) return undefined;
  }
  return tokens[at + words.length - 1];
}

function wordsOf(name: string): Word[] {
  return (name.match(WORD) ?? []).map((original) => {
    const plain = folded(original);
    return {
      plain,
      own: withoutPrefix(plain),
      stems: stemsOf(plain, original),
      plurals: genitivePlurals(plain),
    };
  });
}

/** Words seen before: an interview says the same few thousand again and again. */
const known = new Map<string, Read>();
const MAX_KNOWN = 50_000;

function readingOf(word: string): Read {
  let reading = known.get(word);
  if (!reading) {
    const forms = withoutPrefix(folded(word));
    reading = { forms, keys: [...new Set(forms.flatMap((form) => [keyOf(form), form.slice(0, SHORT_KEY)]))] };
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(word, reading);
  }
  return reading;
}

const keyOf = (plain: string) => plain.slice(0, KEY);

/** Endings of Russian nouns and adjectives, folded (й is и, ё is е). */
const RUSSIAN = new Set(
  (
    ' а я о е и ы у ю ь ом ем ои еи ою ею ам ям ами ями ах ях ов ев ии ыи ая яя ое ее ого его ому ему ым им ых их ую юю ые ие ' +
    'ыми ими ию ия ью'
  ).split(' '),
);
/** Kazakh endings behind a possessive: accusative, dative, locative, ablative, genitive, instrumental. */
const KAZAKH_BEHIND_OWN = /^(?:н|на|не|нда|нде|нан|нен|нын|нін|нің|ның|мен|ндагы|ндағы|ндегі)$/;
/** Shortest beginning by which two forms of a word in a phrase are held for one. */
const SHORTEST = 4;

/** Whether a word of a text is a form of a word of a phrase. Looser than for a word alone: the others have to fit, too. */
function isSameWord({ plain, own, stems, plurals }: Word, forms: readonly string[]): boolean {
  return forms.some(
    (form) =>
      own.includes(form) ||
      plurals.includes(form) ||
      stems.some(({ stem, accepts }) => form.startsWith(stem) && accepts(form.slice(stem.length))) ||
      (/^\p{Script=Cyrillic}/u.test(plain) && isForm(plain, form)),
  );
}

function isForm(plain: string, form: string): boolean {
  if (/[ыі]$/u.test(plain) && form.startsWith(plain) && KAZAKH_BEHIND_OWN.test(form.slice(plain.length)))
    return true;
  let same = 0;
  while (same < plain.length && plain[same] === form[same]) same++;
  // The ending may begin with the same letter on both sides.
  for (let at = same; at >= SHORTEST && at >= same - 2; at--)
    if (RUSSIAN.has(plain.slice(at)) && RUSSIAN.has(form.slice(at))) return true;
  return false;
}
