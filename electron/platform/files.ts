import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { copyFile, link, open, realpath, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/api/errors';

/** The system's code of an error (`ENOENT`…), or null. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/**
 * A system's error as one a person understands; `name` is the file's, without its folder. `AppError`s pass through.
 * `disk-full`, `no-permission`, `not-found`, else `internal` with the system's code.
 */
export function ioError(error: unknown, name: string): AppError {
  if (error instanceof AppError) return error;
  const code = systemCode(error);
  switch (code ?? '') {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new AppError('disk-full', { name }, { cause: error });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError('no-permission', { name }, { cause: error });
    case 'ENOENT':
    case 'ENOTDIR':
      return new AppError('not-found', { name }, { cause: error });
    default: {
      const reason = `${code ?? String(error)} at ${name}`;
      return new AppError('internal', { reason, name }, { cause: error });
    }
  }
}

/**
 * Writes a whole file so that at any moment, even after a power cut, either the old or the new content is there: a temporary
 * file in the same folder, fsync, rename, fsync of the folder. A symbolic link stays one; the mode of an existing file is kept.
 * `check` is given the temporary file, and may throw to leave the old content there. Throws as `ioError`; the temporary file is
 * then gone.
 */
export async function writeFileAtomic(
  path: string,
  bytes: Uint8Array | string,
  check: (temporaryPath: string) => Promise<void> = async () => {},
): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const temporary = join(dirname(target), `.outspoken-${randomBytes(8).toString('hex')}.tmp`);
  try {
    const mode = await stat(target).then(
      (found) => found.mode & 0o777,
      () => 0o666,
    );
    await writeWhole(temporary, bytes, mode);
    await check(temporary);
    await replaceFile(temporary, target);
    await syncFolder(dirname(target));
  } catch (error) {
    await removeQuietly(temporary);
    throw ioError(error, basename(path));
  }
}

async function writeWhole(path: string, bytes: Uint8Array | string, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** How often and how long (ms) a rename is tried again on Windows, where virus scanners hold new files for a moment. */
const RENAME_TRIES = [20, 60, 150, 400] as const;

async function replaceFile(from: string, to: string): Promise<void> {
  for (const pause of RENAME_TRIES) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const held = process.platform === 'win32' && /^(EPERM|EACCES|EBUSY)$/.test(systemCode(error) ?? '');
      if (!held) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  await rename(from, to);
}

/** Makes names in a folder durable. Not every system can; where it cannot, there is nothing to wait for. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** All bytes of a file. Throws `too-large` above `maxBytes` without reading on, else as `ioError`. */
export async function readFileCapped(path: string, maxBytes: number): Promise<Buffer> {
  const name = basename(path);
  let file: FileHandle | null = null;
  try {
    file = await open(path, 'r');
    const found = await file.stat();
    if (!found.isFile()) throw new AppError('not-found', { name });
    if (found.size > maxBytes) throw tooLarge(name, found.size, maxBytes);
    const bytes = await file.readFile();
    if (bytes.length > maxBytes) throw tooLarge(name, bytes.length, maxBytes);
    return bytes;
  } catch (error) {
    throw ioError(error, name);
  } finally {
    await file?.close();
  }
}

function tooLarge(name: string, size: number, limit: number): AppError {
  const mib = (bytes: number) => `${Math.ceil(bytes / 1_048_576)} MB`;
  return new AppError('too-large', { name, size: mib(size), limit: mib(limit) });
}

/** What the system knows of a file, or null where there is none. Throws as `ioError` for anything but absence. */
export async function statOrNull(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    const mapped = ioError(error, basename(path));
    if (mapped.code === 'not-found') return null;
    throw mapped;
  }
}

/** Removes a file; that it is gone already, or cannot be removed, is no error. */
export async function removeQuietly(path: string): Promise<void> {
  await unlink(path).catch(() => undefined);
}

/** Most copies that are kept of one file. */
const MAX_KEPT = 999;

/**
 * Keeps a copy of a file beside it under the first free name `<path>.<word>-<n>`, n from 1, and gives that name without its
 * folder. The file itself stays. Throws as `ioError`.
 */
export async function keepCopy(path: string, word: string): Promise<string> {
  for (let n = 1; n <= MAX_KEPT; n += 1) {
    const kept = `${path}.${word}-${n}`;
    try {
      await copyFile(path, kept, constants.COPYFILE_EXCL);
      return basename(kept);
    } catch (error) {
      if (systemCode(error) === 'EEXIST') continue;
      if (systemCode(error) !== 'ENOENT') await removeQuietly(kept);
      throw ioError(error, basename(path));
    }
  }
  throw new AppError('internal', { reason: `${MAX_KEPT} damaged copies of ${basename(path)}` });
}

/** Puts a file under a second name that must be free; false when it is taken. Falls back on a copy where links do not exist. */
export async function linkFree(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    try {
      await copyFile(from, to, constants.COPYFILE_EXCL);
      return true;
    } catch (second) {
      if (systemCode(second) === 'EEXIST') return false;
      throw ioError(second, basename(to));
    }
  }
}
