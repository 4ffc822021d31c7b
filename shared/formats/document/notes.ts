import type { IssueList } from './issues';
import type { LineReader } from './lines';
import type { Block } from './model';

const DAY_MS = 86_400_000;

/** Says what is odd about a file as a whole: its line ends, stray byte order marks, no cue at all. */
export function noteFile(issues: IssueList, text: string, lines: LineReader): void {
  const kinds = [lines.lfCount, lines.crlfCount, lines.crCount].filter((count) => count > 0).length;
  if (kinds > 1) issues.add(0, 'mixed-line-ends');
  else if (lines.crCount > 0) issues.add(0, 'cr-line-ends');
  if (text.includes('\ufeff', 1)) issues.add(0, 'stray-bom');
}

/** Says what is odd about the cues' times, in file order. */
export function noteTimes(issues: IssueList, blocks: readonly Block[]): void {
  let lastStart = -Infinity;
  let lastEnd = -Infinity;
  let cues = 0;
  for (const block of blocks) {
    if (block.kind !== 'cue') continue;
    const { line, startMs, endMs } = block;
    cues++;
    if (startMs < 0 || endMs < 0) issues.add(line, 'negative');
    if (endMs >= DAY_MS) issues.add(line, 'beyond-day');
    if (endMs <= startMs) issues.add(line, 'ends-before-start');
    if (startMs < lastStart) issues.add(line, 'out-of-order');
    else if (startMs < lastEnd) issues.add(line, 'overlap');
    lastStart = startMs;
    lastEnd = endMs;
  }
  if (cues === 0) issues.add(0, 'no-cues');
}
