/** Where in the table of all sentences of both sides the way between them is looked for. */
import type { Bead } from './bead';

/** Cells on either side of the diagonal, then of the path of the round before. */
const WIDE = 120;
const NARROW = 14;
/**
 * Where one side is far longer, the way may leave the diagonal by all that is missing; but each cell takes some 75 µs and a kilobyte,
 * and half a translation of a long film would take minutes and gigabytes.
 */
const MOST_CELLS = 500_000;

/** First and last column that may be looked at in each row. */
export type Band = readonly (readonly [from: number, to: number])[];

/**
 * The cells that are looked at: around the diagonal, or around the way of the round before. Both corners are inside, and from every
 * row the next can be reached.
 */
export function bandOf(rows: number, columns: number, beads: readonly Bead[] | null): Band {
  const band: [number, number][] = Array.from({ length: rows + 1 }, () => [columns, 0]);
  const widen = (row: number, column: number, by: number) => {
    const each = band[row];
    if (!each) return;
    each[0] = Math.max(0, Math.min(each[0], column - by));
    each[1] = Math.min(columns, Math.max(each[1], column + by));
  };
  if (beads === null) {
    const steep = Math.ceil(columns / Math.max(1, rows)) + NARROW;
    const uneven = Math.min(Math.abs(rows - columns) + NARROW, Math.floor(MOST_CELLS / 2 / (rows + 1)));
    const by = Math.max(WIDE, steep, uneven);
    for (let row = 0; row <= rows; row++) widen(row, Math.round((row * columns) / Math.max(1, rows)), by);
    return band;
  }
  let [i, j] = [0, 0];
  widen(0, 0, NARROW);
  for (const { source, target } of beads) {
    for (let m = 0; m <= source.length; m++)
      for (let n = 0; n <= target.length; n++) widen(i + m, j + n, NARROW);
    i += source.length;
    j += target.length;
  }
  return band;
}

/** Where a cell of a band is kept, row after row. */
export function cellsOf(band: Band): {
  readonly at: (i: number, j: number) => number;
  readonly size: number;
} {
  const starts = new Float64Array(band.length);
  let size = 0;
  band.forEach(([from, to], row) => {
    starts[row] = size - from;
    size += to - from + 1;
  });
  return { at: (i, j) => (starts[i] ?? 0) + j, size };
}

export function eachCell(band: Band, visit: (i: number, j: number) => void): void {
  band.forEach(([from, to], i) => {
    for (let j = from; j <= to; j++) visit(i, j);
  });
}

export function eachCellBackward(band: Band, visit: (i: number, j: number) => void): void {
  for (let i = band.length - 1; i >= 0; i--) {
    const [from, to] = band[i] ?? [0, -1];
    for (let j = to; j >= from; j--) visit(i, j);
  }
}

export function isInside(band: Band, i: number, j: number): boolean {
  const row = band[i];
  return row !== undefined && j >= row[0] && j <= row[1];
}
