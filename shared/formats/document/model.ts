import type { TextIssue } from '../../api/contract';

/** Kinds of file whose every character the document model keeps. */
export type DocumentFormat = 'srt' | 'vtt';

/** Line ends, as most lines of the file have them. */
export type LineEnd = '\n' | '\r\n' | '\r';

/** What is not a subtitle but stands in the file: kept and written back as it is. */
export interface RawBlock {
  readonly kind: 'note' | 'style' | 'region' | 'unknown';
  /** 1-based line of the block's first character. */
  readonly line: number;
  /** The block's lines with their line ends. */
  readonly raw: string;
  /** Empty lines up to the next block. */
  readonly gap: string;
}

/** One subtitle as the file has it. Times in ms as written, may be negative or end before the start. */
export interface CueBlock {
  readonly kind: 'cue';
  readonly line: number;
  /** 1-based line of the first line of text; where there is none, the line after the time line. */
  readonly textLine: number;
  /** Number (SRT) or identifier (VTT) as written; null where there is none. */
  readonly id: string | null;
  readonly startMs: number;
  readonly endMs: number;
  /** What follows the times on their line, e.g. `line:0 align:start`; empty when nothing does. */
  readonly settings: string;
  /** The text as written, with its tags and entities, lines separated by `\n`. */
  readonly text: string;
  readonly raw: string;
  readonly gap: string;
}

export type Block = RawBlock | CueBlock;

/**
 * A subtitle file of which nothing is lost: byte order mark, `preamble`, then every block's `raw` and `gap`
 * are the whole text, character for character (`writeDocument`).
 */
export interface SubtitleDocument {
  readonly format: DocumentFormat;
  readonly bom: boolean;
  readonly eol: LineEnd;
  /** What stands before the first block: the header of a VTT file, stray text of an SRT file. */
  readonly preamble: string;
  readonly blocks: readonly Block[];
  /** Every oddity found on reading, by line. */
  readonly issues: readonly TextIssue[];
}
