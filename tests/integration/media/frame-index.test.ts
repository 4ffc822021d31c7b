import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintFile } from '../../../electron/services/media/fingerprint';
import { buildFrameIndex } from '../../../electron/services/media/frame-index';
import { probeMedia } from '../../../electron/services/media/probe';
import type { ToolPaths } from '../../../electron/services/tools/tools';
import { isVariable } from '../../../shared/frames/build';
import * as media from '../../support/media';

let folder: ReturnType<typeof media.temporaryFolder>;
beforeEach(() => (folder = media.temporaryFolder()));
afterEach(() => folder.remove());

async function indexOf(path: string, tools: ToolPaths = media.TOOLS, signal?: AbortSignal) {
  const info = await probeMedia(path, media.TOOLS);
  const fingerprint = await fingerprintFile(path);
  return buildFrameIndex(path, tools, { info, cacheFolder: join(folder.path, 'cache'), fingerprint, signal });
}

/** When the decoder shows each picture, in ms: a second way to the same times. */
function decodedTimes(path: string): number[] {
  const args = ['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'frame=best_effort_timestamp_time'];
  const text = execFileSync('ffprobe', [...args, '-of', 'csv=p=0', path], { encoding: 'utf8' });
  return [...text.matchAll(/-?\d+\.\d+/g)].map(([time]) => Math.round(Number(time) * 1e6) / 1000);
}

describe('frame times', () => {
  it.each([
    ['24000/1001', '.mp4'],
    ['24000/1001', '.mkv'],
    ['25', '.mp4'],
    ['30000/1001', '.mp4'],
    ['30000/1001', '.mkv'],
  ])('of %s a second in %s are those the decoder shows', async (rate, extension) => {
    const path = media.testMedia([...media.picture(rate), ...media.H264], extension);
    const index = await indexOf(path);
    const times = [...index.timesMs];
    expect(times).toEqual(decodedTimes(path));
    expect(times.length).toBeGreaterThan(45);
    const [num = 1, den = 1] = rate.split('/').map(Number);
    const lag = (n: number) => Math.abs((times[n] ?? 0) - (times[0] ?? 0) - (n * 1000 * den) / num);
    expect(Math.max(...times.map((_, n) => lag(n)))).toBeLessThanOrEqual(extension === '.mkv' ? 1 : 0.002);
    expect(isVariable(index)).toBe(false);
    expect(index.keyFrames[0]).toBe(1);
  });

  it.each(['.mp4', '.mkv'])('of uneven footage in %s', async (extension) => {
    const path = media.unevenFootage(extension);
    const index = await indexOf(path);
    expect([...index.timesMs]).toEqual(decodedTimes(path));
    expect(isVariable(index)).toBe(true);
  });

  it('leave out what an edit list hides', async () => {
    const path = media.testMedia(['-ss', '0.5', '-i', media.footage(), '-c', 'copy']);
    const index = await indexOf(path);
    expect([...index.timesMs]).toEqual(decodedTimes(path));
    expect(index.timesMs).toHaveLength(37);
    // The key frame lies before the edit: decoded, never shown.
    expect(index.keyFrames[0]).toBe(0);
  });

  it.each([
    ['.mp4', 1000],
    ['.mkv', 1000],
  ])('of footage that starts late in %s stay late, as in the media element', async (extension, startMs) => {
    const { timesMs } = await indexOf(media.lateFootage(extension));
    expect(Math.abs((timesMs[0] ?? 0) - startMs)).toBeLessThan(30);
    expect(timesMs).toHaveLength(50);
  });

  it('of a transport stream count from its first sample', async () => {
    const { timesMs } = await indexOf(media.testMedia(['-i', media.footage(), '-c', 'copy'], '.ts'));
    expect(timesMs[0]).toBeGreaterThanOrEqual(0);
    expect(timesMs[0]).toBeLessThan(100);
  });

  it('of AVI, which has decode times only, are in order of presentation', async () => {
    const path = media.testMedia([...media.picture(), '-c:v', 'mpeg4', '-bf', '2'], '.avi');
    const { timesMs } = await indexOf(path);
    expect(timesMs).toHaveLength(50);
    for (let n = 1; n < timesMs.length; n++)
      expect((timesMs[n] ?? 0) - (timesMs[n - 1] ?? 0)).toBeCloseTo(40);
  });
});

describe('the cache', () => {
  const NO_TOOLS = { ffmpeg: '/nowhere/ffmpeg', ffprobe: '/nowhere/ffprobe' };

  it('answers without ffprobe the second time, and holds nothing else', async () => {
    const first = await indexOf(media.footage());
    expect(await indexOf(media.footage(), NO_TOOLS)).toEqual(first);
    expect(readdirSync(join(folder.path, 'cache'))).toEqual([
      expect.stringMatching(/^[0-9a-f]{32}\.frames$/),
    ]);
  });

  it('is made anew where it is damaged', async () => {
    const first = await indexOf(media.footage());
    const [name = ''] = readdirSync(join(folder.path, 'cache'));
    const file = join(folder.path, 'cache', name);
    writeFileSync(file, readFileSync(file).subarray(0, 100));
    expect(await indexOf(media.footage())).toEqual(first);
  });
});

it('refuses sound without a picture, and a cancelled wish leaves nothing', async () => {
  const sound = media.testMedia([...media.tone(), ...media.AAC], '.m4a');
  await expect(indexOf(sound)).rejects.toMatchObject({ code: 'no-video' });
  const cancelled = indexOf(media.footage(), media.TOOLS, AbortSignal.abort());
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
  expect(readdirSync(folder.path)).toEqual([]);
});
