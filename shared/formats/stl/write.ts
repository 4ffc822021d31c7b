import type { TextIssue } from '../../api/contract';
import { primaryLanguage } from '../../text/locale';
import { languageName } from '../../text/names';
import { withoutMarkUp } from '../../text/mark-up';
import type { SubtitleCue } from '../document/cues';
import type { IssueList } from '../document/issues';
import { italicRuns, tidyLines } from '../document/italics';
import { prepareCues } from '../document/prepare';
import type { CodePage } from './code-pages';
import { BLOCK_BYTES, CODES, HEADER_BYTES, TEXT_BYTES, writeHeader } from './header';
import { stlLanguageCode } from './languages';
import { choosePage, encodeText, substituted, type Substitutions } from './text';

/** A written binary file and what had to be changed or left out for it. */
export interface WrittenBytes {
  readonly bytes: Uint8Array;
  readonly issues: TextIssue[];
}

/** Frames a second of the file's clock: `STL25.01`, the one every broadcaster takes. */
export const STL_RATE = 25;
/** Rows of the picture; subtitles stand from row 1 (top) or end in row 23 (bottom), as teletext counts. */
const ROWS = 23;
const CENTRED = 2;
const LAST_BLOCK = 0xff;
/** Blocks that one subtitle may take: extension numbers 0 to 0xEF and the last. */
const MOST_BLOCKS = 241;
/** No file says when it was made: the format wants a date, so all have the same. */
const NO_DATE = '800101';

/** The cues as the file will hold them, the table they are written with, and everything that is lost. */
export function prepareStl(
  cues: readonly SubtitleCue[],
  language: string | null,
): { cues: SubtitleCue[]; page: CodePage; issues: IssueList } {
  const { cues: held, issues } = prepareCues(cues, 'stl');
  const tag = language ?? 'und';
  const page = choosePage(held.map(({ text }) => withoutMarkUp(text)).join('\n'), tag);
  const changes: Substitutions = { plainer: new Map(), missing: new Map() };
  const written = held.flatMap((cue, index) => {
    const text = tidyLines(substituted(cue.text, page, changes));
    if (text === '') issues.addNumbered('write-empty', index + 1);
    return text === '' ? [] : [{ ...cue, text }];
  });
  reportCharacters(changes, page, issues);
  const code = stlLanguageCode(primaryLanguage(tag));
  if (code === '00' || tag !== primaryLanguage(tag))
    issues.add(0, 'stl-language', {
      language: languageName(tag),
      written: code === '00' ? '“unknown”' : languageName(primaryLanguage(tag)),
    });
  return { cues: written, page, issues };
}

function reportCharacters({ plainer, missing }: Substitutions, page: CodePage, issues: IssueList): void {
  const say = (code: 'stl-simplified' | 'stl-characters', found: ReadonlyMap<string, number>) => {
    if (found.size === 0) return;
    const count = [...found.values()].reduce((sum, times) => sum + times, 0);
    const characters = [...found.keys()].slice(0, 40).join(' ');
    issues.add(0, code, { count, page: page.name, characters });
  };
  say('stl-simplified', plainer);
  say('stl-characters', missing);
}

/**
 * Writes cues as EBU STL (EBU Tech 3264-E): open subtitles, 25 frames a second, the character table that holds most of the
 * text. Titles, names, contacts and dates of the header stay empty.
 */
export function writeStl(cues: readonly SubtitleCue[], language: string | null): WrittenBytes {
  const { cues: held, page, issues } = prepareStl(cues, language);
  const blocks = held.flatMap((cue, index) => blocksOf(cue, index, page, issues));
  const longest = Math.max(
    1,
    ...held.flatMap(({ text }) =>
      withoutMarkUp(text)
        .split('\n')
        .map(({ length }) => length),
    ),
  );
  const header = writeHeader({
    codePage: '850',
    diskFormat: `STL${STL_RATE}.01`,
    display: '0',
    characterTable: page.number,
    language: stlLanguageCode(primaryLanguage(language ?? 'und')),
    created: NO_DATE,
    revised: NO_DATE,
    revision: '00',
    blocks: digits(blocks.length, 5),
    subtitles: digits(held.length, 5),
    groups: '001',
    rowLength: digits(Math.min(longest, 99), 2),
    rows: digits(ROWS, 2),
    timeCodeStatus: '1',
    programmeStart: '00000000',
    firstCue: timeCode(held[0]?.startMs ?? 0)
      .map((part) => digits(part, 2))
      .join(''),
    disks: '1',
    disk: '1',
  });
  const bytes = new Uint8Array(HEADER_BYTES + blocks.length * BLOCK_BYTES);
  bytes.set(header);
  blocks.forEach((block, index) => bytes.set(block, HEADER_BYTES + index * BLOCK_BYTES));
  return { bytes, issues: issues.sorted() };
}

function blocksOf(cue: SubtitleCue, index: number, page: CodePage, issues: IssueList): Uint8Array[] {
  const text = cueBytes(cue.text, page);
  const parts: (readonly number[])[] = [];
  for (let from = 0; from < text.length || parts.length === 0; from += TEXT_BYTES)
    parts.push(text.slice(from, from + TEXT_BYTES));
  if (parts.length > MOST_BLOCKS) issues.addNumbered('stl-too-long', index + 1);
  const kept = parts.slice(0, MOST_BLOCKS);
  const lines = cue.text.split('\n').length;
  const row = cue.position === 'top' ? 1 : Math.max(1, ROWS - lines + 1);
  const number = (index + 1) & 0xffff;
  return kept.map((part, at) => {
    const block = new Uint8Array(BLOCK_BYTES).fill(CODES.unused, 16);
    block.set([0, number & 0xff, number >> 8, at === kept.length - 1 ? LAST_BLOCK : at, 0]);
    block.set([...timeCode(cue.startMs), ...timeCode(cue.endMs), row, CENTRED, 0], 5);
    block.set(part, 16);
    return block;
  });
}

function cueBytes(text: string, page: CodePage): number[] {
  const bytes: number[] = [];
  for (const { text: run, italic } of italicRuns(text).runs)
    run.split('\n').forEach((line, index) => {
      if (index > 0) bytes.push(CODES.newLine);
      if (line === '') return;
      const encoded = encodeText(line, page);
      for (const byte of italic ? [CODES.italicOn, ...encoded, CODES.italicOff] : encoded) bytes.push(byte);
    });
  return bytes;
}

/** Hours, minutes, seconds, frames. `ms` is a whole number of frames within the day. */
function timeCode(ms: number): number[] {
  const frames = Math.round((ms * STL_RATE) / 1000);
  const seconds = Math.floor(frames / STL_RATE);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60, frames % STL_RATE];
}

function digits(value: number, length: number): string {
  return String(Math.min(value, 10 ** length - 1)).padStart(length, '0');
}
