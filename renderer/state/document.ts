/**
 * The open project and everything that changes it. Views read it through `useDocument(selector)` and change it only with
 * the functions below; nothing outside this file sets the project.
 */
import { create } from 'zustand';
import type { ErrorData } from '../../shared/api/errors';
import type { FileInfo, MediaState, OpenedProject } from '../../shared/api/contract';
import type { JournalEntry } from '../../shared/domain/change';
import type { Id } from '../../shared/domain/common';
import type { Project } from '../../shared/domain/project';
import type { Edit } from '../../shared/edits/edit';
import { diffProjects } from '../../shared/history/diff';
import {
  applyEntry,
  emptyHistory,
  historyAt,
  recordEntry,
  redoStep,
  replayEntries,
  undoStep,
  type History,
} from '../../shared/history/history';
import { settle } from '../../shared/translation/settle';
import { getClient } from '../platform/client';
import { BLANK_PROJECT, NO_MEDIA } from './blank-project';
import { createJournalSender, type JournalSender } from './journal-sender';

/** A drag under way: everything is recomputed from `base`; `last` is what a commit would record. */
interface Gesture {
  readonly base: Project;
  /** `made`: what the edit itself made, before what follows from it. */
  readonly last: { readonly command: string; readonly label: string; readonly made: Project } | null;
}

export interface DocumentState {
  /** Null while no project is open. */
  readonly session: Id | null;
  /** Null for a draft that has no file of its own yet. */
  readonly file: FileInfo | null;
  /** As shown: with the gesture under way applied. `BLANK_PROJECT` while none is open. */
  readonly project: Project;
  readonly history: History;
  /** Seq of the newest step, of the newest one safe in the journal, and of the newest one in the project file. */
  readonly seq: number;
  readonly safeSeq: number;
  readonly savedSeq: number;
  /** When the project file was last written in this run, epoch ms; null before. */
  readonly savedAt: number | null;
  /** Why the project cannot be changed here; null when it can. */
  readonly readOnly: string | null;
  /** Why the newest steps are not on disk; null when they are or are on their way. Sending is tried again by itself. */
  readonly unsafe: ErrorData | null;
  readonly media: MediaState;
  readonly gesture: Gesture | null;
  /** How often an edit changed nothing because the translation's times are its source's. */
  readonly timesHeld: number;
}

const CLOSED: DocumentState = {
  session: null,
  file: null,
  project: BLANK_PROJECT,
  history: emptyHistory,
  seq: 0,
  safeSeq: 0,
  savedSeq: 0,
  savedAt: null,
  readOnly: null,
  unsafe: null,
  media: NO_MEDIA,
  gesture: null,
  timesHeld: 0,
};

export const useDocument = create<DocumentState>()(() => CLOSED);

let sender: JournalSender | null = null;

const get = useDocument.getState;
const set = useDocument.setState;

/** Takes over a project that the services opened. The one before must be closed. */
export function openDocument(opened: OpenedProject): void {
  sender?.stop();
  const history = opened.history.length > 0 ? replayEntries(opened.history) : historyAt(opened.savedSeq);
  const seq = history.lastSeq ?? opened.savedSeq;
  set({
    ...CLOSED,
    session: opened.session,
    file: opened.file,
    project: opened.project,
    history,
    seq,
    safeSeq: seq,
    savedSeq: opened.savedSeq,
    readOnly: opened.readOnly,
    media: opened.media,
  });
  sender = createJournalSender({
    send: async (entries) =>
      (await getClient().call('project.append', { session: opened.session, entries: [...entries] })).seq,
    report: (safeSeq, problem) => {
      if (get().session === opened.session)
        set({ unsafe: problem, ...(safeSeq === null ? {} : { safeSeq }) });
    },
  });
}

/** Sends what is not yet safe, closes the project at the services and empties the stores. Throws when it cannot be made safe. */
export async function closeDocument(): Promise<void> {
  const { session } = get();
  if (session === null) return;
  cancelGesture();
  await flushDocument();
  sender?.stop();
  sender = null;
  await getClient().call('project.close', { session });
  set(CLOSED);
}

/** Resolves once every step is safe in the journal; throws what keeps it from being so. */
export async function flushDocument(): Promise<void> {
  await sender?.flush();
}

/** Records where the project file stands after a save. */
export function markSaved(savedSeq: number, file: FileInfo | null = get().file): void {
  set({ savedSeq, file, savedAt: Date.now() });
}

/** Replaces what is known of the footage (found again, relocated). */
export function setMedia(media: MediaState): void {
  set({ media });
}

/** Whether edits are taken at all. */
export function canEdit(state: DocumentState = get()): boolean {
  return state.session !== null && state.readOnly === null;
}

/**
 * Applies an edit as one undo step and sends it to the services. Returns false when it changed nothing or the project is
 * read-only. A gesture under way is committed first. Throws what the edit throws.
 */
export function run<Args>(edit: Edit<Args>, args: Args): boolean {
  if (!canEdit()) return false;
  commitGesture();
  const before = get().project;
  const made = edit.apply(before, args);
  return record(before, settle(before, made), edit) || held(before, made);
}

/** Starts a gesture: previews from here on are computed from the project as it is now. False when read-only. */
export function beginGesture(): boolean {
  if (!canEdit()) return false;
  commitGesture();
  set((state) => ({ gesture: { base: state.project, last: null } }));
  return true;
}

/** Shows `edit` applied to the project as it was when the gesture began. Nothing is recorded or sent. */
export function previewGesture<Args>(edit: Edit<Args>, args: Args): void {
  const { gesture } = get();
  if (!gesture) return;
  const { base } = gesture;
  const made = edit.apply(base, args);
  const project = settle(base, made);
  set({ project, gesture: { base, last: { command: edit.command, label: edit.label, made } } });
}

/** Ends the gesture: what is shown becomes one undo step. Returns whether anything changed. */
export function commitGesture(): boolean {
  const { gesture, project } = get();
  if (!gesture) return false;
  const { base, last } = gesture;
  if (last !== null && record(base, project, last)) return true;
  cancelGesture();
  return last !== null && held(base, last.made);
}

/** Counts an edit that came to nothing because it would have moved cues whose times are their source's; always false. */
function held(before: Project, made: Project): false {
  if (diffProjects(before, made).length > 0) set({ timesHeld: get().timesHeld + 1 });
  return false;
}

/** Ends the gesture and shows the project as it was before; for Escape and lost pointers. */
export function cancelGesture(): void {
  const { gesture } = get();
  if (gesture) set({ gesture: null, project: gesture.base });
}

/** Takes back the newest step, or ends a gesture under way. Returns the label of what was undone, null for nothing. */
export function undo(): string | null {
  if (get().gesture) {
    cancelGesture();
    return null;
  }
  return step('undo');
}

/** Brings back the step last undone. Returns its label, null for nothing. */
export function redo(): string | null {
  return get().gesture ? null : step('redo');
}

/** Takes back (negative) or brings again so many steps at once, as far as there are any. A gesture under way is dropped. */
export function travel(distance: number): void {
  cancelGesture();
  for (let n = 0; n < Math.abs(distance); n++) if (step(distance < 0 ? 'undo' : 'redo') === null) return;
}

function step(kind: 'undo' | 'redo'): string | null {
  if (!canEdit()) return null;
  const { history, project, seq } = get();
  const target = kind === 'undo' ? undoStep(history) : redoStep(history);
  if (!target) return null;
  const entry: JournalEntry = { kind, seq: seq + 1, target: target.seq };
  const next = applyEntry(project, history, entry);
  take(entry, next.project, next.history);
  return target.label;
}

function record(
  before: Project,
  after: Project,
  edit: { readonly command: string; readonly label: string },
): boolean {
  if (after === before) return false;
  const changes = diffProjects(before, after);
  if (changes.length === 0) return false;
  const { history, seq } = get();
  const { command, label } = edit;
  const entry: JournalEntry = { kind: 'do', seq: seq + 1, command, label, changes };
  // What the changes lead to is there already; to work it out again would cost as much as the edit.
  take(entry, after, recordEntry(history, entry));
  return true;
}

/** Shows a step that was recorded, ends a gesture that led to it, and sends it. */
function take(entry: JournalEntry, project: Project, history: History): void {
  set({ project, history, seq: entry.seq, gesture: null });
  sender?.add(entry);
}
