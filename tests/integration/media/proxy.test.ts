import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintFile } from '../../../electron/services/media/fingerprint';
import { buildFrameIndex } from '../../../electron/services/media/frame-index';
import { probeMedia } from '../../../electron/services/media/probe';
import { makeProxy } from '../../../electron/services/media/proxy';
import type { EncodeProgress } from '../../../shared/ffmpeg/progress';
import * as media from '../../support/media';

let folder: ReturnType<typeof media.temporaryFolder>;
beforeEach(() => (folder = media.temporaryFolder()));
afterEach(() => folder.remove());

const MPEG4 = ['-c:v', 'mpeg4', '-g', '25'];

async function proxyOf(path: string, name = 'proxy.mp4') {
  const info = await probeMedia(path, media.TOOLS);
  const target = join(folder.path, name);
  const told: EncodeProgress[] = [];
  await makeProxy(path, target, media.TOOLS, { info, onProgress: (progress) => told.push(progress) });
  return { target, told, made: await probeMedia(target, media.TOOLS) };
}

async function timesOf(path: string) {
  const options = {
    info: await probeMedia(path, media.TOOLS),
    cacheFolder: join(folder.path, 'cache'),
    fingerprint: await fingerprintFile(path),
  };
  return [...(await buildFrameIndex(path, media.TOOLS, options)).timesMs];
}

describe('a proxy', () => {
  it('can be shown, is 540 lines high, and progress ends at 1', async () => {
    const path = media.testMedia(
      [...media.picture('25', 2, '1280x720'), ...media.tone(), ...MPEG4, '-c:a', 'ac3'],
      '.mkv',
    );
    const { made, told } = await proxyOf(path);
    expect(made).toMatchObject({ playable: true, video: { codec: 'h264', width: 960, height: 540 } });
    expect(made.audio).toMatchObject({ codec: 'aac' });
    expect(told.at(-1)).toMatchObject({ fraction: 1, done: true });
    expect(readdirSync(folder.path)).toEqual(['proxy.mp4']);
  });

  it.each(['320x181', '321x180', '64x64'])('of %s keeps its height, made even', async (size) => {
    const path = media.testMedia([...media.picture('25', 1, size), '-c:v', 'ffv1'], '.mkv');
    const { made } = await proxyOf(path);
    expect(made.video?.height).toBe(Math.floor(Number(size.split('x')[1]) / 2) * 2);
    expect(made.audio).toBeNull();
  });

  it.each<[string, () => string]>([
    ['29.97 a second', () => media.testMedia([...media.picture('30000/1001'), ...MPEG4])],
    ['a variable rate', () => media.unevenFootage('.mkv')],
    ['a late start', () => media.lateFootage('.mp4')],
    ['a late start in Matroska', () => media.lateFootage('.mkv')],
    ['a transport stream', () => media.testMedia(['-i', media.footage(), '-c', 'copy'], '.ts')],
  ])('shows every picture at its true time: %s', async (_, make) => {
    const path = make();
    const { target } = await proxyOf(path);
    const [original, proxy] = [await timesOf(path), await timesOf(target)];
    expect(proxy).toHaveLength(original.length);
    const lag = Math.max(...original.map((time, n) => Math.abs(time - (proxy[n] ?? 0))));
    expect(lag).toBeLessThan(1);
  });

  it('of sound alone is sound alone', async () => {
    const path = media.testMedia([...media.tone(), '-c:a', 'ac3'], '.ac3');
    const { made } = await proxyOf(path);
    expect(made).toMatchObject({ video: null, audio: { codec: 'aac' }, playable: true });
  });

  it.each(media.hostileNames('.mp4').slice(0, 8))('can be made to the name %j', async (name) => {
    const path = media.testMedia([...media.picture('25', 1), ...MPEG4]);
    expect((await proxyOf(path, name)).made.playable).toBe(true);
  });
});

describe('when it goes wrong', () => {
  const long = () => media.testMedia([...media.picture('25', 20, '640x360'), ...MPEG4]);

  it('a cancel leaves nothing behind', async () => {
    const stop = new AbortController();
    const info = await probeMedia(long(), media.TOOLS);
    const options = { info, signal: stop.signal, onProgress: () => stop.abort() };
    const made = makeProxy(long(), join(folder.path, 'proxy.mp4'), media.TOOLS, options);
    await expect(made).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('an earlier proxy stays as it was', async () => {
    const target = join(folder.path, 'proxy.mp4');
    writeFileSync(target, 'earlier');
    const info = await probeMedia(media.footage(), media.TOOLS);
    const longer = { ...info, durationMs: 60_000 };
    const made = makeProxy(media.footage(), target, media.TOOLS, { info: longer });
    await expect(made).rejects.toMatchObject({ code: 'verification', detail: { name: 'proxy.mp4' } });
    expect(readdirSync(folder.path)).toEqual(['proxy.mp4']);
  });

  it('a folder that is gone', async () => {
    const info = await probeMedia(media.footage(), media.TOOLS);
    const made = makeProxy(media.footage(), join(folder.path, 'gone', 'proxy.mp4'), media.TOOLS, { info });
    await expect(made).rejects.toMatchObject({ code: 'not-found' });
  });

  it('footage that is gone meanwhile', async () => {
    const info = await probeMedia(media.footage(), media.TOOLS);
    const made = makeProxy(join(folder.path, 'gone.mp4'), join(folder.path, 'proxy.mp4'), media.TOOLS, {
      info,
    });
    await expect(made).rejects.toMatchObject({ code: 'not-found', detail: { name: 'gone.mp4' } });
  });
});
