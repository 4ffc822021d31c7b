import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileError } from './open-checked';

/** The bytes of a cached file; null where there is none. */
export async function readCache(path: string): Promise<Uint8Array | null> {
  return readFile(path).catch(() => null);
}

/**
 * Writes a cached file whole or not at all: temporary name beside it, fsync, rename. Makes the folder.
 * Throws `disk-full` or `no-permission`, with nothing left behind.
 */
export async function writeCache(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const temporary = `${path}.${randomUUID()}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(temporary, 'wx', 0o600);
    try {
      for (const part of parts) await file.writeFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw fileError(error, path) ?? error;
  }
}
