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

it('goes on, and says how it went, where the queue itself can no longer be written', async () => {
  const [folder, out] = [join(home, 'queue'), join(home, 'out')];
  mkdirSync(out);
  const queue = createQueue({
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
  await queue.add({
    ...{ project: { ...sampleProject(), speakers: [] }, projectPath: null, mediaPath: null, folder: out },
    ...{
      items: [transcript('a.txt'), transcript('b.txt')],
      listFolders: [],
      sourcePaths: [],
      override: null,
    },
  });
  // As on a full disk: from here on the file of the queue cannot be replaced.
  rmSync(join(folder, 'queue.json'));
  mkdirSync(join(folder, 'queue.json', 'in the way'), { recursive: true });
  await vi.waitFor(async () =>
    expect((await queue.get()).entries.map(({ state }) => state)).toEqual(['done', 'done']),
  );
  expect(readdirSync(out)).toEqual(expect.arrayContaining(['a.txt', 'b.txt']));
  await queue.dispose();
});
