import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSettings } from '../../../../../electron/services/settings/settings';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outspoken-settings-'));
});
afterEach(() => rm(folder, { recursive: true }));

const files = { mint: (path: string) => `file_${path}` };

const KEYS = { preset: 'outspoken', changed: {} };

it('remembers what is set over a restart, and leaves the rest', async () => {
  const { settings } = createSettings(folder);
  expect(await settings.get()).toEqual({
    theme: 'dark',
    direction: 'ltr',
    ffmpegPath: null,
    keys: KEYS,
    listening: { tones: false, spoken: false },
    translator: null,
    layout: {},
  });
  await Promise.all([settings.set({ theme: 'light' }), settings.set({ layout: { cues: 0.4 } })]);
  const again = createSettings(folder).settings;
  expect(await again.get()).toEqual({
    theme: 'light',
    direction: 'ltr',
    ffmpegPath: null,
    keys: KEYS,
    listening: { tones: false, spoken: false },
    translator: null,
    layout: { cues: 0.4 },
  });
});

it.each(['{', '{"theme": "pink"}', '[]', ''])(
  'keeps a file aside that is %j, and starts afresh',
  async (content) => {
    await writeFile(join(folder, 'settings.json'), content);
    const { settings } = createSettings(folder);
    expect((await settings.set({ theme: 'dark' })).theme).toBe('dark');
    expect(await readFile(join(folder, 'settings.json.damaged-1'), 'utf8')).toBe(content);
  },
);

it('lists recent projects, latest first, each once, says which are gone, and never drops a draft', async () => {
  let clock = 100;
  const { recent } = createSettings(folder, () => (clock += 1));
  await writeFile(join(folder, 'a.outspoken'), '{}');
  const add = (name: string, draft = false) => recent.add({ path: join(folder, name), title: name, draft });
  await add('draft', true);
  await add('a.outspoken');
  await add('b.outspoken');
  await add('a.outspoken');
  const listed = await createSettings(folder).recent.list(files, []);
  expect(listed.map(({ title, missing, openedAt }) => [title, missing, openedAt])).toEqual([
    ['a.outspoken', false, 104],
    ['b.outspoken', true, 103],
    ['draft', true, 101],
  ]);
  for (let n = 0; n < 40; n += 1) await add(`n${n}`);
  expect((await recent.list(files, [])).map(({ title }) => title)).toHaveLength(31);
  await recent.forget(join(folder, 'a.outspoken'));
  expect((await recent.list(files, [])).some(({ title }) => title === 'a.outspoken')).toBe(false);
  expect(await readdir(folder)).toEqual(['a.outspoken', 'recent.json']);
});

it('keeps a way back to every draft: one taken off, and one the list knows nothing of', async () => {
  const { recent } = createSettings(folder);
  const paths = ['taken', 'gone', 'lost'].map((name) => join(folder, `${name}.outspoken`));
  const [taken = '', gone = '', lost = ''] = paths;
  await Promise.all([taken, lost].map((path) => writeFile(path, '{}')));
  await recent.add({ path: taken, title: 'Taken off', draft: true });
  await recent.add({ path: gone, title: 'Gone', draft: true });
  await recent.forget(taken);
  await recent.forget(gone);
  const listed = await recent.list(files, [taken, lost]);
  expect(listed.map(({ title, draft, takenOff }) => [title, draft, takenOff])).toEqual([
    ['Taken off', true, true],
    ['', true, true],
  ]);
  expect(listed.every(({ openedAt }) => openedAt > 0)).toBe(true);
  await recent.add({ path: taken, title: 'Taken off', draft: true });
  expect((await recent.list(files, [taken]))[0]?.takenOff).toBe(false);
});

it('reads settings of a version that knew less', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'outspoken-settings-'));
  await writeFile(
    join(folder, 'settings.json'),
    JSON.stringify({ theme: 'light', ffmpegPath: null, layout: {} }),
  );
  expect(await createSettings(folder).settings.get()).toEqual({
    theme: 'light',
    direction: 'ltr',
    ffmpegPath: null,
    keys: KEYS,
    listening: { tones: false, spoken: false },
    translator: null,
    layout: {},
  });
});

it('sees what another process wrote meanwhile, and does not write over it', async () => {
  const [window, terminal] = [createSettings(folder).settings, createSettings(folder).settings];
  await window.set({ theme: 'light' });
  const translator = { program: 'my-model', args: [] };
  await terminal.set({ translator });
  expect((await window.get()).translator).toEqual(translator);
  expect(await window.set({ layout: { cues: 0.5 } })).toMatchObject({ translator, theme: 'light' });
});
