import type { IssueCode } from '../document/issues';
import { isDigit, skipSpaces } from '../document/lines';
import { TimeScanner, isInvisible } from './timestamp';

/** What a time line of an SRT file says. Times in ms as written; they may be negative or run backwards. */
export interface SrtTiming {
  readonly startMs: number;
  readonly endMs: number;
  /** A number found in front of the times, in the same line. */
  readonly number: string | null;
  /** What follows the times: coordinates, settings or text; trimmed. */
  readonly rest: string;
  readonly oddities: readonly IssueCode[];
  /** True when both times are written in full, so that the line can hardly mean anything else. */
  readonly certain: boolean;
}

const NONE: readonly IssueCode[] = [];
const CANONICAL_LENGTH = 29;
const ARROW = '-->';
/** Characters people and programs make arrows of. */
const ARROW_CHARACTERS = '-=>~\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2192\u21d2\u27a1\u27f6\u203a\u00bb';

/**
 * Reads the line `[from, to)` of `text` as an SRT time line, as tolerantly as it can be done without guessing;
 * null where it cannot be read. Linear in the line's length. Canonical: `HH:MM:SS,mmm --> HH:MM:SS,mmm`.
 */
export function readSrtTiming(text: string, from: number, to: number): SrtTiming | null {
  return readCanonical(text, from, to) ?? readTolerantly(text, from, to);
}

function readCanonical(text: string, from: number, to: number): SrtTiming | null {
  if (
    to - from !== CANONICAL_LENGTH ||
    text.charCodeAt(from + 12) !== 32 ||
    text.charCodeAt(from + 16) !== 32
  )
    return null;
  if (!text.startsWith(ARROW, from + 13)) return null;
  const startMs = canonicalTime(text, from);
  const endMs = canonicalTime(text, from + 17);
  if (startMs < 0 || endMs < 0) return null;
  return { startMs, endMs, number: null, rest: '', oddities: NONE, certain: true };
}

/** `HH:MM:SS,mmm` at an offset as ms; -1 for anything else, also for 60 minutes or seconds. */
function canonicalTime(text: string, at: number): number {
  if (text.charCodeAt(at + 2) !== 58 || text.charCodeAt(at + 5) !== 58 || text.charCodeAt(at + 8) !== 44)
    return -1;
  const hours = twoDigits(text, at);
  const minutes = twoDigits(text, at + 3);
  const seconds = twoDigits(text, at + 6);
  const hundredths = twoDigits(text, at + 9);
  const last = text.charCodeAt(at + 11);
  if (hours < 0 || minutes < 0 || seconds < 0 || hundredths < 0 || !isDigit(last)) return -1;
  if (minutes > 59 || seconds > 59) return -1;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + hundredths * 10 + last - 48;
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : -1;
}

function readTolerantly(text: string, from: number, to: number): SrtTiming | null {
  const oddities = new Set<IssueCode>();
  const scanner = new TimeScanner(text, to, oddities);
  const first = skipInvisible(text, from, to);
  if (first > from) oddities.add('odd-spacing');
  const number = numberBeside(text, first, to);
  if (number !== null) oddities.add('number-beside-timing');
  const timesFrom = number === null ? first : skipInvisible(text, first + number.length, to);
  const start = scanner.read(timesFrom);
  if (!start) return null;
  const afterArrow = readArrow(text, start.after, to, oddities);
  if (afterArrow === -1) return null;
  const end = scanner.read(afterArrow);
  if (!end) return null;
  const rest = text.slice(end.after, to).trim();
  if (rest === '' && end.after < to) oddities.add('odd-spacing');
  const certain = start.complete && end.complete;
  if (!certain && oddities.has('missing-arrow')) return null;
  return { startMs: start.ms, endMs: end.ms, number, rest, oddities: [...oddities], certain };
}

/** The digits at `from` where white space and another number follow, as in `5 00:00:01,000 --> …`. */
function numberBeside(text: string, from: number, to: number): string | null {
  let at = from;
  while (at < to && isDigit(text.charCodeAt(at))) at++;
  if (at === from || at - from > 9) return null;
  const next = skipSpaces(text, at, to);
  return next > at && isDigit(text.charCodeAt(next)) ? text.slice(from, at) : null;
}

/** Offset of the second time; -1 where neither an arrow nor a space stands between. */
function readArrow(text: string, from: number, to: number, oddities: Set<IssueCode>): number {
  const at = skipInvisible(text, from, to);
  if (text.startsWith(ARROW, at) && at + 3 <= to && !isArrowPart(text, at + 3)) {
    const after = skipInvisible(text, at + 3, to);
    const plain = text.slice(from, at) === ' ' && text.slice(at + 3, after) === ' ';
    if (!plain) oddities.add('odd-spacing');
    return after;
  }
  return readOddArrow(text, from, to, oddities);
}

function isArrowPart(text: string, at: number): boolean {
  const character = text[at];
  return character !== undefined && character !== '-' && ARROW_CHARACTERS.includes(character);
}

function readOddArrow(text: string, from: number, to: number, oddities: Set<IssueCode>): number {
  let at = from;
  let found = false;
  for (;;) {
    at = skipInvisible(text, at, to);
    if (text.startsWith('&gt;', at)) at += 4;
    else if (at < to && ARROW_CHARACTERS.includes(text.charAt(at))) at++;
    else break;
    found = true;
  }
  if (!found && at === from) return -1;
  oddities.add(found ? 'odd-arrow' : 'missing-arrow');
  return at;
}

/** Skips white space and marks that cannot be seen (direction marks, byte order marks). */
export function skipInvisible(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isInvisible(text.charCodeAt(at))) at++;
  return at;
}
