import type { SpeltName } from '../domain/protected-name';
import { soundStems, stemsOf, withoutPrefix, type Stem } from './endings';
import { folded, lookAlikes, sound } from './fold';
import { finerWords } from './finer-words';
import { compileRunning } from './running-scripts';
import { waysToSay } from './ways';

/** A protected name found in a text. */
export interface NameHit<E extends SpeltName = SpeltName> {
  readonly entry: E;
  /** UTF-16 offsets in the text, `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** As it stands there. */
  readonly found: string;
}

/** Finds names in texts; made once from a list, used on any number of texts. */
export interface NameMatcher<E extends SpeltName = SpeltName> {
  readonly size: number;
  /** All hits in text order, longest first where several begin together; none overlaps another. */
  find(text: string): NameHit<E>[];
  /** Every hit, also those that overlap others; in no order. */
  findAll(text: string): NameHit<E>[];
}

/** A word, with whatever invisible or look-alike stands in it. */
const WORD = /[\p{L}\p{M}\p{N}\p{Cf}@$'’ʼ`]+/gu;
/** What may stand between the letters of a word that is pulled apart: `Ж-а-н-а-р`, `Ж а н а р`. */
const PULLED = /^[\s\-‐‑–—_.·*|/]{1,3}$/u;
/** Words between which anything but a sentence's end may stand, for names of several words. */
const BETWEEN = /^[^\p{L}\p{N}.!?…]{1,4}$|^\.\s?$/u;
/** The same between parts of what was one word: nothing, or the digit or sign it was cut at. */
const BETWEEN_FINER = /^[^\p{L}.!?…]{0,4}$|^\.\s?$/u;
const LONGEST_NAME = 8;
/** Two words read as one (`Жан ар`) must be a name of this many letters and nothing else. */
const SHORTEST_JOINED = 5;

interface Pattern<E> {
  readonly entry: E;
  /** Position in its name and how many words that has. */
  readonly index: number;
  readonly count: number;
  readonly id: number;
  readonly accepts: (rest: string) => boolean;
}
interface Token<E> {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly plain: string;
  /** Words of names this may be. */
  readonly patterns: readonly Pattern<E>[];
}

/** Patterns by stem. Most words are turned away by their first letters, which is what makes thousands of cues quick. */
class StemIndex<E> {
  readonly #stems = new Map<string, Pattern<E>[]>();
  readonly #starts = new Set<string>();
  #longest = 0;

  add({ stem, accepts }: Stem, base: Omit<Pattern<E>, 'accepts'>): void {
    if (stem === '') return;
    const list = this.#stems.get(stem) ?? [];
    list.push({ ...base, accepts });
    this.#stems.set(stem, list);
    this.#starts.add(stem.slice(0, START));
    this.#longest = Math.max(this.#longest, stem.length);
  }

  get isEmpty(): boolean {
    return this.#stems.size === 0;
  }

  seek(word: string, found: Pattern<E>[]): void {
    const isShortStem = this.#starts.has(word.slice(0, 2));
    if (!isShortStem && !this.#starts.has(word.slice(0, START))) return;
    const most = Math.min(word.length, this.#longest);
    for (let length = 1; length <= most; length++)
      for (const pattern of this.#stems.get(word.slice(0, length)) ?? [])
        if (pattern.accepts(word.slice(length))) found.push(pattern);
  }
}
const START = 3;

/** What is known of a word once it has been looked at. */
interface Known<E> {
  readonly plain: string;
  readonly patterns: readonly Pattern<E>[];
}

/** Prepares a list. Names without a letter are left out. */
export function compileNames<E extends SpeltName>(entries: readonly E[]): NameMatcher<E> {
  const written = new StemIndex<E>();
  const heard = new StemIndex<E>();
  const wholes = new Map<string, Pattern<E>>();
  // A name of two words is listed both ways round, and families share theirs.
  const known = new Map<string, ReturnType<typeof spellings>>();
  const spelt = (word: string) => {
    const found = known.get(word) ?? spellings(word);
    known.set(word, found);
    return found;
  };
  let id = 0;
  for (const entry of entries)
    for (const name of [entry.name, ...entry.aliases])
      for (const words of waysToSay(wordsOf(name))) {
        id += 1;
        words.forEach((word, index) => {
          const base = { entry, index, count: words.length, id };
          const { plain, asWritten, asHeard } = spelt(word);
          for (const stem of asWritten) written.add(stem, base);
          for (const stem of asHeard) heard.add(stem, base);
          if (words.length === 1 && plain.length >= SHORTEST_JOINED)
            wholes.set(plain, { ...base, accepts: () => true });
        });
      }
  const cache = new Map<string, Known<E>>();
  const look = (text: string) => {
    const known = cache.get(text);
    if (known) return known;
    const found = lookUp(text, written, heard);
    if (cache.size < MOST_CACHED) cache.set(text, found);
    return found;
  };
  const running = compileRunning(entries);
  const findAll = (text: string) => [
    ...(written.isEmpty ? [] : findIn(text, look, wholes)),
    ...running(text),
  ];
  return { size: entries.length, findAll, find: (text) => apart(findAll(text)) };
}
function spellings(word: string) {
  const plain = folded(word);
  return { plain, asWritten: stemsOf(plain, word), asHeard: soundStems(plain, word) };
}

/** A long interview has some ten thousand different words. */
const MOST_CACHED = 100_000;

function wordsOf(name: string): string[] {
  return (name.match(WORD) ?? []).filter((word) => /\p{L}/u.test(word)).slice(0, LONGEST_NAME);
}

function lookUp<E>(text: string, written: StemIndex<E>, heard: StemIndex<E>): Known<E> {
  const plain = folded(text);
  const patterns: Pattern<E>[] = [];
  for (const candidate of [...withoutPrefix(plain), ...lookAlikes(plain)]) {
    written.seek(candidate, patterns);
    heard.seek(sound(candidate), patterns);
  }
  return { plain, patterns };
}

type Look<E> = (word: string) => Known<E>;

function findIn<E extends SpeltName>(
  text: string,
  look: Look<E>,
  wholes: ReadonlyMap<string, Pattern<E>>,
): NameHit<E>[] {
  const tokens = [...text.matchAll(WORD)].map(({ 0: word, index }): Token<E> => {
    return { from: index, to: index + word.length, text: word, ...look(word) };
  });
  const finer = finerWords(tokens).map((word): Token<E> => ({ ...word, ...look(word.text) }));
  return [
    ...wholeNames(text, tokens, BETWEEN),
    ...wholeNames(text, finer, BETWEEN_FINER),
    ...pulledApart(text, tokens, look, wholes),
  ];
}

/** In text order, the longest of those that begin together, none over another. */
export function apart<H extends { readonly from: number; readonly to: number }>(hits: H[]): H[] {
  if (hits.length === 0) return hits;
  hits.sort((a, b) => a.from - b.from || b.to - a.to);
  let end = -1;
  return hits.filter((hit) => {
    if (hit.from < end) return false;
    end = hit.to;
    return true;
  });
}

function wholeNames<E extends SpeltName>(
  text: string,
  tokens: readonly Token<E>[],
  between: RegExp,
): NameHit<E>[] {
  return tokens.flatMap((token, at) =>
    token.patterns.flatMap((pattern) => {
      if (pattern.index !== 0) return [];
      const last = lastToken(text, tokens, at, pattern, between);
      return last ? [hitOf(text, pattern, token.from, last.to)] : [];
    }),
  );
}

function lastToken<E>(
  text: string,
  tokens: readonly Token<E>[],
  at: number,
  { id, count }: Pattern<E>,
  between: RegExp,
): Token<E> | undefined {
  for (let index = 1; index < count; index++) {
    const [before, next] = [tokens[at + index - 1], tokens[at + index]];
    if (!before || !next || !between.test(text.slice(before.to, next.from))) return undefined;
    if (!next.patterns.some((pattern) => pattern.id === id && pattern.index === index)) return undefined;
  }
  return tokens[at + count - 1];
}

/** Single letters with something between them, halves around a hyphen, two words that make one name. */
function pulledApart<E extends SpeltName>(
  text: string,
  tokens: readonly Token<E>[],
  look: Look<E>,
  wholes: ReadonlyMap<string, Pattern<E>>,
): NameHit<E>[] {
  const hits: NameHit<E>[] = [];
  const between = (before: Token<E>, next: Token<E>) => text.slice(before.to, next.from);
  tokens.forEach((first, at) => {
    const second = tokens[at + 1];
    if (!second) return;
    const gap = between(first, second);
    // Almost every pair of words ends here: only short gaps, and only what a name begins with, is joined.
    const whole =
      gap.length <= 3 && first.plain.length <= LONGEST_HALF && PULLED.test(gap)
        ? wholes.get(first.plain + second.plain)
        : undefined;
    if (whole) hits.push(hitOf(text, whole, first.from, second.to));
    else if (gap.length === 1 && gap !== ' ' && gap !== '\n' && /[^\s]/.test(gap) && PULLED.test(gap))
      for (const pattern of look(first.text + second.text).patterns)
        if (pattern.count === 1 && first.plain.length + second.plain.length >= SHORTEST_JOINED)
          hits.push(hitOf(text, pattern, first.from, second.to));
    if (first.plain.length !== 1) return;
    let [joined, last] = [first.text, first];
    for (const next of tokens.slice(at + 1, at + LONGEST_SPELT)) {
      if (next.plain.length !== 1 || !PULLED.test(between(last, next))) break;
      [joined, last] = [joined + next.text, next];
      for (const pattern of joined.length < 3 ? [] : look(joined).patterns)
        if (pattern.count === 1) hits.push(hitOf(text, pattern, first.from, last.to));
    }
  });
  return hits;
}
/** Longest first half of a name that is joined from two words. */
const LONGEST_HALF = 20;
/** Letters of a name that is spelt out. */
const LONGEST_SPELT = 40;

function hitOf<E extends SpeltName>(
  text: string,
  { entry }: Pattern<E>,
  from: number,
  to: number,
): NameHit<E> {
  return { entry, from, to, found: text.slice(from, to) };
}
