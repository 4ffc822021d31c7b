import { NOT_SPEAKERS, SOUNDS } from './not-names';
import { stampAtEnd, stampBehindName } from './stamps';

/** How a label is written; the surer forms need less evidence around them. */
export type LabelForm = 'tag' | 'stamped' | 'bracket' | 'colon' | 'dash';

/** What may be a speaker's label at the start of a line. */
export interface Label {
  readonly form: LabelForm;
  readonly name: string;
  /** UTF-16 units it takes, white space after it included. */
  readonly length: number;
  /** A stamp that is part of it, as in `Name  0:12`. */
  readonly ms: number | null;
  /** Nothing else stands on the line. */
  readonly alone: boolean;
}

const LONGEST_NAME = 60;
const MOST_WORDS = 5;

/** Small words that names hold in lower case. */
const PARTICLES =
  /^(?:de|del|della|di|da|dos|das|do|du|des|la|las|los|le|van|von|der|den|ter|bin|ibn|bint|al|el|abu|of|the|and|et|y|e|и|және|мен|i|қызы|ұлы|оглы|кызы|угли)$/u;

const TAG = /^<v(?:\.[^\s>]*)?\s+([^<>]{1,80})>\s*/u;
const BRACKET = /^\[([^[\]:]{1,60})\]\s*:?\s*/u;
const MARKED_COLON = /^(\*\*|__)([^*_:：]{1,60}?)\s*(?:[:：]\s*\1|\1\s*[:：])\s*/u;
const COLON = /^([^:：]{1,70}?)\s?[:：](?=\s|$|[\p{Lu}\p{Lo}«"“„—–])\s*/u;
const LABEL_SIGN = /[:：–—\t[<]|\s-\s/u;
/** The speaker's cell of a table, as documents give it. */
const CELL = /^([^\t:：]{1,60}?)[ ]*[:：]?[ ]*\t\s*/u;
const DASH = /^([^–—:]{2,60}?)\s*(?:[–—]|\s-)\s+(?=\S)/u;

/** The label a line may begin with, by its shape alone; null where no shape fits. `line` without white space at its ends. */
export function labelAtStart(line: string): Label | null {
  // Labels are short, and most lines have none of their signs: both spare endless lines and texts the rest.
  const head = line.length > 160 ? line.slice(0, 160) : line;
  if (!LABEL_SIGN.test(head)) return null;
  return (
    match('tag', TAG, head, line, () => true) ??
    stamped(head, line) ??
    match('bracket', BRACKET, head, line, (name) => isNameLike(name) && !isSound(name)) ??
    match('colon', MARKED_COLON, head, line, isSpeakerLike, 2) ??
    match('colon', COLON, head, line, isSpeakerLike) ??
    match('colon', CELL, head, line, isSpeakerLike) ??
    match('dash', DASH, head, line, isSpeakerLike)
  );
}

function match(
  form: LabelForm,
  pattern: RegExp,
  head: string,
  line: string,
  fits: (name: string) => boolean,
  group = 1,
): Label | null {
  const found = pattern.exec(head);
  const raw = found?.[group];
  if (!found || raw === undefined) return null;
  const name = tidyName(raw);
  if (name === '' || !fits(name)) return null;
  return { form, name, length: found[0].length, ms: null, alone: found[0].length === line.length };
}

/** `Name  0:12` alone on a line (Otter, Teams), `Name (0:12):` (Rev), `Name [0:12] text`. */
function stamped(head: string, line: string): Label | null {
  const behind = stampBehindName(line);
  const end = behind ?? (head.length === line.length ? stampAtEnd(line) : null);
  if (!end) return null;
  const name = tidyName(end.before.replace(/[:：]$/, ''));
  if (name === '' || !isSpeakerLike(name)) return null;
  const length = behind?.length ?? line.length;
  return { form: 'stamped', name, length, ms: end.ms, alone: length === line.length };
}

function tidyName(raw: string): string {
  return raw.replace(/^[\s*_\u200e\u200f>]+|[\s*_\u200e\u200f]+$/gu, '').replace(/\s+/gu, ' ');
}

/** The same name whatever its case, spaces and composition. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Whether all letters are capitals and there are at least two: `NAME –`. */
export function isAllCapitals(name: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name);
}

/** Two words or more, each with a capital, no comma: nothing else but a name (or a headline) looks so. */
export function isClearName(name: string): boolean {
  const words = bareWords(name);
  return words.length >= 2 && words.length <= 4 && !name.includes(',') && /^\p{Lu}/u.test(words[0] ?? '');
}

/** Written in a script without capitals, where shape says little. */
export function isUncased(name: string): boolean {
  return /\p{Lo}/u.test(name) && !/[\p{Lu}\p{Ll}]/u.test(name);
}

function isSpeakerLike(name: string): boolean {
  return isNameLike(name) && !NOT_SPEAKERS.has(nameKey(name));
}

function isSound(name: string): boolean {
  return SOUNDS.has(nameKey(name).split(/[\s,]/u)[0] ?? '');
}

/** People have numbers (“MAN 2”), sentences have years. */
const YEAR = /^\p{Nd}{4}$/u;

/** Short, of few words, each with a capital, a digit or no case at all; no sentence ends inside. */
function isNameLike(name: string): boolean {
  if (name.length > LONGEST_NAME || !/\p{L}/u.test(name)) return false;
  if (/[?!;…"“”«»<>[\]{}=/\\@]/u.test(name)) return false;
  const words = bareWords(name);
  if (words.length === 0 || words.length > MOST_WORDS) return false;
  if (!/^[\p{Lu}\p{Lo}\p{Lt}\p{Nd}]/u.test(words[0] ?? '')) return false;
  if (words.some((word) => YEAR.test(word))) return false;
  return words.every((word) => isNameWord(word));
}

function isNameWord(word: string): boolean {
  return (
    /^['’(#№]*[\p{Lu}\p{Lt}\p{Lo}\p{Nd}]/u.test(word) ||
    PARTICLES.test(word) ||
    /^(?:al|el|d|l|o)[-'’]\p{Lu}/u.test(word) ||
    /^[&+]$/u.test(word)
  );
}

/** The words of a name without what stands in brackets: of `Anna (UN office)` it is `Anna`. */
function bareWords(name: string): string[] {
  return name
    .replace(/\([^()]*\)?/gu, ' ')
    .split(/[\s,]+/u)
    .filter((word) => word !== '');
}
