import { IssueList, quoted } from '../document/issues';
import { LineReader, isDigit, withPlainLineEnds } from '../document/lines';
import type { Block, SubtitleDocument } from '../document/model';
import { noteFile, noteTimes } from '../document/notes';
import { digitValue } from './timestamp';
import { readSrtTiming, skipInvisible, type SrtTiming } from './timing';

/** How far a number may run ahead of the count and still be taken for a subtitle's number, not for its text. */
const NUMBER_LEAP = 50;

/**
 * Reads an SRT file, however damaged, without losing a character: every oddity is an issue, what is no cue stays
 * as an `unknown` block or in the preamble. Never throws. Linear in the text's length.
 * There is no specification; the canonical form is that of SubRip: number, times, text, empty line.
 */
export function parseSrt(text: string): SubtitleDocument {
  return new SrtReader(text).read();
}

/** A line of the body that is not empty. */
interface BodyLine {
  readonly start: number;
  readonly end: number;
  readonly after: number;
  readonly line: number;
  /** Its value where it is nothing but a number, else -1. */
  readonly number: number;
  /** An empty line or the file's start stands before it. */
  readonly afterBlank: boolean;
  readonly hasArrow: boolean;
}

/** What the reader is inside of: its offsets, and what its body has shown so far. */
interface OpenBlock {
  readonly kind: 'preamble' | 'unknown' | 'cue';
  readonly start: number;
  readonly line: number;
  readonly headLine: number;
  readonly headAfter: number;
  readonly id: string | null;
  readonly timing: SrtTiming | null;
}

class SrtReader {
  readonly #text: string;
  readonly #bom: boolean;
  readonly #lines: LineReader;
  readonly #issues = new IssueList();
  readonly #blocks: Block[] = [];
  #preamble = '';
  #open: OpenBlock;
  /** First and last lines of the open block's body, and the end of the line before the last. */
  #first: BodyLine | null = null;
  #last: BodyLine | null = null;
  #beforeLast: BodyLine | null = null;
  #blankSince = true;
  /** The number of the last cue or of what stands in its place; null while none was seen. */
  #count: number | null = null;
  #arrowLines = 0;
  #accountedArrows = 0;

  constructor(text: string) {
    this.#text = text;
    this.#bom = text.charCodeAt(0) === 0xfeff;
    const from = this.#bom ? 1 : 0;
    this.#lines = new LineReader(text, from, true);
    this.#open = {
      kind: 'preamble',
      start: from,
      line: 1,
      headLine: 0,
      headAfter: from,
      id: null,
      timing: null,
    };
  }

  read(): SubtitleDocument {
    const lines = this.#lines;
    while (lines.next())
      if (lines.isBlank()) this.#blankSince = true;
      else this.#line();
    this.#finish();
    noteFile(this.#issues, this.#text, lines);
    noteTimes(this.#issues, this.#blocks);
    if (this.#arrowLines !== this.#accountedArrows)
      this.#issues.add(0, 'not-accounted', { found: this.#arrowLines, known: this.#accountedArrows });
    return {
      format: 'srt',
      bom: this.#bom,
      eol: lines.usual,
      preamble: this.#preamble,
      blocks: this.#blocks,
      issues: this.#issues.sorted(),
    };
  }

  #line(): void {
    const lines = this.#lines;
    const arrow = lines.hasArrow();
    if (arrow) this.#arrowLines++;
    if (!arrow && !this.#mayBeginStructure()) {
      this.#append();
      return;
    }
    const expected = this.#isTimingExpected();
    const timing = arrow || expected ? readSrtTiming(this.#text, lines.start, lines.end) : null;
    if (timing && (arrow || this.#isBelievable(timing))) this.#openCue(timing);
    else if (arrow && (expected || this.#startsWithDigit())) this.#openUnknown('unreadable-timing');
    else if (!arrow && this.#numberStartsBlock()) this.#openUnknown('no-timing');
    else this.#append();
  }

  /** Quick test that most lines of text fail: only a line after a number or an empty line can begin anything. */
  #mayBeginStructure(): boolean {
    return this.#blankSince || (this.#last !== null && this.#last.number >= 0);
  }

  /** Whether a time line should stand here: after a number that fits, or at the start of a paragraph. */
  #isTimingExpected(): boolean {
    const last = this.#last;
    if (this.#blankSince) return true;
    return last !== null && last.number >= 0 && (last.afterBlank || this.#isNext(last.number));
  }

  /** Without a proper arrow only a full pair of times counts, so that “10:00 – 11:00” stays text. */
  #isBelievable(timing: SrtTiming): boolean {
    return timing.certain || (!this.#blankSince && timing.oddities.includes('odd-arrow'));
  }

  #startsWithDigit(): boolean {
    const { start, end } = this.#lines;
    const at = skipInvisible(this.#text, start, end);
    const code = this.#text.charCodeAt(at);
    return digitValue(code) >= 0 || (code === 45 && digitValue(this.#text.charCodeAt(at + 1)) >= 0);
  }

  /** The line before is the next number, alone after an empty line: what follows it should have been a cue. */
  #numberStartsBlock(): boolean {
    const last = this.#last;
    if (!last || this.#blankSince || last.number < 0 || !last.afterBlank) return false;
    return this.#isNext(last.number) || this.#startsWithDigit();
  }

  #isNext(number: number): boolean {
    return this.#count === null || number === this.#count + 1;
  }

  #append(): void {
    const { start, end, after, number: line } = this.#lines;
    this.#settleLast();
    this.#beforeLast = this.#last;
    const number = numberOf(this.#text, start, end);
    const hasArrow = this.#lines.hasArrow();
    this.#last = { start, end, after, line, number, afterBlank: this.#blankSince, hasArrow };
    this.#first ??= this.#last;
    this.#blankSince = false;
  }

  /** The last line is now known to be text of the open block: says what is odd about it. */
  #settleLast(): void {
    const last = this.#last;
    if (!last) return;
    if (last.hasArrow) {
      this.#issues.add(last.line, 'arrow-in-text');
      this.#accountedArrows++;
    }
    if (last.afterBlank && this.#open.kind === 'cue')
      this.#issues.add(last.line, this.#beforeLast ? 'blank-in-text' : 'blank-before-text');
  }

  #openCue(timing: SrtTiming): void {
    const { start, after, number } = this.#lines;
    this.#accountedArrows += this.#lines.hasArrow() ? 1 : 0;
    const head = this.#takeNumber();
    this.#closeBlock(head?.start ?? start, head !== null);
    this.#noteHead(head, timing);
    this.#begin({
      kind: 'cue',
      start: head?.start ?? start,
      line: head?.line ?? number,
      headLine: number,
      headAfter: after,
      id: head ? this.#text.slice(head.start, head.end).trim() : timing.number,
      timing,
    });
    const written = head ? head.number : timing.number === null ? -1 : Number(timing.number);
    if (written >= 0) this.#count = written;
    else if (this.#count !== null) this.#count++;
  }

  /** The last line, where it is this cue's number and not text of the block above. */
  #takeNumber(): BodyLine | null {
    const last = this.#last;
    if (!last) return null;
    if (last.number < 0)
      return !this.#blankSince && last.afterBlank && this.#isNumberLike(last) ? last : null;
    if (this.#blankSince) return last.afterBlank && this.#isNext(last.number) ? last : null;
    if (last.afterBlank) return last;
    const leavesCueEmpty = this.#open.kind === 'cue' && this.#beforeLast === null;
    if (this.#isNext(last.number)) return last;
    const count = this.#count ?? 0;
    return !leavesCueEmpty && last.number > count && last.number <= count + NUMBER_LEAP ? last : null;
  }

  /** A damaged number, such as `5a` or `[5]`: short, with a digit, without a space. */
  #isNumberLike({ start, end }: BodyLine): boolean {
    return end - start <= 12 && /^\S*\d\S*$/.test(this.#text.slice(start, end).trim());
  }

  #noteHead(head: BodyLine | null, timing: SrtTiming): void {
    const issues = this.#issues;
    const line = this.#lines.number;
    const expected = this.#count === null ? null : this.#count + 1;
    if (!head && timing.number === null) issues.add(line, 'missing-number');
    if (head ? !head.afterBlank : !this.#blankSince) issues.add(head?.line ?? line, 'missing-blank');
    if (head && this.#blankSince) issues.add(line, 'blank-after-number');
    if (head && expected !== null && head.number !== expected)
      issues.add(head.line, 'odd-number', {
        number: this.#text.slice(head.start, head.end).trim(),
        expected,
      });
    for (const oddity of timing.oddities) issues.add(line, oddity);
  }

  #openUnknown(code: 'unreadable-timing' | 'no-timing'): void {
    const { start, end, after, number } = this.#lines;
    const last = this.#last;
    const fits =
      last && last.number >= 0 && !this.#blankSince && (last.afterBlank || this.#isNext(last.number));
    const head = fits ? last : null;
    this.#accountedArrows += this.#lines.hasArrow() ? 1 : 0;
    this.#closeBlock(head?.start ?? start, head !== null);
    this.#issues.add(number, code, { text: quoted(this.#text.slice(start, end)) });
    this.#begin({
      kind: 'unknown',
      start: head?.start ?? start,
      line: head?.line ?? number,
      headLine: number,
      headAfter: after,
      id: null,
      timing: null,
    });
    if (head) this.#count = head.number;
    else if (this.#count !== null) this.#count++;
  }

  #begin(open: OpenBlock): void {
    this.#open = open;
    this.#first = null;
    this.#last = null;
    this.#beforeLast = null;
    this.#blankSince = false;
  }

  /** Ends the open block where the next one begins; `lastTaken`: the last line of the body belongs to the next. */
  #closeBlock(nextStart: number, lastTaken: boolean): void {
    if (!lastTaken) this.#settleLast();
    const open = this.#open;
    const last = lastTaken ? this.#beforeLast : this.#last;
    const first = last ? this.#first : null;
    const bodyAfter = last?.after ?? open.headAfter;
    const text = this.#text;
    if (open.kind === 'preamble') {
      this.#preamble = text.slice(open.start, nextStart);
      if (first) this.#issues.add(first.line, 'text-before-first');
      return;
    }
    const { line, timing, id } = open;
    const raw = text.slice(open.start, bodyAfter);
    const gap = text.slice(bodyAfter, nextStart);
    if (!timing) {
      this.#blocks.push({ kind: 'unknown', line, raw, gap });
      return;
    }
    const body = first && last ? withPlainLineEnds(text.slice(first.start, last.end), true) : '';
    const beside = this.#textBeside(timing, open.headLine);
    const whole = beside === '' ? body : body === '' ? beside : `${beside}\n${body}`;
    if (whole === '') this.#issues.add(open.headLine, 'empty-cue');
    this.#blocks.push({
      kind: 'cue',
      line,
      textLine: beside === '' ? (first?.line ?? open.headLine + 1) : open.headLine,
      id,
      startMs: timing.startMs,
      endMs: timing.endMs,
      settings: beside === '' ? timing.rest : '',
      text: whole,
      raw,
      gap,
    });
  }

  #textBeside({ rest }: SrtTiming, line: number): string {
    if (rest === '' || isPlacement(rest)) return '';
    this.#issues.add(line, 'text-beside-timing');
    return rest;
  }

  #finish(): void {
    const last = this.#last;
    const end = this.#text.length;
    const dangling =
      last !== null &&
      last.number >= 0 &&
      last.afterBlank &&
      this.#count !== null &&
      this.#isNext(last.number);
    this.#closeBlock(dangling ? last.start : end, dangling);
    if (!dangling) return;
    this.#issues.add(last.line, 'number-without-cue', { number: last.number });
    const raw = this.#text.slice(last.start, last.after);
    this.#blocks.push({ kind: 'unknown', line: last.line, raw, gap: this.#text.slice(last.after) });
  }
}

const PLACEMENT = [
  'X1:',
  'X2:',
  'Y1:',
  'Y2:',
  'line:',
  'position:',
  'align:',
  'size:',
  'vertical:',
  'region:',
];

/** `X1:… Y2:…` of SubRip or cue settings of WebVTT, and nothing else. */
function isPlacement(rest: string): boolean {
  return rest.split(/\s/).every((token) => token === '' || PLACEMENT.some((name) => token.startsWith(name)));
}

/** The line's value where it is nothing but at most nine digits among spaces and invisible marks, else -1. */
function numberOf(text: string, start: number, end: number): number {
  const from = skipInvisible(text, start, end);
  let at = from;
  while (at < end && isDigit(text.charCodeAt(at)) && at - from < 10) at++;
  if (at === from || at - from > 9 || skipInvisible(text, at, end) !== end) return -1;
  return Number(text.slice(from, at));
}
