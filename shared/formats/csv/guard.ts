/** What spreadsheets take for a formula at the start of a cell (OWASP, "CSV Injection"), behind any apostrophes. */
const FORMULA = /^'*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;
const GUARDED = /^'+[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;

/** A cell that no spreadsheet runs: an apostrophe stands before what looks like a formula. */
export function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The reverse of `guarded`: one apostrophe less where one stands before a formula. */
export function unguarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
