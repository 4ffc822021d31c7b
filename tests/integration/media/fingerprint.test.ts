import { createHash } from 'node:crypto';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fingerprintFile, fingerprintKey, isSameFile } from '../../../electron/services/media/fingerprint';
import { Fingerprint } from '../../../shared/domain/project';
import { temporaryFolder } from '../../support/media';

const MIB = 1024 * 1024;
let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const write = (bytes: Uint8Array) => {
  const path = join(folder.path, 'a.mp4');
  writeFileSync(path, bytes);
  return path;
};
const numbered = (length: number) => Uint8Array.from({ length }, (_, n) => (n * 7 + (n >> 8)) & 255);

it.each([1, MIB - 1, MIB, MIB + 1, 3 * MIB])('of %d bytes: size, first and last MiB', async (length) => {
  const bytes = numbered(length);
  const fingerprint = await fingerprintFile(write(bytes));
  expect(Fingerprint.parse(fingerprint)).toEqual({
    sizeBytes: length,
    headSha256: sha(bytes.subarray(0, MIB)),
    tailSha256: sha(bytes.subarray(Math.max(0, length - MIB))),
  });
});

it.each([0, 3 * MIB - 1])('tells files apart by byte %d', async (at) => {
  const bytes = numbered(3 * MIB);
  const before = await fingerprintFile(write(bytes));
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  const after = await fingerprintFile(write(bytes));
  expect(isSameFile(before, after)).toBe(false);
  expect(fingerprintKey(before)).not.toBe(fingerprintKey(after));
  expect(isSameFile(before, { ...before })).toBe(true);
});

it('reads two MiB of a file of any size', async () => {
  const path = write(numbered(10));
  // A sparse file: reading it all would take minutes.
  truncateSync(path, 500_000 * MIB);
  expect((await fingerprintFile(path)).sizeBytes).toBe(500_000 * MIB);
});

it('refuses what is not there or empty', async () => {
  await expect(fingerprintFile(join(folder.path, 'gone'))).rejects.toMatchObject({ code: 'not-found' });
  await expect(fingerprintFile(write(new Uint8Array(0)))).rejects.toMatchObject({ code: 'empty-file' });
  await expect(fingerprintFile(folder.path)).rejects.toMatchObject({ code: 'not-media' });
});
