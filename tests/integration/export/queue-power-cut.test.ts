/** The export queue across a power cut: what was done stays done, nothing is left over, the rest is made. */
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { MANIFEST_FILE, MANIFEST_PAGE } from '../../../electron/services/export/manifest';
import { takeLock } from '../../../electron/services/projects/lock';
import { ExportManifest, type ExportOutput } from '../../../shared/domain/export';
import { httpClient } from '../../support/http-client';
import { enter } from '../../support/loopback';
import { AAC, H264, testMedia } from '../../support/media';
import { startServer } from '../../support/server';
import { openFilm, startApp } from '../bad-input/fixture';
import { burned, NAMING, settled, sha256, subtitles } from './queue-fixture';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'outspoken-queue-')));
const [home, work] = [join(root, 'home'), join(root, 'work')];
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function start() {
  const { address, process: server } = await startServer(home, work);
  const cookie = await enter(address);
  const { client, ready, close } = httpClient(Number(new URL(address).port), cookie, 'test');
  await ready;
  const end = (signal: 'SIGKILL' | 'SIGTERM') =>
    new Promise<void>((resolve) => {
      server.once('exit', () => resolve());
      close();
      server.kill(signal);
    });
  return { client, end };
}

/** A new server with the film open in it, and `out` to export into. */
async function startWithFilm(out: string) {
  const { client, end } = await start();
  const file = (await client.call('files.find', { path: join(work, 'film.outspoken') })).handle;
  const { session, project } = await client.call('project.open', { file });
  const folder = (await client.call('files.find', { path: out })).handle;
  const add = (outputs: readonly ExportOutput[]) => {
    const plan = { tracks: [project.tracks[0]?.id ?? ''], outputs: [...outputs], naming: NAMING };
    return client.call('queue.add', { session, plan, folder, override: null });
  };
  return { client, end, add };
}

const ffmpegs = () =>
  execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(root) && line.includes('ffmpeg'));

beforeAll(async () => {
  for (const path of [home, work]) mkdirSync(path);
  const app = await startApp();
  const long = testMedia([
    ...['-f', 'lavfi', '-i', 'testsrc2=s=640x360:r=25:d=25', '-f', 'lavfi', '-i', 'sine=d=25'],
    ...H264,
    ...AAC,
  ]);
  await openFilm(app, long);
  for (const name of ['film.outspoken', 'footage.mp4'])
    writeFileSync(join(work, name), readFileSync(join(app.folder, name)));
  await app.close();
});

it('kill -9 in the middle of a video: what was done stays done, nothing is left over, the rest is made', async () => {
  const out = join(work, 'out');
  mkdirSync(out);
  const first = await startWithFilm(out);
  const { entries } = await first.add([burned, subtitles('srt'), subtitles('vtt')]);
  await new Promise<void>((resolve) =>
    first.client.on('queue.progress', ({ entry, progress }) =>
      entry === entries[2]?.id && progress > 0.05 ? resolve() : undefined,
    ),
  );
  const before = statSync(join(out, 'film.en.srt')).mtimeMs;
  await first.end('SIGKILL');
  expect(readdirSync(out).filter((name) => name.endsWith('.mp4'))).toEqual([]);

  const second = await start();
  const left = await second.client.call('queue.get', {});
  expect(left.paused).toBe('restart');
  expect(left.entries.map(({ item, state }) => `${item.name} ${state}`)).toEqual([
    'film.en.srt done',
    'film.en.vtt done',
    'film.en.mp4 waiting',
  ]);
  expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
  await second.client.call('queue.pause', { paused: false });
  const done = await settled(second.client);
  expect(done.entries.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
  expect(statSync(join(out, 'film.en.srt')).mtimeMs).toBe(before);
  expect(done.entries[2]?.record?.sha256).toBe(sha256(join(out, 'film.en.mp4')));
  await second.end('SIGTERM');
  expect(ffmpegs()).toEqual([]);
});

it('kill -9 between a file and its record: both are there in the end, and say the same', async () => {
  const out = join(work, 'out-record');
  mkdirSync(out);
  // As if somebody else were writing the record: ours has to wait, which is when the power goes.
  const lock = await takeLock(join(out, `.${MANIFEST_FILE}.lock`), () => undefined);
  if (!('release' in lock)) throw new Error('the record is locked');
  const first = await startWithFilm(out);
  await first.add([subtitles('srt')]);
  await vi.waitFor(() => expect(readdirSync(out)).toContain('film.en.srt'), { timeout: 20_000 });
  await first.end('SIGKILL');
  await lock.release();
  expect(readdirSync(out)).toEqual(['film.en.srt']);

  const second = await start();
  await second.client.call('queue.pause', { paused: false });
  const done = await settled(second.client);
  expect(done.entries.at(-1)).toMatchObject({ state: 'done' });
  const manifest = ExportManifest.parse(JSON.parse(readFileSync(join(out, MANIFEST_FILE), 'utf8')));
  expect(manifest.files.map(({ file: name, sha256: digest }) => [name, digest])).toEqual([
    ['film.en.srt', sha256(join(out, 'film.en.srt'))],
  ]);
  expect(readdirSync(out).sort()).toEqual(['film.en.srt', MANIFEST_PAGE, MANIFEST_FILE].sort());
  await second.end('SIGTERM');
});
