import { lstat, mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ioError,
  keepCopy,
  linkFree,
  readFileCapped,
  statOrNull,
  writeFileAtomic,
} from '../../../../electron/platform/files';
import { AppError } from '../../../../shared/api/errors';
import { asOrdinaryUser } from '../../../support/unprivileged';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outspoken-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

const withCode = (code: string) => expect.objectContaining({ code }) as unknown;

describe('ioError', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EACCES', 'no-permission'],
    ['EPERM', 'no-permission'],
    ['EROFS', 'no-permission'],
    ['ENOENT', 'not-found'],
    ['EIO', 'internal'],
  ])('%s is %s', (system, code) => {
    const error = ioError(Object.assign(new Error('x'), { code: system }), 'a.srt');
    expect(error.code).toBe(code);
    expect(error.detail.name).toBe('a.srt');
    expect(error.message).toContain('a.srt');
  });
});

describe('writeFileAtomic', () => {
  it('writes anew, replaces, and leaves nothing else', async () => {
    const path = join(folder, 'a');
    await writeFileAtomic(path, 'one');
    await writeFileAtomic(path, Buffer.from('two'));
    expect(await readFile(path, 'utf8')).toBe('two');
    expect(await readdir(folder)).toEqual(['a']);
  });
  it('keeps the mode, and a link a link', async () => {
    await writeFile(join(folder, 'a'), 'one', { mode: 0o640 });
    await symlink(join(folder, 'a'), join(folder, 'link'));
    await writeFileAtomic(join(folder, 'link'), 'two');
    expect((await lstat(join(folder, 'link'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('two');
    expect((await stat(join(folder, 'a'))).mode & 0o777).toBe(0o640);
  });
  it('fails without a trace where the target cannot be replaced', async () => {
    await mkdir(join(folder, 'taken'));
    await expect(writeFileAtomic(join(folder, 'taken'), 'x')).rejects.toEqual(withCode('internal'));
    await expect(writeFileAtomic(join(folder, 'none', 'a'), 'x')).rejects.toEqual(withCode('not-found'));
    expect(await readdir(folder)).toEqual(['taken']);
  });
  it('leaves the old file and nothing else where what was written is found bad', async () => {
    const path = join(folder, 'a');
    await writeFile(path, 'one');
    const check = async (temporaryPath: string) => {
      expect(await readFile(temporaryPath, 'utf8')).toBe('two');
      throw new AppError('verification', { name: 'a', reason: 'differs' });
    };
    await expect(writeFileAtomic(path, 'two', check)).rejects.toEqual(withCode('verification'));
    expect(await readFile(path, 'utf8')).toBe('one');
    expect(await readdir(folder)).toEqual(['a']);
  });
  it('says so where the folder takes no files', async () => {
    await writeFile(join(folder, 'a'), 'one');
    await asOrdinaryUser(async () => {
      const { chmod } = await import('node:fs/promises');
      await chmod(folder, 0o555).catch(() => undefined);
      await expect(writeFileAtomic(join(folder, 'a'), 'two')).rejects.toEqual(withCode('no-permission'));
    });
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('one');
  });
});

describe('readFileCapped', () => {
  it('reads up to the cap and not a byte more', async () => {
    await writeFile(join(folder, 'a'), '12345');
    expect((await readFileCapped(join(folder, 'a'), 5)).toString()).toBe('12345');
    await expect(readFileCapped(join(folder, 'a'), 4)).rejects.toEqual(withCode('too-large'));
    await expect(readFileCapped(join(folder, 'b'), 4)).rejects.toEqual(withCode('not-found'));
    await expect(readFileCapped(folder, 4)).rejects.toEqual(withCode('not-found'));
  });
});

it('keeps copies under free names', async () => {
  const path = join(folder, 'a');
  await writeFile(path, 'x');
  expect([await keepCopy(path, 'damaged'), await keepCopy(path, 'damaged')]).toEqual([
    'a.damaged-1',
    'a.damaged-2',
  ]);
  await expect(keepCopy(join(folder, 'b'), 'damaged')).rejects.toEqual(withCode('not-found'));
  expect(await linkFree(path, join(folder, 'c'))).toBe(true);
  expect(await linkFree(path, join(folder, 'c'))).toBe(false);
  expect(await statOrNull(join(folder, 'd'))).toBeNull();
});
