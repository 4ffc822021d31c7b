import { describe, expect, test } from 'vitest';
import type { AudioStream, VideoStream } from '../../../../shared/domain/media';
import { SOFTWARE } from '../../../../shared/ffmpeg/encoders';
import {
  leastVideoBytes,
  planVideo,
  videoGraph,
  type VideoPlanSettings,
} from '../../../../shared/ffmpeg/video-plan';
import { completeVideo, PLAIN_BURN_IN } from '../../../../shared/video/complete';

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
const settings = (
  more: Partial<VideoPlanSettings['media']> = {},
  changes: Partial<VideoPlanSettings> = {},
): VideoPlanSettings => ({
  inputPath: '/in.mp4',
  outputPath: '/out.part',
  media: { container: 'mov,mp4,m4a,3gp,3g2,mj2', startMs: 0, video: video(), audio: audio(), ...more },
  output: completeVideo(PLAIN_BURN_IN),
  encoder: SOFTWARE.h264,
  rate: { kind: 'quality' },
  draws: true,
  span: null,
  soundFilters: [],
  soundBits: null,
  branding: { logo: null, endCard: null },
  covered: { covers: [], timesMs: [] },
  hushed: { mute: [], beep: [], disguise: [] },
  softTracks: [],
  ...changes,
});
const plan = (more: Partial<VideoPlanSettings['media']> = {}, changes: Partial<VideoPlanSettings> = {}) =>
  planVideo(settings(more, changes));
const ofHeight = (height: number | null) => ({ output: completeVideo({ ...PLAIN_BURN_IN, height }) });
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

const withPaths = (inputPath: string) => {
  const media = { container: 'matroska,webm', startMs: 40, video: video(), audio: audio() };
  return plan(media, { inputPath, outputPath: `${inputPath}.part`, ...ofHeight(720) });
};

describe('paths', () => {
  test.each(ODD_PATHS)('%j stands in the input and output alone', (path) => {
    const odd = withPaths(path);
    const plain = withPaths('/plain.mp4');
    expect(odd.inputs).toEqual([{ options: plain.inputs[0]?.options, input: `file:${path}` }]);
    expect(odd.output).toBe(`file:${path}.part`);
    expect([odd.graph, odd.outputOptions]).toEqual([plain.graph, plain.outputOptions]);
  });
});

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
    expect(plan({ video: video(more) }, ofHeight(height)).graph).toBe(`[0:0]${filters.join(',')}[v]`);
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
    const { graph, outputOptions } = plan({ video: video({ index: 2 }), audio: audio({ index: 5 }) });
    expect(graph).toMatch(/^\[0:2\]/);
    expect(outputOptions.join(' ')).toMatch(/-map \[v\] .*-map 0:5 .*-sn -dn/);
  });
});

describe('always', () => {
  const joined = plan().outputOptions.join(' ');
  test.each([
    '-nostdin',
    '-xerror',
    '-progress pipe:1',
    '-map_metadata -1 -map_chapters -1',
    '-write_tmcd 0',
    '-fflags +bitexact -flags:v +bitexact -flags:a +bitexact',
    '-bsf:v filter_units=remove_types=6',
    '-c:v libx264 -preset veryfast -crf 18 -pix_fmt yuv420p',
    '-movflags +faststart -f mp4',
  ])('%s', (options) => {
    expect(` ${joined} `).toContain(` ${options} `);
  });

  test('the input is guarded', () => {
    expect(plan().inputs[0]?.options).toContain('-format_whitelist');
    expect(plan().inputs[0]?.options).toContain('-protocol_whitelist');
  });

  const options0 = (more: Partial<VideoPlanSettings['media']>) => plan(more).inputs[0]?.options ?? [];
  test('a late start is kept where players keep it', () => {
    expect(option(options0({ startMs: 1000 }), '-itsoffset')).toBe('1.000000');
    expect(option(options0({ container: 'mpegts', startMs: 1400 }), '-itsoffset')).toBeNull();
  });
});

test('the least size grows with pixels and time', () => {
  expect(leastVideoBytes({ width: 1920, height: 1080 }, video(), 60_000)).toBe(7_776_000);
  expect(leastVideoBytes({ width: 960, height: 540 }, video(), 60_000)).toBe(1_944_000);
  expect(leastVideoBytes({ width: 1920, height: 1080 }, video({ frameRate: null }), 0)).toBe(0);
});

describe('containers and codecs', () => {
  test.each([
    ['mp4', 'hevc', '-c:v libx265', '-tag:v hvc1', '-bsf:v filter_units=remove_types=39|40', '-f mp4'],
    ['mkv', 'h264', '-c:v libx264', '-crf 18', '-c:a copy', '-f matroska'],
    ['webm', 'vp9', '-c:v libvpx-vp9', '-b:v 0', '-c:a libopus -ar 48000', '-f webm'],
    ['mov', 'prores', '-c:v prores_ks', '-profile:v 3', '-pix_fmt yuv422p10le', '-f mov'],
  ] as const)('%s with %s', (container, codec, ...options) => {
    const output = completeVideo({ ...PLAIN_BURN_IN, container, codec });
    const joined = ` ${plan({}, { output, encoder: SOFTWARE[codec] }).outputOptions.join(' ')} `;
    for (const option of options) expect(joined).toContain(` ${option} `);
    expect(joined.includes('-write_tmcd')).toBe(container === 'mp4' || container === 'mov');
  });

  test('two passes: the first writes nothing and makes no sound', () => {
    const output = completeVideo({ ...PLAIN_BURN_IN, maxBytes: 1_000_000 });
    const pass = (number: 1 | 2) =>
      plan({}, { output, soundBits: 64_000, rate: { kind: 'bits', bitsPerSecond: 500_000.4, pass: number } });
    expect(pass(1).output).toBe('-');
    expect(pass(1).outputOptions.join(' ')).toMatch(
      /-b:v 500000 -pass 1 -passlogfile passes .*-an .*-f null$/,
    );
    expect(pass(2).output).toBe('file:/out.part');
    expect(pass(2).outputOptions.join(' ')).toMatch(/-pass 2 .*-c:a aac -ac 2 -b:a 64000/);
  });

  test('a copied picture has no graph', () => {
    const copied = plan({}, { encoder: null, draws: false });
    expect(copied.graph).toBeNull();
    expect(copied.outputOptions.join(' ')).toContain('-map 0:0 -c:v copy -bsf:v filter_units=remove_types=6');
  });
});

describe('a span', () => {
  const inputOf = (container: string, startMs: number, span: { startMs: number; endMs: number }) =>
    plan({ container, startMs }, { span }).inputs[0]?.options ?? [];
  test.each([
    ['from the middle', 'mov', 0, '0.999900', '1.000000', null],
    ['of footage that begins before it', 'mov', 400, '0.599900', '1.000000', null],
    ['of footage that begins within it', 'mov', 1500, '0.000000', '0.499900', '0.500000'],
    ['of footage whose times are moved to 0', 'mpegts', 1400, '0.999900', '1.000000', null],
  ])('%s', (_, container, startMs, seek, length, offset) => {
    const options = inputOf(container, startMs, { startMs: 1000, endMs: 2000 });
    expect([option(options, '-ss'), option(options, '-t'), option(options, '-itsoffset')]).toEqual([
      seek,
      length,
      offset,
    ]);
  });

  test('encodes its sound: a copied one could not be cut on the picture', () => {
    expect(option(plan({}, { span: { startMs: 0, endMs: 10 } }).outputOptions, '-c:a')).toBe('aac');
  });
});

describe('logo and card', () => {
  const logo = { corner: 'bottom-right', width: 0.1, margin: 0.05, opacity: 1 } as const;
  const endCard = { durationMs: 2500, atMs: 1000, isMoving: false };

  test('lie over the drawn picture, in this order', () => {
    const { inputs, graph } = plan({}, { branding: { logo, endCard } });
    expect(inputs.map(({ input }) => input)).toEqual(['file:/in.mp4', 'file:logo', 'file:card']);
    expect(graph).toContain(`${ASS}[under];[1:v]format=rgba,scale=192:-1`);
    expect(graph).toContain('overlay=W-w-54:H-h-54');
    expect(graph).toMatch(
      /tpad=stop_mode=clone:stop_duration=2\.5\[film\];\[2:v\].*enable='gte\(t,1\)'\[v\]$/,
    );
  });

  test('a card is number 1 without a logo, and silence follows the sound', () => {
    const made = plan({}, { branding: { logo: null, endCard } });
    expect(made.graph).toContain('[1:v]format=rgba');
    expect(option(made.outputOptions, '-af')).toBe('apad=pad_dur=2.5');
    expect(option(made.outputOptions, '-c:a')).toBe('aac');
  });

  test('only still pictures can be one', () => {
    const [, given] = plan({}, { branding: { logo, endCard: null } }).inputs;
    expect(option(given?.options ?? [], '-format_whitelist')).toBe('png_pipe,jpeg_pipe,webp_pipe');
  });
});

describe('soft tracks', () => {
  const soft = (format: 'srt' | 'vtt' | 'ass', more = {}) => ({
    ...{ file: `track-0.${format}`, format, language: 'kaz', title: 'қазақ тілі' },
    ...{ isDefault: false, isForced: false, ...more },
  });

  test.each([
    ['mp4', 'srt', '-c:s:0 mov_text', 'handler_name=қазақ тілі'],
    ['mkv', 'srt', '-c:s:0 srt', 'title=қазақ тілі'],
    ['mkv', 'ass', '-c:s:0 ass', 'title=қазақ тілі'],
    ['webm', 'vtt', '-c:s:0 webvtt', 'title=қазақ тілі'],
  ] as const)('in %s as %s', (container, format, codec, title) => {
    const output = completeVideo({ ...PLAIN_BURN_IN, delivery: 'mux', container });
    const made = plan({}, { output, encoder: null, draws: false, softTracks: [soft(format)] });
    const joined = made.outputOptions.join(' ');
    expect(made.inputs[1]?.input).toBe(`file:track-0.${format}`);
    for (const part of ['-map 1:0', codec, '-metadata:s:s:0 language=kaz', title, '-disposition:s:0 0'])
      expect(joined).toContain(part);
    expect(joined).not.toContain('-sn');
  });

  test('flags', () => {
    const both = [soft('srt', { isDefault: true, isForced: true }), soft('srt', { isForced: true })];
    const joined = plan({}, { softTracks: both }).outputOptions.join(' ');
    expect(joined).toContain('-disposition:s:0 default+forced');
    expect(joined).toContain('-disposition:s:1 forced');
  });
});

test('the same picture without subtitles is the same but for them', () => {
  const made = settings({}, ofHeight(720));
  expect(videoGraph({ ...made, draws: false }, SOFTWARE.h264)).toBe(
    videoGraph(made, SOFTWARE.h264).replace(`,${ASS}`, ''),
  );
});
