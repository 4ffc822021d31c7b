import { matchWords } from '../../edits/word-diff';
import type { PlacedText } from '../../domain/placement';
import type { Profile } from '../../domain/profile';
import type { Cue } from '../../domain/track';
import { folded } from '../../safety/fold';
import { unitsOf } from '../../text/unspaced';
import { splitSentences } from '../../transcript/sentences';
import { alignSentences } from './align';
import type { Bead } from './bead';
import { featuresOf } from './features';
import { placedText } from './place';
import type { SourceSentence, TargetSentence } from './sentences';
import { plainText } from '../upstream';

/** A row of a two-column table: what is said, and its translation. */
export interface TableRow {
  readonly source: string;
  readonly target: string;
}

/** Under this share of matched words a table is of another text. */
const LEAST_MATCH = 0.3;

export interface TableOptions {
  readonly cues: readonly Cue[];
  /** BCP 47. */
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly profile: Profile;
}

/**
 * Places a table on source cues by its source column: words (of writing without spaces, letters) that are the same stand for the same place, so rows may hold a cue, a
 * sentence or a paragraph each; the sentences of a row are aligned with one another, and with nothing outside it. Null where too
 * little of that column is in the cues. O(n log n).
 */
export function placeTable(rows: readonly TableRow[], options: TableOptions): PlacedText | null {
  const { cues, sourceLanguage, targetLanguage } = options;
  const said = cues.map(({ text }) => wordsOf(text));
  const cueOf = said.flatMap((words, cue) => words.map(() => cue));
  const written = rows.map(({ source }) => spokenOf(source, sourceLanguage));
  const match = matchWords(
    said.flat(),
    written.flatMap((sentences) => sentences.flatMap(({ words }) => words)),
  );
  if (match.filter((at) => at >= 0).length < LEAST_MATCH * match.length) return null;
  const [source, target, beads]: [SourceSentence[], TargetSentence[], Bead[]] = [[], [], []];
  const leaveOut = (cue: number) => {
    const text = plainText(cues[cue]?.text ?? '');
    source.push({ text, paragraph: 0, parts: [{ cue, length: Math.max(1, text.length) }] });
    beads.push({ source: [source.length - 1], target: [], confidence: 1 });
  };
  let [at, next] = [0, 0];
  rows.forEach(({ target: text }, row) => {
    const sentences = written[row] ?? [];
    const count = sentences.reduce((sum, { words }) => sum + words.length, 0);
    const places = Array.from(match.subarray(at, at + count), (word) =>
      word < 0 ? null : (cueOf[word] ?? 0),
    );
    at += count;
    const found = places.filter((cue) => cue !== null);
    const [first, last] = [found[0], found.at(-1)];
    if (first !== undefined) while (next < first) leaveOut(next++);
    const own =
      first === undefined || last === undefined ? [] : inCues(sentences, places, range(first, last));
    next = Math.max(next, (last ?? next - 1) + 1);
    const share = count === 0 ? 0 : found.length / count;
    for (const bead of rowBeads(own, text, { sourceLanguage, targetLanguage }))
      beads.push({
        source: bead.source.map((n) => n + source.length),
        target: bead.target.map((n) => n + target.length),
        confidence: Math.min(share, bead.confidence),
      });
    source.push(...own);
    target.push(...sentencesIn(text, own, targetLanguage));
  });
  while (next < cues.length) leaveOut(next++);
  return placedText(source, target, beads, options);
}

/** A sentence of the source column and its words, folded. */
interface Spoken {
  readonly text: string;
  readonly words: readonly string[];
}

function spokenOf(text: string, language: string): Spoken[] {
  return splitSentences(text, language).flatMap(({ start, end }) => {
    const sentence = plainText(text.slice(start, end));
    const words = wordsOf(sentence);
    return words.length === 0 ? [] : [{ text: sentence, words }];
  });
}

/** The sentences of a row in the cues its words are in (`places`, null for a word of none), and every cue of the row in one of them. */
function inCues(
  sentences: readonly Spoken[],
  places: readonly (number | null)[],
  cues: readonly number[],
): SourceSentence[] {
  let [at, cue] = [0, cues[0] ?? 0];
  const taken = new Set<number>();
  const parts = sentences.map(({ words }) => {
    const lengths = new Map<number, number>();
    for (const word of words) {
      cue = places[at++] ?? cue;
      taken.add(cue);
      lengths.set(cue, (lengths.get(cue) ?? 0) + word.length);
    }
    return lengths;
  });
  for (const empty of cues.filter((one) => !taken.has(one)))
    parts.findLast((lengths) => Math.min(...lengths.keys()) < empty)?.set(empty, 1);
  return sentences.map(({ text }, n) => ({
    text,
    paragraph: 0,
    parts: [...(parts[n] ?? [])].map(([one, length]) => ({ cue: one, length })),
  }));
}

/** The sentences of a row's translation; whole where the row has one sentence or none of the source, as it was written for it. */
function sentencesIn(text: string, source: readonly SourceSentence[], language: string): TargetSentence[] {
  const whole = plainText(text);
  if (source.length < 2) return [{ text: whole, paragraph: 0 }];
  return splitSentences(whole, language).map(({ start, end }) => ({
    text: whole.slice(start, end),
    paragraph: 0,
  }));
}

/** What of a row's translation renders what of its source, counted within the row. */
function rowBeads(
  source: readonly SourceSentence[],
  text: string,
  { sourceLanguage, targetLanguage }: Pick<TableOptions, 'sourceLanguage' | 'targetLanguage'>,
): Bead[] {
  const target = sentencesIn(text, source, targetLanguage);
  if (source.length < 2 || target.length < 2)
    return [{ source: source.map((_, n) => n), target: target.map((_, n) => n), confidence: 1 }];
  // The row itself says that as many sentences as it has of the source are their translations.
  if (source.length === target.length)
    return source.map((_, n) => ({ source: [n], target: [n], confidence: 1 }));
  return alignSentences(
    source.map((one) => featuresOf(one.text, sourceLanguage, 0)),
    target.map((one) => featuresOf(one.text, targetLanguage, 0)),
  );
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

function wordsOf(text: string): string[] {
  return unitsOf(folded(plainText(text)));
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
