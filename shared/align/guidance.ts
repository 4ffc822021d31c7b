import type { Span } from '../domain/alignment';
import { HOP_MS } from './mfcc';

/** A word whose time a person has fixed: it is not listened to, and the words around it keep clear of it. */
export interface FixedWord {
  readonly wordId: string;
  /** `[startMs, endMs)` in whole ms of the media's timeline. */
  readonly startMs: number;
  readonly endMs: number;
}

/** A word that is said at about `atMs`, as time stamps in transcripts tell. Weighs little: it decides between equals. */
export interface Hint {
  readonly wordId: string;
  readonly atMs: number;
}

/** What a person knows beforehand. Words that the transcript does not have are ignored. */
export interface Guidance {
  readonly fixed?: readonly FixedWord[] | undefined;
  readonly hints?: readonly Hint[] | undefined;
  /** Stretches in which no word may be placed, and that nothing is learned from. */
  readonly leaveOut?: readonly Span[] | undefined;
}

/** The same with nothing left open. */
export interface WholeGuidance {
  readonly fixed: readonly FixedWord[];
  readonly hints: readonly Hint[];
  readonly leaveOut: readonly Span[];
}

/** Rows `[from, to)`. */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * The fixed words that can bind the search. In transcript order their times must rise, with at least one row between them,
 * inside the recording; what contradicts this (the first that was met wins) binds nothing and only keeps its time.
 */
export class BindingWords {
  readonly #byId: ReadonlyMap<string, FixedWord>;
  readonly #rows: number;
  /** Ids of the words that could not bind. */
  readonly contradicted: string[] = [];
  #free = 1;

  constructor(fixed: readonly FixedWord[], rows: number) {
    this.#byId = new Map(fixed.map((word) => [word.wordId, word]));
    this.#rows = rows;
  }

  /** To be asked in transcript order, once for each word; null for words that nobody fixed and those that cannot bind. */
  next(wordId: string): RowSpan | null {
    const word = this.#byId.get(wordId);
    if (!word) return null;
    const from = Math.round(word.startMs / HOP_MS);
    // The last row is left free for the gap in which text between two fixed words may have to be skipped.
    const to = Math.max(from + 1, Math.round(word.endMs / HOP_MS) - 1);
    if (from < this.#free || to >= this.#rows) {
      this.contradicted.push(wordId);
      return null;
    }
    this.#free = to + 1;
    return { from, to };
  }
}

/** Marks the rows that lie in any of the spans. */
export function rowsIn(spans: readonly Span[], rows: number): Uint8Array {
  const mask = new Uint8Array(rows);
  for (const { startMs, endMs } of spans)
    mask.fill(1, Math.max(0, Math.floor(startMs / HOP_MS)), Math.max(0, Math.ceil(endMs / HOP_MS)));
  return mask;
}

/** The guidance as seen from a recording that begins at `startMs`. */
export function seenFrom(
  { fixed = [], hints = [], leaveOut = [] }: Guidance,
  startMs: number,
): WholeGuidance {
  const earlier = <T extends Span>(span: T): T => ({
    ...span,
    startMs: span.startMs - startMs,
    endMs: span.endMs - startMs,
  });
  return {
    fixed: fixed.map(earlier),
    hints: hints.map(({ wordId, atMs }) => ({ wordId, atMs: atMs - startMs })),
    leaveOut: leaveOut.map(earlier),
  };
}
