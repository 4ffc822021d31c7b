import { open, truncate } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError, type ErrorData } from '../../../shared/api/errors';
import { formatMessage, type MessageKey, type MessageValues } from '../../../shared/messages/index';
import { parseProjectFile } from '../../../shared/formats/project/parse';
import type { ProjectFile } from '../../../shared/formats/project/schema';
import { writeProjectFile } from '../../../shared/formats/project/write';
import { keepCopy, readFileCapped, removeQuietly, statOrNull, writeFileAtomic } from '../../platform/files';
import { foldJournal, journalLine, readJournal, type Folded, type JournalRead } from './journal-read';
import { sidecarsOf } from './project-paths';
import { contentHash } from './session';

/** Largest project file that is read: far above 100,000 cues with their words. */
const MAX_PROJECT_BYTES = 256 * 1024 * 1024;
/** Largest journal that is read. */
const MAX_JOURNAL_BYTES = 1024 * 1024 * 1024;

/** A project as its file, backup and journal give it. */
export interface Loaded {
  readonly file: ProjectFile;
  readonly folded: Folded;
  /** Bytes of the journal that hold; what is behind them may be overwritten. */
  readonly journalBytes: number;
  /** `savedSeq` of the backup beside it; null where there is none, or none that can be read. */
  readonly backupSeq: number | null;
  /** Of the project file as it is on disk now. */
  readonly contentHash: string | null;
  readonly notices: ErrorData[];
}

/** Something to say on opening, as data. Its code is the message key without `notice.`. */
export function notice(key: MessageKey & `notice.${string}`, detail: MessageValues): ErrorData {
  const code = key.slice('notice.'.length);
  return { code, message: formatMessage(key, detail), detail: { ...detail } };
}

/**
 * Reads a project file with its journal; a damaged one from the backup, as far as the journal leads. With `mayWrite` what is damaged
 * is kept under another name and put right on disk; without, nothing is touched.
 * Throws `not-found`, `no-permission`, `too-large`, `not-a-project`, `newer-version`, and `damaged-project` where no backup helps.
 */
export async function loadProject(path: string, mayWrite: boolean): Promise<Loaded> {
  const { journal: journalPath, backup } = sidecarsOf(path);
  const bytes = (await statOrNull(journalPath))?.isFile()
    ? await readFileCapped(journalPath, MAX_JOURNAL_BYTES)
    : new Uint8Array();
  const read = readJournal(bytes);
  const notices: ErrorData[] = [];
  const found = await readProject(path).catch(async (error: unknown) => {
    const restored = await restoreProject(path, error, read, mayWrite);
    notices.push(restored.notice);
    return restored;
  });
  const folded = foldJournal(found.file, read.entries);
  notices.push(...(await sayFaults(journalPath, read, folded, mayWrite)));
  return {
    file: found.file,
    folded,
    journalBytes: mayWrite ? await mendJournal(journalPath, read, folded, bytes.length) : 0,
    backupSeq: await savedSeqOf(backup),
    contentHash: found.hash,
    notices,
  };
}

/** The backup in place of a file that could not be read; throws `error` where that is not damage or there is no good backup. */
async function restoreProject(
  path: string,
  error: unknown,
  read: JournalRead,
  mayWrite: boolean,
): Promise<{ file: ProjectFile; hash: string | null; notice: ErrorData }> {
  const name = basename(path);
  const reason = damageOf(error);
  const spare = reason === null ? null : await readProject(sidecarsOf(path).backup).catch(() => null);
  if (reason === null || !spare) throw error instanceof AppError ? withKept(error, name) : error;
  const source = foldJournal(spare.file, read.entries).entries.length > 0 ? 'both' : 'backup';
  const kept = mayWrite ? await keepCopy(path, 'damaged') : name;
  const text = writeProjectFile(spare.file);
  if (mayWrite) await writeFileAtomic(path, text);
  return {
    file: spare.file,
    hash: mayWrite ? contentHash(text) : null,
    notice: notice('notice.project-restored', { name, reason, source, kept }),
  };
}

/** `savedSeq` of a project file, by a look at its first lines only; null where there is none. */
async function savedSeqOf(path: string): Promise<number | null> {
  const file = await open(path, 'r').catch(() => null);
  if (!file) return null;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0);
    const seq = /"savedSeq": (\d{1,15}),/.exec(buffer.toString('latin1', 0, bytesRead))?.[1];
    return seq === undefined ? null : Number(seq);
  } finally {
    await file.close();
  }
}

async function readProject(path: string): Promise<{ file: ProjectFile; hash: string }> {
  const bytes = await readFileCapped(path, MAX_PROJECT_BYTES);
  const name = basename(path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Bytes that are no text, in a file that begins like ours, are damage; in another, it is just another file.
    const ours = /"outspoken"/.test(bytes.toString('latin1', 0, 100));
    if (!ours) throw new AppError('not-a-project', { name });
    throw new AppError('damaged-project', { name, reason: 'it holds bytes that are not text', kept: '' });
  }
  return { file: parseProjectFile(text, name), hash: contentHash(bytes) };
}

/** What is wrong with a file that a backup can stand in for; null for errors of another kind. */
function damageOf(error: unknown): string | null {
  if (!(error instanceof AppError)) return null;
  if (error.code === 'damaged-project') return String(error.detail.reason);
  return error.code === 'not-a-project' ? 'it is not a project any more' : null;
}

/** Nothing replaces the damaged file, so it stays where it is. */
function withKept(error: AppError, kept: string): AppError {
  return error.code === 'damaged-project' ? new AppError(error.code, { ...error.detail, kept }) : error;
}

/** Says what the journal did not give, and keeps a copy of one that is more than torn. */
async function sayFaults(
  path: string,
  read: JournalRead,
  folded: Folded,
  mayWrite: boolean,
): Promise<ErrorData[]> {
  const name = basename(path);
  const count = folded.entries.length;
  const keep = () => (mayWrite ? keepCopy(path, 'damaged') : Promise.resolve(name));
  if (folded.misfit === 'foreign') return [notice('notice.journal-foreign', { name, kept: await keep() })];
  if (read.fault === null && folded.misfit === null) return [];
  if (folded.misfit === null && read.fault?.kind === 'torn')
    return [notice('notice.journal-torn', { count })];
  const line = folded.misfit ?? read.fault?.line ?? 0;
  return [notice('notice.journal-damaged', { name, line, count, kept: await keep() })];
}

/** Leaves on disk exactly the entries that hold; gives their bytes. */
async function mendJournal(path: string, read: JournalRead, folded: Folded, size: number): Promise<number> {
  const isWhole = folded.entries.length === read.entries.length && !read.isUnterminated;
  if (isWhole && read.goodBytes === size) return size;
  if (folded.entries.length === 0) {
    await removeQuietly(path);
    return 0;
  }
  if (isWhole) {
    // Cutting needs no room on the disk, writing anew might.
    await truncate(path, read.goodBytes);
    return read.goodBytes;
  }
  const text = folded.entries.map(journalLine).join('');
  await writeFileAtomic(path, text);
  return Buffer.byteLength(text);
}
