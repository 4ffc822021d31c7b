import type { ProtectedName } from '../domain/protected-name';
import { guarded, unguarded } from '../formats/csv/guard';
import { readRows, writeRow } from '../formats/csv/rows';

/** Ending of a campaign's do-not-name list. */
export const NAMES_ENDING = '.names.csv';
const LONGEST = 200;
const HEADERS = /^(?:name|names|имя|имена)$/iu;

/**
 * Reads a list: one name a row, other spellings in the cells behind it or behind `|`. Works for a plain text file of one
 * name a line, too. Rows that begin with `#` are remarks. Never throws.
 */
export function parseNames(text: string): ProtectedName[] {
  const { rows } = readRows(text.replaceAll(';', ','), ',');
  const entries = rows.flatMap(({ cells }, index): ProtectedName[] => {
    const names = cells
      .flatMap((cell) => unguarded(cell.trim()).split('|'))
      .map((name) => name.trim().slice(0, LONGEST))
      .filter((name) => /\p{L}/u.test(name));
    const [name, ...aliases] = names;
    const isHeader = index === 0 && HEADERS.test(cells[0]?.trim() ?? '');
    return name === undefined || isHeader || cells[0]?.trim().startsWith('#') === true
      ? []
      : [{ name, aliases: aliases.slice(0, 50) }];
  });
  return entries;
}

/** A list as `parseNames` reads it. */
export function writeNames(entries: readonly ProtectedName[]): string {
  const rows = entries.map(({ name, aliases }) => writeRow([guarded(name), guarded(aliases.join('|'))], ','));
  return writeRow(['name', 'aliases'], ',') + rows.join('');
}
