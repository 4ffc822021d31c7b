import iconv from 'iconv-lite';
import type { EncodingGuess, TextIssue } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { IssueList, type IssueCode } from '../../../shared/formats/document/issues';
import { formatMessage, type MessageKey } from '../../../shared/messages/index';
import { canonicalEncoding, likelyEncodings } from './encodings';

/** Text of a file, how it was decoded, and what is odd about it. The byte order mark is not in `text`. */
export interface DecodedText {
  readonly text: string;
  readonly guess: EncodingGuess;
  readonly issues: TextIssue[];
}

/** Under this confidence the person should choose from a preview (measured on 865 legacy files). */
export const UNSURE_BELOW = 0.1;
/** At most one broken place for this many sound non-ASCII characters makes a file “mostly UTF-8”. */
const SOUND_PER_BROKEN = 8;
/** Share of control bytes from which on a file is binary. */
const BINARY_SHARE = 0.02;
const REPLACEMENT = '\ufffd';

/**
 * Decodes a text file: byte order mark, zero bytes of UTF-16, strict UTF-8, mostly UTF-8, then a detector for legacy
 * encodings. `chosen` (a name iconv-lite knows) overrides all of it. Throws AppError `unreadable-text` for binary
 * data and unknown encodings. The caller limits the size and names the file (`name`, for messages).
 */
export function decodeText(bytes: Uint8Array, chosen: string | null = null, name = ''): DecodedText {
  const marked = markedEncoding(bytes);
  if (chosen !== null) return decodeAs(bytes, chosen, marked, name);
  if (marked) return finish(bytes, marked.encoding, marked.length, 1, [], name);
  const wide = utf16Pattern(bytes);
  if (wide) return finish(bytes, wide, 0, 0.95, [wide === 'utf-16le' ? 'utf-16be' : 'utf-16le'], name);
  refuseBinary(bytes, name);
  const utf8 = looseUtf8(bytes);
  if (utf8.broken === 0) return finish(bytes, 'utf8', 0, 1, [], name);
  if (utf8.sound >= utf8.broken * SOUND_PER_BROKEN) {
    const others = likelyEncodings(bytes).map(({ encoding }) => encoding);
    return finish(bytes, 'utf8', 0, 0.6, others, name, { code: 'mostly-utf8', count: utf8.broken });
  }
  return decodeLegacy(bytes, name);
}

function decodeLegacy(bytes: Uint8Array, name: string): DecodedText {
  const [best, ...others] = likelyEncodings(bytes);
  const encoding = best?.encoding ?? 'windows-1252';
  const confidence = best?.confidence ?? 0;
  const alternatives = others.map((other) => other.encoding);
  const code = confidence < UNSURE_BELOW ? 'encoding-unsure' : 'encoding-guessed';
  return finish(bytes, encoding, 0, confidence, alternatives, name, { code, encoding });
}

function decodeAs(bytes: Uint8Array, chosen: string, marked: Mark | null, name: string): DecodedText {
  const encoding = canonicalEncoding(chosen);
  if (!iconv.encodingExists(encoding))
    throw unreadable(name, 'format.reason.unknown-encoding', { encoding: chosen.slice(0, 40) });
  const fits = marked?.encoding === encoding;
  const alternatives =
    marked && !fits ? [marked.encoding] : likelyEncodings(bytes).map((likely) => likely.encoding);
  const note =
    marked && !fits ? { code: 'bom-mismatch' as const, marked: marked.encoding, encoding } : undefined;
  return finish(bytes, encoding, fits ? marked.length : 0, 1, alternatives, name, note);
}

type Note = { readonly code: IssueCode } & Readonly<Record<string, string | number>>;

function finish(
  bytes: Uint8Array,
  encoding: string,
  skip: number,
  confidence: number,
  alternatives: readonly string[],
  name: string,
  note?: Note,
): DecodedText {
  const issues = new IssueList();
  const text = iconv.decode(bytes.subarray(skip), encoding, { stripBOM: false });
  if (note) issues.add(0, note.code, note);
  else noteReplacements(text, encoding, bytes, issues);
  checkNul(text, issues, name);
  if (encoding.startsWith('utf-16') && bytes.length % 2 === 1) issues.add(0, 'odd-utf16');
  const others = alternatives.filter((other) => other !== encoding);
  const guess = { encoding, bom: skip > 0, confidence, alternatives: [...new Set(others)] };
  return { text, guess, issues: issues.sorted() };
}

/** A sound text may hold `�` itself; then encoding it again gives the same bytes. */
function noteReplacements(text: string, encoding: string, bytes: Uint8Array, issues: IssueList): void {
  const count = occurrences(text, REPLACEMENT);
  if (count === 0 || (encoding === 'utf8' && looseUtf8(bytes).broken === 0)) return;
  issues.add(0, 'encoding-mismatch', { encoding, count });
}

/** WebVTT says what a NUL means (`�`); anywhere else it means that this is no text. */
function checkNul(text: string, issues: IssueList, name: string): void {
  if (!text.includes('\0')) return;
  if (!text.startsWith('WEBVTT')) throw unreadable(name, 'format.reason.binary');
  issues.add(0, 'nul-bytes', { count: occurrences(text, '\0') });
}

function occurrences(text: string, what: string): number {
  let count = 0;
  for (let at = text.indexOf(what); at !== -1; at = text.indexOf(what, at + 1)) count++;
  return count;
}

interface Mark {
  readonly encoding: string;
  readonly length: number;
}

const MARKS: readonly { encoding: string; bytes: readonly number[] }[] = [
  { encoding: 'utf8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-32le', bytes: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32be', bytes: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

function markedEncoding(bytes: Uint8Array): Mark | null {
  const mark = MARKS.find((candidate) => candidate.bytes.every((byte, at) => bytes[at] === byte));
  return mark ? { encoding: mark.encoding, length: mark.bytes.length } : null;
}

/**
 * UTF-16 without a mark: nearly all line ends, spaces and digits have a zero byte, always on the same side.
 * Null where there are no zero bytes or they stand on both sides.
 */
function utf16Pattern(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length & ~1, 65_536);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const least = Math.max(1, (length / 2) * 0.05);
  if (odd >= least && even * 20 <= odd) return isWideText(bytes, length, 0) ? 'utf-16le' : null;
  if (even >= least && odd * 20 <= even) return isWideText(bytes, length, 1) ? 'utf-16be' : null;
  return null;
}

/**
 * Whether the units read as text: no control characters but white space, and fewer units of two printable ASCII bytes
 * than with a zero byte (a text of single bytes with stray NULs has many). `low` is where the low byte stands.
 */
function isWideText(bytes: Uint8Array, length: number, low: 0 | 1): boolean {
  let zeros = 0;
  let pairs = 0;
  for (let at = 0; at < length; at += 2) {
    const lowByte = bytes[at + low] ?? 0;
    const highByte = bytes[at + 1 - low] ?? 0;
    if (highByte === 0 && isControl(lowByte)) return false;
    if (highByte === 0) zeros++;
    else if (isPrintable(lowByte) && isPrintable(highByte)) pairs++;
  }
  return pairs < zeros;
}

function isPrintable(byte: number): boolean {
  return byte >= 32 && byte < 127;
}

function isControl(byte: number): boolean {
  return byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 26 && byte !== 27;
}

function refuseBinary(bytes: Uint8Array, name: string): void {
  const length = Math.min(bytes.length, 262_144);
  let controls = 0;
  for (let at = 0; at < length; at++) if (isControl(bytes[at] ?? 0)) controls++;
  const isVtt = 'WEBVTT'.split('').every((letter, at) => bytes[at] === letter.charCodeAt(0));
  if (!isVtt && controls > length * BINARY_SHARE) throw unreadable(name, 'format.reason.binary');
}

/** How many sound characters of several bytes there are, and how many bytes that fit no character. */
function looseUtf8(bytes: Uint8Array): { sound: number; broken: number } {
  let sound = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length === 0) broken++;
    else if (length > 1) sound++;
    at += Math.max(1, length);
  }
  return { sound, broken };
}

/** Bytes of the well-formed character at `at` (Unicode 16, table 3-7); 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  if (first >= 0xc2 && first <= 0xdf) return isTail(second) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const fits = first === 0xe0 ? second >= 0xa0 : first === 0xed ? second < 0xa0 : true;
    return fits && isTail(second) && isTail(bytes[at + 2] ?? 0) ? 3 : 0;
  }
  if (first < 0xf0 || first > 0xf4 || !isTail(second)) return 0;
  const fits = first === 0xf0 ? second >= 0x90 : first === 0xf4 ? second < 0x90 : true;
  return fits && isTail(bytes[at + 2] ?? 0) && isTail(bytes[at + 3] ?? 0) ? 4 : 0;
}

function isTail(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0;
}

function unreadable(name: string, key: MessageKey, values: Record<string, string> = {}): AppError {
  return new AppError('unreadable-text', { name, reason: formatMessage(key, values) });
}
