import type { TextIssue } from '../../api/contract';
import { LATEST_MS } from '../srt/timestamp';
import { isAtTop, parseSettings, written, type VttSetting } from '../vtt/settings';
import { IssueList, quoted } from './issues';
import { readMarkup } from './markup';
import type { Block, CueBlock, SubtitleDocument } from './model';

/** A subtitle as the product holds it. Times in ms from 0 to 1,000 hours; `text` as `Cue.text` in shared/domain. */
export interface SubtitleCue {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  readonly position: 'bottom' | 'top';
  /** Name of the (first) voice; null where none is named. */
  readonly speaker: string | null;
}

/** What a document's cues are to the product, and everything that did not find a place in it. */
export interface DocumentCues {
  /** In file order. */
  readonly cues: SubtitleCue[];
  /** What reading and converting found, by line. */
  readonly issues: TextIssue[];
  /** Language the file names in its header or first note; null where it names none. */
  readonly language: string | null;
}

/** Longest text a cue may have in a project. */
const LONGEST_TEXT = 20_000;
const HARMLESS = [
  'align:center',
  'align:middle',
  'position:50%',
  'size:100%',
  'line:-1',
  'line:100%',
  'line:auto',
];

/**
 * The cues of a document in the product's own form. What cannot be held (other formatting, placement, notes, styles)
 * is an issue each; text is never left out but with an issue. Linear in the document's size.
 */
export function documentCues(document: SubtitleDocument): DocumentCues {
  const issues = new IssueList();
  const cues: SubtitleCue[] = [];
  noteHeader(document, issues);
  for (const block of document.blocks)
    if (block.kind === 'cue') addCue(cues, block, document.format, issues);
    else noteBlock(block, issues);
  const found = [...document.issues, ...issues.sorted()];
  return { cues, issues: found.sort((a, b) => a.line - b.line), language: languageOf(document) };
}

function addCue(
  cues: SubtitleCue[],
  block: CueBlock,
  format: SubtitleDocument['format'],
  issues: IssueList,
): void {
  const { top, text, voices } = readMarkup(block.text, format, (line, code, values) =>
    issues.add(block.textLine + line, code, values),
  );
  const settings = parseSettings(block.settings);
  const atTop = top || isAtTop(settings);
  notePlacement(block, settings, atTop, issues);
  if (text === '' && block.text !== '') issues.add(block.line, 'empty-cue');
  if (voices.length > 1) issues.add(block.line, 'several-speakers', { names: quoted(voices.join(', ')) });
  if (block.id !== null && !/^\d*$/.test(block.id.trim()))
    issues.add(block.line, 'id-not-kept', { text: quoted(block.id) });
  if (Math.max(block.startMs, block.endMs) > LATEST_MS) issues.add(block.line, 'beyond-limit');
  const pieces = splitLong(text);
  if (pieces.length > 1) issues.add(block.line, 'too-long', { count: text.length });
  for (const piece of pieces)
    cues.push({
      startMs: clamp(block.startMs),
      endMs: clamp(block.endMs),
      text: piece,
      position: atTop ? 'top' : 'bottom',
      speaker: voices[0] ?? null,
    });
}

function clamp(ms: number): number {
  return Math.min(Math.max(ms, 0), LATEST_MS);
}

/** Says which placement is not held: `line` is, as top or bottom, unless it asks for a certain line. */
function notePlacement(
  block: CueBlock,
  settings: readonly VttSetting[],
  atTop: boolean,
  issues: IssueList,
): void {
  for (const setting of settings) {
    const { name, value, valid } = setting;
    const held = name === 'line' && valid && atTop && (value === '0' || value === '0%');
    if (!held && !HARMLESS.includes(written(setting)))
      issues.add(block.line, 'setting-not-kept', { setting: quoted(written(setting)) });
  }
}

function splitLong(text: string): string[] {
  if (text.length <= LONGEST_TEXT) return [text];
  const pieces: string[] = [];
  for (let from = 0; from < text.length;) {
    let to = Math.min(from + LONGEST_TEXT, text.length);
    const line = to < text.length ? text.lastIndexOf('\n', to) : to;
    if (line > from) to = line;
    else if (isHighSurrogate(text.charCodeAt(to - 1))) to--;
    pieces.push(text.slice(from, to));
    from = text.charCodeAt(to) === 10 ? to + 1 : to;
  }
  return pieces;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function noteBlock(block: Exclude<Block, CueBlock>, issues: IssueList): void {
  const { kind, line, raw } = block;
  const text = quoted(raw);
  if (kind === 'note') {
    if (languageIn(text) === null) issues.add(line, 'note-not-kept', { text: quoted(raw.slice(4)) });
  } else if (kind === 'style') issues.add(line, 'style-not-kept');
  else if (kind === 'region') issues.add(line, 'region-not-kept');
  else issues.add(line, 'unknown-not-kept', { text });
}

function noteHeader({ format, preamble }: SubtitleDocument, issues: IssueList): void {
  if (format !== 'vtt') return;
  preamble.split(/\r\n|\r|\n/).forEach((line, index) => {
    const text = (index === 0 ? line.slice('WEBVTT'.length) : line).trim();
    if (text !== '' && !/^(Kind|Language):/i.test(text))
      issues.add(index + 1, 'header-not-kept', { text: quoted(text) });
  });
}

function languageOf({ format, preamble, blocks }: SubtitleDocument): string | null {
  if (format !== 'vtt') return null;
  const note = blocks.find((block) => block.kind === 'note');
  return languageIn(preamble) ?? (note ? languageIn(note.raw) : null);
}

/** `Language: kk` at the start of a line or of a note. */
function languageIn(text: string): string | null {
  return (
    /^(?:NOTE[ \t\r\n]+)?Language:[ \t]*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)[ \t]*$/m.exec(text)?.[1] ?? null
  );
}
