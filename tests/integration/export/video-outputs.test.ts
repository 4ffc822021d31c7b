/** Burned-in videos and overlays: codecs, shapes, sizes, loudness, presets, a graphics card. */
import { execFileSync } from 'node:child_process';
import { chmodSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { VideoOutput } from '../../../shared/domain/video-output';
import { outputOf, platformPresets, presetById } from '../../../shared/video/presets';
import { AAC, footage, H264, picture, testMedia, tone } from '../../support/media';
import {
  burn,
  cue,
  folderOfEachTest,
  greyFootage,
  greyFrames,
  inkOf,
  names,
  output,
  probed,
  project,
  TWO,
} from './fixture';

const inFolder = folderOfEachTest();
const make = (
  changes: Partial<VideoOutput>,
  name = `out.${changes.container ?? 'mp4'}`,
  source = footage(),
) => burn(source, inFolder(name), TWO, { output: output(changes), temporaryFolder: inFolder('tmp') });

describe('burned in', () => {
  test.each([
    ['mp4', 'hevc', 'hevc,320,180,yuv420p', 'aac'],
    ['mkv', 'h264', 'h264,320,180,yuv420p', 'aac'],
    ['webm', 'vp9', 'vp9,320,180,yuv420p', 'opus'],
    ['mov', 'prores', 'prores,320,180,yuv422p10le', 'aac'],
  ] as const)('%s with %s', async (container, codec, picture, sound) => {
    const { path, burned } = await make({ container, codec });
    expect(probed(path, 'stream=codec_name,width,height,pix_fmt')).toBe(picture);
    expect(probed(path, 'stream=codec_name', 'a:0')).toBe(sound);
    expect(burned).toEqual({ checked: 1, seen: 1 });
    expect(Number(probed(path, 'format=duration'))).toBeCloseTo(2, 1);
    expect(names(inFolder())).toEqual([`out.${container}`, 'tmp']);
  });

  test.each([
    ['9:16', 'crop', 320, '180,320'],
    ['9:16', 'pad', 320, '180,320'],
    ['1:1', 'blur', 180, '180,180'],
    ['4:5', 'crop', null, '144,180'],
  ] as const)('in %s by %s', async (aspect, fit, height, size) => {
    const { path, burned } = await make({ height, framing: { aspect, fit, focusX: 0.2, focusY: 0.5 } });
    expect(probed(path, 'stream=width,height')).toBe(size);
    expect(burned).toEqual({ checked: 1, seen: 1 });
  });

  test('bars are black above and below, a blurred surround is not', async () => {
    const grey = greyFootage('.mp4', '25', 1);
    const top = async (fit: 'pad' | 'blur') => {
      const framing = { aspect: '9:16', fit, focusX: 0.5, focusY: 0.5 } as const;
      const { path } = await make({ height: 640, framing }, `${fit}.mp4`, grey);
      return greyFrames(path, 36, 64)[1]?.[18] ?? -1;
    };
    expect(await top('pad')).toBeLessThan(25);
    expect(await top('blur')).toBeGreaterThan(60);
  });

  test('under a size, in two passes, with a smaller picture where the size is too small', async () => {
    const noisy = testMedia(
      [...picture('25', 10, '1280x720'), ...tone(0, 10, 10), '-vf', 'noise=alls=40:allf=t', ...H264, ...AAC],
      '.mp4',
    );
    const { path, checks } = await make({ maxBytes: 400_000 }, 'small.mp4', noisy);
    expect(statSync(path).size).toBeLessThanOrEqual(400_000);
    expect(checks.map(({ code }) => code)).toEqual(['smaller-picture', 'size', 'burned', 'burned-outside']);
    expect(Number(probed(path, 'stream=height'))).toBeLessThan(720);
  });

  test('a size that no picture fits is refused with a sentence', async () => {
    const long = testMedia([...picture('25', 60, '320x180'), ...H264]);
    await expect(make({ maxBytes: 100_000 }, 'o.mp4', long)).rejects.toMatchObject({
      code: 'too-long-for-size',
    });
  });

  test.each([
    ['ebu-r128', -23],
    ['streaming', -14],
  ] as const)('with the loudness of %s', async (loudness, lufs) => {
    const voice = testMedia([
      ...picture('25', 8),
      ...['-f', 'lavfi', '-i', 'anoisesrc=a=0.02:c=pink:r=48000:d=8:seed=1'],
      ...[...H264, ...AAC],
    ]);
    const { path, checks } = await make({ loudness }, 'loud.mp4', voice);
    expect(checks.filter(({ code }) => code === 'loudness').map(({ result }) => result)).toEqual([
      'note',
      'passed',
    ]);
    const said = execFileSync('sh', [
      '-c',
      `ffmpeg -hide_banner -nostats -i '${path}' -af ebur128 -f null - 2>&1 | grep 'I:' | tail -1`,
    ]).toString();
    expect(Number(/I:\s+(-?[\d.]+)/.exec(said)?.[1])).toBeCloseTo(lufs, 0);
  });

  test('silence stays silence, and that is said', async () => {
    const silent = testMedia([
      ...picture(),
      '-f',
      'lavfi',
      '-i',
      'anullsrc=r=48000:d=2',
      ...H264,
      ...AAC,
      '-shortest',
    ]);
    const { checks } = await make({ loudness: 'streaming' }, 'o.mp4', silent);
    expect(checks.map(({ code }) => code)).toContain('silent');
  });

  test.each(platformPresets.map(({ id }) => id))('for %s', async (id) => {
    const preset = presetById(id);
    if (!preset) throw new Error(id);
    const wanted = outputOf(preset);
    const { path, burned } = await make(wanted, `out.${wanted.container}`);
    expect(burned).toEqual({ checked: 1, seen: 1 });
    if (wanted.height !== null) expect(probed(path, 'stream=height')).toBe(String(wanted.height));
  });
});

describe('clear of the interface', () => {
  test.each([
    ['tiktok', true],
    ['instagram-reel', true],
    ['instagram-feed', false],
  ])('of %s', async (id, isBroken) => {
    const preset = presetById(id);
    if (!preset) throw new Error(id);
    const long = project([
      cue('a', 100, 900, 'Women’s rights are not only about\nheterosexual women. We are here.'),
    ]);
    const { path, checks } = await burn(greyFootage('.mp4', '25', 1), inFolder('out.mp4'), long, {
      output: outputOf(preset),
    });
    expect(checks.some(({ code }) => code === 'rewrapped')).toBe(isBroken);
    const [width, height] = probed(path, 'stream=width,height').split(',').map(Number);
    const frame = greyFrames(path, width ?? 0, height ?? 0)[12];
    const ink = inkOf(frame ?? Buffer.alloc(0), width, height);
    const { zones } = preset;
    expect(ink.pixels).toBeGreaterThan(1000);
    expect(ink.bottom).toBeLessThanOrEqual(1 - zones.bottomPct / 100);
    expect(ink.right).toBeLessThanOrEqual(1 - zones.rightPct / 100);
    expect(ink.left).toBeGreaterThanOrEqual(zones.leftPct / 100);
    // Three lines, not the whole picture.
    expect(ink.bottom - ink.top).toBeLessThan(0.2);
  });
});

test('says that no subtitle was long enough to be looked at, instead of that all is well', async () => {
  const brief = project([cue('a', 200, 320, 'Hi')]);
  for (const [name, wanted] of [
    ['out.mov', output({ delivery: 'overlay', container: 'mov' })],
    ['out.mp4', output({})],
  ] as const) {
    const { checks } = await burn(greyFootage(), inFolder(name), brief, { output: wanted });
    const looked = checks.filter(({ code }) => code === 'transparent' || code === 'burned');
    expect(looked.map(({ result }) => result)).toEqual(['note']);
    expect(looked[0]?.message).toMatch(/No subtitle is shown long enough/);
  }
});

describe('a transparent overlay', () => {
  test.each([
    ['mov', 'prores,320,180,yuva444p12le'],
    ['webm', 'vp9,320,180,yuv420p'],
  ] as const)('as %s', async (container, picture) => {
    const { path, checks } = await make({ delivery: 'overlay', container });
    expect(probed(path, 'stream=codec_name,width,height,pix_fmt')).toBe(picture);
    expect(probed(path, 'stream=codec_name', 'a')).toBe('');
    expect(checks.map(({ code, result }) => [code, result])).toContainEqual(['transparent', 'passed']);
    // Laid over green, all but the letters is green, and only while the cue is shown.
    const decoder = container === 'webm' ? ['-c:v', 'libvpx-vp9'] : [];
    const over = execFileSync(
      'ffmpeg',
      [
        ...['-v', 'error', '-f', 'lavfi', '-i', 'color=0x00ff00:s=320x180:r=25:d=2', ...decoder, '-i', path],
        ...['-filter_complex', '[0:v][1:v]overlay=format=auto,format=rgb24', '-f', 'rawvideo', '-'],
      ],
      { maxBuffer: 1 << 28 },
    );
    const frame = (n: number) => over.subarray(n * 320 * 180 * 3, (n + 1) * 320 * 180 * 3);
    const notGreen = (n: number) => [...frame(n)].filter((value, at) => at % 3 === 0 && value > 60).length;
    expect(notGreen(2)).toBe(0);
    expect(notGreen(12)).toBeGreaterThan(20);
    expect(notGreen(12)).toBeLessThan(320 * 180 * 0.2);
  });
});

describe('a graphics card', () => {
  /** An ffmpeg in which a card's encoder is really x264, or fails. */
  const withCard = (then: string) => {
    const path = inFolder('card');
    writeFileSync(
      path,
      `#!/bin/bash\nargs=()\nfor arg; do case "$arg" in h264_videotoolbox) ${then};; -q:v) args+=(-crf);; *) args+=("$arg");; esac; done\nexec ffmpeg "${'${args[@]}'}"\n`,
    );
    chmodSync(path, 0o755);
    return { ffmpeg: path, ffprobe: 'ffprobe' };
  };

  test('is used where it passes a trial', async () => {
    const tools = withCard('args+=(libx264)');
    const { checks } = await burn(footage(), inFolder('o.mp4'), TWO, {
      output: output({ hardware: true }),
      tools,
    });
    expect(checks[0]).toMatchObject({
      code: 'hardware',
      message: expect.stringContaining('videotoolbox') as string,
    });
  });

  test('that fails the trial is said, and the processor does it', async () => {
    const tools = withCard('exit 1');
    const { checks } = await burn(footage(), inFolder('o.mp4'), TWO, {
      output: output({ hardware: true }),
      tools,
    });
    expect(checks.map(({ code }) => code)).toContain('no-hardware');
  });
});

test.each([
  ['a codec the container lacks', { container: 'webm', codec: 'h264' }],
  ['an overlay in MP4', { delivery: 'overlay' }],
  ['drawing into a copy', { codec: 'copy' }],
  ['ProRes under a size', { container: 'mov', codec: 'prores', maxBytes: 1_000_000 }],
] as const)('%s is refused before any work', async (_, changes) => {
  await expect(make(changes)).rejects.toMatchObject({ code: 'bad-output' });
  expect(names(inFolder())).toEqual(['tmp']);
});
