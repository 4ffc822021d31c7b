/** The export queue of the app: many files in one go, in order, once. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MANIFEST_FILE, MANIFEST_PAGE } from '../../../electron/services/export/manifest';
import { NO_BRANDING, USUAL_LOGO } from '../../../shared/domain/branding';
import { ExportManifest, type ExportOutput, type ExportPlan } from '../../../shared/domain/export';
import type { ExportQueue } from '../../../shared/domain/queue';
import { setProjectSound } from '../../../shared/edits/project';
import { NAMES_FILE } from '../../../shared/safety/names-file';
import { AAC, footage, H264, testMedia } from '../../support/media';
import { openFilm, startApp, type App, type Film } from '../bad-input/fixture';
import { burned, NAMING, settled, sha256, subtitles } from './queue-fixture';

const transcript: ExportOutput = { kind: 'transcript', format: 'txt', speakers: true, times: false };

describe('in one app', () => {
  let app: App;
  let film: Film;
  let count = 0;
  let out: string;
  let folder: string;
  beforeAll(async () => {
    app = await startApp();
    film = await openFilm(app, footage());
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    out = join(app.folder, `out-${++count}`);
    mkdirSync(out);
    folder = (await app.client.call('files.find', { path: out })).handle;
    await app.client.call('queue.pause', { paused: false });
    await app.client.call('queue.clear', {});
  });
  const plan = (outputs: ExportOutput[]): ExportPlan => ({ tracks: [film.track], outputs, naming: NAMING });
  const add = (outputs: ExportOutput[], override: { reason: string } | null = null) =>
    app.client.call('queue.add', { session: film.session, plan: plan(outputs), folder, override });
  const states = ({ entries }: ExportQueue) => entries.map(({ item, state }) => `${item.name} ${state}`);

  it('makes every kind of file, checks each, and records them', async () => {
    await add([burned, subtitles('srt'), transcript]);
    const queue = await settled(app.client);
    expect(states(queue)).toEqual(['film.en.txt done', 'film.en.srt done', 'film.en.mp4 done']);
    expect(readdirSync(out).sort()).toEqual([
      'film.en.mp4',
      'film.en.srt',
      'film.en.txt',
      MANIFEST_PAGE,
      MANIFEST_FILE,
    ]);
    const manifest = ExportManifest.parse(JSON.parse(readFileSync(join(out, MANIFEST_FILE), 'utf8')));
    for (const record of manifest.files) {
      expect(record.sha256).toBe(sha256(join(out, record.file)));
      expect(record.checks.filter(({ result }) => result === 'failed')).toEqual([]);
    }
    const video = manifest.files.find(({ file }) => file.endsWith('.mp4'));
    expect(video?.tools.ffmpeg).toMatch(/\d/);
    const page = readFileSync(join(out, MANIFEST_PAGE), 'utf8');
    for (const { file, sha256: digest } of manifest.files)
      for (const part of [`${file}</h2>`, digest]) expect(page).toContain(part);
  });

  it('does not make again what is there from the very same, and does what changed or was touched', async () => {
    await add([subtitles('srt'), subtitles('vtt'), subtitles('ass')]);
    await settled(app.client);
    const before = statSync(join(out, 'film.en.srt')).mtimeMs;
    writeFileSync(join(out, 'film.en.vtt'), `${readFileSync(join(out, 'film.en.vtt'), 'utf8')}\n`);
    rmSync(join(out, 'film.en.ass'));
    await add([subtitles('srt'), subtitles('vtt'), subtitles('ass')]);
    expect(states(await settled(app.client))).toEqual([
      'film.en.srt kept',
      'film.en.vtt done',
      'film.en.ass done',
    ]);
    expect(statSync(join(out, 'film.en.srt')).mtimeMs).toBe(before);
  });

  it('is paused, put in another order, cancelled by one and all, retried', async () => {
    await app.client.call('queue.pause', { paused: true });
    const { entries } = await add([subtitles('srt'), subtitles('vtt'), subtitles('ass'), subtitles('ttml')]);
    const [srt, vtt, ass] = entries;
    await app.client.call('queue.move', { entry: ass?.id ?? '', before: srt?.id ?? '' });
    await app.client.call('queue.cancel', { entry: vtt?.id ?? '' });
    expect(states(await settled(app.client))).toEqual([
      'film.en.ass waiting',
      'film.en.srt waiting',
      'film.en.vtt cancelled',
      'film.en.ttml waiting',
    ]);
    await app.client.call('queue.cancel', { entry: null });
    await app.client.call('queue.retry', { entry: srt?.id ?? '' });
    await app.client.call('queue.pause', { paused: false });
    expect(states(await settled(app.client))).toEqual([
      'film.en.ass cancelled',
      'film.en.srt done',
      'film.en.vtt cancelled',
      'film.en.ttml cancelled',
    ]);
    expect(readdirSync(out).filter((name) => !name.includes('manifest'))).toEqual(['film.en.srt']);
  });

  it('makes what it was asked for, not what the project has become since', async () => {
    await app.client.call('queue.pause', { paused: true });
    await add([subtitles('srt')]);
    const write = (text: string) =>
      film.document.run(
        {
          command: 'test',
          label: 'edit.cue.setText',
          apply: (project) => ({ ...project, cues: project.cues.map((cue) => ({ ...cue, text })) }),
        },
        {},
      );
    await write('Changed afterwards');
    await app.client.call('queue.pause', { paused: false });
    await settled(app.client);
    expect(readFileSync(join(out, 'film.en.srt'), 'utf8')).toContain('We were born here');
    await write('We were born here');
  });

  it('carries logo, card and the stretch of a clip; another logo makes the file anew', async () => {
    const picture = async (colour: string) => {
      const path = join(app.folder, `${colour}.png`);
      copyFileSync(
        testMedia(['-f', 'lavfi', '-i', `color=${colour}:s=64x64:d=1`, '-frames:v', '1'], '.png'),
        path,
      );
      const { handle } = await app.client.call('files.find', { path });
      const job = await app.client.call('branding.add', { session: film.session, file: handle, use: 'logo' });
      for (;;) {
        const found = (await app.client.call('jobs.list', {})).find(({ id }) => id === job.id);
        if (found?.state === 'done') break;
        if (found?.state === 'failed') throw new Error(found.error?.message);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const result = await app.client.call('jobs.result', { job: job.id });
      if (result.kind !== 'brand') throw new Error(result.kind);
      return result.file;
    };
    const branded = (file: string): ExportPlan => ({
      ...plan([burned, subtitles('srt')]),
      span: { startMs: 400, endMs: 1200 },
      branding: { logo: { ...USUAL_LOGO, file }, endCard: { file, durationMs: 1000 } },
    });
    const { session } = film;
    const run = async (file: string) => {
      await app.client.call('branding.set', { session, branding: branded(file).branding ?? NO_BRANDING });
      await app.client.call('queue.add', { session, plan: branded(file), folder });
      return states(await settled(app.client)).slice(-2);
    };
    const [white, blue] = [await picture('white'), await picture('blue')];
    expect(await run(white)).toEqual(['film.en.srt done', 'film.en.mp4 done']);
    const seconds = execFileSync(
      'ffprobe',
      ['-v', 'error', '-of', 'csv=p=0', '-show_entries', 'format=duration', join(out, 'film.en.mp4')],
      { encoding: 'utf8' },
    );
    expect(Number(seconds)).toBeCloseTo(1.8, 1);
    expect(await run(white)).toEqual(['film.en.srt kept', 'film.en.mp4 kept']);
    expect(await run(blue)).toEqual(['film.en.srt kept', 'film.en.mp4 done']);
    expect(await app.client.call('branding.get', { session })).toEqual(branded(blue).branding);
  });

  it('one file that fails stops no other, and says why', async () => {
    mkdirSync(join(out, 'film.en.srt'));
    await add([subtitles('srt'), subtitles('vtt')]);
    const queue = await settled(app.client);
    expect(states(queue)).toEqual(['film.en.srt failed', 'film.en.vtt done']);
    expect(queue.entries[0]?.error).toMatchObject({
      code: 'no-permission',
      message: expect.stringContaining('film.en.srt') as string,
    });
  });

  it('stops at a listed name and records who was let through, and why', async () => {
    writeFileSync(join(app.folder, NAMES_FILE), 'born\n');
    await add([subtitles('srt')]);
    const queue = await settled(app.client);
    expect(queue.entries[0]?.error).toMatchObject({
      code: 'names-found',
      detail: { place: 'subtitle 1 (en)' },
    });
    expect(readdirSync(out)).toEqual([]);
    const reason = 'It is a word, not a person.';
    await add([subtitles('srt')], { reason });
    const made = (await settled(app.client)).entries.find(({ state }) => state === 'done');
    expect(made?.record?.overrides).toEqual([{ place: 'subtitle 1 (en)', reason }]);
    expect(readFileSync(join(out, MANIFEST_PAGE), 'utf8')).toContain(reason);
    await add([subtitles('vtt')], { reason: 'The born one agreed.' });
    expect((await settled(app.client)).entries.at(-1)?.error).toMatchObject({ code: 'names-in-reason' });
    rmSync(join(app.folder, NAMES_FILE));
  });

  it('says everything about a plan before it is begun', async () => {
    writeFileSync(join(app.folder, NAMES_FILE), 'name,pseudonym\nborn,\nland,country\n');
    writeFileSync(join(out, 'film.en.stl'), '');
    const found = await app.client.call('export.check', {
      session: film.session,
      plan: plan([subtitles('stl'), transcript, burned]),
      folder,
    });
    expect(
      found.files.map(({ item, exists, names, replaced }) => [item.name, exists, names.length, replaced]),
    ).toEqual([
      ['film.en.txt', false, 1, 1],
      ['film.en.stl', true, 1, 0],
      ['film.en.mp4', false, 1, 0],
    ]);
    expect(found).toMatchObject({ protectedNames: 2, problem: null });
    expect(found.neededBytes).toBeGreaterThan(1000);
    expect(found.freeBytes).toBeGreaterThan(found.neededBytes);
    expect(readdirSync(out)).toEqual(['film.en.stl']);
    rmSync(join(app.folder, NAMES_FILE));
  });
});

it('makes videos and clips with the sound that was chosen of several', async () => {
  const app = await startApp();
  try {
    const two = testMedia([
      ...['-f', 'lavfi', '-i', 'color=gray:s=160x90:r=25:d=2', '-f', 'lavfi', '-i', 'sine=300:r=48000:d=2'],
      ...[
        '-f',
        'lavfi',
        '-i',
        'sine=2000:r=48000:d=2',
        '-map',
        '0',
        '-map',
        '1',
        '-map',
        '2',
        ...H264,
        ...AAC,
      ],
    ]);
    const film = await openFilm(app, two);
    await film.document.run(setProjectSound, { sound: 2 });
    const out = join(app.folder, 'out');
    mkdirSync(out);
    const { handle: folder } = await app.client.call('files.find', { path: out });
    const { session, track } = film;
    const add = (naming: string, more: Partial<ExportPlan> = {}) =>
      app.client.call('queue.add', {
        ...{ session, folder, plan: { tracks: [track], outputs: [burned], naming, ...more } },
      });
    await add('all.{ext}');
    await add('clip.{ext}', { span: { startMs: 400, endMs: 1400 } });
    expect((await settled(app.client)).entries.map(({ state }) => state)).toEqual(['done', 'done']);
    for (const name of ['all.mp4', 'clip.mp4']) {
      const args = ['-v', 'error', '-i', join(out, name), '-map', '0:a', '-ac', '1', '-ar', '48000'];
      const bytes = execFileSync('ffmpeg', [...args, '-t', '0.5', '-f', 's16le', '-']);
      const samples = Array.from({ length: bytes.length / 2 }, (_, n) => bytes.readInt16LE(2 * n) >= 0);
      const crossings = samples.filter((value, n) => n > 0 && value !== samples[n - 1]).length;
      expect(crossings).toBeGreaterThan(1500);
    }
  } finally {
    await app.close();
  }
});
