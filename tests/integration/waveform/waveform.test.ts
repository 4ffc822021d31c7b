import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintFile } from '../../../electron/services/media/fingerprint';
import { probeMedia } from '../../../electron/services/media/probe';
import { buildWaveform, readPeaks, readWaveform } from '../../../electron/services/waveform/waveform';
import * as media from '../../support/media';
import { asOrdinaryUser } from '../../support/unprivileged';

let folder: ReturnType<typeof media.temporaryFolder>;
let cacheFolder: string;
beforeEach(() => {
  folder = media.temporaryFolder();
  cacheFolder = join(folder.path, 'cache');
});
afterEach(() => folder.remove());

async function waveformOf(
  path: string,
  more: { tools?: typeof media.TOOLS; signal?: AbortSignal; told?: number[] } = {},
) {
  const { tools = media.TOOLS, signal, told } = more;
  const info = await probeMedia(path, media.TOOLS);
  const fingerprint = await fingerprintFile(path);
  const onProgress = (fraction: number) => told?.push(fraction);
  return buildWaveform(path, tools, { info, cacheFolder, fingerprint, signal, onProgress });
}

/** The spans, in ms, in which level 0 is louder than 20 of 128. */
async function loudSpans(file: string): Promise<[number, number][]> {
  const peaks = await readPeaks(file, 0, 0, 1e9);
  const spans: [number, number][] = [];
  for (let bucket = 0; bucket < peaks.length / 2; bucket++) {
    if ((peaks[bucket * 2 + 1] ?? 0) < 20) continue;
    const last = spans.at(-1);
    if (last?.[1] === bucket * 10) last[1] += 10;
    else spans.push([bucket * 10, bucket * 10 + 10]);
  }
  return spans;
}

/** One span, its ends within so many ms. */
async function expectLoud(file: string, from: number, to: number, slackMs: number) {
  const spans = await loudSpans(file);
  expect(spans).toHaveLength(1);
  expect(Math.abs((spans[0]?.[0] ?? 0) - from)).toBeLessThanOrEqual(slackMs);
  expect(Math.abs((spans[0]?.[1] ?? 0) - to)).toBeLessThanOrEqual(slackMs);
}

describe('peaks stand where the sound is', () => {
  const beep = media.tone(0.5, 1);

  it.each([
    ['.wav', [], 0],
    ['.flac', [], 0],
    ['.m4a', media.AAC, 40],
    ['.mkv', media.AAC, 40],
    ['.mp3', ['-c:a', 'mp3'], 40],
    ['.ogg', ['-c:a', 'libvorbis'], 40],
  ])('in %s', async (extension, codec, slackMs) => {
    const { file, durationMs } = await waveformOf(media.testMedia([...beep, ...codec], extension));
    await expectLoud(file, 500, 1000, slackMs);
    expect(Math.abs(durationMs - 2000)).toBeLessThan(60);
  });

  it.each(['.mp4', '.mkv'])('in %s whose sound starts 0.7 s after the picture', async (extension) => {
    const sound = media.testMedia([...beep, ...media.AAC], '.m4a');
    const args = [
      '-i',
      media.footage(),
      '-itsoffset',
      '0.7',
      '-i',
      sound,
      '-map',
      '0:v',
      '-map',
      '1:a',
      '-c',
      'copy',
    ];
    const { file } = await waveformOf(media.testMedia(args, extension));
    await expectLoud(file, 1200, 1700, 40);
  });

  it.each(['.mp4', '.mkv'])('in %s that starts a second late as a whole', async (extension) => {
    const whole = media.testMedia([...media.picture(), ...beep, ...media.H264, ...media.AAC]);
    const late = media.testMedia(['-itsoffset', '1', '-i', whole, '-c', 'copy', '-copyts'], extension);
    const { file } = await waveformOf(late);
    await expectLoud(file, 1500, 2000, 40);
  });

  it('in a transport stream, from its first sample', async () => {
    const path = media.testMedia([...media.picture(), ...beep, ...media.H264, ...media.AAC], '.ts');
    const { file } = await waveformOf(path);
    await expectLoud(file, 500, 1000, 60);
  });

  it('with a gap in the sound, which stays a gap', async () => {
    const holes = ['-af', "aselect='not(between(t,0.6,0.9))'"];
    const { file } = await waveformOf(
      media.testMedia([...media.tone(0, 2), ...holes, '-c:a', 'pcm_s16le'], '.mkv'),
    );
    const spans = await loudSpans(file);
    expect(spans).toHaveLength(2);
    expect(spans.at(-1)?.[1]).toBeGreaterThan(1950);
  });

  it('in the first of several sound streams, as the media element plays', async () => {
    const maps = ['-map', '0:a', '-map', '1:a', '-disposition:a:1', 'default', '-disposition:a:0', '0'];
    const path = media.testMedia([...beep, ...media.tone(1.5, 2), ...maps, ...media.AAC], '.mkv');
    await expectLoud((await waveformOf(path)).file, 500, 1000, 40);
  });
});

describe('levels', () => {
  it('each have a quarter of the buckets, and cover the same sound', async () => {
    const path = media.testMedia([...media.tone(10, 11, 30), '-c:a', 'pcm_s16le'], '.wav');
    const { file, levels, bucketsPerSecond } = await waveformOf(path);
    expect(bucketsPerSecond).toBe(100);
    expect(levels).toEqual([{ buckets: 3000 }, { buckets: 750 }]);
    const coarse = await readPeaks(file, 1, 0, 750);
    const loud = Array.from({ length: 750 }, (_, n) => (coarse[n * 2 + 1] ?? 0) > 20);
    expect(loud.indexOf(true)).toBe(250);
    expect(loud.lastIndexOf(true)).toBe(274);
  });

  it.each([
    [0, 0, 10, 20],
    [0, 195, 300, 10],
    [0, 300, 400, 0],
    [0, 50, 20, 0],
    [0, -5, 2, 4],
    [7, 0, 10, 0],
  ])('of level %d, buckets %d to %d are %d bytes', async (level, from, to, bytes) => {
    const { file } = await waveformOf(media.testMedia([...media.tone(), '-c:a', 'pcm_s16le'], '.wav'));
    expect(await readPeaks(file, level, from, to)).toHaveLength(bytes);
  });
});

describe('the cache', () => {
  const NO_TOOLS = { ffmpeg: '/nowhere/ffmpeg', ffprobe: '/nowhere/ffprobe' };

  it('answers without ffmpeg the second time, also for the same file under another name', async () => {
    const first = await waveformOf(media.footage());
    const copy = join(folder.path, 'copy.mp4');
    copyFileSync(media.footage(), copy);
    expect(await waveformOf(copy, { tools: NO_TOOLS })).toEqual(first);
    expect(await readWaveform(first.file)).toEqual(first);
    expect(readdirSync(cacheFolder)).toHaveLength(1);
  });

  it('is made anew where it was cut off', async () => {
    const first = await waveformOf(media.footage());
    const bytes = readFileSync(first.file);
    truncateSync(first.file, 50);
    await expect(readPeaks(first.file, 0, 0, 1)).rejects.toMatchObject({ code: 'not-found' });
    expect(await waveformOf(media.footage())).toEqual(first);
    expect(readFileSync(first.file)).toEqual(bytes);
  });

  it.skipIf(process.platform === 'win32')('in a folder we may not write is a clear error', async () => {
    mkdirSync(cacheFolder);
    chmodSync(cacheFolder, 0o555);
    chmodSync(folder.path, 0o755);
    const path = media.testMedia([...media.tone(), '-c:a', 'pcm_s16le'], '.wav');
    const source = join(folder.path, 'a.wav');
    copyFileSync(path, source);
    chmodSync(source, 0o644);
    await asOrdinaryUser(() => expect(waveformOf(source)).rejects.toMatchObject({ code: 'no-permission' }));
    expect(readdirSync(cacheFolder)).toEqual([]);
  });
});

describe('footage that gives none', () => {
  it('has no sound', async () => {
    const silent = media.testMedia([...media.picture(), ...media.H264]);
    await expect(waveformOf(silent)).rejects.toMatchObject({ code: 'no-audio' });
  });

  it('is gone meanwhile', async () => {
    const path = join(folder.path, 'a.mp4');
    copyFileSync(media.footage(), path);
    const info = await probeMedia(path, media.TOOLS);
    const fingerprint = await fingerprintFile(path);
    const gone = join(folder.path, 'b.mp4');
    const made = buildWaveform(gone, media.TOOLS, { info, cacheFolder, fingerprint });
    await expect(made).rejects.toMatchObject({ code: 'not-found', detail: { name: 'b.mp4' } });
  });

  it('is wanted no more', async () => {
    const long = media.testMedia([...media.tone(0, 1, 600), '-c:a', 'aac', '-b:a', '32k'], '.m4a');
    const stop = new AbortController();
    const info = await probeMedia(long, media.TOOLS);
    const options = { info, cacheFolder, fingerprint: await fingerprintFile(long), signal: stop.signal };
    const made = buildWaveform(long, media.TOOLS, { ...options, onProgress: () => stop.abort() });
    await expect(made).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(folder.path)).toEqual([]);
  });
});

it('damaged sound is drawn as far as it goes, at its true times', async () => {
  const bytes = readFileSync(media.testMedia([...media.tone(1.5, 2, 2), ...media.AAC], '.mkv'));
  // Noise over the middle of the packets, leaving the container's own bytes.
  const middle = Math.floor(bytes.length * 0.45);
  for (let at = middle; at < middle + 60; at++) bytes[at] = (at * 73) & 255;
  const path = join(folder.path, 'noise.mkv');
  writeFileSync(path, bytes);
  const { file, durationMs } = await waveformOf(path);
  expect(durationMs).toBeGreaterThan(1900);
  expect((await loudSpans(file)).at(-1)?.[1]).toBeGreaterThan(1950);
});

it('progress goes from 0 to 1', async () => {
  const told: number[] = [];
  await waveformOf(media.testMedia([...media.tone(0, 1, 30), '-c:a', 'pcm_s16le'], '.wav'), { told });
  expect(told.length).toBeGreaterThan(5);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(1);
});

it.each(media.hostileNames('.wav'))('named %j', async (name) => {
  const path = join(folder.path, name);
  copyFileSync(media.testMedia([...media.tone(0.5, 1), '-c:a', 'pcm_s16le'], '.wav'), path);
  await expectLoud((await waveformOf(path)).file, 500, 1000, 0);
});
