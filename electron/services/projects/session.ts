import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import type { JournalEntry } from '../../../shared/domain/change';
import type { Project } from '../../../shared/domain/project';
import { writeProjectFile } from '../../../shared/formats/project/write';
import { formatMessage } from '../../../shared/messages/index';
import type { History } from '../../../shared/history/history';
import { entryHash, journalLine } from './journal-read';
import type { Journal } from './journal';
import type { Lock } from './lock';
import { rebaseEntry, rebaseProject } from './project-paths';

/** An open project. Changed only by the service's tasks, one at a time. */
export interface Session {
  readonly id: string;
  path: string;
  isDraft: boolean;
  /** The folder that media paths in memory are seen from: that of the file it was opened from, also after a save-as. */
  readonly mediaBase: string;
  project: Project;
  history: History;
  entries: JournalEntry[];
  /** Seq of the last entry there is, and of the last one the file holds. */
  lastSeq: number;
  savedSeq: number;
  extra: Readonly<Record<string, unknown>>;
  readOnly: string | null;
  lock: Lock | null;
  journal: Journal;
  /** Above this size the journal is compacted at a save; in between at the second size, which grows. */
  readonly compactAboveBytes: number;
  compactAgainAtBytes: number;
  /** The project file's content and stamp as it was last read or written here; null: not known. */
  contentHash: string | null;
  stamp: Stamp | null;
  /** `savedSeq` of the backup; null: there is none. */
  backupSeq: number | null;
  /** The last task; the next one waits for it. */
  queue: Promise<unknown>;
}

/** What tells whether a file was changed by somebody else. */
export interface Stamp {
  readonly mtimeMs: number;
  readonly size: number;
  readonly ino: number;
}

/** The stamp of a file, or null where there is none. */
export async function stampOf(path: string): Promise<Stamp | null> {
  const found: Stats | null = await stat(path).catch(() => null);
  return found && { mtimeMs: found.mtimeMs, size: found.size, ino: found.ino };
}

/** Whether a file is still as it was. */
export function isSameStamp(a: Stamp | null, b: Stamp | null): boolean {
  return a !== null && b !== null && a.mtimeMs === b.mtimeMs && a.size === b.size && a.ino === b.ino;
}

/** SHA-256 (hex) of a file's content. */
export function contentHash(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Another Outspoken took the lock over: nothing more may be written there. Not so once the session moved on to another file. */
export function loseLock(session: Pick<Session, 'path' | 'readOnly'>, path: string): void {
  if (session.path === path) session.readOnly = formatMessage('project.readOnly.lost');
}

/** Runs `task` after all earlier ones of the session. */
export function inTurn<T>(session: Session, task: () => Promise<T>): Promise<T> {
  const turn = session.queue.then(task, task);
  session.queue = turn.catch(() => undefined);
  return turn;
}

/** Throws `read-only` with the reason where the project cannot be changed. */
export function requireWritable(session: Session): void {
  if (session.readOnly !== null) throw new AppError('read-only', { reason: session.readOnly });
}

/** The session's entries as lines of a journal that lies in the folder of `path`. */
export function journalText(session: Session, path: string, entries: readonly JournalEntry[]): string {
  return entries.map((entry) => journalLine(rebaseEntry(entry, session.mediaBase, dirname(path)))).join('');
}

/** The session's project as the text of a file at `path`, with all its steps in. */
export function projectText(session: Session, path: string): string {
  const { project, mediaBase, lastSeq, entries, extra } = session;
  const last = entries.at(-1);
  const folder = dirname(path);
  return writeProjectFile({
    project: rebaseProject(project, mediaBase, folder),
    savedSeq: lastSeq,
    savedEntry: last ? entryHash(rebaseEntry(last, mediaBase, folder)) : null,
    extra,
  });
}
