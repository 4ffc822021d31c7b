import { labelAtStart, type Label } from './labels';
import { stampAtStart, type Stamp } from './stamps';

/** One line of the pasted text and what it may begin with. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  /** Without white space at its ends; empty for a blank line. */
  readonly text: string;
  /** A stamp before the label or the text. */
  readonly stamp: Stamp | null;
  readonly label: Label | null;
  /** Where the label begins in `text`: behind the stamp. */
  readonly labelAt: number;
  /** Whether a paragraph may begin here, going by the lines around it. */
  readonly opens: boolean;
}

/** Ends a sentence, with whatever closes after it. */
const TERMINAL = /[.!?…؟。！？:"”»)\]]$/u;

/** Whether a line or text ends where a sentence may end. */
export function endsSentence(text: string): boolean {
  // The end alone is looked at: paragraphs grow long.
  return TERMINAL.test(text.slice(-4));
}

/** The lines of a text by any line end (form feed too) with what each may begin with. Linear. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let previous: Line | null = null;
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|[\n\r\u2028\u2029\f\v\u0085]/)
    .entries()) {
    const line = readLine(raw.trim(), index + 1, previous);
    lines.push(line);
    previous = line;
  }
  return lines;
}

function readLine(text: string, number: number, previous: Line | null): Line {
  const stamp = stampAtStart(text);
  const labelAt = stamp?.length ?? 0;
  const opens =
    previous === null ||
    previous.text === '' ||
    previous.label?.alone === true ||
    endsSentence(previous.text);
  return { number, text, stamp, labelAt, label: labelAtStart(text.slice(labelAt)), opens };
}
