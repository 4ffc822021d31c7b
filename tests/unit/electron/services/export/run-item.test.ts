import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MANIFEST_FILE } from '../../../../../electron/services/export/manifest';
import { runItem, type ItemRequest } from '../../../../../electron/services/export/run-item';
import { AppError } from '../../../../../shared/api/errors';
import { NAMES_FILE } from '../../../../../shared/safety/names-file';
import { sampleProject } from '../../../../support/sample-project';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'outspoken-item-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const means = () => ({
  version: '1',
  tools: {
    list: () => Promise.resolve([]),
    paths: () => Promise.reject(new AppError('tool-missing', { tool: 'ffmpeg' })),
  },
  fontFolder: home,
  cacheFolder: home,
});
const transcript = (folder: string): ItemRequest => ({
  project: { ...sampleProject(), speakers: [] },
  item: {
    ...{ id: 'a', name: 'a.txt', trackIds: [], languages: [] },
    output: { kind: 'transcript', format: 'txt', speakers: false, times: false },
  },
  ...{ folder, mediaPath: null, listFolders: [home], sourcePaths: [], override: null },
});

it('cancelled, leaves what had its name', async () => {
  writeFileSync(join(home, 'a.txt'), 'before');
  const run = runItem(transcript(home), means(), { signal: AbortSignal.abort() });
  await expect(run).rejects.toMatchObject({ code: 'cancelled' });
  expect(readFileSync(join(home, 'a.txt'), 'utf8')).toBe('before');
  expect(readdirSync(home)).toEqual(['a.txt']);
});

it('keeps no file for done whose name is on a list by now', async () => {
  const request = transcript(home);
  const named = { ...request, item: { ...request.item, name: 'gulzada.txt' } };
  expect((await runItem(named, means())).state).toBe('done');
  expect((await runItem(named, means())).state).toBe('kept');
  writeFileSync(join(home, NAMES_FILE), 'Gulzada\n');
  await expect(runItem(named, means())).rejects.toMatchObject({ code: 'names-found' });
});

it('leaves no file with a name let through where that cannot be recorded', async () => {
  writeFileSync(join(home, NAMES_FILE), 'engaged\n');
  const out = join(home, 'out');
  mkdirSync(join(out, MANIFEST_FILE, 'in the way'), { recursive: true });
  const request = { ...transcript(out), override: { reason: 'agreed with everyone named' } };
  await expect(runItem(request, means())).rejects.toMatchObject({ code: 'internal' });
  expect(readdirSync(out)).not.toContain('a.txt');
});
