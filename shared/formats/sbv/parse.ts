import type { DocumentCues, SubtitleCue } from '../document/cues';
import { IssueList, quoted } from '../document/issues';
import { ItalicWriter } from '../document/italics';
import { LineReader } from '../document/lines';
import { heldTime } from '../document/times';
import { readSbvTiming } from './timing';

interface OpenCue {
  readonly startMs: number;
  readonly endMs: number;
  readonly line: number;
  readonly texts: string[];
}

/** Reads SBV: a time line begins a cue, everything up to the next one is its text. Never throws; linear. */
export function parseSbv(text: string): DocumentCues {
  const issues = new IssueList();
  const cues: SubtitleCue[] = [];
  const lines = new LineReader(text, text.startsWith('\ufeff') ? 1 : 0, true);
  let open: OpenCue | null = null;
  while (lines.next()) {
    const line = text.slice(lines.start, lines.end);
    const timing = readSbvTiming(line);
    if (timing) {
      close(open, cues, issues);
      open = { ...timing, line: lines.number, texts: [] };
    } else if (line.trim() !== '')
      if (open) open.texts.push(line);
      else issues.add(lines.number, 'sbv-text', { text: quoted(line) });
  }
  close(open, cues, issues);
  if (cues.length === 0) issues.add(0, 'no-cues');
  return { cues, issues: issues.sorted(), language: null };
}

function close(open: OpenCue | null, cues: SubtitleCue[], issues: IssueList): void {
  if (!open) return;
  const out = new ItalicWriter();
  out.add(open.texts.join('\n'), false);
  const { text, literalTag } = out.finish();
  if (literalTag !== null) issues.add(open.line, 'literal-italic', { text: literalTag });
  if (text === '') issues.add(open.line, 'empty-cue');
  if (open.endMs <= open.startMs) issues.add(open.line, 'ends-before-start');
  cues.push({
    startMs: heldTime(open.startMs, open.line, issues),
    endMs: heldTime(open.endMs, open.line, issues),
    text,
    position: 'bottom',
    speaker: null,
  });
}
