import { IssueList, quoted } from '../document/issues';
import { LineReader, isDigit, isSpace, withPlainLineEnds } from '../document/lines';
import type { Block, RawBlock, SubtitleDocument } from '../document/model';
import { noteFile, noteTimes } from '../document/notes';
import { isProse, noteSettings } from './settings';
import { readVttTiming, type VttTiming } from './timing';

const SIGNATURE = 'WEBVTT';

/**
 * Reads a WebVTT file as the parser of the specification does (W3C CR 2019, section 6.1), so that the cues are those
 * a browser shows, without losing a character: what a browser skips stays as a block, and is an issue.
 * Beyond the specification: a missing signature is forgiven; a number right before a time line is that cue's name;
 * text beside the times, where settings belong, is text; and a file in which no cue is valid, only because its
 * thousandths follow commas, is read with commas.
 * Never throws. Linear in the text's length.
 */
export function parseVtt(text: string): SubtitleDocument {
  const reader = new VttReader(text, false);
  const document = reader.read();
  const allFail = !document.blocks.some((block) => block.kind === 'cue');
  return allFail && reader.commaTimings * 2 > reader.arrowLines ? new VttReader(text, true).read() : document;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly after: number;
  readonly number: number;
}

/** First and last line of a cue's text; null where it has none. */
interface Body {
  readonly first: Line | null;
  readonly last: Line | null;
}

class VttReader {
  arrowLines = 0;
  commaTimings = 0;
  readonly #text: string;
  readonly #bom: boolean;
  readonly #comma: boolean;
  readonly #lines: LineReader;
  readonly #issues = new IssueList();
  readonly #blocks: Block[] = [];
  #accountedArrows = 0;
  #hasLine: boolean;
  #seenCue = false;
  /** A number taken from the end of the cue above, to be the next cue's name. */
  #borrowed: Line | null = null;

  constructor(text: string, comma: boolean) {
    this.#text = text;
    this.#comma = comma;
    this.#bom = text.charCodeAt(0) === 0xfeff;
    this.#lines = new LineReader(text, this.#bom ? 1 : 0, false);
    this.#hasLine = this.#advance();
  }

  read(): SubtitleDocument {
    const lines = this.#lines;
    const preamble = this.#readHeader();
    while (this.#hasLine) this.#readBlock();
    noteFile(this.#issues, this.#text, lines);
    noteTimes(this.#issues, this.#blocks);
    this.#noteNul();
    if (this.arrowLines !== this.#accountedArrows)
      this.#issues.add(0, 'not-accounted', { found: this.arrowLines, known: this.#accountedArrows });
    return {
      format: 'vtt',
      bom: this.#bom,
      eol: lines.usual,
      preamble,
      blocks: this.#blocks,
      issues: this.#issues.sorted(),
    };
  }

  #advance(): boolean {
    this.#hasLine = this.#lines.next();
    if (this.#hasLine && this.#lines.hasArrow()) this.arrowLines++;
    return this.#hasLine;
  }

  #isEmpty(): boolean {
    return this.#lines.start === this.#lines.end;
  }

  #current(): Line {
    const { start, end, after, number } = this.#lines;
    return { start, end, after, number };
  }

  /** Signature and header lines up to the first empty line or arrow, and the empty lines after them. */
  #readHeader(): string {
    const from = this.#bom ? 1 : 0;
    if (!this.#hasLine) {
      this.#issues.add(0, 'no-signature');
      return this.#text.slice(from);
    }
    if (!hasSignature(this.#text, from)) {
      this.#issues.add(1, 'no-signature');
      if (!this.#text.startsWith(SIGNATURE, from)) return this.#text.slice(from, this.#skipEmpty());
    }
    if (this.#lines.hasArrow()) this.#accountArrow('arrow-in-block');
    this.#advance();
    while (this.#hasLine && !this.#isEmpty() && !this.#lines.hasArrow()) {
      if (this.#text.startsWith('X-TIMESTAMP-MAP', this.#lines.start))
        this.#issues.add(this.#lines.number, 'timestamp-map');
      this.#advance();
    }
    return this.#text.slice(from, this.#skipEmpty());
  }

  /** Moves to the next line that is not empty and returns its offset. */
  #skipEmpty(): number {
    while (this.#hasLine && this.#isEmpty()) this.#advance();
    return this.#hasLine ? this.#lines.start : this.#text.length;
  }

  #accountArrow(code: 'arrow-in-block' | 'unreadable-timing' | null): void {
    this.#accountedArrows++;
    const { start, end, number } = this.#lines;
    if (code !== null) this.#issues.add(number, code, { text: quoted(this.#text.slice(start, end)) });
  }

  #readBlock(): void {
    const borrowed = this.#borrowed;
    this.#borrowed = null;
    if (borrowed) this.#readTimed(borrowed, borrowed);
    else if (this.#lines.hasArrow()) this.#readTimed(this.#current(), null);
    else {
      const first = this.#current();
      this.#advance();
      if (this.#hasLine && this.#lines.hasArrow()) this.#readTimed(first, first);
      else this.#readOther(first);
    }
  }

  /** A block whose time line is the current line; `name` is the line before it, where there is one. */
  #readTimed(first: Line, name: Line | null): void {
    const head = this.#current();
    const timing = readVttTiming(this.#text, head.start, head.end, this.#comma);
    if (!timing) {
      this.#noteUnreadable(head);
      this.#advance();
      this.#closeRaw('unknown', first, this.#readBody(null).last ?? head);
      return;
    }
    this.#accountArrow(null);
    this.#advance();
    const number = name && numberIn(this.#text, name);
    const body = this.#readBody(number === null ? null : number + 1);
    this.#seenCue = true;
    this.#closeCue(first, name, head, timing, body);
  }

  #noteUnreadable(head: Line): void {
    const withComma = readVttTiming(this.#text, head.start, head.end, true);
    if (withComma) this.commaTimings++;
    this.#accountArrow('unreadable-timing');
  }

  /**
   * Lines up to an empty one or one with an arrow, which begins a new block. Where the line before that arrow is
   * the number `next`, it is borrowed for the new block: somebody forgot the empty line.
   */
  #readBody(next: number | null): Body {
    let first: Line | null = null;
    let last: Line | null = null;
    let beforeLast: Line | null = null;
    while (this.#hasLine && !this.#isEmpty() && !this.#lines.hasArrow()) {
      if (this.#lines.isBlank()) this.#issues.add(this.#lines.number, 'whitespace-line');
      beforeLast = last;
      last = this.#current();
      first ??= last;
      this.#advance();
    }
    if (this.#hasLine && this.#lines.hasArrow()) {
      this.#issues.add(this.#lines.number, 'missing-blank');
      if (last && next !== null && numberIn(this.#text, last) === next) {
        this.#borrowed = last;
        return beforeLast ? { first, last: beforeLast } : { first: null, last: null };
      }
    }
    return { first, last };
  }

  #closeCue(
    first: Line,
    name: Line | null,
    head: Line,
    { startMs, endMs, settings: rest }: VttTiming,
    body: Body,
  ): void {
    const text = this.#text;
    const id = name ? text.slice(name.start, name.end).replaceAll('\0', '\ufffd') : null;
    if (id !== null && isNote(id)) this.#issues.add(first.number, 'note-as-id');
    const written = body.first && body.last ? text.slice(body.first.start, body.last.end) : '';
    const below = withPlainLineEnds(written, false).replaceAll('\0', '\ufffd');
    const beside = isProse(rest) ? rest : '';
    const plain = beside === '' ? below : below === '' ? beside : `${beside}\n${below}`;
    const settings = beside === '' ? rest : '';
    if (plain === '') this.#issues.add(head.number, 'empty-cue');
    if (beside !== '') this.#issues.add(head.number, 'text-beside-timing');
    if (this.#comma) this.#issues.add(head.number, 'comma-for-dot');
    noteSettings(this.#issues, head.number, settings);
    const bodyAfter = (body.last ?? head).after;
    const raw = text.slice(first.start, bodyAfter);
    const gap = text.slice(bodyAfter, this.#nextBlockStart());
    const textLine = beside === '' ? (body.first?.number ?? head.number + 1) : head.number;
    this.#blocks.push({
      kind: 'cue',
      line: first.number,
      textLine,
      id,
      startMs,
      endMs,
      settings,
      text: plain,
      raw,
      gap,
    });
  }

  #nextBlockStart(): number {
    return this.#borrowed ? this.#borrowed.start : this.#skipEmpty();
  }

  /** A block without a time line; its first line has been read. */
  #readOther(first: Line): void {
    let last = first;
    while (this.#hasLine && !this.#isEmpty() && !this.#lines.hasArrow()) {
      last = this.#current();
      this.#advance();
    }
    const kind = kindOf(this.#text.slice(first.start, first.end));
    if (this.#hasLine && this.#lines.hasArrow()) this.#issues.add(this.#lines.number, 'arrow-in-block');
    if (kind === 'unknown')
      this.#issues.add(first.number, 'text-without-timing', {
        text: quoted(this.#text.slice(first.start, first.end)),
      });
    if ((kind === 'style' || kind === 'region') && this.#seenCue)
      this.#issues.add(first.number, 'style-after-cue');
    this.#closeRaw(kind, first, last);
  }

  #closeRaw(kind: RawBlock['kind'], first: Line, last: Line): void {
    const raw = this.#text.slice(first.start, last.after);
    const gap = this.#text.slice(last.after, this.#nextBlockStart());
    this.#blocks.push({ kind, line: first.number, raw, gap });
  }

  #noteNul(): void {
    if (this.#text.includes('\0')) this.#issues.add(0, 'nul');
  }
}

/** `WEBVTT` and then the end, a space, a tab or a line end. */
export function hasSignature(text: string, from: number): boolean {
  if (!text.startsWith(SIGNATURE, from)) return false;
  const next = text.charCodeAt(from + SIGNATURE.length);
  return Number.isNaN(next) || next === 32 || next === 9 || next === 10 || next === 13;
}

function kindOf(line: string): RawBlock['kind'] {
  if (isNote(line)) return 'note';
  const word = line.trimEnd();
  if (word === 'STYLE') return 'style';
  return word === 'REGION' ? 'region' : 'unknown';
}

function isNote(line: string): boolean {
  return line.startsWith('NOTE') && (line.length === 4 || isSpace(line.charCodeAt(4)));
}

function numberIn(text: string, { start, end }: Line): number | null {
  if (start === end || end - start > 9) return null;
  for (let at = start; at < end; at++) if (!isDigit(text.charCodeAt(at))) return null;
  return Number(text.slice(start, end));
}
