import type { TextIssue } from '../../api/contract';
import { fontFamilies, missingCharacters, type FontFamily } from '../../style/fonts';
import { withoutMarkUp } from '../../text/mark-up';
import { IssueList } from '../document/issues';
import { plainLines } from './text';

/** How many characters without a picture are named in one message. */
const NAMED = 20;

/**
 * What ASS, as we write it, cannot hold of some cues or others may draw differently. Line 0; cues are numbered from 1. `own` are
 * the campaign's families.
 */
export function assIssues(
  cues: readonly { readonly startMs: number; readonly endMs: number; readonly text: string }[],
  own: readonly FontFamily[] = [],
): TextIssue[] {
  const issues = new IssueList();
  let rounded = 0;
  let written = '';
  cues.forEach(({ startMs, endMs, text }, index) => {
    const number = index + 1;
    if (text.trim() === '') return issues.addNumbered('write-empty', number);
    const plain = plainLines(text);
    if (plain !== text) issues.addNumbered('write-control', number);
    if (plain.includes('{')) issues.addNumbered('ass-braces', number);
    if (endMs <= startMs) issues.addNumbered('write-ends-before-start', number);
    rounded += [startMs, endMs].filter((ms) => ms % 10 !== 0).length;
    written += withoutMarkUp(plain);
  });
  if (rounded > 0) issues.add(0, 'ass-rounded', { count: rounded });
  addMissing(issues, written, own);
  return issues.sorted();
}

/** The characters of what is drawn that neither a bundled font nor one of the campaign's has; none where all are there. */
export function missingGlyphs(texts: readonly string[], own: readonly FontFamily[]): TextIssue[] {
  const issues = new IssueList();
  addMissing(issues, texts.map((text) => withoutMarkUp(plainLines(text))).join('\n'), own);
  return issues.sorted();
}

function addMissing(issues: IssueList, written: string, own: readonly FontFamily[]): void {
  const missing = missingCharacters(written, [...fontFamilies, ...own]);
  if (missing.length > 0) issues.add(0, 'missing-glyphs', { characters: missing.slice(0, NAMED).join(' ') });
}
