/** What is redacted is in no picture of any video: followed frame by frame through ffmpeg, at every rate and in every shape. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkCovered } from '../../../electron/services/export/covered-check';
import { buildFrameIndex } from '../../../electron/services/media/frame-index';
import { fingerprintFile } from '../../../electron/services/media/fingerprint';
import { probeMedia } from '../../../electron/services/media/probe';
import type { Project } from '../../../shared/domain/project';
import type { CoverRedaction, RedactionFill } from '../../../shared/domain/redaction';
import type { VideoOutput } from '../../../shared/domain/video-output';
import type { ClipSpan } from '../../../shared/video/clip';
import { millisecondOfFrame } from '../../../shared/frames/frames';
import { SOFTWARE } from '../../../shared/ffmpeg/encoders';
import { coversOfVideo, type VideoPlanSettings } from '../../../shared/ffmpeg/video-plan';
import { UNREDACTED } from '../../../shared/redaction/sound';
import { completeVideo, PLAIN_BURN_IN } from '../../../shared/video/complete';
import { AAC, H264, lateFootageOf, temporaryFolder, testMedia, TOOLS, tone } from '../../support/media';
import { burn, cue, greyFrames, project } from './fixture';

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

const SIZE = { width: 640, height: 360 };
/** A white face that walks over grey, 100 px a second. */
const walking = (
  rate: string,
  extension = '.mp4',
  more: readonly string[] = [],
  coded: readonly string[] = H264,
) =>
  testMedia(
    [
      ...['-f', 'lavfi', '-i', `color=0x808080:s=640x360:r=${rate}:d=3`],
      ...['-f', 'lavfi', '-i', `color=white:s=60x60:r=${rate}:d=3`],
      ...tone(0, 100, 3),
      ...[
        '-filter_complex',
        `[0:v][1:v]overlay=x='40+100*t':y=150${more.length > 0 ? `,${more.join(',')}` : ''}[v]`,
      ],
      ...['-map', '[v]', '-map', '2:a', '-fps_mode', 'vfr', ...coded, ...AAC, '-shortest'],
    ],
    extension,
  );
const turned = () =>
  testMedia(
    ['-i', walking('25', '.mp4', ['transpose=2']), '-c', 'copy', '-metadata:s:v', 'rotate=270'],
    '.mp4',
  );

const indexOf = async (path: string) => {
  const info = await probeMedia(path, TOOLS);
  const fingerprint = await fingerprintFile(path);
  return buildFrameIndex(path, TOOLS, { info, fingerprint, cacheFolder: folder.path });
};

/** First and last covered picture of the walking face. */
const [FIRST, AFTER] = [10, 40] as const;

/** Follows the face: where it is at two times, with a little around it. */
function following(timesMs: ArrayLike<number>, fill: RedactionFill = 'solid', startMs = 0): CoverRedaction {
  const frames = { timesMs: Float64Array.from(timesMs), endMs: 3000 };
  const key = (frame: number) => {
    const atMs = Math.round(timesMs[frame] ?? 0);
    const x = (40 + (atMs - startMs) / 10 - 6) / SIZE.width;
    return { atMs, x, y: 144 / SIZE.height, width: 72 / SIZE.width, height: 72 / SIZE.height };
  };
  return {
    ...{ id: 'cover', order: 0, kind: 'cover', fill },
    startMs: millisecondOfFrame(frames, FIRST),
    endMs: millisecondOfFrame(frames, AFTER),
    keys: [key(FIRST), key(AFTER)],
  };
}

const withCover = (cover: CoverRedaction): Project => ({
  ...project([cue('a', 200, 2600, 'Hello')]),
  redactions: [cover],
});

/** Numbers of the pictures in which the face can be seen. */
const seen = (path: string, size = SIZE) =>
  greyFrames(path, size.width, size.height).flatMap((frame, n) => {
    // Subtitles stand below.
    const above = frame.subarray(0, size.width * Math.round(size.height * 0.65));
    return above.some((value) => value > 190) ? [n] : [];
  });
const outside = (count: number) =>
  Array.from({ length: count }, (_, n) => n).filter((n) => n < FIRST || n >= AFTER);

interface Made {
  readonly cover?: CoverRedaction;
  readonly output?: Partial<VideoOutput>;
  readonly span?: ClipSpan;
}

async function madeVideo(source: string, name: string, { cover, output, span }: Made = {}) {
  const { timesMs } = await indexOf(source);
  const target = join(folder.path, name);
  const result = await burn(source, target, withCover(cover ?? following(timesMs)), {
    output: { ...PLAIN_BURN_IN, ...output },
    frameTimes: timesMs,
    trackIds: output?.delivery === 'none' ? [] : ['track'],
    span: span ?? null,
    temporaryFolder: folder.path,
  });
  return { target, result, count: timesMs.length };
}

test.each([
  ['25 a second', () => walking('25')],
  ['29.97 a second', () => walking('30000/1001')],
  ['23.976 in Matroska', () => walking('24000/1001', '.mkv')],
  ['59.94', () => walking('60000/1001')],
  ['a variable rate', () => walking('30', '.mp4', ["select='gte(mod(n\\,7)\\,2)'"])],
  ['a rotation flag', turned],
])('%s: covered on every picture between first and last, and on no other', async (name, source) => {
  const { target, count } = await madeVideo(source(), `${name.replaceAll(' ', '-')}.mp4`);
  expect(count).toBeGreaterThan(45);
  expect(seen(target)).toEqual(outside(count));
});

test('the turned footage is told by a flag', async () => {
  expect((await probeMedia(turned(), TOOLS)).video?.rotation).not.toBe(0);
});

test('footage that begins late', async () => {
  const { target, count } = await madeVideo(lateFootageOf(walking('25'), '.mkv'), 'late.mp4', {
    cover: following((await indexOf(lateFootageOf(walking('25'), '.mkv'))).timesMs, 'solid', 410),
  });
  expect(seen(target)).toEqual(outside(count));
});

const framing = (aspect: '9:16' | '1:1' | '4:5', fit: 'crop' | 'pad' | 'blur') => ({
  framing: { aspect, fit, focusX: 0.25, focusY: 0.5 },
});
test.each<[string, Partial<VideoOutput>, { width: number; height: number }]>([
  ['cut to 9:16', framing('9:16', 'crop'), { width: 202, height: 360 }],
  ['with bars', framing('1:1', 'pad'), { width: 360, height: 360 }],
  ['on a blurred surround', framing('4:5', 'blur'), { width: 360, height: 450 }],
  ['under a size', { maxBytes: 200_000 }, SIZE],
  ['muxed, where the picture would be copied', { delivery: 'mux' }, SIZE],
  ['without subtitles, asked to be copied', { delivery: 'none', codec: 'copy' }, SIZE],
  ['as WebM', { container: 'webm', codec: 'vp9', height: 180 }, { width: 320, height: 180 }],
])('a video %s hides the same pictures', async (name, output, size) => {
  const { target, result, count } = await madeVideo(
    walking('25'),
    `${name.replaceAll(/\W/g, '-')}.${output.container ?? 'mp4'}`,
    { output },
  );
  // The cut leaves the face behind at 55.
  const last = output.framing?.fit === 'crop' ? 55 : count;
  expect(seen(target, size)).toEqual(outside(last));
  const codes = result.checks.map(({ code }) => code);
  expect(codes).toContain('redacted');
  expect(codes).toContain('covered');
  expect(codes.includes('encoded-for-covers')).toBe(output.delivery === 'mux' || output.codec === 'copy');
});

test('a clip hides the pictures that it has of them', async () => {
  const { target, count } = await madeVideo(walking('25'), 'clip.mp4', {
    span: { startMs: 800, endMs: 2000 },
  });
  expect(count).toBe(75);
  // Pictures 20 to 49 of the film; 20 to 39 are covered.
  expect(seen(target)).toEqual(Array.from({ length: 10 }, (_, n) => n + 20));
});

test('smart burn-in encodes covered groups of pictures too, and copies the rest', async () => {
  const gops = ['-g', '15', '-keyint_min', '15', '-sc_threshold', '0'];
  const source = walking('25', '.mp4', [], [...H264, ...gops]);
  const index = await indexOf(source);
  const cover = { ...following(index.timesMs), startMs: 1400, endMs: 1640 };
  const target = join(folder.path, 'smart.mp4');
  const { checks } = await burn(
    source,
    target,
    { ...project([cue('a', 100, 500, 'Hello')]), redactions: [cover] },
    {
      output: { ...PLAIN_BURN_IN, smart: true },
      frameTimes: index.timesMs,
      temporaryFolder: folder.path,
    },
  );
  expect(checks.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['smart', 'same-pictures', 'covered']),
  );
  const dark = greyFrames(target, SIZE.width, SIZE.height).flatMap((frame, n) =>
    frame.some((value) => value < 30) && n > 15 ? [n] : [],
  );
  expect(dark).toEqual([35, 36, 37, 38, 39, 40]);
});

test.each(['blur', 'mosaic'] as const)(
  '%s leaves no detail, and says that it can be undone',
  async (fill) => {
    const stripes = testMedia([
      ...['-f', 'lavfi', '-i', 'color=0x808080:s=640x360:r=25:d=2', '-f', 'lavfi'],
      ...[
        '-i',
        "color=white:s=80x80:r=25:d=2,format=yuv420p,geq=lum='if(mod(floor(X/4)\\,2)\\,235\\,16)':cb=128:cr=128",
      ],
      ...['-filter_complex', '[0:v][1:v]overlay=x=100:y=100[v]', '-map', '[v]', ...H264],
    ]);
    const box = { x: 90 / 640, y: 90 / 360, width: 100 / 640, height: 100 / 360 };
    const cover: CoverRedaction = {
      ...{ id: 'c', order: 0, kind: 'cover', fill, startMs: 400, endMs: 1200 },
      keys: [{ atMs: 0, ...box }],
    };
    const { target, result } = await madeVideo(stripes, `${fill}.mp4`, {
      cover,
      output: { delivery: 'none' },
    });
    const sharp = greyFrames(target, SIZE.width, SIZE.height).flatMap((frame, n) =>
      frame.some((value) => value > 190 || value < 60) ? [n] : [],
    );
    expect(sharp).toEqual([...Array(10).keys(), ...Array.from({ length: 20 }, (_, n) => n + 30)]);
    expect(result.checks.find(({ code }) => code === 'redacted')?.message).toContain('can be undone');
    expect(result.checks.map(({ code }) => code)).toContain('covered');
  },
);

describe('the look afterwards', () => {
  const looked = async (made: 'covered' | 'as filmed' | 'unreadable') => {
    const source = walking('25');
    const { timesMs } = await indexOf(source);
    const info = await probeMedia(source, TOOLS);
    if (!info.video) throw new Error('it has a picture');
    const covers = [following(timesMs)];
    const settings: VideoPlanSettings = {
      ...{ inputPath: source, outputPath: '', media: { ...info, video: info.video } },
      ...{ output: completeVideo({ ...PLAIN_BURN_IN, delivery: 'none' }), encoder: SOFTWARE.h264 },
      ...{ rate: { kind: 'quality' }, draws: false, span: null, soundFilters: [], soundBits: null },
      ...{ branding: { logo: null, endCard: null }, covered: { covers, timesMs }, hushed: UNREDACTED },
      ...{ softTracks: [], attached: [] },
    };
    for (const [name, text] of Object.entries(coversOfVideo(settings).files))
      writeFileSync(join(folder.path, name), text);
    const unreadable = join(folder.path, 'unreadable.mp4');
    writeFileSync(unreadable, 'no video');
    const video =
      made === 'covered'
        ? (await madeVideo(source, 'looked.mp4', { output: { delivery: 'none' } })).target
        : { 'as filmed': source, unreadable }[made];
    return checkCovered(
      {
        ...{ job: { tools: TOOLS, signal: undefined }, folder: folder.path },
        target: { temporaryPath: video, name: 'looked.mp4' },
      },
      settings,
    );
  };
  test('passes what is covered', async () => {
    expect(await looked('covered')).toMatchObject([{ code: 'covered', result: 'passed' }]);
  });
  test('does not pass what it could not look at', async () => {
    expect(await looked('unreadable')).toMatchObject([{ code: 'covered', result: 'failed' }]);
  });
  test('keeps no video in which a covered place can be seen', async () => {
    await expect(looked('as filmed')).rejects.toMatchObject({ code: 'verification' });
  });
});
