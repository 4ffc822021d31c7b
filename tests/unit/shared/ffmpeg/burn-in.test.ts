import { describe, expect, test } from 'vitest';
import type { AudioStream, VideoStream } from '../../../../shared/domain/media';
import {
  burnInSize,
  leastBurnInBytes,
  planBurnIn,
  type BurnInSettings,
} from '../../../../shared/ffmpeg/burn-in';

const video = (more: Partial<VideoStream> = {}): VideoStream => ({
  kind: 'video',
  index: 0,
  codec: 'h264',
  profile: null,
  pixelFormat: 'yuv420p',
  width: 1920,
  height: 1080,
  displayWidth: more.width ?? 1920,
  displayHeight: more.height ?? 1080,
  rotation: 0,
  frameRate: { num: 25, den: 1 },
  variableFrameRate: false,
  hdr: false,
  startMs: 0,
  durationMs: 1000,
  language: null,
  ...more,
});
const audio = (more: Partial<AudioStream> = {}): AudioStream => ({
  kind: 'audio',
  index: 1,
  codec: 'aac',
  channels: 2,
  sampleRateHz: 48000,
  startMs: 0,
  durationMs: 1000,
  language: null,
  ...more,
});
const plan = (more: Partial<BurnInSettings['media']> = {}, height: number | null = null) =>
  planBurnIn({
    inputPath: '/in.mp4',
    outputPath: '/out.part',
    height,
    media: { container: 'mov,mp4,m4a,3gp,3g2,mj2', startMs: 0, video: video(), audio: audio(), ...more },
  });
/** The value after an option; null where it is not there. */
const option = (options: readonly string[], name: string) =>
  options.includes(name) ? (options[options.indexOf(name) + 1] ?? null) : null;
const ASS = 'ass=subs.ass:fontsdir=fonts';

const ODD_PATHS = [
  ...[
    "/a/it's.mp4",
    '/a/say "hi".mp4',
    '/a/[b].mp4',
    '/a/c:d.mp4',
    '/a/e,f;g.mp4',
    '/a/100%.mp4',
    '/a/%03d.mp4',
  ],
  ...[
    '/a/new\nline.mp4',
    '/a/сұхбат مقابلة.mp4',
    'C:\\Users\\Ая\\in.mp4',
    '-i.mp4',
    '/a/=,\\:x.mp4',
    '/a/pipe:0',
  ],
];

describe('paths', () => {
  test.each(ODD_PATHS)('%j stands in the input and output alone', (path) => {
    const odd = planBurnIn({
      inputPath: path,
      outputPath: `${path}.part`,
      height: 720,
      media: { container: 'matroska,webm', startMs: 40, video: video(), audio: audio() },
    });
    expect(odd.input).toBe(`file:${path}`);
    expect(odd.output).toBe(`file:${path}.part`);
    const { input: _, output: __, ...rest } = odd;
    expect(rest).toEqual({ ...planBurnInOf('/plain.mp4') });
  });
});

function planBurnInOf(path: string) {
  const {
    input: _,
    output: __,
    ...rest
  } = planBurnIn({
    inputPath: path,
    outputPath: `${path}.part`,
    height: 720,
    media: { container: 'matroska,webm', startMs: 40, video: video(), audio: audio() },
  });
  return rest;
}

describe('picture', () => {
  test.each([
    ['as it is', {}, null, ['format=yuv420p', ASS]],
    ['scaled', {}, 720, ['scale=1280:720:flags=lanczos', 'setsar=1', 'format=yuv420p', ASS]],
    ['scaled to its own height', {}, 1080, ['format=yuv420p', ASS]],
    ['odd size', { width: 321, height: 181 }, null, ['crop=320:180:0:0', 'format=yuv420p', ASS]],
    [
      'upright, stored lying',
      { rotation: 90, displayWidth: 1080, displayHeight: 1920 } as const,
      null,
      ['format=yuv420p', ASS],
    ],
    [
      'upright and scaled',
      { rotation: 270, displayWidth: 1080, displayHeight: 1920 } as const,
      1280,
      ['scale=720:1280:flags=lanczos', 'setsar=1', 'format=yuv420p', ASS],
    ],
    [
      'wide pixels',
      { width: 720, height: 576, displayWidth: 1024, displayHeight: 576 },
      null,
      ['scale=1024:576:flags=lanczos', 'setsar=1', 'format=yuv420p', ASS],
    ],
  ])('%s', (_, more, height, filters) => {
    expect(plan({ video: video(more) }, height).videoFilters).toEqual(filters);
  });

  test.each([
    [1920, 1080, null, 1920, 1080],
    [1921, 1081, null, 1920, 1080],
    [1, 1, null, 2, 2],
    [1920, 1080, 719, 1276, 718],
    [1080, 1920, 1280, 720, 1280],
    [10, 4000, 64, 2, 64],
  ])('%dx%d at height %s is %dx%d', (width, height, wanted, w, h) => {
    expect(burnInSize(video({ width, height }), wanted)).toEqual({ width: w, height: h });
  });

  test.each([
    [25, 1, false, '1:90000'],
    [30000, 1001, false, '1:90000'],
    [24000, 1001, false, '1:96000'],
    [60000, 1001, false, '1:120000'],
    [120_000, 1001, false, '1:120000'],
    [30, 1, true, '1:90000'],
  ])('the clock of %d/%d (uneven: %s) ticks %s', (num, den, variableFrameRate, clock) => {
    const { outputOptions } = plan({ video: video({ frameRate: { num, den }, variableFrameRate }) });
    expect(option(outputOptions, '-enc_time_base:v')).toBe(clock);
    expect(option(outputOptions, '-fps_mode:v')).toBe('vfr');
    if (!variableFrameRate) expect((Number(clock.slice(2)) * den) % num).toBe(0);
  });
});

describe('sound', () => {
  test.each([
    ['aac', 2, 'copy', null],
    ['mp3', 2, 'copy', null],
    ['opus', 2, 'aac', '192000'],
    ['pcm_s16le', 1, 'aac', '96000'],
    ['ac3', 6, 'aac', '192000'],
  ])('%s with %d channels', (codec, channels, encoder, bits) => {
    const { outputOptions } = plan({ audio: audio({ codec, channels }) });
    expect(option(outputOptions, '-c:a')).toBe(encoder);
    expect(option(outputOptions, '-b:a')).toBe(bits);
    expect(outputOptions).toContain('0:1');
  });

  test('none', () => {
    const { outputOptions } = plan({ audio: null });
    expect(outputOptions).toContain('-an');
    expect(outputOptions.filter((part) => part === '-map')).toHaveLength(1);
  });

  test('the main streams are taken by their place', () => {
    const { outputOptions } = plan({ video: video({ index: 2 }), audio: audio({ index: 5 }) });
    expect(outputOptions.join(' ')).toContain('-map 0:2 -map 0:5 -sn -dn');
  });
});

describe('always', () => {
  const joined = plan().outputOptions.join(' ');
  test.each([
    '-nostdin',
    '-xerror',
    '-progress pipe:1',
    '-map_metadata -1 -map_chapters -1 -write_tmcd 0',
    '-fflags +bitexact -flags:v +bitexact -flags:a +bitexact',
    '-bsf:v filter_units=remove_types=6',
    '-c:v libx264 -preset veryfast -crf 18 -pix_fmt yuv420p',
    '-movflags +faststart -f mp4',
  ])('%s', (options) => {
    expect(` ${joined} `).toContain(` ${options} `);
  });

  test('the input is guarded', () => {
    expect(plan().inputOptions).toContain('-format_whitelist');
    expect(plan().inputOptions).toContain('-protocol_whitelist');
  });

  test('a late start is kept where players keep it', () => {
    expect(option(plan({ startMs: 1000 }).inputOptions, '-itsoffset')).toBe('1.000000');
    expect(option(plan({ container: 'mpegts', startMs: 1400 }).inputOptions, '-itsoffset')).toBeNull();
  });
});

test('the least size grows with pixels and time', () => {
  expect(leastBurnInBytes(video(), null, 60_000)).toBe(7_776_000);
  expect(leastBurnInBytes(video(), 540, 60_000)).toBe(1_944_000);
  expect(leastBurnInBytes(video({ frameRate: null }), null, 0)).toBe(0);
});
