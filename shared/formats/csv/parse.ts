import type { DocumentCues, SubtitleCue } from '../document/cues';
import { IssueList, quoted } from '../document/issues';
import { ItalicWriter, italicRuns } from '../document/italics';
import { withPlainLineEnds } from '../document/lines';
import { heldTime } from '../document/times';
import { unguarded } from './guard';
import { readRows } from './rows';

type Column = 'start' | 'end' | 'duration' | 'speaker' | 'position' | 'text';

/** What columns are called in our files and in those of other programs, in lower case without spaces. */
const NAMES: Readonly<Record<string, Column | 'number'>> = {
  ...{ number: 'number', no: 'number', '#': 'number', nr: 'number', index: 'number', id: 'number' },
  ...{ start: 'start', starttime: 'start', begin: 'start', in: 'start', timecodein: 'start', from: 'start' },
  ...{ end: 'end', endtime: 'end', stop: 'end', out: 'end', timecodeout: 'end', to: 'end' },
  ...{ duration: 'duration', speaker: 'speaker', actor: 'speaker', name: 'speaker', character: 'speaker' },
  ...{ text: 'text', subtitle: 'text', caption: 'text', dialogue: 'text', content: 'text' },
  position: 'position',
};
const CLOCK = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?$/;
/** Where no header names them, as most programs write them. */
const USUAL: readonly Column[] = ['start', 'end', 'text'];

type Places = Readonly<Partial<Record<Column, number>>>;

/**
 * Reads a table of subtitles: separated by commas, semicolons or tabs, whichever the first row has most of, columns by
 * their header, else start, end, text. Times as `H:MM:SS.mmm` or seconds. Never throws; linear.
 */
export function parseTable(text: string): DocumentCues {
  const issues = new IssueList();
  const { rows, unclosed } = readRows(text, separatorOf(text));
  if (unclosed) issues.add(0, 'table-quote');
  const [first, ...others] = rows;
  const header = first && placesOf(first.cells);
  if (first && header) noteUnknown(first.cells, issues);
  else if (first) issues.add(0, 'table-columns', { columns: USUAL.join(', ') });
  const places: Places = header ?? usualPlaces(first?.cells ?? []);
  const cues: SubtitleCue[] = [];
  for (const { line, cells } of header ? others : rows) addCue(cues, cells, places, line, issues);
  if (cues.length === 0) issues.add(0, 'no-cues');
  return { cues, issues: issues.sorted(), language: null };
}

function separatorOf(text: string): string {
  const head = text.slice(0, 2000).split(/[\r\n]/, 1)[0] ?? '';
  const count = (character: string) => head.split(character).length;
  const candidates = ['\t', ';', ','] as const;
  return candidates.reduce((best, next) => (count(next) > count(best) ? next : best));
}

function placesOf(cells: readonly string[]): Places | null {
  const places: Partial<Record<Column, number>> = {};
  cells.forEach((cell, index) => {
    const name = columnOf(cell);
    if (name && name !== 'number') places[name] ??= index;
  });
  const timed = places.start !== undefined && (places.end !== undefined || places.duration !== undefined);
  return timed && places.text !== undefined ? places : null;
}

function columnOf(cell: string): Column | 'number' | null {
  const name = cell.toLowerCase().replaceAll(/[\s_-]/g, '');
  return Object.hasOwn(NAMES, name) ? (NAMES[name] ?? null) : null;
}

/** Start, end, text; behind a number where the first cell is none of a time. */
function usualPlaces(cells: readonly string[]): Places {
  const shift = cells.length > 3 && /^\d+$/.test(cells[0] ?? '') && readTime(cells[2]) !== null ? 1 : 0;
  return { start: shift, end: shift + 1, text: shift + 2 };
}

function noteUnknown(cells: readonly string[], issues: IssueList): void {
  for (const cell of cells)
    if (columnOf(cell) === null && cell.trim() !== '')
      issues.add(1, 'table-column-not-kept', { name: quoted(cell) });
}

function addCue(
  cues: SubtitleCue[],
  cells: readonly string[],
  places: Places,
  line: number,
  issues: IssueList,
): void {
  const cell = (column: Column) => cells[places[column] ?? -1] ?? '';
  const startMs = readTime(cell('start'));
  const endMs =
    readTime(cell('end')) ?? (startMs === null ? null : added(startMs, readTime(cell('duration'))));
  if (startMs === null || endMs === null) {
    issues.add(line, 'table-row', { text: quoted(cells.join(' ')) });
    return;
  }
  const text = cueText(unguarded(cell('text')), line, issues);
  if (text === '') issues.add(line, 'empty-cue');
  if (endMs <= startMs) issues.add(line, 'ends-before-start');
  const speaker = unguarded(cell('speaker')).trim();
  cues.push({
    startMs: heldTime(startMs, line, issues),
    endMs: heldTime(endMs, line, issues),
    text,
    position: cell('position').trim().toLowerCase() === 'top' ? 'top' : 'bottom',
    speaker: speaker === '' ? null : speaker,
  });
}

const added = (ms: number, more: number | null) => (more === null ? null : ms + more);

function cueText(cell: string, line: number, issues: IssueList): string {
  const plain = withPlainLineEnds(cell, false)
    .split('\n')
    .filter((each) => each.trim() !== '')
    .join('\n');
  const { runs, balanced } = italicRuns(plain);
  if (!balanced) issues.add(line, 'unbalanced-italic');
  const out = new ItalicWriter();
  for (const { text, italic } of runs) out.add(text, italic);
  return out.finish().text;
}

/** `1:02:03.5`, `02:03` or seconds (`12.5`) in ms; null for anything else. */
function readTime(cell: string | undefined): number | null {
  const text = cell?.trim() ?? '';
  const clock = CLOCK.exec(text);
  if (clock) {
    const [hours = 0, minutes, seconds] = [clock[1], clock[2], clock[3]].map((part) => Number(part ?? 0));
    return (
      hours * 3_600_000 +
      (minutes ?? 0) * 60_000 +
      (seconds ?? 0) * 1000 +
      Number((clock[4] ?? '').padEnd(3, '0'))
    );
  }
  return /^\d{1,7}(?:[.,]\d{1,9})?$/.test(text) ? Math.round(Number(text.replace(',', '.')) * 1000) : null;
}
