import type { LineEnd } from './model';

const CR = 13;
const LF = 10;

/**
 * Walks over the lines of a text without copying it. A line ends with LF, CRLF or CR; a text that ends with a line
 * end has no further empty line. Linear in the text's length, whatever line ends it mixes.
 */
export class LineReader {
  /** Offset of the line's first character. */
  start = 0;
  /** Offset after its last character, line end excluded. */
  end = 0;
  /** Offset of the next line. */
  after: number;
  /** 1-based. */
  number = 0;
  lfCount = 0;
  crlfCount = 0;
  crCount = 0;
  readonly #text: string;
  readonly #doubledCr: boolean;
  #lf = -1;
  #cr = -1;
  #arrow = -1;

  /** `doubledCr`: read CR CR LF, which careless copying makes of CRLF, as one line end. */
  constructor(text: string, from: number, doubledCr: boolean) {
    this.#text = text;
    this.after = from;
    this.#doubledCr = doubledCr;
  }

  /** Moves to the next line; false at the end of the text. */
  next(): boolean {
    const text = this.#text;
    const start = this.after;
    if (start >= text.length) return false;
    this.start = start;
    this.number++;
    if (this.#lf < start) this.#lf = find(text, '\n', start);
    if (this.#cr < start) this.#cr = find(text, '\r', start);
    const lf = this.#lf;
    const cr = this.#cr;
    if (lf < cr) {
      this.end = lf;
      this.after = lf + 1;
      this.lfCount++;
    } else if (cr < text.length) {
      this.end = cr;
      this.after = cr + 1;
      this.#takeLf(cr);
    } else {
      this.end = text.length;
      this.after = text.length;
    }
    return true;
  }

  #takeLf(cr: number): void {
    const text = this.#text;
    if (text.charCodeAt(cr + 1) === LF) {
      this.after = cr + 2;
      this.crlfCount++;
    } else if (this.#doubledCr && text.charCodeAt(cr + 1) === CR && text.charCodeAt(cr + 2) === LF) {
      this.after = cr + 3;
      this.crlfCount++;
      this.crCount++;
    } else this.crCount++;
  }

  /** Whether the current line holds `-->`. */
  hasArrow(): boolean {
    if (this.#arrow < this.start) this.#arrow = find(this.#text, '-->', this.start);
    return this.#arrow + 3 <= this.end;
  }

  /** Whether the current line holds nothing but spaces, tabs and the like. */
  isBlank(): boolean {
    for (let at = this.start; at < this.end; at++) if (!isSpace(this.#text.charCodeAt(at))) return false;
    return true;
  }

  /** The kind of line end that most lines so far have. */
  get usual(): LineEnd {
    if (this.crlfCount >= this.lfCount && this.crlfCount >= this.crCount && this.crlfCount > 0) return '\r\n';
    return this.crCount > this.lfCount ? '\r' : '\n';
  }
}

/** Space, tab, vertical tab, form feed. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 11 || code === 12;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Offset of the first character in `[from, to)` that is no space; `to` where all are. */
export function skipSpaces(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The text with every line end as `\n`. `doubledCr` as for `LineReader`. */
export function withPlainLineEnds(text: string, doubledCr: boolean): string {
  if (!text.includes('\r')) return text;
  const plain = doubledCr ? text.replaceAll('\r\r\n', '\n') : text;
  return plain.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

function find(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at === -1 ? text.length : at;
}
