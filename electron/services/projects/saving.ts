import { readFile, realpath } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/api/errors';
import { JournalEntry } from '../../../shared/domain/change';
import { applyEntry } from '../../../shared/history/history';
import { formatMessage } from '../../../shared/messages/index';
import { ioError, keepCopy, removeQuietly, writeFileAtomic } from '../../platform/files';
import { createJournal } from './journal';
import { compactEntries } from './journal-read';
import { takeLock, type Lock, type LockWorld } from './lock';
import { sidecarsOf } from './project-paths';
import {
  contentHash,
  isSameStamp,
  journalText,
  loseLock,
  projectText,
  requireWritable,
  stampOf,
  type Session,
} from './session';

/** Adds steps to the project and its journal, all or none; answers the last seq once they are safe on disk. */
export async function append(session: Session, given: readonly unknown[]): Promise<number> {
  requireWritable(session);
  const entries = checkedEntries(given);
  let { project, history } = session;
  for (const entry of entries) ({ project, history } = applyEntry(project, history, entry));
  // A backup is for the day the file is damaged; that it cannot be made is no reason to refuse work.
  await backUpFirst(session).catch(() => undefined);
  const all = [...session.entries, ...entries];
  await session.journal.append(journalText(session, session.path, entries), () =>
    journalText(session, session.path, all),
  );
  session.project = project;
  session.history = history;
  for (const entry of entries) session.entries.push(entry);
  session.lastSeq = entries.at(-1)?.seq ?? session.lastSeq;
  await compactIfLarge(session);
  return session.lastSeq;
}

function checkedEntries(entries: readonly unknown[]): JournalEntry[] {
  const parsed = z.array(JournalEntry).min(1).safeParse(entries);
  if (!parsed.success)
    throw new AppError('bad-request', { reason: z.prettifyError(parsed.error).slice(0, 300) });
  return parsed.data;
}

/** Before work on a project begins, its file as it stands becomes the backup where there is none yet. */
async function backUpFirst(session: Session): Promise<void> {
  if (session.backupSeq !== null || !isSameStamp(session.stamp, await stampOf(session.path))) return;
  await writeFileAtomic(sidecarsOf(session.path).backup, await readFile(session.path));
  session.backupSeq = session.savedSeq;
}

/**
 * Writes the project file; the one before becomes the backup. A file that somebody else wrote meanwhile is kept as
 * `<name>.changed-<n>`. Does nothing when all is saved.
 */
export async function save(session: Session): Promise<number> {
  requireWritable(session);
  const { path, lastSeq, savedSeq } = session;
  const onDisk = await stampOf(path);
  const before = onDisk && (await readFile(path));
  const isOurs = before !== null && contentHash(before) === session.contentHash;
  if (isOurs && lastSeq === savedSeq) return savedSeq;
  if (isOurs) {
    await writeFileAtomic(sidecarsOf(path).backup, before);
    session.backupSeq = savedSeq;
  } else if (before) await keepCopy(path, 'changed');
  await writeProject(session, path);
  if (session.journal.sizeBytes > session.compactAboveBytes) await compact(session).catch(() => undefined);
  return lastSeq;
}

async function writeProject(session: Session, path: string): Promise<void> {
  const text = projectText(session, path);
  await writeFileAtomic(path, text);
  session.savedSeq = session.lastSeq;
  session.contentHash = contentHash(text);
  session.stamp = await stampOf(path);
}

/** Saves under another name, which the session then goes by, also a read-only one. A draft's own files then go. */
export async function saveAs(session: Session, target: string, world: LockWorld): Promise<string> {
  const path = await realpath(target).catch(() => resolve(target));
  if (path !== session.path) await moveTo(session, path, world);
  else await save(session);
  return path;
}

async function moveTo(session: Session, path: string, world: LockWorld): Promise<void> {
  const lock = await lockTarget(session, path, world);
  const old = { ...session };
  const { journal, backup } = sidecarsOf(path);
  try {
    await writeProject(session, path);
  } catch (error) {
    await lock.release();
    throw error;
  }
  // The backup and journal of what was there before would be taken for this project's.
  await removeQuietly(backup);
  const moved = createJournal(journal, 0);
  // Without it only undo of the steps so far is lost, and the project is safe in its file.
  await moved.replace(journalText(session, path, session.entries)).catch(() => moved.remove());
  Object.assign(session, {
    path,
    isDraft: false,
    readOnly: null,
    lock,
    journal: moved,
    backupSeq: null,
  } satisfies Partial<Session>);
  await leave(old);
}

async function lockTarget(session: Session, path: string, world: LockWorld): Promise<Lock> {
  const taken = await takeLock(sidecarsOf(path).lock, () => loseLock(session, path), world).catch(
    (error: unknown) => {
      throw ioError(error, basename(path));
    },
  );
  if ('release' in taken) return taken;
  const reason = formatMessage('project.readOnly.locked', { host: taken.heldBy ?? 'here' });
  throw new AppError('read-only', { reason });
}

/** What is left of the place a project was saved away from: nothing of a draft; of a file, what was saved in it. */
async function leave(old: Session): Promise<void> {
  await old.journal.close();
  if (old.lock && old.isDraft) await removeProject(old);
  else if (old.lock && old.lastSeq > old.savedSeq) {
    const saved = old.entries.filter(({ seq }) => seq <= old.savedSeq);
    // The steps live on in the new file; should this fail, they would merely be offered again with the old one.
    await old.journal.replace(journalText(old, old.path, saved)).catch(() => undefined);
  }
  await old.lock?.release();
}

/** Removes a project's file, journal and backup: of drafts that are saved elsewhere or in which nothing was done. */
export async function removeProject(session: Session): Promise<void> {
  await session.journal.remove();
  await removeQuietly(sidecarsOf(session.path).backup);
  await removeQuietly(session.path);
}

/** The steps are safe either way; a journal that could not be made shorter is only longer than need be. */
async function compactIfLarge(session: Session): Promise<void> {
  if (session.journal.sizeBytes > session.compactAgainAtBytes) await compact(session).catch(() => undefined);
}

/** Makes the journal shorter; what the file or its backup do not hold stays. A draft's file is brought up to date for it. */
async function compact(session: Session): Promise<void> {
  if (session.isDraft && session.lastSeq > session.savedSeq) {
    await writeProject(session, session.path);
    session.backupSeq = null;
    await backUpFirst(session);
  }
  const needed = Math.min(session.savedSeq, session.backupSeq ?? session.savedSeq);
  const kept = compactEntries(session.entries, needed);
  await session.journal.replace(journalText(session, session.path, kept));
  session.entries = kept;
  // Unsaved steps cannot go: trying again at each of them would take quadratic time.
  session.compactAgainAtBytes = Math.max(session.compactAboveBytes, 2 * session.journal.sizeBytes);
}
