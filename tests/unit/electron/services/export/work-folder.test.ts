import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sweepWorkFolders } from '../../../../../electron/services/export/work-folder';

it('removes what killed burn-ins left a day ago, and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'outspoken-sweep-'));
  const old = new Date(Date.now() - 2 * 24 * 3600 * 1000);
  for (const name of ['outspoken-burn-in-old', 'outspoken-burn-in-new', 'other-old'])
    await mkdir(join(folder, name));
  await writeFile(join(folder, 'outspoken-burn-in-old', 'subtitles.ass'), 'a name');
  for (const name of ['outspoken-burn-in-old', 'other-old']) await utimes(join(folder, name), old, old);
  await sweepWorkFolders(folder, Date.now());
  expect((await readdir(folder)).sort()).toEqual(['other-old', 'outspoken-burn-in-new']);
  await sweepWorkFolders(join(folder, 'nowhere'), Date.now());
  await rm(folder, { recursive: true });
});
