import { randomUUID } from 'node:crypto';
import { mkdir, open, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError, type ErrorData } from '../../../shared/api/errors';
import type { MediaReference } from '../../../shared/domain/project';
import { historyAt } from '../../../shared/history/history';
import { emptyProject } from '../../../shared/history/tables';
import { formatMessage } from '../../../shared/messages/index';
import { defaultStyles } from '../../../shared/style/styles';
import { ioError, statOrNull, systemCode, writeFileAtomic } from '../../platform/files';
import { createJournal } from './journal';
import { loadProject, notice } from './load';
import { takeLock, type Lock, type LockWorld } from './lock';
import { mediaPathFrom, sidecarsOf } from './project-paths';
import { contentHash, loseLock, projectText, stampOf, type Session } from './session';

/** What opening needs to know of the service. */
export interface OpenContext {
  readonly draftFolder: string;
  readonly compactAtBytes: number;
  readonly lockWorld: LockWorld;
}

/** How a new project starts; the footage by its absolute path. */
export interface DraftStart {
  readonly title: string;
  readonly language: string;
  readonly media: MediaReference | null;
}

/** Makes a new project in the draft folder, with the default styles. Throws `disk-full`, `no-permission`. */
export async function startDraft(start: DraftStart, context: OpenContext): Promise<Session> {
  await mkdir(context.draftFolder, { recursive: true }).catch((error: unknown) => {
    throw ioError(error, basename(context.draftFolder));
  });
  const folder = await realpath(context.draftFolder);
  const path = join(folder, `${randomUUID()}.outspoken`);
  const media = start.media && { ...start.media, path: mediaPathFrom(folder, start.media.path) };
  const made = emptyProject({ id: randomUUID(), title: start.title, language: start.language, media });
  const session: Session = {
    id: randomUUID(),
    path,
    isDraft: true,
    mediaBase: folder,
    project: { ...made, styles: defaultStyles() },
    history: historyAt(0),
    entries: [],
    lastSeq: 0,
    savedSeq: 0,
    extra: {},
    readOnly: null,
    lock: null,
    journal: createJournal(sidecarsOf(path).journal, 0),
    compactAboveBytes: context.compactAtBytes,
    compactAgainAtBytes: context.compactAtBytes,
    contentHash: null,
    stamp: null,
    backupSeq: null,
    queue: Promise.resolve(),
  };
  const text = projectText(session, path);
  await writeFileAtomic(path, text);
  session.contentHash = contentHash(text);
  session.stamp = await stampOf(path);
  await lockSession(session, context.lockWorld);
  return session;
}

/** Opens a project file: for writing where it can and may, else read-only with a reason. Throws as `loadProject`. */
export async function openFile(
  given: string,
  context: OpenContext,
  onlyToRead = false,
): Promise<{ session: Session; notices: ErrorData[] }> {
  const name = basename(given);
  const path = await realpath(resolve(given)).catch((error: unknown) => {
    throw ioError(error, name);
  });
  if (!(await statOrNull(path))?.isFile()) throw new AppError('not-found', { name });
  const holder: Pick<Session, 'path' | 'lock' | 'readOnly'> = { path, lock: null, readOnly: null };
  if (onlyToRead) holder.readOnly = formatMessage('project.readOnly.asked');
  else await lockSession(holder, context.lockWorld);
  try {
    const loaded = await loadProject(path, holder.lock !== null);
    const { file, folded } = loaded;
    const draftFolder = await realpath(context.draftFolder).catch(() => context.draftFolder);
    const session: Session = Object.assign(holder, {
      id: randomUUID(),
      isDraft: dirname(path) === draftFolder,
      mediaBase: dirname(path),
      project: folded.project,
      history: folded.history,
      entries: folded.entries,
      lastSeq: folded.entries.at(-1)?.seq ?? file.savedSeq,
      savedSeq: file.savedSeq,
      extra: file.extra,
      journal: createJournal(sidecarsOf(path).journal, loaded.journalBytes),
      compactAboveBytes: context.compactAtBytes,
      compactAgainAtBytes: context.compactAtBytes,
      contentHash: loaded.contentHash,
      stamp: await stampOf(path),
      backupSeq: loaded.backupSeq,
      queue: Promise.resolve(),
    });
    return { session, notices: [...loaded.notices, ...restoredNotice(session)] };
  } catch (error) {
    await holder.lock?.release();
    throw error;
  }
}

function restoredNotice({ lastSeq, savedSeq, isDraft, lock }: Session): ErrorData[] {
  const count = lastSeq - savedSeq;
  return count > 0 && lock && !isDraft ? [notice('notice.unsaved-restored', { count })] : [];
}

/** Takes the lock, or says in `readOnly` why it cannot: open elsewhere, write-protected, a folder or disk that takes no files. */
async function lockSession(
  holder: { readonly path: string; lock: Lock | null; readOnly: string | null },
  world: LockWorld,
): Promise<void> {
  const { path } = holder;
  const name = basename(dirname(path));
  try {
    const taken = await takeLock(sidecarsOf(path).lock, () => loseLock(holder, path), world);
    if (!('release' in taken))
      holder.readOnly = formatMessage('project.readOnly.locked', { host: taken.heldBy ?? 'here' });
    else if (await isWritable(path)) holder.lock = taken;
    else {
      await taken.release();
      holder.readOnly = formatMessage('project.readOnly.file', { name: basename(path) });
    }
  } catch (error) {
    const full = ioError(error, name).code === 'disk-full' || systemCode(error) === 'EMFILE';
    holder.readOnly = formatMessage(full ? 'project.readOnly.full' : 'project.readOnly.folder', { name });
  }
}

/** By opening it: `access` would ask for the real user, not for the one that counts. */
async function isWritable(path: string): Promise<boolean> {
  const file = await open(path, 'r+').catch(() => null);
  await file?.close();
  return file !== null;
}
