import { LATEST_MS } from '../srt/timestamp';
import { readSrtTiming } from '../srt/timing';
import { isSbvTiming } from '../sbv/timing';
import { withoutMarkUp } from '../../text/mark-up';
import type { SubtitleCue } from './cues';
import { IssueList, quoted, type IssueCode } from './issues';
import { ItalicWriter, italicRuns, lookAlike, tidyLines } from './italics';
import { withPlainLineEnds } from './lines';
import { isSrtTag } from './markup';
import { HOLDS, type Holds } from './holds';
import type { SubtitleFormat } from '../../api/contract';

/** Every format but ASS, whose writer has checks of its own. */
export type PreparedFormat = Exclude<SubtitleFormat, 'ass'>;

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
 * Makes cues fit for a file: times on the format's clock and within its reach, no empty line, no character that cannot
 * be shown, balanced italics, nothing the format has no place for (`HOLDS`), and nothing that reads as a tag or a time
 * line. Every change is an issue (line 0, with the 1-based numbers of the cues or how many). Cues without text are left out.
 */
export function prepareCues(cues: readonly SubtitleCue[], format: PreparedFormat): PreparedCues {
  const issues = new IssueList();
  const losses = new Losses(format, HOLDS[format]);
  const prepared: SubtitleCue[] = [];
  cues.forEach((cue, index) => {
    const say: Say = (code, values = {}) => issues.addNumbered(code, index + 1, values);
    const text = prepareText(cue.text, format, say);
    if (text === '') {
      say('write-empty');
      return;
    }
    const startMs = losses.time(prepareTime(cue.startMs, say), -1);
    const endMs = losses.time(prepareTime(cue.endMs, say), cue.endMs > cue.startMs ? startMs : -1);
    if (endMs <= startMs) say('write-ends-before-start');
    if (endMs >= DAY_MS || startMs >= DAY_MS) say('write-beyond-day');
    const speaker = cue.speaker && oneLine(cue.speaker);
    prepared.push(losses.held({ ...cue, startMs, endMs, text, speaker }));
  });
  losses.report(issues);
  return { cues: prepared, issues };
}

function prepareTime(ms: number, say: Say): number {
  const whole = Number.isNaN(ms) ? 0 : Math.round(Math.min(Math.max(ms, 0), LATEST_MS));
  if (ms < 0) say('write-negative');
  else if (ms > LATEST_MS) say('write-limit');
  else if (whole !== ms) say('write-fraction');
  return whole + 0;
}

/** What a format has no place for, counted over all cues. */
class Losses {
  readonly #format: PreparedFormat;
  readonly #holds: Holds;
  readonly #names = new Set<string>();
  readonly #counts = { italics: 0, position: 0, rounded: 0, late: 0 };

  constructor(format: PreparedFormat, holds: Holds) {
    this.#format = format;
    this.#holds = holds;
  }

  /** The nearest time the format can say; after `after` where a tick allows. */
  time(ms: number, after: number): number {
    const { tickMs, latestMs } = this.#holds;
    if (ms > latestMs) this.#counts.late += 1;
    const nearest = Math.min(Math.round(ms / tickMs) * tickMs, latestMs);
    const held = tickMs > 1 && after >= 0 && nearest <= after ? Math.min(after + tickMs, latestMs) : nearest;
    if (ms <= latestMs && held !== ms) this.#counts.rounded += 1;
    return held;
  }

  held(cue: SubtitleCue): SubtitleCue {
    const { italics, position, speakers } = this.#holds;
    const plain = italics ? cue.text : withoutMarkUp(cue.text);
    if (plain !== cue.text) this.#counts.italics += 1;
    if (!position && cue.position === 'top') this.#counts.position += 1;
    if (!speakers && cue.speaker) this.#names.add(cue.speaker);
    return {
      ...cue,
      text: plain,
      position: position ? cue.position : 'bottom',
      speaker: speakers && cue.speaker !== '' ? cue.speaker : null,
    };
  }

  report(issues: IssueList): void {
    const { italics, position, rounded, late } = this.#counts;
    const format = this.#format.toUpperCase();
    const say = (code: IssueCode, count: number) => count > 0 && issues.add(0, code, { count, format });
    say('voices-not-kept', this.#names.size);
    say('italics-not-kept', italics);
    say('position-not-kept', position);
    say('beyond-format', late);
    if (rounded > 0) issues.add(0, 'times-rounded', { count: rounded, format, tick: this.#holds.tickMs });
  }
}

function prepareText(written: string, format: PreparedFormat, say: Say): string {
  const plain = withoutControls(withPlainLineEnds(written, false));
  if (plain !== withPlainLineEnds(written, false)) say('write-control');
  const { runs, balanced } = italicRuns(plain);
  if (!balanced) say('write-italic');
  const out = new ItalicWriter();
  for (const { text, italic } of runs) out.add(format === 'srt' ? plainForSrt(text, say) : text, italic);
  const joined = out.finish().text;
  const text = tidyLines(joined);
  if (text !== '' && lineCount(text) !== lineCount(joined)) say('write-blank');
  if (format === 'sbv') return withoutSbvTimes(text, say);
  return format === 'srt' ? withoutTimingLines(text, say) : text;
}

function lineCount(text: string): number {
  return text.split('\n').length;
}

/** C0 controls but tab and line feed, DEL, byte order marks and non-characters are taken out; half a surrogate pair becomes `�`. */
function withoutControls(text: string): string {
  const clean = text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff\ufffe\uffff]/g, '');
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

/** SBV tells a new subtitle by its time line alone. */
function withoutSbvTimes(text: string, say: Say): string {
  return text
    .split('\n')
    .map((line) => {
      if (!isSbvTiming(withoutMarkUp(line))) return line;
      say('write-timing-like');
      return line.replaceAll(':', RATIO);
    })
    .join('\n');
}

function oneLine(name: string): string {
  return withoutControls(name).replaceAll(/\s+/g, ' ').trim();
}
