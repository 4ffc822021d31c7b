/** What a clip is put together of: the sentences of the transcript, or the subtitles where it has no times. */
import type { Project } from '../domain/project';
import { splitSentences } from '../transcript/sentences';
import { joinWords, wordStarts } from '../transcript/words';
import { withoutMarkUp } from '../text/mark-up';
import { oneLine } from '../text/unspaced';
import { spanOfWords } from './choose-span';
import type { ClipSpan } from './clip';

/** A sentence or a subtitle, in order of the film. */
export interface ClipPiece {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  /** Words of a sentence; for a subtitle its own id. */
  readonly ids: readonly string[];
}

/** From one piece to another, both in: indices. */
export interface PieceRange {
  readonly first: number;
  readonly last: number;
}

/** Linear in words; sentences nobody timed are left out. */
export function clipPieces(project: Project, trackId: string | null): ClipPiece[] {
  const sentences = project.paragraphs.flatMap((paragraph) => {
    const text = joinWords(paragraph.words);
    const starts = wordStarts(paragraph.words);
    const placed = paragraph.words.map((word, index) => ({ word, start: starts[index] ?? 0 }));
    return splitSentences(text, paragraph.language ?? project.meta.language).flatMap((sentence) => {
      const words = placed.filter(({ start }) => start >= sentence.start && start < sentence.end);
      const timed = words.flatMap(({ word: { startMs, endMs } }) =>
        startMs === null || endMs === null ? [] : [{ startMs, endMs }],
      );
      const [begin] = timed;
      const end = timed.at(-1);
      if (!begin || !end) return [];
      return [
        {
          text: text.slice(sentence.start, sentence.end),
          startMs: begin.startMs,
          endMs: end.endMs,
          ids: words.map(({ word }) => word.id),
        },
      ];
    });
  });
  return sentences.length > 0 ? sentences : subtitlePieces(project, trackId);
}

function subtitlePieces({ cues }: Project, trackId: string | null): ClipPiece[] {
  return cues
    .filter((cue) => cue.trackId === trackId)
    .map(({ id, text, startMs, endMs }) => ({
      text: oneLine(withoutMarkUp(text)),
      startMs,
      endMs,
      ids: [id],
    }));
}

/** The pieces that hold any of some words or subtitles; else the one at a time, or the nearest after it. */
export function chosenRange(
  pieces: readonly ClipPiece[],
  ids: ReadonlySet<string>,
  atMs: number,
): PieceRange | null {
  const holds = ({ ids: own }: ClipPiece) => own.some((id) => ids.has(id));
  const first = pieces.findIndex(holds);
  if (first >= 0) return { first, last: pieces.findLastIndex(holds) };
  const here = pieces.findIndex(({ endMs }) => endMs > atMs);
  const only = here >= 0 ? here : pieces.length - 1;
  return only >= 0 ? { first: only, last: only } : null;
}

/** A range with one of its ends moved by whole pieces, kept in order and among the pieces there are. */
export function movedRange(range: PieceRange, end: keyof PieceRange, by: number, count: number): PieceRange {
  const moved = { ...range, [end]: Math.min(count - 1, Math.max(0, range[end] + by)) };
  return moved.first <= moved.last ? moved : range;
}

/** The stretch of the film that a range is. */
export function spanOfRange(
  project: Project,
  pieces: readonly ClipPiece[],
  { first, last }: PieceRange,
): ClipSpan | null {
  const chosen = pieces.slice(first, last + 1);
  const [begin] = chosen;
  if (!begin) return null;
  const spoken = spanOfWords(project, new Set(chosen.flatMap(({ ids }) => ids)));
  if (spoken) return spoken;
  return { startMs: begin.startMs, endMs: chosen.reduce((most, { endMs }) => Math.max(most, endMs), 0) };
}
