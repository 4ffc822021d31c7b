import type { TextIssue } from '../../api/contract';
import { formatMessage, type MessageKey, type MessageValues } from '../../messages/index';
import { numberRanges } from '../../text/ranges';

type CodeOf<K> = K extends `format.issue.${infer C}` ? C : never;
/** Every oddity that reading, converting or writing subtitles can report. */
export type IssueCode = CodeOf<MessageKey>;

/**
 * How many issues of one code are listed before the rest is summed up in one. A hostile file of 50 MB can hold
 * millions of oddities; a list that long serves nobody and would take minutes to word.
 */
export const ISSUES_PER_CODE = 5000;

/** How much of the file's own text a message quotes, in UTF-16 units. */
const QUOTED = 80;

/** What is odd about several subtitles alike: one issue. */
interface Numbered {
  readonly line: 0;
  readonly code: IssueCode;
  readonly values: MessageValues;
  readonly numbers: number[];
}

/** Gathers issues in any order; `sorted()` gives them by line, with one summary for each code that overflowed. */
export class IssueList {
  readonly #issues: (TextIssue | Numbered)[] = [];
  readonly #numbered = new Map<string, Numbered>();
  readonly #counts = new Map<IssueCode, number>();

  /** Adds one issue. `line` is 1-based, 0 for the whole file. */
  add(line: number, code: IssueCode, values: MessageValues = {}): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= ISSUES_PER_CODE)
      this.#issues.push({ line, code, message: formatMessage(`format.issue.${code}`, values) });
  }

  /** Says something of a subtitle, by its number from 1, ascending. All of which the same is said are named in one issue of line 0. */
  addNumbered(code: IssueCode, number: number, values: MessageValues = {}): void {
    const key = JSON.stringify([code, values]);
    const known = this.#numbered.get(key);
    if (known) {
      if (known.numbers.at(-1) !== number) known.numbers.push(number);
      return;
    }
    const first: Numbered = { line: 0, code, values, numbers: [number] };
    this.#numbered.set(key, first);
    this.#issues.push(first);
  }

  /** How many issues of a code were added, listed or not. */
  count(code: IssueCode): number {
    return this.#counts.get(code) ?? 0;
  }

  /** All issues by line; those of one line in the order they were added. */
  sorted(): TextIssue[] {
    const sorted = this.#issues.map(worded).sort((a, b) => a.line - b.line);
    for (const [code, count] of this.#counts) {
      if (count <= ISSUES_PER_CODE) continue;
      const example = sorted.find((issue) => issue.code === code)?.message ?? '';
      const values = { count: count - ISSUES_PER_CODE, shown: ISSUES_PER_CODE, example };
      sorted.push({ line: 0, code, message: formatMessage('format.issue.more', values) });
    }
    return sorted;
  }
}

function worded(issue: TextIssue | Numbered): TextIssue {
  if ('message' in issue) return issue;
  const { code, values, numbers } = issue;
  const said = { ...values, count: numbers.length, numbers: numberRanges(numbers) };
  return { line: 0, code, message: formatMessage(`format.issue.${code}`, said) };
}

/** A piece of the file for a message: one line, white space collapsed at the ends, shortened with `…`. */
export function quoted(text: string): string {
  const from = skipBlank(text, 0);
  let end = from;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r' && end - from < QUOTED) end++;
  const piece = text.slice(from, end).trimEnd();
  return end - from >= QUOTED && end < text.length ? `${piece}…` : piece;
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && (text.charCodeAt(at) <= 32 || text.charCodeAt(at) === 0xfeff)) at++;
  return at;
}
