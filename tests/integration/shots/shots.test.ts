import { afterAll, beforeAll, expect, test } from 'vitest';
import { fingerprintFile } from '../../../electron/services/media/fingerprint';
import { probeMedia } from '../../../electron/services/media/probe';
import { findShots, knownShots } from '../../../electron/services/shots/shots';
import { H264, lateFootageOf, temporaryFolder, testMedia, TOOLS } from '../../support/media';

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
