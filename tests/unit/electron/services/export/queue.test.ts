import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createQueue } from '../../../../../electron/services/export/queue';
import { createJobs } from '../../../../../electron/services/jobs/jobs';
import { AppError } from '../../../../../shared/api/errors';
import type { ExportItem } from '../../../../../shared/domain/export';
import { sampleProject } from '../../../../support/sample-project';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'outspoken-queue-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const noTools = () => Promise.reject(new AppError('tool-missing', { tool: 'ffmpeg' }));
const transcript = (name: string): ExportItem => ({
  ...{ id: name, name, trackIds: [], languages: [] },
  output: { kind: 'transcript', format: 'txt', speakers: false, times: false },
});

const openQueue = (folder: string) =>
  createQueue({
    folder,
    jobs: createJobs({ onChange: () => undefined, concurrency: 1 }),
    means: {
      version: '1',
      tools: { list: () => Promise.resolve([]), paths: noTools },
      fontFolder: home,
      cacheFolder: home,
    },
    onChange: () => undefined,
    onProgress: () => undefined,
    keepAwake: null,
  });
const request = (folder: string, ...names: string[]) => ({
  ...{ project: { ...sampleProject(), speakers: [] }, projectPath: null, mediaPath: null, folder },
  ...{ items: names.map(transcript), listFolders: [], sourcePaths: [], override: null },
});

it('goes on, and says how it went, where the queue itself can no longer be written', async () => {
  const [folder, out] = [join(home, 'queue'), join(home, 'out')];
  mkdirSync(out);
  const queue = openQueue(folder);
  await queue.add(request(out, 'a.txt', 'b.txt'));
  // As on a full disk: from here on the file of the queue cannot be replaced.
  rmSync(join(folder, 'queue.json'));
  mkdirSync(join(folder, 'queue.json', 'in the way'), { recursive: true });
  await vi.waitFor(async () =>
    expect((await queue.get()).entries.map(({ state }) => state)).toEqual(['done', 'done']),
  );
  expect(readdirSync(out)).toEqual(expect.arrayContaining(['a.txt', 'b.txt']));
  await queue.dispose();
});

it('moves an entry in front of another or behind all, and nowhere in front of itself', async () => {
  const queue = openQueue(join(home, 'queue'));
  await queue.pause(true);
  const { entries } = await queue.add(request(home, 'a', 'b', 'c'));
  const [a = '', b = '', c = ''] = entries.map(({ id }) => id);
  const names = async (id: string, before: string | null) =>
    (await queue.move(id, before)).entries.map(({ item }) => item.name).join('');
  expect([await names(b, b), await names(c, a), await names(c, null)]).toEqual(['abc', 'cab', 'abc']);
  await queue.dispose();
});

it('adds, moves and tries again nothing that it cannot keep', async () => {
  const folder = join(home, 'queue');
  const queue = openQueue(folder);
  await queue.pause(true);
  const { entries } = await queue.add(request(home, 'a', 'b'));
  const [a = '', b = ''] = entries.map(({ id }) => id);
  const before = (await queue.cancel(a)).entries;
  rmSync(join(folder, 'queue.json'));
  mkdirSync(join(folder, 'queue.json', 'in the way'), { recursive: true });
  for (const change of [
    () => queue.add(request(home, 'c')),
    () => queue.add(request(home, 'b')),
    () => queue.move(b, a),
    () => queue.retry(a),
  ]) {
    await expect(change()).rejects.toThrow();
    expect((await queue.get()).entries).toEqual(before);
  }
  await queue.dispose();
});
