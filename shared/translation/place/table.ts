import { matchWords } from '../../edits/word-diff';
import type { PlacedText } from '../../domain/placement';
import type { Profile } from '../../domain/profile';
import type { Cue } from '../../domain/track';
import { folded } from '../../safety/fold';
import type { Bead } from './bead';
import { placedText } from './place';
import { plainText } from '../upstream';

/** A row of a two-column table: what is said, and its translation. */
export interface TableRow {
  readonly source: string;
  readonly target: string;
}

/** Under this share of matched words a table is of another text. */
const LEAST_MATCH = 0.3;

/**
 * Places a table on source cues by its source column: words that are the same stand for the same place, so rows may hold a cue, a
 * sentence or a paragraph each. Null where too little of that column is in the cues. O(n log n).
 */
export function placeTable(
  rows: readonly TableRow[],
  options: { readonly cues: readonly Cue[]; readonly profile: Profile; readonly targetLanguage: string },
): PlacedText | null {
  const said = options.cues.map(({ text }) => wordsOf(text));
  const cueOf = said.flatMap((words, cue) => words.map(() => cue));
  const written = rows.map(({ source }) => wordsOf(source));
  const match = matchWords(said.flat(), written.flat());
  if (match.filter((at) => at >= 0).length < LEAST_MATCH * match.length) return null;
  // Each cue stands for a sentence of its own: a row is then aligned with the cues that its words are in.
  const source = options.cues.map(({ text }, cue) => {
    const plain = plainText(text);
    return { text: plain, paragraph: 0, parts: [{ cue, length: Math.max(1, plain.length) }] };
  });
  const target = rows.map(({ target: text }) => ({ text: plainText(text), paragraph: 0 }));
  return placedText(source, target, beadsOf(written, match, cueOf, options.cues.length), options);
}

/** One bead a row, with the cues that no row has between them; cues ascend. */
function beadsOf(
  written: readonly string[][],
  match: Int32Array,
  cueOf: readonly number[],
  cues: number,
): Bead[] {
  const beads: Bead[] = [];
  let [at, next] = [0, 0];
  written.forEach((words, row) => {
    const found = [...match.subarray(at, at + words.length)].flatMap((word) =>
      word >= 0 ? [cueOf[word] ?? 0] : [],
    );
    at += words.length;
    const [first, last] = [found[0], found.at(-1)];
    // A row of an incomplete cue begins in the cue that the row before ended in.
    const from = first === undefined ? next : Math.max(first, Math.min(next, first));
    for (; next < from; next++) beads.push({ source: [next], target: [], confidence: 1 });
    const own = first === undefined || last === undefined ? [] : range(first, last);
    next = Math.max(next, (last ?? next - 1) + 1);
    beads.push({
      source: own,
      target: [row],
      confidence: words.length === 0 ? 0 : found.length / words.length,
    });
  });
  for (; next < cues; next++) beads.push({ source: [next], target: [], confidence: 1 });
  return beads;
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

function wordsOf(text: string): string[] {
  return folded(plainText(text)).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/**
 * The two columns of a table's cells that hold texts, source first: the one whose words are in the cues is the source. Null where
 * it is no such table.
 */
export function rowsOfTable(cells: readonly (readonly string[])[], cues: readonly Cue[]): TableRow[] | null {
  const known = new Set(cues.flatMap(({ text }) => wordsOf(text)));
  const columns = Math.min(
    40,
    cells.reduce((most, row) => Math.max(most, row.length), 0),
  );
  const kinds = Array.from({ length: columns }, (_, column) => {
    const words = cells.flatMap((row) => wordsOf(row[column] ?? '')).filter((word) => /\p{L}/u.test(word));
    const shared = words.filter((word) => known.has(word)).length;
    return { column, words: words.length, share: words.length === 0 ? 0 : shared / words.length };
  }).filter(({ words }) => words >= cells.length);
  const source = kinds.toSorted((a, b) => b.share - a.share)[0];
  if (!source || source.share < LEAST_MATCH) return null;
  const target = kinds
    .filter(({ column }) => column !== source.column)
    .toSorted((a, b) => b.words - a.words)[0];
  if (!target) return null;
  const rows = cells.map((row) => ({ source: row[source.column] ?? '', target: row[target.column] ?? '' }));
  const [first] = rows;
  // A heading names the columns; its words are not in the film.
  const isHeading = first !== undefined && !wordsOf(first.source).some((word) => known.has(word));
  return (isHeading ? rows.slice(1) : rows).filter(({ target: text }) => text.trim() !== '');
}
