import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { USUAL_LOGO } from '../../../shared/domain/branding';
import type { VideoOutput } from '../../../shared/domain/video-output';
import { fileMetadata } from '../../../electron/services/safety/metadata';
import { attachmentLabels } from '../../../shared/ffmpeg/soft-tracks';
import { steadyFont } from '../../../shared/style/steady-font';
import { softTitle } from '../../../shared/video/complete';
import { outputOf, presetById } from '../../../shared/video/presets';
import { AAC, footage, H264, picture, temporaryFolder, testMedia, tone, TOOLS } from '../../support/media';
import { burn, cue, greyFootage, greyFrames, inkOf, names, probed, project, withTracks } from './fixture';

const TWO = project([cue('a', 200, 900, 'Hello'), cue('b', 1000, 1900, 'Біз осындамыз')]);

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(inFolder('tmp'));
});
afterEach(() => folder.remove());
const inFolder = (name: string) => join(folder.path, name);
const output = (changes: Partial<VideoOutput>): VideoOutput => ({
  ...{ kind: 'video', delivery: 'burn-in', container: 'mp4', preset: null, height: null, ...changes },
});
const make = (
  changes: Partial<VideoOutput>,
  name = `out.${changes.container ?? 'mp4'}`,
  source = footage(),
) => burn(source, inFolder(name), TWO, { output: output(changes), temporaryFolder: inFolder('tmp') });

const Streams = z.object({
  streams: z.array(
    z.object({
      codec_name: z.string().optional(),
      codec_type: z.string(),
      tags: z.record(z.string(), z.string()).optional(),
      disposition: z.record(z.string(), z.number()),
    }),
  ),
});
/** The font as the app draws with it, and the one inside a file. */
const drawnFont = (name: string) =>
  Buffer.from(steadyFont(readFileSync(join(import.meta.dirname, '../../../dist/fonts', name))));
const attachedBytes = (path: string, n: number) => {
  const target = inFolder(`attached-${n}`);
  // ffmpeg has nothing else to do then, and says so by its exit code.
  spawnSync('ffmpeg', ['-v', 'error', '-y', `-dump_attachment:t:${n}`, target, '-i', path]);
  return readFileSync(target);
};
const streamsOf = (path: string) =>
  Streams.parse(
    JSON.parse(
      execFileSync('ffprobe', ['-v', 'error', '-of', 'json', '-show_streams', path], { encoding: 'utf8' }),
    ),
  ).streams;

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
    expect(names(folder.path)).toEqual([`out.${container}`, 'tmp']);
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

  test.each(['instagram-reel', 'tiktok', 'whatsapp', 'x', 'facebook', 'festival-master'])(
    'for %s',
    async (id) => {
      const preset = presetById(id);
      if (!preset) throw new Error(id);
      const wanted = outputOf(preset);
      const { path, burned } = await make(wanted, `out.${wanted.container}`);
      expect(burned).toEqual({ checked: 1, seen: 1 });
      if (wanted.height !== null) expect(probed(path, 'stream=height')).toBe(String(wanted.height));
    },
  );
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

describe('soft tracks', () => {
  test.each([
    ['mp4', 'h264', 'mov_text'],
    ['mkv', 'h264', 'subrip'],
    ['mkv', 'h264', 'ass'],
    ['webm', 'vp9', 'webvtt'],
  ] as const)(
    'in %s, every language tagged, named, the first shown',
    async (container, pictureCodec, codec) => {
      const all = withTracks([
        ['en', [cue('a', 200, 900, 'Hello <i>you</i>')]],
        ['kk', [cue('b', 200, 900, 'Біз осындамыз')]],
        ['ar', [cue('c', 200, 1200, 'نحن هنا')]],
      ]);
      const { path, checks } = await burn(footage(), inFolder(`out.${container}`), all, {
        output: output({ delivery: 'mux', container, ...(codec === 'ass' ? { styled: true } : {}) }),
        trackIds: ['en', 'kk', 'ar'],
      });
      const [video, ...rest] = streamsOf(path);
      expect(video?.codec_name).toBe(pictureCodec);
      const subtitles = rest.filter(({ codec_type }) => codec_type === 'subtitle');
      expect(subtitles.map(({ codec_name }) => codec_name)).toEqual([codec, codec, codec]);
      expect(subtitles.map(({ tags }) => tags?.['language'])).toEqual(['eng', 'kaz', 'ara']);
      expect(subtitles.map(({ tags }) => tags?.['title'] ?? tags?.['handler_name'])).toEqual([
        'English',
        'қазақ тілі',
        'العربية',
      ]);
      expect(subtitles.map(({ disposition }) => disposition['default'])).toEqual([1, 0, 0]);
      expect(checks.some(({ code, result }) => code === 'soft-tracks' && result === 'passed')).toBe(true);
      const attached = rest.filter(({ codec_type }) => codec_type === 'attachment');
      const names = attached.map(({ tags }) => tags?.['filename'] ?? '');
      // Every style's fonts go along, and only those.
      expect(names).toEqual(
        codec === 'ass'
          ? ['NotoSans_400Regular.ttf', 'NotoSans_400Regular_Italic.ttf', 'NotoSansArabic_400Regular.ttf']
          : [],
      );
      for (const [n, name] of names.entries())
        expect(attachedBytes(path, n).equals(drawnFont(name)), name).toBe(true);
      const labels = [...['en', 'kk', 'ar'].map(softTitle), ...attachmentLabels(names)];
      const metadata = await fileMetadata(path, { labels, tools: TOOLS });
      expect(metadata.filter(({ kind }) => kind === 'left')).toEqual([]);
      const text = execFileSync('ffmpeg', [
        '-v',
        'error',
        '-i',
        path,
        '-map',
        '0:s:1',
        '-f',
        'srt',
        '-',
      ]).toString();
      expect(text).toContain('Біз осындамыз');
      // Sound that begins before 0 moves all streams of an MKV or WebM by as much: they stay in step.
      const times = (stream: string) =>
        probed(path, 'packet=pts_time', stream)
          .split(/\s+/)
          .map((value) => Math.round(Number(value) * 1000));
      const [firstPicture = 0] = times('v:0');
      // ASS counts in hundredths: the one before the picture at 200.
      expect(times('s:1').map((ms) => ms - firstPicture)).toContain(codec === 'ass' ? 190 : 200);
    },
  );

  test('the picture is copied bit by bit where the container takes it', async () => {
    const { path } = await burn(footage(), inFolder('out.mkv'), TWO, {
      output: output({ delivery: 'mux', container: 'mkv' }),
    });
    const frames = (file: string) =>
      execFileSync('ffmpeg', ['-v', 'error', '-i', file, '-map', '0:v', '-f', 'md5', '-']).toString();
    expect(frames(path)).toBe(frames(footage()));
  });

  test('subtitles behind the end do not make the film longer', async () => {
    const late = project([
      cue('a', 200, 900, 'Hello'),
      cue('b', 1500, 60_000, 'Long'),
      cue('c', 70_000, 80_000, 'Late'),
    ]);
    const { path, checks } = await burn(footage(), inFolder('out.mp4'), late, {
      output: output({ delivery: 'mux' }),
    });
    expect(Number(probed(path, 'format=duration'))).toBeCloseTo(2, 1);
    expect(checks.map(({ code }) => code)).toContain('after-end');
  });
});

describe('a clip', () => {
  test('holds exactly its pictures, its sound and its subtitles', async () => {
    const source = testMedia([...picture('25', 8), ...tone(0, 100, 8), ...H264, ...AAC, '-shortest']);
    const words = project([
      cue('a', 1000, 2000, 'before'),
      cue('b', 3000, 4000, 'inside'),
      cue('c', 5900, 7000, 'after'),
    ]);
    const { path, durationMs, burned } = await burn(source, inFolder('clip.mp4'), words, {
      span: { startMs: 2500, endMs: 6010 },
    });
    // 2500 lies in the picture at 2480, 6010 in the one that ends at 6040.
    expect(Math.abs(durationMs - 3560)).toBeLessThan(5);
    expect(burned).toEqual({ checked: 1, seen: 1 });
    const cut = greyFrames(path, 320, 180);
    expect(cut).toHaveLength(89);
    const far = (a: Buffer, b: Buffer) => a.reduce((sum, value, n) => sum + Math.abs(value - (b[n] ?? 0)), 0);
    const distances = greyFrames(source, 320, 180).map((frame) => far(frame, cut[0] ?? frame));
    expect(distances.indexOf(Math.min(...distances))).toBe(62);
  });

  test('its subtitles appear when they should', async () => {
    const words = project([cue('b', 1200, 1600, 'inside')]);
    await burn(greyFootage('.mp4', '25', 2), inFolder('clip.mp4'), words, {
      span: { startMs: 1000, endMs: 2000 },
    });
    const inked = greyFrames(inFolder('clip.mp4'), 320, 180).flatMap((frame, n) =>
      inkOf(frame, 320, 180).pixels > 3 ? [n] : [],
    );
    expect(inked).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  });

  test.each([
    ['behind the end', 5000, 6000],
    ['of no length', 500, 500],
  ])('%s is refused', async (_, startMs, endMs) => {
    const run = burn(footage(), inFolder('clip.mp4'), TWO, { span: { startMs, endMs } });
    await expect(run).rejects.toMatchObject({ code: 'empty-clip' });
  });
});

describe('forced subtitles', () => {
  const two = withTracks([
    ['en', [cue('a', 200, 900, 'Hello')]],
    ['kk', [cue('b', 200, 900, 'Сәлем')]],
  ]);
  const forcedIn = async (container: 'mp4' | 'mkv' | 'webm') => {
    const { path, checks } = await burn(footage(), inFolder(`out.${container}`), two, {
      output: output({ delivery: 'mux', container, forced: ['kk'] }),
      trackIds: ['en', 'kk'],
    });
    const tracks = streamsOf(path).filter(({ codec_type }) => codec_type === 'subtitle');
    return {
      forced: tracks.map(({ disposition }) => disposition['forced']),
      said: checks.some(({ code }) => code === 'not-forced'),
    };
  };

  test.each(['mkv', 'webm'] as const)('are marked in %s', async (container) => {
    expect(await forcedIn(container)).toEqual({ forced: [0, 1], said: false });
  });

  test('cannot be marked in MP4, which is said', async () => {
    expect(await forcedIn('mp4')).toEqual({ forced: [0, 0], said: true });
  });
});

describe('logo and end card', () => {
  const CORNER = { ...USUAL_LOGO, corner: 'top-left' } as const;

  test('lie in the corner and after the end', async () => {
    const logo = testMedia(['-f', 'lavfi', '-i', 'color=white:s=100x50:d=1', '-frames:v', '1'], '.png');
    const card = testMedia(['-f', 'lavfi', '-i', 'color=red:s=100x100:d=1', '-frames:v', '1'], '.png');
    const { path, durationMs } = await burn(
      greyFootage('.mp4', '25', 1),
      inFolder('out.mp4'),
      project([cue('a', 100, 800, 'Hi')]),
      {
        branding: {
          logo: { ...CORNER, path: logo },
          endCard: { path: card, durationMs: 1000, isMoving: false },
        },
      },
    );
    expect(Math.abs(durationMs - 2000)).toBeLessThan(30);
    const frames = greyFrames(path, 64, 36);
    const [first, last] = [frames[2], frames.at(-2)];
    expect(first?.[3 * 64 + 5]).toBeGreaterThan(200);
    expect(first?.[18 * 64 + 32]).toBeGreaterThan(100);
    expect(last?.[18 * 64 + 32]).toBeLessThan(100);
    expect(last?.[3 * 64 + 5]).toBeLessThan(40);
  });

  test('a logo lets as much of the picture through as was asked for', async () => {
    const logo = testMedia(['-f', 'lavfi', '-i', 'color=white:s=100x50:d=1', '-frames:v', '1'], '.png');
    const shade = async (opacity: number) => {
      const { path } = await burn(greyFootage('.mp4', '25', 1), inFolder(`${opacity}.mp4`), TWO, {
        branding: { logo: { ...CORNER, opacity, path: logo } },
      });
      return greyFrames(path, 64, 36)[2]?.[3 * 64 + 5] ?? 0;
    };
    const [half, full] = [await shade(0.5), await shade(1)];
    expect(full).toBeGreaterThan(220);
    expect(half).toBeGreaterThan(150);
    expect(half).toBeLessThan(200);
  });

  test('a moving card begins when the clip ends, keeps its last picture, and is silent', async () => {
    const colours = [
      '-f',
      'lavfi',
      '-i',
      "color=white:s=64x36:r=25:d=1,geq=lum='if(lt(T,0.5),250,20)':cb=128:cr=128",
    ];
    const card = testMedia([...colours, ...H264]);
    const { path, durationMs } = await burn(
      greyFootage('.mp4', '25', 2),
      inFolder('out.mp4'),
      project([cue('a', 100, 1800, 'Hi')]),
      {
        span: { startMs: 400, endMs: 1400 },
        branding: { endCard: { path: card, durationMs: 2000, isMoving: true } },
      },
    );
    expect(Math.abs(durationMs - 3000)).toBeLessThan(60);
    const frames = greyFrames(path, 64, 36);
    const shadeAt = (ms: number) => frames[Math.round(ms / 40)]?.[2 * 64 + 2] ?? -1;
    expect(shadeAt(800)).toBeGreaterThan(100);
    expect(shadeAt(800)).toBeLessThan(180);
    expect(shadeAt(1240)).toBeGreaterThan(200);
    expect(shadeAt(1760)).toBeLessThan(60);
    expect(shadeAt(2840)).toBeLessThan(60);
  });

  test('a transparent overlay gets neither, and says so; a soft-muxed picture is no longer copied', async () => {
    const logo = testMedia(['-f', 'lavfi', '-i', 'color=white:s=100x50:d=1', '-frames:v', '1'], '.png');
    const branding = {
      logo: { ...CORNER, path: logo },
      endCard: { path: logo, durationMs: 1000, isMoving: false },
    };
    const overlay = await burn(footage(), inFolder('out.mov'), TWO, {
      output: output({ delivery: 'overlay', container: 'mov' }),
      branding,
    });
    expect(Math.abs(overlay.durationMs - 2000)).toBeLessThan(60);
    expect(overlay.checks.map(({ code }) => code)).toContain('no-branding');
    const muxed = await burn(greyFootage('.mp4', '25', 1), inFolder('out.mp4'), TWO, {
      output: output({ delivery: 'mux' }),
      branding,
    });
    expect(greyFrames(muxed.path, 64, 36)[2]?.[3 * 64 + 5]).toBeGreaterThan(200);
  });

  test('a list in the disguise of a picture is refused', async () => {
    writeFileSync(inFolder('logo.png'), 'ffconcat version 1.0\nfile /etc/passwd\n');
    const run = burn(footage(), inFolder('out.mp4'), TWO, {
      branding: { logo: { ...CORNER, path: inFolder('logo.png') } },
    });
    await expect(run).rejects.toThrow();
    expect(names(folder.path)).toEqual(['logo.png', 'tmp']);
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
  expect(names(folder.path)).toEqual(['tmp']);
});
