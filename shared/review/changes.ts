import type { NoteTarget, Suggestion } from '../domain/review';
import type { Project } from '../domain/project';
import { joinWords } from '../transcript/words';
import { saysTheSame } from './text-diff';
import { mergeTexts, type MergePiece } from './three-way';

/** What a suggestion would do to the project as it stands now. */
export type Change =
  /** What it is about is not there any more. */
  | { readonly state: 'gone' }
  /** The text says so already. */
  | { readonly state: 'done'; readonly current: string }
  | { readonly state: 'clean'; readonly current: string; readonly after: string }
  /** The words it changes were changed otherwise since the packet was made. */
  | { readonly state: 'conflict'; readonly current: string; readonly pieces: readonly MergePiece[] };

/** Finds the present text of a target: undefined where it is gone. Made once for each state of the project. */
export function textFinder(project: Project): (target: NoteTarget) => string | undefined {
  const cues = new Map(project.cues.map(({ id, text }) => [id, text]));
  const paragraphs = new Map(project.paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  return ({ kind, id }) => {
    const paragraph = paragraphs.get(id);
    return kind === 'cue' ? cues.get(id) : paragraph && joinWords(paragraph.words);
  };
}

/** A suggestion against the text as it is now (`current`; undefined: gone): three-way against what its author saw. */
export function changeOf(
  { base, text }: Pick<Suggestion, 'base' | 'text'>,
  current: string | undefined,
): Change {
  if (current === undefined) return { state: 'gone' };
  if (saysTheSame(text, current)) return { state: 'done', current };
  const merged = mergeTexts(base, current, text);
  if (merged.text === null) return { state: 'conflict', current, pieces: merged.pieces };
  if (merged.text === current) return { state: 'done', current };
  return { state: 'clean', current, after: merged.text };
}
