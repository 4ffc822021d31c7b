import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Fingerprint } from '../../../shared/domain/project';
import { readAt, withOpenFile } from './open-checked';

const MIB = 1024 * 1024;

/**
 * Size and SHA-256 of the first and last MiB (of the whole file where it is smaller): two small reads, whatever the size.
 * Throws `not-found`, `no-permission`, `empty-file`, `not-media` (a folder).
 */
export function fingerprintFile(path: string): Promise<Fingerprint> {
  return withOpenFile(path, async ({ file, sizeBytes }) => ({
    sizeBytes,
    headSha256: await digest(file, 0),
    tailSha256: await digest(file, Math.max(0, sizeBytes - MIB)),
  }));
}

/** Whether two files are the same as far as their fingerprints tell. */
export function isSameFile(a: Fingerprint, b: Fingerprint): boolean {
  return a.sizeBytes === b.sizeBytes && a.headSha256 === b.headSha256 && a.tailSha256 === b.tailSha256;
}

/** 32 hex digits that name a file's derived data in the cache folder. */
export function fingerprintKey({ sizeBytes, headSha256, tailSha256 }: Fingerprint): string {
  return createHash('sha256').update(`${sizeBytes} ${headSha256} ${tailSha256}`).digest('hex').slice(0, 32);
}

async function digest(file: FileHandle, offset: number): Promise<string> {
  const bytes = await readAt(file, offset, MIB);
  return createHash('sha256').update(bytes).digest('hex');
}
