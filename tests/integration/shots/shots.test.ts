import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fingerprintFile } from '../../../electron/services/media/fingerprint';
import { probeMedia } from '../../../electron/services/media/probe';
import { findShots, knownShots } from '../../../electron/services/shots/shots';
import { hostileNames, H264, lateFootageOf, temporaryFolder, testMedia, TOOLS } from '../../support/media';

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

/** Three seconds in three pictures that have nothing in common, cut at 1 s and 2 s. */
const cuts = () =>
  testMedia([
    ...['testsrc=s=640x360', 'color=white:s=640x360', 'mandelbrot=s=640x360'].flatMap((source) => [
      ...['-f', 'lavfi', '-t', '1', '-i', `${source}:r=25`],
    ]),
    ...['-filter_complex', '[0][1][2]concat=n=3', ...H264],
  ]);

async function optionsFor(path: string) {
  const info = await probeMedia(path, TOOLS);
  return { info, fingerprint: await fingerprintFile(path), cacheFolder: folder.path };
}

test('finds cuts on their very picture, also in footage that starts late, and keeps them', async () => {
  const media = cuts();
  const options = await optionsFor(media);
  expect(await knownShots(options)).toBeNull();
  const progress: number[] = [];
  expect(await findShots(media, TOOLS, { ...options, onProgress: (f) => progress.push(f) })).toEqual([
    1000, 2000,
  ]);
  expect(progress.at(-1)).toBeGreaterThan(0.9);
  expect(await knownShots(options)).toEqual([1000, 2000]);
  // The cache answers: no tool is there to ask.
  expect(await findShots(media, { ffmpeg: 'none', ffprobe: 'none' }, options)).toEqual([1000, 2000]);
  const late = lateFootageOf(media, '.mkv');
  expect(await findShots(late, TOOLS, await optionsFor(late))).toEqual([1410, 2410]);
});

test('damaged pictures hide no cut behind them', async () => {
  const media = testMedia(
    [
      ...['testsrc=s=640x360', 'color=white:s=640x360', 'mandelbrot=s=640x360'].flatMap((source) => [
        ...['-f', 'lavfi', '-t', '1', '-i', `${source}:r=25`],
      ]),
      ...['-filter_complex', '[0][1][2]concat=n=3', ...H264, '-g', '10'],
    ],
    '.mkv',
  );
  const bytes = readFileSync(media);
  // Noise over pictures of the first second, leaving the container's own bytes.
  const place = Math.floor(bytes.length * 0.08);
  for (let at = place; at < place + 400; at++) bytes[at] = (at * 73) & 255;
  const path = join(folder.path, 'noise.mkv');
  writeFileSync(path, bytes);
  expect(await findShots(path, TOOLS, await optionsFor(path))).toEqual(expect.arrayContaining([2000]));
});

test('a file that is no film any more is refused in words, and nothing is kept', async () => {
  const media = cuts();
  const options = await optionsFor(media);
  const path = join(folder.path, 'broken.mp4');
  const other = { sizeBytes: 9, headSha256: 'a'.repeat(64), tailSha256: 'b'.repeat(64) };
  writeFileSync(path, readFileSync(media).subarray(0, 900));
  const broken = { ...options, fingerprint: other };
  await expect(findShots(path, TOOLS, broken)).rejects.toMatchObject({ code: 'damaged-media' });
  expect(await knownShots(broken)).toBeNull();
});

test.each(hostileNames('.mp4'))('named %j, nothing of the name is read as anything else', async (name) => {
  const path = join(folder.path, name);
  copyFileSync(cuts(), path);
  const fingerprint = { sizeBytes: 1, headSha256: 'c'.repeat(64), tailSha256: 'd'.repeat(64) };
  const options = {
    ...(await optionsFor(path)),
    fingerprint,
    cacheFolder: join(folder.path, `c${name.length}`),
  };
  expect(await findShots(path, TOOLS, options)).toEqual([1000, 2000]);
});

test('a cancelled search leaves nothing', async () => {
  const media = testMedia(['-f', 'lavfi', '-i', 'testsrc=s=640x360:r=25:d=20', ...H264]);
  const options = await optionsFor(media);
  const abort = new AbortController();
  const search = findShots(media, TOOLS, {
    ...options,
    signal: abort.signal,
    onProgress: () => abort.abort(),
  });
  await expect(search).rejects.toMatchObject({ code: 'cancelled' });
  expect(await knownShots(options)).toBeNull();
});
