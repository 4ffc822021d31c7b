import type { Note } from '../domain/review';
import { updateTable } from '../history/tables';
import { cleanPaste } from '../text/clean-paste';
import type { Review, ReviewNote } from './review-file';

/** The id that a review's note has in a project. No note written in the app has a `_`. */
export function projectNoteId(reviewId: string, noteId: string): string {
  return `${reviewId}_${noteId}`;
}

/** A review's entries as notes of the project, open. Texts come without invisible trash, but what they are about stays as it is. */
export function notesOf({ reviewId, initials, notes }: Review): Note[] {
  return notes.map((note) => noteOf(note, reviewId, cleanPaste(initials).text.trim()));
}

function noteOf(note: ReviewNote, reviewId: string, author: string): Note {
  const common = {
    id: projectNoteId(reviewId, note.id),
    order: note.atMs,
    reviewId,
    author,
    revision: note.revision,
    target: note.target,
    base: note.base,
    withdrawn: note.withdrawn,
  };
  switch (note.kind) {
    case 'comment': {
      const { quote, replyTo } = note;
      const text = cleanPaste(note.text).text.trim();
      return { ...common, kind: 'comment', quote: within(quote, note.base), text, replyTo, resolved: null };
    }
    case 'suggestion':
      return { ...common, kind: 'suggestion', text: cleanPaste(note.text).text.trim(), decision: null };
    case 'judgement':
      return { ...common, kind: 'judgement', verdict: note.verdict };
  }
}

function within(
  quote: { readonly from: number; readonly to: number } | null,
  base: string,
): { from: number; to: number } | null {
  return quote && quote.from < quote.to && quote.to <= base.length ? { ...quote } : null;
}

/** How a merge went: notes by what they did to the project's. */
export interface NotesMerged {
  readonly notes: Note[];
  readonly added: number;
  readonly changed: number;
  /** Known already, or an older state of what is known. */
  readonly known: number;
}

/**
 * The project's notes with others merged in: of two states of one note the one of the higher revision holds, of two with the same
 * revision the one whose content is the greater text. So neither the order in which reviews come nor how often matters (a
 * last-writer-wins map: Shapiro et al., “A comprehensive study of convergent and commutative replicated data types”, 2011).
 * What was decided stays decided as long as what it was decided about is the same. O(n + k log k).
 */
export function mergeNotes(notes: readonly Note[], incoming: readonly Note[]): NotesMerged {
  const wanted = new Set(incoming.map(({ id }) => id));
  const known = new Map<string, Note>();
  for (const note of notes) if (wanted.has(note.id)) known.set(note.id, note);
  const removed = new Set<Note>();
  const changes = new Map<string, Note>();
  let [added, changed] = [0, 0];
  for (const note of incoming) {
    const old = changes.get(note.id) ?? known.get(note.id);
    if (old && !isNewer(note, old)) continue;
    const before = known.get(note.id);
    if (before) removed.add(before);
    if (!old) added += 1;
    else if (!changes.has(note.id)) changed += 1;
    changes.set(note.id, old ? withState(note, old) : note);
  }
  return {
    notes: updateTable(notes, [...removed], [...changes.values()]),
    added,
    changed,
    known: incoming.length - added - changed,
  };
}

function isNewer(note: Note, old: Note): boolean {
  if (note.revision !== old.revision) return note.revision > old.revision;
  return !isSame(note, old) && contentOf(note) > contentOf(old);
}

/** By far the most that come again are as they were: a few comparisons instead of two long texts. */
function isSame(a: Note, b: Note): boolean {
  const isAlike =
    a.kind === b.kind &&
    a.base === b.base &&
    a.order === b.order &&
    a.author === b.author &&
    a.withdrawn === b.withdrawn &&
    a.target.kind === b.target.kind &&
    a.target.id === b.target.id;
  if (!isAlike) return false;
  if (a.kind === 'judgement') return b.kind === 'judgement' && a.verdict === b.verdict;
  return a.kind === 'suggestion' && b.kind === 'suggestion' && a.text === b.text;
}

/** All that its author wrote, in one order; nothing of what was decided here. */
function contentOf(note: Note): string {
  const { id, order, author, target, base, withdrawn, kind } = note;
  const about = target.kind === 'cue' ? [target.kind, target.id, target.trackId] : [target.kind, target.id];
  const own =
    note.kind === 'judgement'
      ? [note.verdict]
      : note.kind === 'suggestion'
        ? [note.text]
        : [note.text, note.replyTo, note.quote?.from ?? null, note.quote?.to ?? null];
  return JSON.stringify([id, order, author, about, base, withdrawn, kind, ...own]);
}

/** The newer state of a note with what was decided about the older one, if that still is about the same. */
function withState(note: Note, old: Note): Note {
  if (note.kind === 'comment' && old.kind === 'comment' && note.text === old.text)
    return { ...note, resolved: old.resolved };
  const isSame = note.kind === 'suggestion' && old.kind === 'suggestion' && note.text === old.text;
  return isSame && note.base === old.base ? { ...note, decision: old.decision } : note;
}
