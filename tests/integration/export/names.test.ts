/** A listed name stops every way out of the app, and nothing is written. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertSubtitles } from '../../../electron/services/convert/convert';
import { BESIDE_ENDING } from '../../../electron/services/export/record';
import { retimeFile } from '../../../electron/services/retime/retime-file';
import { PLAIN_OUTPUT } from '../../../electron/services/text/encode';
import { ExportManifest, type NameOverride } from '../../../shared/domain/export';
import { SubtitleFormat, TranscriptFormat } from '../../../shared/domain/text-formats';
import { NAMES_FILE } from '../../../shared/safety/names-file';
import { PLAIN_BURN_IN } from '../../../shared/video/complete';
import { footage } from '../../support/media';
import { failureOf, openFilm, startApp, type App, type Film } from '../bad-input/fixture';

let app: App;
let film: Film;
beforeAll(async () => {
  app = await startApp();
  film = await openFilm(app, footage(), { text: 'Zhanar: My name is Айгерім.' });
  const { client } = app;
  const cues = film.document.project().cues;
  expect(cues).toHaveLength(1);
  const change = (text: string) =>
    film.document.run(
      {
        command: 'test',
        label: 'edit.cue.setText',
        apply: (project) => ({
          ...project,
          cues: project.cues.map((cue) => ({ ...cue, text })),
        }),
      },
      {},
    );
  await change('My name is Aigerim.');
  await client.call('project.save', { session: film.session });
});
afterAll(() => app.close());

const list = (text: string) => writeFileSync(join(app.folder, NAMES_FILE), text);
const before = () => readdirSync(app.folder).sort();
const REASON: NameOverride = { reason: 'She agreed in writing, 3 May.' };

/** Every way out, by what it would write. A format added to the product is here by itself. */
const EXITS: Record<string, (target: string, override: NameOverride | null) => Promise<unknown>> = {
  ...Object.fromEntries(
    SubtitleFormat.options.map((format) => [
      `out.${format}`,
      (target: string, override: NameOverride | null) =>
        app.client.call('export.subtitles', {
          ...{ session: film.session, track: film.track, format, override },
          target: app.services.mint(target),
        }),
    ]),
  ),
  ...Object.fromEntries(
    TranscriptFormat.options.map((format) => [
      `transcript.${format}`,
      (target: string, override: NameOverride | null) =>
        app.client.call('export.transcript', {
          ...{ session: film.session, format, speakers: false, times: true, override },
          target: app.services.mint(target),
        }),
    ]),
  ),
  'out.mp4': async (target, override) => {
    const failure = await failureOf(app.client, () =>
      app.client.call('export.video', {
        ...{ session: film.session, output: PLAIN_BURN_IN, tracks: [film.track], span: null, override },
        target: app.services.mint(target),
      }),
    ).catch(() => null);
    if (failure) throw failure;
  },
  'packet.html': async (target, override) => {
    const failure = await failureOf(app.client, () =>
      app.client.call('review.packet', {
        session: film.session,
        choice: { trackIds: [film.track], language: 'en', transcript: false, media: 'none', height: 240 },
        target: app.services.mint(target),
        override,
      }),
    ).catch(() => null);
    if (failure) throw failure;
  },
  'converted.vtt': (target, override) =>
    convertSubtitles({
      ...{ source: join(app.folder, 'in.srt'), target, encoding: null, language: 'en', output: PLAIN_OUTPUT },
      ...{ override, version: '0', manifest: false },
    }),
  'retimed.srt': (target, override) =>
    retimeFile({
      ...{ source: join(app.folder, 'in.srt'), output: target, encoding: null, keep: [], override },
      target: { kind: 'cues', spans: spans(1000), durationMs: null },
      ...{ version: '0', manifest: false },
    }),
};

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const recordOf = (name: string) => {
  const text = readFileSync(join(app.folder, `${name}${BESIDE_ENDING}`), 'utf8');
  return ExportManifest.parse(JSON.parse(text)).files.find(({ file }) => file === name);
};

const spans = (shiftMs: number) =>
  Array.from({ length: 12 }, (_, n) => ({
    startMs: shiftMs + n * n * 500 + n * 2000,
    endMs: shiftMs + n * n * 500 + n * 2000 + 1500,
  }));
const clock = (ms: number) =>
  `00:${String(Math.floor(ms / 60_000)).padStart(2, '0')}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')},${String(ms % 1000).padStart(3, '0')}`;

describe.each(Object.keys(EXITS))('%s', (name) => {
  beforeAll(() => {
    const cues = spans(0).map(
      ({ startMs, endMs }, n) => `${n + 1}\n${clock(startMs)} --> ${clock(endMs)}\nAigerim said ${n}\n`,
    );
    writeFileSync(join(app.folder, 'in.srt'), cues.join('\n'));
  });

  it('is stopped by a listed name, with its place, and leaves nothing behind', async () => {
    list('Айгерім\n');
    const there = before();
    await expect(EXITS[name]?.(join(app.folder, name), null)).rejects.toMatchObject({
      code: 'names-found',
      detail: { found: expect.stringMatching(/Aigerim|Айгерім/) as string },
    });
    expect(before()).toEqual(there);
  });

  it('goes on with a reason, and under pseudonyms', async () => {
    list('Айгерім\n');
    await EXITS[name]?.(join(app.folder, name), REASON);
    const record = recordOf(name);
    expect(record?.sha256).toBe(sha256(join(app.folder, name)));
    expect(record?.overrides.map(({ reason }) => reason)).toContain(REASON.reason);
    expect(readFileSync(join(app.folder, `${name}${BESIDE_ENDING}`), 'utf8')).not.toMatch(/Aigerim|Айгерім/);
    if (name === 'retimed.srt') return;
    list('name,pseudonym\nАйгерім,Asel\n');
    await EXITS[name]?.(join(app.folder, name), null);
    // What it said before would now be wrong.
    expect(recordOf(name)).toMatchObject({ sha256: sha256(join(app.folder, name)), overrides: [] });
    if (/srt|vtt|txt|csv$/.test(name)) expect(readFileSync(join(app.folder, name), 'utf8')).toContain('Asel');
  });

  it('is stopped by its own file name', async () => {
    list('name,pseudonym\nАйгерім,Asel\nFeminita,\n');
    if (name === 'retimed.srt') list('Feminita\n');
    await expect(EXITS[name]?.(join(app.folder, `With Feminita ${name}`), null)).rejects.toMatchObject({
      code: 'names-found',
      detail: { place: 'the file’s name' },
    });
  });
});

it('a list that cannot be read stops exports instead of passing for an empty one', async () => {
  writeFileSync(join(app.folder, NAMES_FILE), Buffer.alloc(6 * 1024 * 1024, 65));
  await expect(EXITS['out.srt']?.(join(app.folder, 'out.srt'), null)).rejects.toMatchObject({
    code: 'names-unreadable',
  });
});
