import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError, type ErrorData } from '../../../shared/api/errors';
import type { JournalEntry } from '../../../shared/domain/change';
import type { MediaReference, Project } from '../../../shared/domain/project';
import { statOrNull } from '../../platform/files';
import { fingerprintFile, isSameFile } from '../media/fingerprint';
import { thisWorld, type LockWorld } from './lock';
import { openFile, startDraft, type DraftStart, type OpenContext } from './open';
import { mediaPathFrom, resolveMediaPath } from './project-paths';
import { append, removeProject, save, saveAs } from './saving';
import { inTurn, type Session } from './session';

export interface ProjectsOptions {
  /** Where projects live that the person has not saved anywhere yet. Made when needed. */
  readonly draftFolder: string;
  /** Journal size from which it is compacted; 8 MB. */
  readonly compactAtBytes?: number;
  readonly lockWorld?: LockWorld;
  readonly fingerprint?: typeof fingerprintFile;
}

/** An open project, as `project.open` gives it but for files and media, which the caller knows how to present. */
export interface OpenState {
  readonly session: string;
  readonly path: string;
  readonly draft: boolean;
  readonly project: Project;
  readonly history: JournalEntry[];
  readonly savedSeq: number;
  /** Why it cannot be changed here, as a text for a person; null when it can. */
  readonly readOnly: string | null;
  readonly notices: ErrorData[];
}

/**
 * The open projects. Each is this process' own as long as its lock file stands; every step is on disk, in the project's journal,
 * before `append` answers. Methods that take a session throw `bad-request` for one that is not open.
 */
export interface Projects {
  /** A new project as a draft. `media.path` is absolute. Throws `disk-full`, `no-permission`. */
  createDraft(start: DraftStart): Promise<OpenState>;
  /**
   * Opens a project file, read-only with a reason where it cannot be written: open elsewhere, write-protected, in a folder that takes
   * no files. Throws `not-found`, `no-permission`, `too-large`, `not-a-project`, `newer-version`, `damaged-project`.
   * With `readOnly` it is only looked at: no lock is taken and nothing is written.
   */
  open(path: string, how?: { readonly readOnly: boolean }): Promise<OpenState>;
  /**
   * Adds steps; answers the last one's seq once all are safe on disk. Refused whole (`bad-request`, with `nextSeq` in the detail where
   * a seq is not the next). Throws `read-only`, `disk-full`, `no-permission`, `not-found`.
   */
  append(session: string, entries: readonly JournalEntry[]): Promise<number>;
  /** Writes the project file; answers its `savedSeq`. Throws `bad-request` for a draft, `read-only`, `disk-full`, `no-permission`. */
  save(session: string): Promise<number>;
  /** Saves under another name, which the session then goes by. Works read-only too. Throws `read-only` for a target open elsewhere. */
  saveAs(session: string, path: string): Promise<{ savedSeq: number; path: string }>;
  /** Closes it. Steps that are not saved stay in the journal; a draft in which nothing was done goes. */
  close(session: string): Promise<void>;
  /** Closes all. */
  dispose(): Promise<void>;
  /** The project as it is now, all steps in. */
  get(session: string): Project;
  /** The same with where it lives and how far it is saved. No notices. */
  state(session: string): OpenState;
  /** Where the project says its footage is, absolute, whether or not it is there; null where none may be looked for. */
  mediaPlace(session: string): string | null;
  /** The footage's absolute path. Throws `media-missing`, and `media-changed` when another file is in its place. */
  mediaPath(session: string): Promise<string>;
  /** The reference an edit records for a file; `media.path` goes in absolute and comes out as the project holds it. */
  referenceTo(session: string, media: MediaReference): MediaReference;
  /** Paths of all drafts there are, open or not. */
  drafts(): Promise<string[]>;
}

/** The journal may grow to this before it is compacted. */
const COMPACT_AT_BYTES = 8 * 1024 * 1024;

export function createProjects(options: ProjectsOptions): Projects {
  const { draftFolder, compactAtBytes = COMPACT_AT_BYTES, lockWorld = thisWorld } = options;
  const { fingerprint = fingerprintFile } = options;
  const context: OpenContext = { draftFolder, compactAtBytes, lockWorld };
  const sessions = new Map<string, Session>();

  const find = (id: string): Session => {
    const session = sessions.get(id);
    if (!session) throw new AppError('bad-request', { reason: `no project is open as ${id}` });
    return session;
  };
  const adopt = (session: Session, notices: ErrorData[]): OpenState => {
    sessions.set(session.id, session);
    return stateOf(session, notices);
  };
  const mediaPlace = (id: string) => {
    const { project, mediaBase } = find(id);
    return project.meta.media && resolveMediaPath(mediaBase, project.meta.media.path);
  };
  const close = async (id: string) => {
    const session = find(id);
    await inTurn(session, () => (sessions.delete(id) ? closeSession(session) : Promise.resolve()));
  };

  return {
    createDraft: async (start) => adopt(await startDraft(start, context), []),
    open: async (path, how) => {
      const { session, notices } = await openFile(path, context, how?.readOnly ?? false);
      return adopt(session, notices);
    },
    append: async (id, entries) => inTurn(find(id), () => append(find(id), entries)),
    save: async (id) =>
      inTurn(find(id), async () => {
        if (find(id).isDraft) throw new AppError('bad-request', { reason: 'a draft needs a name first' });
        return save(find(id));
      }),
    saveAs: async (id, target) =>
      inTurn(find(id), async () => {
        const path = await saveAs(find(id), target, lockWorld);
        return { savedSeq: find(id).savedSeq, path };
      }),
    close,
    dispose: async () => {
      await Promise.allSettled([...sessions.keys()].map(close));
    },
    get: (id) => find(id).project,
    state: (id) => stateOf(find(id), []),
    mediaPlace,
    mediaPath: async (id) => {
      const { media, title } = find(id).project.meta;
      const path = mediaPlace(id);
      if (!media || path === null || !(await statOrNull(path))?.isFile())
        throw new AppError('media-missing', { name: media ? basename(media.path) : title });
      if (!isSameFile(await fingerprint(path), media.fingerprint))
        throw new AppError('media-changed', { name: basename(path) });
      return path;
    },
    referenceTo: (id, media) => ({ ...media, path: mediaPathFrom(find(id).mediaBase, media.path) }),
    drafts: async () => {
      const names = await readdir(draftFolder).catch(() => []);
      return names.filter((name) => name.endsWith('.outspoken')).map((name) => join(draftFolder, name));
    },
  };
}

async function closeSession(session: Session): Promise<void> {
  await session.journal.close();
  const { isDraft, lastSeq, lock, project } = session;
  if (isDraft && lock && lastSeq === 0 && project.meta.media === null) await removeProject(session);
  await lock?.release();
}

function stateOf(session: Session, notices: ErrorData[]): OpenState {
  const { id, path, isDraft, project, entries, savedSeq, readOnly } = session;
  return { session: id, path, draft: isDraft, project, history: [...entries], savedSeq, readOnly, notices };
}
