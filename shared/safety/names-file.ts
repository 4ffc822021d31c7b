/** A campaign's do-not-name list as a plain table: people edit it in any spreadsheet or text editor, or in the app. */
import type { TextIssue } from '../api/contract';
import { LanguageTag } from '../domain/common';
import type { ProtectedName } from '../domain/protected-name';
import { guarded, unguarded } from '../formats/csv/guard';
import { readRows, writeRow } from '../formats/csv/rows';
import { formatMessage, type MessageKey, type MessageValues } from '../messages/index';
import { NO_OWN_COLUMNS, type OwnColumns } from './own-columns';

/** What a campaign's list is called. It stands beside the project or in a folder above it. */
export const NAMES_FILE = 'do-not-name.csv';
const LONGEST = 200;
const MOST_ALIASES = 50;

type Column = 'name' | 'aliases' | 'kind' | 'languages' | 'pseudonym';
const COLUMNS: readonly Column[] = ['name', 'aliases', 'kind', 'languages', 'pseudonym'];
/** What else people call the columns. */
const HEADERS: Readonly<Record<string, Column>> = {
  ...{ name: 'name', names: 'name', имя: 'name', имена: 'name', aliases: 'aliases', alias: 'aliases' },
  ...{ 'also written': 'aliases', kind: 'kind', languages: 'languages', language: 'languages' },
  ...{ pseudonym: 'pseudonym', 'say instead': 'pseudonym' },
};

export interface NamesFile {
  readonly names: readonly ProtectedName[];
  /** Rows that begin with `#`, kept on writing. */
  readonly remarks: readonly string[];
  /** Columns with a title that means nothing to this app. */
  readonly own: OwnColumns;
  /** What could not be taken as it stands, by line. */
  readonly issues: readonly TextIssue[];
}

/**
 * Reads a list: one name a row. With a header row, columns by their names; without, every cell behind the first is another
 * spelling, so a plain text file of one name a line works, too. Spellings and languages in one cell stand apart by `|`. Never throws.
 */
export function readNames(text: string): NamesFile {
  const separator = separatorOf(text);
  const table = readRows(text, separator);
  // A quotation mark that is never closed would make one name of all names behind it.
  const { rows } = table.unclosed ? readRows(text.replaceAll('"', ''), separator) : table;
  const [names, remarks, issues]: [ProtectedName[], string[], TextIssue[]] = [[], [], []];
  const ownRows: string[][] = [];
  let own: readonly Titled[] = [];
  let columns: readonly (Column | null)[] | null = null;
  let isFirst = true;
  for (const { line, cells } of rows) {
    const plain = cells.map((cell) => unguarded(cell.trim()));
    if (plain[0]?.startsWith('#')) {
      remarks.push(plain.filter((cell) => cell !== '').join(', '));
      continue;
    }
    if (isFirst) columns = headerOf(plain);
    const isHeader = isFirst && columns !== null;
    if (isHeader) own = ownOf(plain, columns ?? []);
    isFirst = false;
    if (isHeader) continue;
    const say = (key: MessageKey, values: MessageValues = {}) =>
      issues.push({ line, code: key, message: formatMessage(key, values) });
    const entry = entryOf(plain, columns, say);
    if (entry) {
      names.push(entry);
      ownRows.push(own.map(({ at }) => plain[at] ?? ''));
    } else say('names.issue.noLetter', { text: plain[0] ?? '' });
  }
  return { names, remarks, issues, own: { titles: own.map(({ title }) => title), rows: ownRows } };
}

interface Titled {
  readonly at: number;
  readonly title: string;
}

function ownOf(header: readonly string[], columns: readonly (Column | null)[]): Titled[] {
  return header.flatMap((title, at) => (columns[at] === null && title !== '' ? [{ at, title }] : []));
}

/** Spreadsheets in most of Europe write semicolons; what is copied out of one, or saved as text, has tabs. */
function separatorOf(text: string): ',' | ';' | '\t' {
  const first = text.split(/\r\n?|\n/).find((line) => line.trim() !== '' && !/^\ufeff?"?#/.test(line)) ?? '';
  if (first.includes('\t')) return '\t';
  return first.includes(';') && !first.includes(',') ? ';' : ',';
}

function headerOf(cells: readonly string[]): readonly (Column | null)[] | null {
  const found = cells.map((cell) => HEADERS[cell.toLowerCase()] ?? null);
  return found[0] === 'name' ? found : null;
}

function entryOf(
  cells: readonly string[],
  columns: readonly (Column | null)[] | null,
  say: (key: MessageKey, values?: MessageValues) => void,
): ProtectedName | null {
  const of = (column: Column) =>
    columns === null
      ? []
      : cells.filter((_, index) => columns[index] === column).flatMap((cell) => apart(cell));
  const spelt =
    columns === null ? cells.flatMap((cell) => apart(cell, /[|;]/)) : [...of('name'), ...of('aliases')];
  const [name, ...aliases] = spelt
    .map((each) => each.slice(0, LONGEST))
    .filter((each) => /\p{L}/u.test(each));
  if (name === undefined) return null;
  if (spelt.some((each) => each.length > LONGEST)) say('names.issue.tooLong', { name });
  if (aliases.length > MOST_ALIASES) say('names.issue.tooMany', { name, count: MOST_ALIASES });
  const languages = of('languages').filter((tag) => {
    const isTag = LanguageTag.safeParse(tag).success;
    if (!isTag) say('names.issue.language', { name, tag });
    return isTag;
  });
  return {
    name,
    aliases: aliases.slice(0, MOST_ALIASES),
    kind: kindOf(of('kind')[0]),
    languages: languages.slice(0, 50),
    pseudonym: of('pseudonym')[0]?.slice(0, LONGEST) ?? null,
  };
}

function apart(cell: string, at: string | RegExp = '|'): string[] {
  return cell
    .split(at)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function kindOf(cell: string | undefined): ProtectedName['kind'] {
  const kind = cell?.toLowerCase();
  return kind === 'place' || kind === 'other' ? kind : 'person';
}

/** A list as `readNames` reads it; remarks come back below the header, columns of the campaign's own (a row for each name) behind ours. */
export function writeNames(
  names: readonly ProtectedName[],
  remarks: readonly string[] = [],
  own: OwnColumns = NO_OWN_COLUMNS,
): string {
  const row = (cells: readonly string[]) => writeRow(cells.map(guarded), ',');
  return [
    row([...COLUMNS, ...own.titles]),
    ...remarks.map((remark) => row([remark])),
    ...names.map(({ name, aliases, kind, languages, pseudonym }, at) =>
      row([
        // What begins with a hash is a remark; names are found without it.
        ...[name.replace(/^[#\s]+/, ''), aliases.join('|'), kind, languages.join('|'), pseudonym ?? ''],
        ...(own.rows[at] ?? own.titles.map(() => '')),
      ]),
    ),
  ].join('');
}
