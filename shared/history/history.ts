import { AppError } from '../api/errors';
import type { JournalEntry } from '../domain/change';
import type { Project } from '../domain/project';
import { applyChanges, diffProjects } from './diff';

/** The journal entry of an edit. */
export type DoEntry = Extract<JournalEntry, { kind: 'do' }>;

/** Edits, the latest on top; an immutable list, so that histories share what they have in common. */
export interface Stack {
  readonly top: DoEntry;
  readonly below: Stack | null;
}

/** What can be undone and brought again. Immutable; every step is O(1). */
export interface History {
  /** Seq of the latest entry; the next one is one more. Null before any: the first may have any seq. */
  readonly lastSeq: number | null;
  readonly done: Stack | null;
  readonly undone: Stack | null;
}

/** No steps known, and none expected: the first may have any seq. */
export const emptyHistory: History = { lastSeq: null, done: null, undone: null };

/** No steps known of a project that stands at `seq` (0: a new one), so that the next must be one more. */
export function historyAt(seq: number): History {
  return { ...emptyHistory, lastSeq: seq };
}

/**
 * The history after one more entry. A `do` clears what could be brought again.
 * Throws `bad-request` (with `nextSeq`) when its seq is not the next, or when it takes back or brings again anything but the
 * step whose turn it is.
 */
export function recordEntry(history: History, entry: JournalEntry): History {
  const { lastSeq, done, undone } = history;
  const due = lastSeq === null ? entry.seq : lastSeq + 1;
  if (entry.seq !== due)
    throw new AppError('bad-request', {
      reason: `step ${entry.seq} came where ${due} was due`,
      nextSeq: due,
    });
  if (entry.kind === 'do') return { lastSeq: due, done: { top: entry, below: done }, undone: null };
  const from = entry.kind === 'undo' ? done : undone;
  if (from?.top.seq !== entry.target)
    throw new AppError('bad-request', {
      reason: `step ${entry.target} is not the one to ${entry.kind}`,
      nextSeq: due,
    });
  return entry.kind === 'undo'
    ? { lastSeq: due, done: from.below, undone: { top: from.top, below: undone } }
    : { lastSeq: due, done: { top: from.top, below: done }, undone: from.below };
}

/** The history that entries leave, oldest first; the first may have any seq. Throws as `recordEntry`. */
export function replayEntries(entries: readonly JournalEntry[]): History {
  return entries.reduce(recordEntry, emptyHistory);
}

/** A project and its history after an entry: what screens and services both do. Throws as `recordEntry` and `applyChanges`. */
export function applyEntry(
  project: Project,
  history: History,
  entry: JournalEntry,
): { project: Project; history: History } {
  const next = recordEntry(history, entry);
  if (entry.kind === 'do') return { project: applyChanges(project, entry.changes, 'forward'), history: next };
  const step = entry.kind === 'undo' ? next.undone : next.done;
  const direction = entry.kind === 'undo' ? 'back' : 'forward';
  return { project: applyChanges(project, step?.top.changes ?? [], direction), history: next };
}

/** The edit that undo would take back, or null. */
export function undoStep(history: History): DoEntry | null {
  return history.done?.top ?? null;
}

/** The edit that redo would bring again, or null. */
export function redoStep(history: History): DoEntry | null {
  return history.undone?.top ?? null;
}

/** The seq that the next entry must have (1 where any will do). */
export function nextSeq(history: History): number {
  return (history.lastSeq ?? 0) + 1;
}

/** The entry that takes the latest edit back, ready for `applyEntry` and the journal; null when there is none. */
export function undoEntry(history: History): JournalEntry | null {
  const step = undoStep(history);
  return step && { kind: 'undo', seq: nextSeq(history), target: step.seq };
}

/** The entry that brings the latest undone edit again; null when there is none. */
export function redoEntry(history: History): JournalEntry | null {
  const step = redoStep(history);
  return step && { kind: 'redo', seq: nextSeq(history), target: step.seq };
}

/** Message key that names the edit undo would take back, or null. */
export function undoLabel(history: History): string | null {
  return undoStep(history)?.label ?? null;
}

/** Message key that names the edit redo would bring again, or null. */
export function redoLabel(history: History): string | null {
  return redoStep(history)?.label ?? null;
}

/**
 * One entry for everything that happened between two projects: an edit, or a whole drag from the mark at pointer-down to the
 * release. Null when nothing did (a drag that came back).
 */
export function squash(
  history: History,
  edit: { readonly command: string; readonly label: string },
  before: Project,
  after: Project,
): DoEntry | null {
  const changes = diffProjects(before, after);
  if (changes.length === 0) return null;
  return { kind: 'do', seq: nextSeq(history), command: edit.command, label: edit.label, changes };
}
