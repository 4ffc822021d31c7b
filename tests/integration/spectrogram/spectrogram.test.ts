import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintFile } from '../../../electron/services/media/fingerprint';
import { readBuckets } from '../../../electron/services/media/level-file';
import { probeMedia } from '../../../electron/services/media/probe';
import { buildSpectrogram, spectrogramFile } from '../../../electron/services/spectrogram/spectrogram';
import { BANDS } from '../../../shared/spectrogram/spectrogram';
import { SPECTROGRAM_FILE } from '../../../shared/waveform/level-file';
import * as media from '../../support/media';

let folder: ReturnType<typeof media.temporaryFolder>;
let cacheFolder: string;
beforeEach(() => {
  folder = media.temporaryFolder();
  cacheFolder = join(folder.path, 'cache');
});
afterEach(() => folder.remove());

async function spectrogramOf(
  path: string,
  more: { signal?: AbortSignal; told?: number[]; ffmpeg?: string } = {},
) {
  const { signal, told, ffmpeg = media.TOOLS.ffmpeg } = more;
  const info = await probeMedia(path, media.TOOLS);
  const fingerprint = await fingerprintFile(path);
  const onProgress = (fraction: number) => told?.push(fraction);
  const options = { info, cacheFolder, fingerprint, signal, onProgress };
  return {
    ...(await buildSpectrogram(path, { ...media.TOOLS, ffmpeg }, options)),
    file: spectrogramFile(options),
  };
}

/** First and last ms of the columns with anything loud in them. */
async function loudSpan(file: string): Promise<[number, number]> {
  const bytes = await readBuckets(SPECTROGRAM_FILE, file, 0, 0, 1e9);
  const loud = Array.from({ length: bytes.length / BANDS }, (_, column) => column).filter((column) =>
    bytes.subarray(column * BANDS, (column + 1) * BANDS).some((value) => value > 150),
  );
  return [(loud[0] ?? -1) * 16, ((loud.at(-1) ?? -1) + 1) * 16];
}

describe('the spectrogram of a file', () => {
  const beep = media.tone(0.5, 1);

  it.each([
    ['.wav', []],
    ['.m4a', media.AAC],
    ['.mkv', media.AAC],
  ])('stands where the sound is, in %s', async (extension, codec) => {
    const told: number[] = [];
    const { file, levels } = await spectrogramOf(media.testMedia([...beep, ...codec], extension), { told });
    expect(levels[0]?.buckets).toBeGreaterThan(60);
    const [from, to] = await loudSpan(file);
    expect(Math.abs(from - 500)).toBeLessThanOrEqual(50);
    expect(Math.abs(to - 1000)).toBeLessThanOrEqual(50);
    expect(told.at(-1)).toBeGreaterThan(0.8);
  });

  it('is made once and then found', async () => {
    const path = media.testMedia(beep, '.wav');
    await spectrogramOf(path);
    const again = await spectrogramOf(path, { ffmpeg: '/nowhere/ffmpeg' });
    expect(again.levels[0]?.buckets).toBeGreaterThan(60);
  });

  it('cancelled, leaves nothing behind and no process running', async () => {
    const path = media.testMedia(media.tone(0, 60), '.wav');
    const stop = new AbortController();
    const made = spectrogramOf(path, { signal: stop.signal });
    setTimeout(() => stop.abort(), 60);
    await expect(made).rejects.toMatchObject({ code: 'cancelled' });
    const left = (() => {
      try {
        return readdirSync(cacheFolder);
      } catch {
        return [];
      }
    })();
    expect(left).toEqual([]);
  });

  it('of footage without sound is refused in words', async () => {
    const silent = media.testMedia(['-f', 'lavfi', '-i', 'color=red:s=64x36:d=1', ...media.H264]);
    await expect(spectrogramOf(silent)).rejects.toMatchObject({ code: 'no-audio' });
  });
});
