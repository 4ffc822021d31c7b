import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileHandles } from '../../../../../electron/services/files/handles';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'outspoken-handles-'));
  await mkdir(join(home, 'Videos'));
  await writeFile(join(home, 'take 10.mp4'), 'x');
  await writeFile(join(home, 'take 9.mp4'), 'xx');
  await writeFile(join(home, '.secret'), 'x');
  await symlink(join(home, 'gone'), join(home, 'dangling'));
});
afterAll(() => rm(home, { recursive: true }));

describe('createFileHandles', () => {
  it('gives no path away and takes none', async () => {
    const files = createFileHandles();
    const handle = files.mint(join(home, 'take 9.mp4'));
    expect(handle).not.toContain('take');
    expect(files.pathOf(handle)).toBe(join(home, 'take 9.mp4'));
    for (const bad of [join(home, 'take 9.mp4'), 'file_', '', '__proto__', handle + 'x'])
      expect(() => files.pathOf(bad)).toThrow(expect.objectContaining({ code: 'unknown-handle' }));
  });

  it('lists folders first, then by number in the name, without hidden and dangling entries', async () => {
    const files = createFileHandles();
    const listing = await files.list(null, home);
    expect(listing.entries.map(({ name }) => name)).toEqual(['Videos', 'take 9.mp4', 'take 10.mp4']);
    expect(listing.entries[1]?.sizeBytes).toBe(2);
    expect(listing.parent).not.toBeNull();
    expect((await files.list('/' === home ? null : files.mint('/'), home)).parent).toBeNull();
  });

  it.each(['../escape.srt', 'a/b.srt', 'a\\b.srt', '..', '.', ' ', 'a\u0000b', 'a\nb'])(
    'refuses %j as a new name',
    async (name) => {
      const files = createFileHandles();
      await expect(files.target(files.mint(home), name)).rejects.toMatchObject({ code: 'bad-request' });
    },
  );

  it('says whether a target is there', async () => {
    const files = createFileHandles();
    const folder = files.mint(home);
    expect((await files.target(folder, 'new.srt')).exists).toBe(false);
    expect((await files.target(folder, 'take 9.mp4')).exists).toBe(true);
    await expect(files.target(folder, 'Videos')).rejects.toMatchObject({ code: 'bad-request' });
    await expect(files.target(files.mint(join(home, 'take 9.mp4')), 'a.srt')).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('finds typed paths, full ones only', async () => {
    const files = createFileHandles();
    expect((await files.find(join(home, 'Videos', '..', 'take 9.mp4'))).name).toBe('take 9.mp4');
    await expect(files.find('take 9.mp4')).rejects.toMatchObject({ code: 'not-found' });
    await expect(files.find(join(home, 'nowhere'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(files.find('/dev/null')).rejects.toMatchObject({ code: 'not-found' });
  });
});
