import { gapsOf, matchWords } from '../edits/word-diff';
import type { Project } from '../domain/project';
import type { Cue } from '../domain/track';
import { joinWords } from '../transcript/words';
import { diffTexts, type DiffPiece } from './text-diff';

/** What a comparison looks at of a cue. */
export type ComparedCue = Pick<Cue, 'startMs' | 'endMs' | 'text'> & { readonly id?: string };

/** One cue of either side, or of both. */
export interface ComparedRow {
  readonly kind: 'same' | 'reworded' | 'retimed' | 'added' | 'removed';
  /** 1-based places in their tracks; null on the side that does not have it. */
  readonly before: { readonly number: number; readonly cue: ComparedCue } | null;
  readonly after: { readonly number: number; readonly cue: ComparedCue } | null;
  /** Word by word, where both are there. */
  readonly pieces: readonly DiffPiece[];
  readonly isRetimed: boolean;
}

/**
 * Two states of a track side by side, in the order of time: cues with the same id are the same; without ids those with the same
 * text in the same order, and between them those that are on screen together longest. O(n log n), quadratic only in stretches
 * where nothing is alike.
 */
export function compareCues(before: readonly ComparedCue[], after: readonly ComparedCue[]): ComparedRow[] {
  const hasIds = before.every(({ id }) => id !== undefined) && after.every(({ id }) => id !== undefined);
  const pairs = hasIds ? pairsById(before, after) : pairsByText(before, after);
  const taken = new Set(pairs.values());
  const rows = before.map((cue, at) => rowOf({ cue, number: at + 1 }, numbered(after, pairs.get(at))));
  after.forEach((cue, at) => {
    if (!taken.has(at)) rows.push(rowOf(null, { cue, number: at + 1 }));
  });
  const startOf = ({ before: a, after: b }: ComparedRow) => (b ?? a)?.cue.startMs ?? 0;
  return rows.sort((a, b) => startOf(a) - startOf(b));
}

/**
 * Two states of a transcript side by side, in its order: a row for each paragraph, its speaker before its text. Places are no
 * times here, so nothing is retimed.
 */
export function compareTranscripts(before: SpokenState, after: SpokenState): ComparedRow[] {
  return compareCues(paragraphsOf(before), paragraphsOf(after)).map((row) => ({
    ...row,
    kind: row.kind === 'retimed' ? 'same' : row.kind,
    isRetimed: false,
  }));
}

/** The part of a project or a version that holds what is said. */
type SpokenState = Pick<Project, 'paragraphs' | 'speakers'>;

function paragraphsOf({ paragraphs, speakers }: SpokenState): ComparedCue[] {
  const names = new Map(speakers.map(({ id, name }) => [id, name]));
  return paragraphs.map(({ id, speakerId, words }, at) => {
    const text = joinWords(words);
    const name = speakerId === null ? '' : (names.get(speakerId) ?? '');
    return { id, startMs: at, endMs: at + 1, text: name === '' ? text : `${name}: ${text}` };
  });
}

/** How many rows there are of each kind. */
export function countRows(rows: readonly ComparedRow[]): Readonly<Record<ComparedRow['kind'], number>> {
  const counts = { same: 0, reworded: 0, retimed: 0, added: 0, removed: 0 };
  for (const { kind } of rows) counts[kind] += 1;
  return counts;
}

function numbered(cues: readonly ComparedCue[], at: number | undefined): ComparedRow['after'] {
  const cue = at === undefined ? undefined : cues[at];
  return cue && at !== undefined ? { cue, number: at + 1 } : null;
}

function rowOf(before: ComparedRow['before'], after: ComparedRow['after']): ComparedRow {
  if (!before || !after)
    return { kind: before ? 'removed' : 'added', before, after, pieces: [], isRetimed: false };
  const isRetimed = before.cue.startMs !== after.cue.startMs || before.cue.endMs !== after.cue.endMs;
  const pieces = diffTexts(before.cue.text, after.cue.text);
  const isReworded = before.cue.text !== after.cue.text;
  return { kind: isReworded ? 'reworded' : isRetimed ? 'retimed' : 'same', before, after, pieces, isRetimed };
}

function pairsById(before: readonly ComparedCue[], after: readonly ComparedCue[]): Map<number, number> {
  const places = new Map(after.map(({ id }, at) => [id, at]));
  return new Map(
    before.flatMap(({ id }, at) => (places.has(id) ? [[at, places.get(id) ?? 0] as const] : [])),
  );
}

function pairsByText(before: readonly ComparedCue[], after: readonly ComparedCue[]): Map<number, number> {
  const match = matchWords(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  );
  const pairs = new Map<number, number>();
  match.forEach((a, b) => {
    if (a >= 0) pairs.set(a, b);
  });
  for (const { a0, a1, b0, b1 } of gapsOf(match, before.length)) {
    let from = b0;
    for (let a = a0; a < a1; a += 1) {
      const best = bestOverlap(before[a], after, from, b1);
      if (best === null) continue;
      pairs.set(a, best);
      from = best + 1;
    }
  }
  return pairs;
}

function bestOverlap(
  cue: ComparedCue | undefined,
  others: readonly ComparedCue[],
  from: number,
  to: number,
): number | null {
  let best: { readonly at: number; readonly ms: number } | null = null;
  for (let at = from; cue && at < to; at += 1) {
    const other = others[at];
    if (!other || other.startMs >= cue.endMs) break;
    const ms = Math.min(cue.endMs, other.endMs) - Math.max(cue.startMs, other.startMs);
    if (ms > (best?.ms ?? 0)) best = { at, ms };
  }
  return best?.at ?? null;
}
