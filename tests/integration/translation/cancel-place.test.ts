import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeProjectFile } from '../../../shared/formats/project/write';
import { emptyProject } from '../../../shared/history/tables';
import { startApp, type App } from '../bad-input/fixture';
import { parallelUnits } from '../../support/parallel';
import { projectOf } from '../../support/translation-project';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

it('stops placing a translation when asked to, changes nothing, and places the next one', async () => {
  const units = parallelUnits('en', 'ru');
  // A film of some hours: long enough that nobody would wait for it.
  const many = Array.from({ length: 25 }, () => units).flat();
  const project = projectOf(
    many.map(({ source }) => source),
    'en',
  );
  const path = join(app.folder, 'long.outspoken');
  await writeFile(
    path,
    writeProjectFile({
      project: { ...emptyProject({ id: 'long', title: 'Long', language: 'en' }), ...project },
      savedSeq: 0,
      savedEntry: null,
      extra: {},
    }),
  );
  const { handle } = await app.client.call('files.find', { path });
  const { session } = await app.client.call('project.open', { file: handle });
  const place = (text: string) => {
    const question = { session, language: 'ru', profileId: null, encoding: null };
    return app.client.call('translation.place', { ...question, source: { kind: 'text', text } });
  };
  const job = await place(many.map(({ target }) => target).join('\n'));
  const ended = new Promise<string>((resolve) => {
    app.client.on('job.changed', (changed) => {
      if (changed.id === job.id && changed.progress > 0) void app.client.call('jobs.cancel', { job: job.id });
      if (changed.id === job.id && !['queued', 'running'].includes(changed.state)) resolve(changed.state);
    });
  });
  expect(await ended).toBe('cancelled');
  await expect(app.client.call('jobs.result', { job: job.id })).rejects.toThrow();
  const next = await place('Все люди рождаются свободными и равными в своём достоинстве и правах.');
  await expect
    .poll(async () => (await app.client.call('jobs.list', {})).find(({ id }) => id === next.id)?.state, {
      timeout: 60_000,
    })
    .toBe('done');
  const found = await app.client.call('jobs.result', { job: next.id });
  expect(found.kind === 'place' && found.placed.words[0]?.text).toBe('Все');
  await app.client.call('project.close', { session });
});
