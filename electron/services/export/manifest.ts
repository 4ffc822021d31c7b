/** The record of what was made in a folder: `outspoken-manifest.json`, and the same as a page. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import { ExportManifest, type ExportRecord } from '../../../shared/domain/export';
import { manifestPage } from '../../../shared/export/manifest-page';
import { ioError, keepCopy, readFileCapped, statOrNull, writeFileAtomic } from '../../platform/files';
import { takeLock, type Lock } from '../projects/lock';

export const MANIFEST_FILE = 'outspoken-manifest.json';
export const MANIFEST_PAGE = 'outspoken-manifest.html';
/** Some 20,000 files. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Another process holds the record for as long as it takes to write two small files. */
const TRIES = 100;
const PAUSE_MS = 100;

const EMPTY: ExportManifest = { outspokenManifest: 1, files: [] };

/** What was made in a folder so far; nothing where there is no record or it cannot be read. */
export async function readManifest(folder: string): Promise<ExportManifest> {
  const path = join(folder, MANIFEST_FILE);
  if (!(await statOrNull(path).catch(() => null))) return EMPTY;
  try {
    return ExportManifest.parse(JSON.parse((await readFileCapped(path, MOST_BYTES)).toString('utf8')));
  } catch {
    return EMPTY;
  }
}

/**
 * Adds a file to its folder's record, in place of what was known by that name. Several processes may do so at once. A record that
 * cannot be read is kept aside. Throws `manifest-busy`, `disk-full`, `no-permission`.
 */
export async function recordExport(folder: string, record: ExportRecord): Promise<void> {
  const path = join(folder, MANIFEST_FILE);
  const lock = await lockOf(folder);
  try {
    const before = await readManifest(folder);
    if (before === EMPTY && (await statOrNull(path))) await keepCopy(path, 'damaged');
    const others = before.files.filter(({ file }) => file !== record.file);
    const files = [...others, record].sort((a, b) => (a.file < b.file ? -1 : 1));
    const manifest: ExportManifest = { outspokenManifest: 1, files };
    await writeFileAtomic(path, `${JSON.stringify(manifest, null, 1)}\n`);
    await writeFileAtomic(join(folder, MANIFEST_PAGE), manifestPage(manifest));
  } finally {
    await lock.release();
  }
}

async function lockOf(folder: string): Promise<Lock> {
  const path = join(folder, `.${MANIFEST_FILE}.lock`);
  for (let round = 0; round < TRIES; round++) {
    const lock = await takeLock(path, () => undefined).catch((error: unknown) => {
      throw ioError(error, basename(folder));
    });
    if ('release' in lock) return lock;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new AppError('manifest-busy', { name: basename(folder) });
}

/** SHA-256 of a whole file, in hex; memory does not grow with it. Throws as `ioError`, `cancelled`. */
export async function sha256Of(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, signal ? { signal } : {})) hash.update(chunk as Buffer);
  } catch (error) {
    if (signal?.aborted) throw new AppError('cancelled');
    throw ioError(error, basename(path));
  }
  return hash.digest('hex');
}
