import { segmenterFor, segmentsOf } from '../text/segments';
import { gapBetween, NEVER_ENDS, NEVER_STARTS, UNSPACED, WIDE_SPACE } from '../text/unspaced';

/** What stands between a word and the one before it where that is no space: nothing, or a full-width space. */
export type Gap = '' | typeof WIDE_SPACE;

/** A word as written. `gap` is absent where a space stands before it; before the first word of a text it says nothing. */
export interface Written {
  readonly text: string;
  readonly gap?: Gap | undefined;
}

/** `Word.text` holds no more (UTF-16 units); nothing a person says is longer, so only damaged text reaches it. */
export const LONGEST_WORD = 500;

/** The text that words make: the one place where they are joined. Linear. */
export function joinWords(words: readonly Written[]): string {
  let text = '';
  for (const [index, word] of words.entries()) text += (index === 0 ? '' : gapBefore(word)) + word.text;
  return text;
}

/** What is written before a word that is not the first. */
export function gapBefore({ gap }: Written): string {
  return gap ?? ' ';
}

/** Where each word begins in `joinWords(words)`, in UTF-16 units. */
export function wordStarts(words: readonly Written[]): number[] {
  let at = 0;
  return words.map((word, index) => {
    const start = at + (index === 0 ? 0 : gapBefore(word).length);
    at = start + word.text.length;
    return start;
  });
}

/**
 * The words of a text as written, punctuation included, nothing normalised: split at Unicode white space (no-break spaces too),
 * and where writing has no spaces between words, by ICU's dictionaries. Those differ between versions of ICU (Node's, Electron's):
 * a text is divided once, and its words are kept. A word over 500 units is cut into pieces that fit, never inside a character.
 * A line break stands for what stands between words there. Linear.
 */
export function splitWords(text: string, language: string): Written[] {
  return splitWhite(text).flatMap(({ text: token, gap }) => {
    const parts = HAS_WORDS_INSIDE.test(token) ? wordsInside(token, language) : [token];
    return parts.flatMap(cutLong).map((part, index) => written(part, index > 0 ? '' : gap));
  });
}

/** A word with stops that nothing behind can be part of: words are found alike on either side, whatever stands on the other. */
const FIRM_END = /[\p{L}\p{N}][”’」』）】》〉、。，！？：；…]{0,8}[、。，！？：；…]$/u;
const FIRM_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * The words of a text that was made of another one by an edit, of which `before` are the words: in sentences and clauses that the
 * edit left alone they stay as they are, whatever ICU would make of them here. Else as `splitWords`. Linear.
 */
export function splitAgain(before: readonly Written[], text: string, language: string): Written[] {
  const plain = joinWords(splitWhite(text));
  const isFirm = (at: number) =>
    at <= 0 ||
    at >= plain.length ||
    /^\s/u.test(plain.slice(at - 1, at)) ||
    /^\s/u.test(plain.slice(at, at + 1)) ||
    // A straight quote opens or closes by how many stand before it.
    (FIRM_END.test(plain.slice(Math.max(0, at - 10), at)) &&
      FIRM_START.test(plain.slice(at, at + 2)) &&
      !NEVER_STARTS.test(plain.charAt(at)) &&
      !plain.includes('"'));
  const [head, from] = kept(before, plain, isFirm);
  const tail = keptAtEnd(before.slice(head), plain, from, isFirm);
  const rest = before.slice(before.length - tail);
  const end = plain.length - lengthOf(rest);
  const middle = splitWords(plain.slice(from, end), language);
  const gap = gapAt(plain, from);
  const made = middle.map((word, index) => (index > 0 || head === 0 ? word : written(word.text, gap)));
  const first =
    head === 0 && made.length === 0 ? rest.slice(0, 1).map(({ text: own }) => written(own, undefined)) : [];
  return [...before.slice(0, head), ...made, ...first, ...rest.slice(first.length)];
}

/** How many of the first words a text begins with, up to a firm place, and where that is. */
function kept(before: readonly Written[], plain: string, isFirm: (at: number) => boolean): [number, number] {
  let best: [number, number] = [0, 0];
  let at = 0;
  for (const [index, word] of before.entries()) {
    const own = (index === 0 ? '' : gapBefore(word)) + word.text;
    if (!plain.startsWith(own, at)) break;
    at += own.length;
    if (isFirm(at)) best = [index + 1, at];
  }
  return best;
}

/** How many of the last words a text ends with, from a firm place behind `from` on. */
function keptAtEnd(
  before: readonly Written[],
  plain: string,
  from: number,
  isFirm: (at: number) => boolean,
): number {
  let best = 0;
  let at = plain.length;
  for (let index = before.length - 1; index >= 0; index--) {
    const word = before[index];
    if (!word) break;
    const own = gapBefore(word) + word.text;
    at -= own.length;
    if (at < from || !plain.startsWith(own, at)) break;
    if (word.gap === '' && /\s/u.test(plain.charAt(at - 1))) break;
    if (isFirm(at)) best = before.length - index;
  }
  return best;
}

function lengthOf(words: readonly Written[]): number {
  return words.reduce((sum, word) => sum + gapBefore(word).length + word.text.length, 0);
}

function gapAt(plain: string, at: number): Gap | undefined {
  if (plain.startsWith(' ', at)) return undefined;
  return plain.startsWith(WIDE_SPACE, at) ? WIDE_SPACE : '';
}

/** A text at its white space, each stretch uncut. */
function splitWhite(text: string): Written[] {
  const words: Written[] = [];
  for (const { 1: space = '', 2: token = '' } of text.matchAll(/(\p{White_Space}*)(\P{White_Space}+)/gu))
    words.push(
      written(token, words.length === 0 ? undefined : gapOf(space, words.at(-1)?.text ?? '', token)),
    );
  return words;
}

function written(text: string, gap: Gap | undefined): Written {
  return gap === undefined ? { text } : { text, gap };
}

function gapOf(space: string, before: string, after: string): Gap | undefined {
  if (space === WIDE_SPACE) return WIDE_SPACE;
  if (!/[\n\r\u2028\u2029]/u.test(space)) return undefined;
  return gapBetween(before, after) === '' ? '' : undefined;
}

/** A stretch without white space that has words to be found in it. */
const HAS_WORDS_INSIDE = new RegExp(`${UNSPACED.source}|[、。，！？：；]`, 'u');

/** Ends a stretch whose words are found without a look at what follows. */
const EAST_ASIAN_MARK = /[\u3001-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3d\uff5b-\uff65]$/u;

/**
 * The words of a stretch without white space. Marks stay with the word before them, opening ones and tags with the word they
 * precede, so that no line can begin or end with what may not; other scripts inside (`COVID-19`, addresses) stay whole.
 */
function wordsInside(token: string, language: string): string[] {
  const words: string[] = [];
  let held = '';
  /** Whether the last word is of another script and may go on. */
  let isForeign = false;
  let isQuoted = false;
  const append = (text: string) => words.push((words.pop() ?? '') + text);
  const add = (segment: string) => {
    const isOwn = UNSPACED.test(segment);
    if (isOwn || /[\p{L}\p{N}]/u.test(segment)) {
      const goesOn = !isOwn && isForeign && !EAST_ASIAN_MARK.test(words.at(-1) ?? '');
      if (held === '' && words.length > 0 && (goesOn || NEVER_STARTS.test(segment))) return append(segment);
      words.push(held + segment);
      held = '';
      isForeign = !isOwn;
      return;
    }
    const opens =
      segment === '"' ? !isQuoted : NEVER_ENDS.test((held === '' ? (words.at(-1) ?? '') : held) + segment);
    if (segment === '"') isQuoted = !isQuoted;
    if (opens || held !== '' || words.length === 0) held += segment;
    else append(segment);
  };
  for (const part of token.split(/(<\/?i>)/u)) {
    if (part === '<i>' || (part === '</i>' && (held !== '' || words.length === 0))) held += part;
    else if (part === '</i>') append(part);
    else
      for (const { start, end } of segmentsOf(segmenterFor(language, 'word'), part))
        add(part.slice(start, end));
  }
  if (held !== '') append(held);
  return words;
}

function cutLong(word: string): string[] {
  if (word.length <= LONGEST_WORD) return [word];
  const pieces: string[] = [];
  let from = 0;
  while (from < word.length) {
    let to = Math.min(word.length, from + LONGEST_WORD);
    if (to < word.length && isLowSurrogate(word.charCodeAt(to))) to--;
    pieces.push(word.slice(from, to));
    from = to;
  }
  return pieces;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
