import { LATEST_MS } from '../srt/timestamp';
import { readSrtTiming } from '../srt/timing';
import type { SubtitleCue } from './cues';
import { IssueList, quoted, type IssueCode } from './issues';
import { ItalicWriter, italicRuns, lookAlike } from './italics';
import { withPlainLineEnds } from './lines';
import { isSrtTag, withoutEmptyLines } from './markup';
import type { DocumentFormat } from './model';

/** Cues as a format can hold them: what reading the written file gives back. */
export interface PreparedCues {
  readonly cues: SubtitleCue[];
  readonly issues: IssueList;
}

const DAY_MS = 86_400_000;
/** Keeps `{\` from being an override tag and cannot be seen: WORD JOINER. */
const JOINER = '\u2060';
const RATIO = '\u2236';

type Say = (code: IssueCode, values?: Readonly<Record<string, string>>) => void;

/**
 * Makes cues fit for a file: whole times from 0 to 1,000 hours, no empty line, no character that cannot be shown,
 * balanced italics, and for SRT nothing that reads as a tag or a time line. Every change is an issue (line 0, with
 * the 1-based number of the cue). Cues without text are left out.
 */
export function prepareCues(cues: readonly SubtitleCue[], format: DocumentFormat): PreparedCues {
  const issues = new IssueList();
  const prepared: SubtitleCue[] = [];
  cues.forEach((cue, index) => {
    const say: Say = (code, values = {}) => issues.add(0, code, { number: index + 1, ...values });
    const text = prepareText(cue.text, format, say);
    if (text === '') {
      say('write-empty');
      return;
    }
    const startMs = prepareTime(cue.startMs, say);
    const endMs = prepareTime(cue.endMs, say);
    if (endMs <= startMs) say('write-ends-before-start');
    if (endMs >= DAY_MS || startMs >= DAY_MS) say('write-beyond-day');
    prepared.push({ ...cue, startMs, endMs, text, speaker: cue.speaker && oneLine(cue.speaker) });
  });
  return { cues: prepared, issues };
}

function prepareTime(ms: number, say: Say): number {
  const whole = Number.isNaN(ms) ? 0 : Math.round(Math.min(Math.max(ms, 0), LATEST_MS));
  if (ms < 0) say('write-negative');
  else if (ms > LATEST_MS) say('write-limit');
  else if (whole !== ms) say('write-fraction');
  return whole + 0;
}

function prepareText(written: string, format: DocumentFormat, say: Say): string {
  const plain = withoutControls(withPlainLineEnds(written, false));
  if (plain !== withPlainLineEnds(written, false)) say('write-control');
  const { runs, balanced } = italicRuns(plain);
  if (!balanced) say('write-italic');
  const out = new ItalicWriter();
  for (const { text, italic } of runs) out.add(format === 'srt' ? plainForSrt(text, say) : text, italic);
  const joined = out.finish().text;
  const text = withoutEmptyLines(joined);
  if (text !== joined && text !== '') say('write-blank');
  return format === 'srt' ? withoutTimingLines(text, say) : text;
}

/** C0 controls but tab and line feed, DEL, and byte order marks are taken out; half a surrogate pair becomes `�`. */
function withoutControls(text: string): string {
  const clean = text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g, '');
  return clean.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

function plainForSrt(text: string, say: Say): string {
  let plain = text;
  if (plain.includes('-->')) {
    say('write-arrow');
    plain = plain.replaceAll('-->', '→');
  }
  if (plain.includes('{\\')) {
    say('write-tag', { text: '{\\' });
    plain = plain.replaceAll('{\\', `{${JOINER}\\`);
  }
  return plain.replaceAll(/<[^<>\n]*>/g, (tag) => {
    if (!isSrtTag(tag.slice(1, -1))) return tag;
    say('write-tag', { text: quoted(tag) });
    return lookAlike(tag);
  });
}

/** A line of nothing but two times would be read as a time line, above all after a line that is a number. */
function withoutTimingLines(text: string, say: Say): string {
  const lines = text.split('\n');
  const changed = lines.map((line, index) => {
    const timing = readSrtTiming(line, 0, line.length);
    if (!timing || !(timing.certain || /^\s*\d+\s*$/.test(lines[index - 1] ?? ''))) return line;
    say('write-timing-like');
    return line.replaceAll(/[:：]/g, RATIO);
  });
  return changed.join('\n');
}

function oneLine(name: string): string {
  return withoutControls(name).replaceAll(/\s+/g, ' ').trim();
}
