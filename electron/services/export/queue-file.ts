/** The queue on disk: it is written at every change, so that neither a crash nor a power cut makes anything be done twice. */
import { createHash } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Id } from '../../../shared/domain/common';
import { ExportItem, ExportRecord, NameOverride } from '../../../shared/domain/export';
import { ErrorData } from '../../../shared/domain/job';
import { Project } from '../../../shared/domain/project';
import { QueueState } from '../../../shared/domain/queue';
import { keepCopy, readFileCapped, removeQuietly, statOrNull, writeFileAtomic } from '../../platform/files';

/** A file to be made, as it is kept: with paths, which never reach a screen. */
export const StoredEntry = z.object({
  id: Id,
  item: ExportItem,
  title: z.string(),
  folder: z.string(),
  /** The project's file, for the command line; null for a draft. */
  projectPath: z.string().nullable(),
  mediaPath: z.string().nullable(),
  listFolders: z.array(z.string()),
  sourcePaths: z.array(z.string()),
  override: NameOverride.nullable(),
  /** Names the project as it was when this was asked for: SHA-256 of its text. */
  snapshot: z.string().regex(/^[0-9a-f]{64}$/),
  /** Units of work, for the time left. */
  size: z.number().min(0),
  state: QueueState,
  tookMs: z.number().min(0).nullable(),
  error: ErrorData.nullable(),
  record: ExportRecord.nullable(),
});
export type StoredEntry = z.infer<typeof StoredEntry>;

const StoredQueue = z.object({ version: z.literal(1), paused: z.boolean(), entries: z.array(StoredEntry) });
export type StoredQueue = z.infer<typeof StoredQueue>;

const FILE = 'queue.json';
const MOST_BYTES = 256 * 1024 * 1024;

/** The queue as it was left; empty where there is none. One that cannot be read is kept aside. */
export async function readQueue(folder: string): Promise<StoredQueue> {
  const path = join(folder, FILE);
  const empty: StoredQueue = { version: 1, paused: false, entries: [] };
  if (!(await statOrNull(path).catch(() => null))) return empty;
  try {
    return StoredQueue.parse(JSON.parse((await readFileCapped(path, MOST_BYTES)).toString('utf8')));
  } catch {
    await keepCopy(path, 'damaged').catch(() => undefined);
    return empty;
  }
}

/** Writes the queue. Throws `disk-full`, `no-permission`. */
export async function writeQueue(folder: string, queue: StoredQueue): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFileAtomic(join(folder, FILE), JSON.stringify(queue));
}

/** Keeps a project as it is now; the same project is kept once. Gives the name to ask for it by. */
export async function keepSnapshot(folder: string, project: Project): Promise<string> {
  const text = JSON.stringify(project);
  const name = createHash('sha256').update(text).digest('hex');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name}.json`);
  if (!(await statOrNull(path))) await writeFileAtomic(path, text);
  return name;
}

/** A project kept by `keepSnapshot`. Throws `not-found`. */
export async function readSnapshot(folder: string, name: string): Promise<Project> {
  const bytes = await readFileCapped(join(folder, `${name}.json`), MOST_BYTES);
  return Project.parse(JSON.parse(bytes.toString('utf8')));
}

/** Removes projects that no entry needs any more. Never throws. */
export async function sweepSnapshots(folder: string, entries: readonly StoredEntry[]): Promise<void> {
  const needed = new Set(entries.map(({ snapshot }) => `${snapshot}.json`));
  const names = await readdir(folder).catch(() => []);
  for (const name of names)
    if (/^[0-9a-f]{64}\.json$/.test(name) && !needed.has(name)) await removeQuietly(join(folder, name));
}
