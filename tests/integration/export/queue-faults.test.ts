/** Whatever goes wrong while the queue works: never a wrong file under the final name, never a success that is not one, and the rest is made. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MANIFEST_FILE } from '../../../electron/services/export/manifest';
import type { ErrorCode } from '../../../shared/api/errors';
import { ExportManifest, type ExportOutput } from '../../../shared/domain/export';
import type { ExportQueue, QueueEntry } from '../../../shared/domain/queue';
import { setTrackCues } from '../../../shared/edits/track-cues';
import { PLAIN_BURN_IN } from '../../../shared/video/complete';
import { newId } from '../../../electron/hosts/cli/document';
import { AAC, footage, H264, picture, testMedia, tone, unevenFootage } from '../../support/media';
import { smallDisk } from '../../support/small-disk';
import { asOrdinaryUser } from '../../support/unprivileged';
import { openFilm, startApp, type App, type Film } from '../bad-input/fixture';
import { inkedFrames, probed } from './fixture';
import { NAMING, settled, subtitles } from './queue-fixture';

const srt = subtitles('srt');
const WORDS = 'what was there before';

let app: App;
let out: string;
let count = 0;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  out = join(app.folder, `out-${++count}`);
  mkdirSync(out);
  await app.client.call('queue.clear', {});
});
afterEach(() => app.client.call('settings.set', { ffmpegPath: null }));

const made = () => readdirSync(out).filter((name) => !name.includes('manifest'));
const stateOf = ({ item, state, error }: QueueEntry) => [item.name, state, error?.code ?? null];

async function add(film: Film, outputs: readonly ExportOutput[], folder = out): Promise<ExportQueue> {
  const { handle } = await app.client.call('files.find', { path: folder });
  return app.client.call('queue.add', {
    session: film.session,
    plan: { tracks: [film.track], outputs: [...outputs], naming: NAMING },
    folder: handle,
  });
}

const ended = async () => (await settled(app.client)).entries;

/** From now on the app's ffmpeg is this script; `$out` is what it is to write, `real` the true one. `probe`: the same of ffprobe. */
async function useFfmpeg(script: string, probe = ''): Promise<void> {
  const folder = join(app.folder, `tools-${++count}`);
  mkdirSync(folder);
  for (const [tool, own] of [
    ['ffmpeg', script],
    ['ffprobe', probe],
  ] as const) {
    const real = execFileSync('which', [tool], { encoding: 'utf8' }).trim();
    const lines = ['#!/bin/bash', 'out="${@: -1}"', `real=${real}`, own, 'exec "$real" "$@"', ''];
    writeFileSync(join(folder, tool), lines.join('\n'));
    chmodSync(join(folder, tool), 0o755);
  }
  await app.client.call('settings.set', { ffmpegPath: join(folder, 'ffmpeg') });
}

describe('of one film', () => {
  let film: Film;
  beforeAll(async () => {
    film = await openFilm(app, footage());
  });
  afterAll(() => app.client.call('project.close', { session: film.session }));

  it.each<[string, string, ErrorCode]>([
    ['is killed', '[[ $out == *.part ]] && kill -9 $$', 'tool-failed'],
    [
      'ends with 0 and a file cut short',
      'if [[ $out == *.part ]]; then "$real" "$@" || exit $?; path=${out#file:}; truncate -s $(( $(stat -c %s "$path") * 6 / 10 )) "$path"; exit 0; fi',
      'verification',
    ],
    ['ends with 0 and no file', '[[ $out == *.part ]] && exit 0', 'verification'],
    // As on a FAT stick above 4 GB; of the limits that need no rights it is the nearest to a full disk.
    ['meets the largest file a disk can hold', "trap '' XFSZ; ulimit -f 8", 'disk-full'],
    [
      'fills the disk midway',
      'if [[ $out == *.part ]]; then "$real" "$@"; echo "av_interleaved_write_frame(): No space left on device" >&2; exit 0; fi',
      'disk-full',
    ],
    ['finds its folder gone', '[[ $out == *.part ]] && rm -rf "$(dirname "${out#file:}")"', 'not-found'],
  ])(
    'where ffmpeg %s, what was there stays, the other file is made, and trying again works',
    async (_, script, code) => {
      writeFileSync(join(out, 'film.en.mp4'), WORDS);
      await useFfmpeg(script);
      await add(film, [PLAIN_BURN_IN, srt]);
      expect((await ended()).map(stateOf)).toEqual([
        ['film.en.srt', 'done', null],
        ['film.en.mp4', 'failed', code],
      ]);
      if (code === 'not-found') mkdirSync(out, { recursive: true });
      else {
        expect(made().sort()).toEqual(['film.en.mp4', 'film.en.srt']);
        expect(readFileSync(join(out, 'film.en.mp4'), 'utf8')).toBe(WORDS);
        const manifest = ExportManifest.parse(JSON.parse(readFileSync(join(out, MANIFEST_FILE), 'utf8')));
        expect(manifest.files.map(({ file }) => file)).toEqual(['film.en.srt']);
      }
      await app.client.call('settings.set', { ffmpegPath: null });
      const failed = (await ended()).find(({ state }) => state === 'failed');
      await app.client.call('queue.retry', { entry: failed?.id ?? '' });
      expect((await ended()).map(({ state }) => state)).toEqual(['done', 'done']);
      expect(probed(join(out, 'film.en.mp4'), 'stream=codec_name')).toBe('h264');
    },
  );

  it.each([0, 0.5, 0.96])('cancelled at %d leaves what was there', async (at) => {
    writeFileSync(join(out, 'film.en.mp4'), WORDS);
    // Slow enough to be caught anywhere.
    await useFfmpeg('[[ $out == *.part ]] && exec "$real" -re "$@"');
    const off = app.client.on('job.changed', ({ kind, state, progress }) => {
      if (kind === 'export' && state === 'running' && progress >= at)
        void app.client.call('queue.cancel', { entry: null });
    });
    await add(film, [PLAIN_BURN_IN]);
    if (at === 0) await app.client.call('queue.cancel', { entry: null });
    expect((await ended()).map(stateOf)).toEqual([['film.en.mp4', 'cancelled', 'cancelled']]);
    off();
    expect(readdirSync(out)).toEqual(['film.en.mp4']);
    expect(readFileSync(join(out, 'film.en.mp4'), 'utf8')).toBe(WORDS);
  });

  /** Cancels everything once a tool has left a mark, and lets it go on. */
  const cancelAt = async (mark: string) => {
    while (!existsSync(mark)) await new Promise((resolve) => setTimeout(resolve, 10));
    await app.client.call('queue.cancel', { entry: null });
    writeFileSync(`${mark}.seen`, '');
  };
  const waits = (mark: string) => `{ touch ${mark}; until [[ -e ${mark}.seen ]]; do sleep 0.02; done; }`;

  it('cancelled while the finished file is looked at leaves what was there', async () => {
    writeFileSync(join(out, 'film.en.mp4'), WORDS);
    const mark = join(app.folder, `mark-${++count}`);
    await useFfmpeg(`[[ "$*" == *-sseof* ]] && ${waits(mark)}`);
    await add(film, [PLAIN_BURN_IN]);
    await cancelAt(mark);
    expect((await ended()).map(stateOf)).toEqual([['film.en.mp4', 'cancelled', 'cancelled']]);
    expect(readdirSync(out)).toEqual(['film.en.mp4']);
    expect(readFileSync(join(out, 'film.en.mp4'), 'utf8')).toBe(WORDS);
  });

  it('cancelled when the file has its name already is too late: it is recorded and told as done', async () => {
    const mark = join(app.folder, `mark-${++count}`);
    await useFfmpeg('', `[[ $out == */out-*/film.en.mp4 ]] && ${waits(mark)}`);
    await add(film, [PLAIN_BURN_IN]);
    await cancelAt(mark);
    expect((await ended()).map(stateOf)).toEqual([['film.en.mp4', 'done', null]]);
    const manifest = ExportManifest.parse(JSON.parse(readFileSync(join(out, MANIFEST_FILE), 'utf8')));
    expect(manifest.files.map(({ file }) => file)).toEqual(['film.en.mp4']);
    expect(probed(join(out, 'film.en.mp4'), 'stream=codec_name')).toBe('h264');
  });

  it('into a folder that may not be written', async () => {
    // Only that folder may not: all else of the app's and the person's can be.
    execFileSync('chmod', ['-R', 'a+rwX', app.home, app.folder]);
    chmodSync(out, 0o555);
    await asOrdinaryUser(async () => {
      await add(film, [PLAIN_BURN_IN, srt]);
      for (const [, state, code] of (await ended()).map(stateOf))
        expect([state, code]).toEqual(['failed', 'no-permission']);
    });
    expect(readdirSync(out)).toEqual([]);
  });

  it('onto a disk that fills up, videos, texts and records', async ({ skip }) => {
    const disk = smallDisk(out, 16);
    if (!disk) return skip();
    try {
      await add(film, [PLAIN_BURN_IN, srt], disk.path);
      const [text, video] = await ended();
      expect(video).toMatchObject({ state: 'failed', error: { code: 'disk-full' } });
      expect(['done', 'failed']).toContain(text?.state);
      for (const name of readdirSync(disk.path)) expect(name).not.toMatch(/\.(?:mp4|part|tmp)$/);
    } finally {
      disk.remove();
    }
  });

  it('into a folder with every hostile character in its name', async () => {
    const hostile = join(out, "-i%03d it's [1];,:=\\ $(id) 'ү' \n");
    mkdirSync(hostile);
    await add(film, [PLAIN_BURN_IN, srt], hostile);
    expect((await ended()).map(({ state }) => state)).toEqual(['done', 'done']);
    expect(readdirSync(hostile).sort()).toEqual(
      ['film.en.mp4', 'film.en.srt', 'outspoken-manifest.html', MANIFEST_FILE].sort(),
    );
    expect(probed(join(hostile, 'film.en.mp4'), 'stream=codec_name')).toBe('h264');
  });

  it('with footage that is gone or another by then, texts are made and videos say so', async () => {
    const source = join(app.folder, 'footage.mp4');
    for (const [code, change] of [
      ['media-missing', () => renameSync(source, `${source}.away`)],
      ['media-changed', () => copyFileSync(unevenFootage(), source)],
    ] as const) {
      await app.client.call('queue.clear', {});
      await app.client.call('queue.pause', { paused: true });
      await add(film, [PLAIN_BURN_IN, srt]);
      change();
      await app.client.call('queue.pause', { paused: false });
      expect((await ended()).map(stateOf)).toEqual([
        ['film.en.srt', code === 'media-missing' ? 'done' : 'kept', null],
        ['film.en.mp4', 'failed', code],
      ]);
      expect(made()).toEqual(['film.en.srt']);
      rmSync(source, { force: true });
    }
    renameSync(`${source}.away`, source);
  });
});

describe('of odd footage', () => {
  const hdr = () =>
    testMedia([
      ...['-f', 'lavfi', '-i', 'color=white:s=320x180:r=25:d=2,format=yuv420p10le'],
      ...['-c:v', 'libx265', '-x265-params', 'log-level=error', '-tag:v', 'hvc1'],
      ...['-color_primaries', 'bt2020', '-color_trc', 'smpte2084', '-colorspace', 'bt2020nc'],
    ]);
  const surround = () =>
    testMedia(
      [
        ...picture('25', 2),
        ...['-f', 'lavfi', '-i', 'anoisesrc=d=2:c=pink,aformat=channel_layouts=5.1'],
        ...[...H264, '-c:a', 'flac'],
      ],
      '.mkv',
    );

  it.each<[string, () => string, string, string | null]>([
    ['without sound', () => testMedia([...picture('25', 2), ...H264]), '320,180', null],
    ['of odd size', () => testMedia([...picture('25', 2, '321x181'), '-c:v', 'mpeg4']), '320,180', null],
    [
      'turned',
      () => testMedia(['-i', footage(), '-c', 'copy', '-metadata:s:v', 'rotate=90']),
      '180,320',
      null,
    ],
    ['of a varying rate', () => unevenFootage(), '320,180', null],
    ['in HDR', hdr, '320,180', 'tone-mapped'],
    ['with 5.1 sound', surround, '320,180', 'mixed-down'],
    [
      'shorter than its subtitles',
      () => testMedia([...picture('25', 1), ...tone(0, 900, 1), ...H264, ...AAC]),
      '320,180',
      'after-end',
    ],
  ])('%s is made well, and what was changed is said', async (name, source, size, code) => {
    const film = await openFilm(app, source(), {
      name: `footage${count}.${name === 'with 5.1 sound' ? 'mkv' : 'mp4'}`,
    });
    await film.document.run(setTrackCues, {
      newId,
      trackId: film.track,
      cues: [
        { startMs: 100, endMs: 800, text: 'We were born here' },
        { startMs: 1200, endMs: 1900, text: 'and this is our land' },
      ],
    });
    await add(film, [PLAIN_BURN_IN]);
    const [entry] = await ended();
    expect(entry).toMatchObject({ state: 'done', error: null });
    await app.client.call('project.close', { session: film.session });
    const path = join(out, entry?.item.name ?? '');
    expect(probed(path, 'stream=width,height')).toBe(size);
    expect(Math.max(...inkedFrames(path))).toBeGreaterThan(0);
    const checks = entry?.record?.checks ?? [];
    expect(checks.filter(({ result }) => result === 'failed')).toEqual([]);
    if (code !== null) expect(checks.map((check) => check.code)).toContain(code);
  });
});
