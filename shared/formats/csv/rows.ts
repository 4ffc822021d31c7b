/** A table's rows as lists of cells, and where each row begins. */
export interface TableRows {
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** True where a quotation mark was opened and never closed. */
  readonly unclosed: boolean;
}

/**
 * Splits comma- or tab-separated text (RFC 4180: quoted cells may hold separators, line ends and doubled quotes).
 * Rows of nothing are left out. Any line end. Linear.
 */
export function readRows(text: string, separator: string): TableRows {
  const rows: { line: number; cells: string[] }[] = [];
  let [at, line] = [text.startsWith('\ufeff') ? 1 : 0, 1];
  let unclosed = false;
  while (at < text.length) {
    const row = { line, cells: [] as string[] };
    for (;;) {
      const cell = text[at] === '"' ? quotedCell(text, at) : { value: '', end: at, unclosed: false };
      unclosed ||= cell.unclosed;
      line += countLines(text.slice(at, cell.end));
      // What stands behind a closing quotation mark belongs to the cell: `"Zhako" Saparova`.
      at = endOfPlain(text, cell.end, separator);
      row.cells.push(cell.value + text.slice(cell.end, at));
      if (text[at] !== separator) break;
      at++;
    }
    if (text.startsWith('\r\n', at)) at += 2;
    else at++;
    line++;
    if (row.cells.some((value) => value !== '')) rows.push(row);
  }
  return { rows, unclosed };
}

interface Cell {
  readonly value: string;
  readonly end: number;
  readonly unclosed: boolean;
}

function quotedCell(text: string, from: number): Cell {
  const parts: string[] = [];
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { value: parts.join('') + text.slice(at), end: text.length, unclosed: true };
    parts.push(text.slice(at, quote));
    at = quote + 1;
    if (text[at] !== '"') return { value: parts.join(''), end: at, unclosed: false };
    parts.push('"');
    at++;
  }
}

function endOfPlain(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function countLines(cell: string): number {
  return cell.split(/\r\n?|\n/).length - 1;
}

/** One row with its line end (LF). Cells are quoted where they need it, and where white space would be trimmed. */
export function writeRow(cells: readonly string[], separator: string): string {
  const needsQuotes = (cell: string) => cell.includes(separator) || /["\r\n]|^\s|\s$/.test(cell);
  const written = cells.map((cell) => (needsQuotes(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${written.join(separator)}\n`;
}
