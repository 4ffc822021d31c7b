import type { SpeltName } from '../domain/protected-name';
import { soundStems, stemsOf, withoutPrefix } from './endings';
import { withoutEntities } from './entities';
import { APOSTROPHES, folded, lookAlikes, sound } from './fold';
import { finerWords, isCut } from './finer-words';
import { compileRunning } from './running-scripts';
import { StemIndex } from './stem-index';
import { isNamePart, mayStandBetween, waysToSay } from './ways';

/** A protected name found in a text. */
export interface NameHit<E extends SpeltName = SpeltName> {
  readonly entry: E;
  /** UTF-16 offsets in the text, `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** As it stands there. */
  readonly found: string;
  /** Only a first or a family name of it, which others may have too. */
  readonly isPart: boolean;
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
const WORD = new RegExp(`[\\p{L}\\p{M}\\p{N}\\p{Cf}@$${APOSTROPHES}]+`, 'gu');
/** What may stand between the letters of a word that is pulled apart: `Ж-а-н-а-р`, `Ж а н а р`. */
const PULLED = /^[\s\p{Cf}\-‐‑–—_.·*|/]{1,3}$/u;
/** Where such a word may be at all: something other than a space or a line's end between two letters. */
const PULLED_SIGN = /[\p{L}\p{M}][\-‐‑–—_.·*|/][\p{L}]/u;
/** Words between which a few signs, any space and a pause may stand but no sentence's end, for names of several words. */
const BETWEEN = /^\s*(?:(?:[^\p{L}\p{N}\s.!?…]\s*){0,4}|\.+\s*|…\s*)$/u;
/** The same between parts of what was one word: nothing, or the digits or signs it was cut at. */
const BETWEEN_FINER = /^\s*(?:(?:[^\p{L}\s.!?…]\s*){0,8}|\.+\s*|…\s*)$/u;
const LONGEST_NAME = 8;
/** Two words read as one (`Жан ар`) must be a name of this many letters and nothing else. */
const SHORTEST_JOINED = 5;
/** Whether a name is that long: what Korean writes as one sign are two or three letters. */
const mayBeJoined = (plain: string) =>
  plain.length >= SHORTEST_JOINED || plain.normalize('NFD').length >= SHORTEST_JOINED;

interface Pattern<E> {
  readonly entry: E;
  /** Position in its name and how many words that has. */
  readonly index: number;
  readonly count: number;
  readonly id: number;
  readonly isPart: boolean;
}
interface Token<E> extends Known<E> {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Where a word stands in the names of a list; shared by all names that have it. */
type ListedWord<E> = Pattern<E>[];

/** What is known of a word of a text once it has been looked at. */
interface Known<E> {
  readonly plain: string;
  /** Words of names this may be. */
  readonly patterns: readonly Pattern<E>[];
  /** Whether a name of one word begins with it. */
  readonly beginsName: boolean;
  readonly isCut: boolean;
}

/** What is prepared of a list. */
interface List<E> {
  readonly written: StemIndex<ListedWord<E>>;
  readonly heard: StemIndex<ListedWord<E>>;
  /** Names of one word by how that is read. */
  readonly wholes: ReadonlyMap<string, Pattern<E>>;
  /** Whether one of these begins so. */
  readonly isBeginning: (plain: string) => boolean;
}

export interface CompileOptions<E> {
  /** Whose first and family names are also looked for alone. Left out: nobody's. */
  readonly hasParts?: (entry: E) => boolean;
}

/** Prepares a list. Names without a letter are left out. */
export function compileNames<E extends SpeltName>(
  entries: readonly E[],
  { hasParts = () => false }: CompileOptions<E> = {},
): NameMatcher<E> {
  const list = prepared(entries, hasParts);
  const cache = new Map<string, Known<E>>();
  const look = (text: string) => {
    const known = cache.get(text);
    if (known) return known;
    const found = lookUp(text, list);
    if (cache.size < MOST_CACHED) cache.set(text, found);
    return found;
  };
  const running = compileRunning(entries);
  const findPlain = (text: string) =>
    list.written.isEmpty ? running(text) : [...findIn(text, look, list), ...running(text)];
  const findAll = (text: string) => {
    const decoded = withoutEntities(text);
    if (!decoded) return findPlain(text);
    return findPlain(decoded.text).map((hit) => {
      const [from, to] = [decoded.places[hit.from] ?? 0, decoded.places[hit.to] ?? text.length];
      return { ...hit, from, to, found: text.slice(from, to) };
    });
  };
  return { size: entries.length, findAll, find: (text) => apart(findAll(text)) };
}

function prepared<E extends SpeltName>(entries: readonly E[], hasParts: (entry: E) => boolean): List<E> {
  const written = new StemIndex<ListedWord<E>>();
  const heard = new StemIndex<ListedWord<E>>();
  const wholes = new Map<string, Pattern<E>>();
  // A name of two words is listed both ways round, and families share theirs: each word's forms are found once.
  const words = new Map<string, ListedWord<E>>();
  const listed = (word: string) => {
    const known = words.get(word);
    if (known) return known;
    const made: ListedWord<E> = [];
    words.set(word, made);
    const plain = folded(word);
    written.add(stemsOf(plain, word), made);
    heard.add(soundStems(plain, word), made);
    return made;
  };
  let id = 0;
  const add = (entry: E, said: readonly string[], isPart: boolean) => {
    id += 1;
    said.forEach((word, index) => {
      const pattern: Pattern<E> = { entry, index, count: said.length, id, isPart };
      listed(word).push(pattern);
      if (said.length > 1 || isPart) return;
      const plain = folded(word);
      if (mayBeJoined(plain)) wholes.set(plain, pattern);
    });
  };
  for (const entry of entries)
    for (const name of [entry.name, ...entry.aliases]) {
      const parts = wordsOf(name);
      for (const said of waysToSay(parts)) add(entry, said, false);
      if (parts.length > 1 && hasParts(entry))
        for (const part of parts.filter(isNamePart)) add(entry, [part], true);
    }
  return { written, heard, wholes, isBeginning: beginningsOf([...wholes.keys()]) };
}

/** Found by halving: a set of all beginnings would hold a million for a long list. */
function beginningsOf(names: string[]): (plain: string) => boolean {
  const sorted = names.sort();
  return (plain) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] ?? '') < plain) low = middle + 1;
      else high = middle;
    }
    return sorted[low]?.startsWith(plain) === true;
  };
}

/** A long interview has some ten thousand different words. */
const MOST_CACHED = 100_000;

function wordsOf(name: string): string[] {
  return (name.match(WORD) ?? []).filter((word) => /\p{L}/u.test(word)).slice(0, LONGEST_NAME);
}

/** A capital, or a letter of a script that has none. */
const CAPITAL = /^[\p{Cf}]*(?:\p{Lu}|\p{Lt}|\p{Lo})/u;

function lookUp<E>(text: string, { written, heard, isBeginning }: List<E>): Known<E> {
  const plain = folded(text);
  const isCapital = CAPITAL.test(text);
  const found = new Set<ListedWord<E>>();
  for (const candidate of [...withoutPrefix(plain), ...lookAlikes(plain)]) {
    written.seek(candidate, isCapital, found);
    heard.seek(sound(candidate), isCapital, found);
  }
  const patterns = [...found].flat().filter(({ isPart }) => isCapital || !isPart);
  return { plain, patterns, beginsName: isBeginning(plain), isCut: isCut(text) };
}

type Look<E> = (word: string) => Known<E>;

function findIn<E extends SpeltName>(text: string, look: Look<E>, { wholes }: List<E>): NameHit<E>[] {
  const tokens: Token<E>[] = [];
  let [mayHold, hasCut, mayBePulled] = [false, false, PULLED_SIGN.test(text)];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const { plain, patterns, beginsName, isCut: cut } = look(word);
    // A mark of direction, an emoji's variation: nothing is read, so nothing stands between the words around it.
    if (plain === '') continue;
    tokens.push({
      from: index,
      to: index + word.length,
      text: word,
      plain,
      patterns,
      beginsName,
      isCut: cut,
    });
    mayHold ||= patterns.length > 0;
    hasCut ||= cut;
    mayBePulled ||= beginsName || plain.length === 1;
  }
  // Almost every text ends here.
  const hits = mayHold ? wholeNames(text, tokens, BETWEEN) : [];
  if (hasCut) {
    const finer = finerWords(tokens).map((word): Token<E> => ({ ...word, ...look(word.text) }));
    hits.push(...wholeNames(text, finer, BETWEEN_FINER));
  }
  if (mayBePulled) hits.push(...pulledApart(text, tokens, look, wholes));
  return hits;
}

/** In text order, the longest of those that begin together, none over another; a whole name before a part of one. */
export function apart<H extends { readonly from: number; readonly to: number; readonly isPart?: boolean }>(
  hits: H[],
): H[] {
  if (hits.length === 0) return hits;
  hits.sort(
    (a, b) => a.from - b.from || b.to - a.to || Number(a.isPart ?? false) - Number(b.isPart ?? false),
  );
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
  first: number,
  { id, count }: Pattern<E>,
  between: RegExp,
): Token<E> | undefined {
  let at = first;
  for (let index = 1; index < count; index++) {
    const next = nextOfName(text, tokens, at, between, ({ patterns }) =>
      patterns.some((pattern) => pattern.id === id && pattern.index === index),
    );
    if (next === null) return undefined;
    at = next;
  }
  return tokens[at];
}

/** Where the next word of a name stands: right behind the one at `at`, or behind an initial, a father's or a middle name. */
function nextOfName<E>(
  text: string,
  tokens: readonly Token<E>[],
  at: number,
  between: RegExp,
  isNext: (token: Token<E>) => boolean,
): number | null {
  for (let place = at + 1; place <= at + 1 + MOST_BETWEEN; place++) {
    const [before, token] = [tokens[place - 1], tokens[place]];
    if (!before || !token) return null;
    const gap = text.slice(before.to, token.from);
    if (!between.test(gap)) return null;
    if (isNext(token)) return place;
    if (!mayStandBetween(token.text, gap)) return null;
  }
  return null;
}
/** Two initials, or two names in the middle. */
const MOST_BETWEEN = 2;

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
      first.beginsName && gap.length <= 3 && PULLED.test(gap)
        ? wholes.get(first.plain + second.plain)
        : undefined;
    if (whole) hits.push(hitOf(text, whole, first.from, second.to));
    else if (gap.length === 1 && gap !== ' ' && gap !== '\n' && /[^\s]/.test(gap) && PULLED.test(gap))
      for (const pattern of look(first.text + second.text).patterns)
        if (isWhole(pattern) && mayBeJoined(first.plain + second.plain))
          hits.push(hitOf(text, pattern, first.from, second.to));
    if (first.plain.length !== 1) return;
    let [joined, last] = [first.text, first];
    for (const next of tokens.slice(at + 1, at + LONGEST_SPELT)) {
      if (next.plain.length !== 1 || !PULLED.test(between(last, next))) break;
      [joined, last] = [joined + next.text, next];
      for (const pattern of joined.length < 3 ? [] : look(joined).patterns)
        if (isWhole(pattern)) hits.push(hitOf(text, pattern, first.from, last.to));
    }
  });
  return hits;
}
const isWhole = <E>({ count, isPart }: Pattern<E>) => count === 1 && !isPart;
/** Letters of a name that is spelt out. */
const LONGEST_SPELT = 40;

function hitOf<E extends SpeltName>(
  text: string,
  { entry, isPart }: Pattern<E>,
  from: number,
  to: number,
): NameHit<E> {
  return { entry, from, to, found: text.slice(from, to), isPart };
}
