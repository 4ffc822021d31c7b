/** Sound that is redacted is in no video: listened to where it was, at its edges and beside it. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkHushed } from '../../../electron/services/export/hushed-check';
import { probeMedia } from '../../../electron/services/media/probe';
import type { Project } from '../../../shared/domain/project';
import type { Redaction } from '../../../shared/domain/redaction';
import type { VideoOutput } from '../../../shared/domain/video-output';
import type { ClipSpan } from '../../../shared/video/clip';
import type { VideoPlanSettings } from '../../../shared/ffmpeg/video-plan';
import { soundPlan } from '../../../shared/redaction/sound';
import { completeVideo, PLAIN_BURN_IN } from '../../../shared/video/complete';
import { AAC, H264, lateFootageOf, temporaryFolder, testMedia, TOOLS } from '../../support/media';
import { burn, cue, project } from './fixture';

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

const RATE = 48_000;
/** Four seconds of a voice of 300 Hz. */
const voice = (extension = '.mp4', coded: readonly string[] = AAC) =>
  testMedia(
    [
      ...['-f', 'lavfi', '-i', 'color=0x808080:s=320x180:r=25:d=4'],
      ...['-f', 'lavfi', '-i', 'aevalsrc=0.5*sin(2*PI*300*t):s=48000:d=4'],
      ...[...H264, '-g', '25', '-keyint_min', '25', ...coded, '-shortest'],
    ],
    extension,
  );

const stretch = (
  treatment: 'mute' | 'beep' | 'disguise',
  startMs: number,
  endMs: number,
  n = 0,
): Redaction => ({
  ...{ id: `${treatment}${n}`, order: n, kind: 'sound', treatment, startMs, endMs },
});
const REDACTED: readonly Redaction[] = [
  stretch('mute', 503, 1007),
  stretch('beep', 1500, 2000, 1),
  stretch('disguise', 2500, 3000, 2),
];
const redacted = (redactions: readonly Redaction[]): Project => ({
  ...project([cue('a', 200, 900, 'Hello')]),
  redactions: [...redactions],
});

/** Every sample at its time of the film, whatever the file begins with. */
function samplesOf(path: string): Float32Array {
  const bytes = execFileSync('ffmpeg', [
    ...['-v', 'error', '-copyts', '-i', `file:${path}`, '-map', '0:a:0'],
    ...['-af', 'aresample=async=1:first_pts=0', '-ac', '1', '-ar', String(RATE), '-f', 'f32le', '-'],
  ]);
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/** How strong a tone is between two times (ms): its amplitude. */
function level(samples: Float32Array, hz: number, fromMs: number, toMs: number): number {
  const [from, to] = [fromMs, toMs].map((ms) => Math.round((ms * RATE) / 1000)) as [number, number];
  let [sine, cosine] = [0, 0];
  for (let n = from; n < to; n++) {
    const sample = samples[n] ?? NaN;
    sine += sample * Math.sin((2 * Math.PI * hz * n) / RATE);
    cosine += sample * Math.cos((2 * Math.PI * hz * n) / RATE);
  }
  return (2 * Math.hypot(sine, cosine)) / (to - from);
}

async function made(
  name: string,
  source: string,
  output: Partial<VideoOutput> = {},
  span: ClipSpan | null = null,
) {
  const target = join(folder.path, name);
  const { checks } = await burn(source, target, redacted(REDACTED), {
    output: { ...PLAIN_BURN_IN, ...output },
    trackIds: output.delivery === 'none' ? [] : ['track'],
    span,
    temporaryFolder: folder.path,
  });
  return { samples: samplesOf(target), codes: checks.map(({ code }) => code) };
}

/** Hears all three stretches, and the voice beside them from `fromMs` on. */
function expectRedacted(samples: Float32Array, { fromMs: beginMs = 100 } = {}): void {
  const at = (hz: number, fromMs: number, toMs: number) => level(samples, hz, fromMs, toMs);
  // Right up to the edges; coding smears what stands beside them by a few ms.
  expect(at(300, 510, 1000)).toBeLessThan(0.01);
  expect(at(300, 503, 513)).toBeLessThan(0.12);
  expect(at(300, 997, 1007)).toBeLessThan(0.12);
  expect(samples.subarray(0.56 * RATE, 0.96 * RATE)).toSatisfy((silence: Float32Array) =>
    silence.every((sample) => Math.abs(sample) < 0.002),
  );
  expect(at(300, 1510, 1990)).toBeLessThan(0.01);
  expect(at(1000, 1510, 1990)).toBeGreaterThan(0.08);
  // The disguised voice is deeper, and nothing of its own pitch is left.
  expect(at(300, 2550, 2950)).toBeLessThan(0.05);
  expect(at(240, 2600, 2900)).toBeGreaterThan(0.3);
  for (const [from, to] of [
    [beginMs, 490],
    [1040, 1460],
    [2040, 2400],
    [3100, 3500],
  ] as const) {
    expect(at(300, from, to)).toBeGreaterThan(0.45);
    expect(at(1000, from, to)).toBeLessThan(0.01);
  }
}

test.each<[string, () => string, Partial<VideoOutput>]>([
  ['burned in, where sound would be copied', () => voice(), {}],
  ['muxed', () => voice(), { delivery: 'mux' }],
  ['copied without subtitles', () => voice(), { delivery: 'none', codec: 'copy' }],
  ['as WebM', () => voice(), { container: 'webm', codec: 'vp9' }],
  ['as ProRes', () => voice('.mov', ['-c:a', 'pcm_s16le']), { container: 'mov', codec: 'prores' }],
  ['with a smart burn-in', () => voice(), { smart: true }],
  ['of footage in Matroska', () => voice('.mkv'), {}],
])('a video %s holds nothing of it', async (name, source, output) => {
  const { samples, codes } = await made(
    `${name.replaceAll(/\W/g, '-')}.${output.container ?? 'mp4'}`,
    source(),
    output,
  );
  expectRedacted(samples);
  expect(codes).toEqual(expect.arrayContaining(['redacted', 'hushed']));
  expect(codes).not.toContain('sound-copied');
  expect(codes.includes('smart')).toBe(output.smart === true);
});

test('footage that begins late', async () => {
  const { samples } = await made('late.mp4', lateFootageOf(voice(), '.mkv'));
  expect(level(samples, 300, 0, 350)).toBeLessThan(0.01);
  // The voice is there from 0.41 s on.
  expectRedacted(samples, { fromMs: 440 });
});

test('a clip', async () => {
  const { samples } = await made('clip.mp4', voice(), {}, { startMs: 800, endMs: 3600 });
  expect(level(samples, 300, 10, 190)).toBeLessThan(0.01);
  expect(level(samples, 300, 250, 650)).toBeGreaterThan(0.45);
  expect(level(samples, 1000, 720, 1180)).toBeGreaterThan(0.08);
  expect(level(samples, 300, 1750, 2150)).toBeLessThan(0.05);
});

test('what nobody could listen to is a failed check, and what can be heard is not kept', async () => {
  const source = voice();
  const info = await probeMedia(source, TOOLS);
  if (!info.video) throw new Error('it has a picture');
  const settings: VideoPlanSettings = {
    ...{ inputPath: source, outputPath: '', media: { ...info, video: info.video }, encoder: null },
    ...{ output: completeVideo(PLAIN_BURN_IN), rate: { kind: 'quality' }, draws: false, span: null },
    ...{ soundFilters: [], soundBits: null, branding: { logo: null, endCard: null }, softTracks: [] },
    ...{ covered: { covers: [], timesMs: [] }, hushed: soundPlan(redacted(REDACTED)) },
  };
  const listened = (temporaryPath: string) =>
    checkHushed(
      {
        ...{ job: { tools: TOOLS, signal: undefined }, folder: folder.path, durationMs: 4000 },
        target: { temporaryPath, name: 'a.mp4' },
      },
      settings,
    );
  const unreadable = join(folder.path, 'unreadable.mp4');
  writeFileSync(unreadable, 'no video');
  expect(await listened(unreadable)).toMatchObject([{ code: 'hushed', result: 'failed' }]);
  await expect(listened(source)).rejects.toMatchObject({ code: 'verification' });
});

test('evened loudness is measured without what is taken out', async () => {
  const { codes } = await made('loud.mp4', voice(), { loudness: 'ebu-r128' });
  expect(codes).toEqual(expect.arrayContaining(['loudness', 'hushed']));
});

test('a voice is hidden wherever its speaker is said to speak; one that is nowhere stops the export', async () => {
  const hidden: Redaction = { id: 'v', order: 0, kind: 'voice', treatment: 'mute', speakerId: 'aya' };
  const spoken = { ...redacted([hidden]), cues: [cue('a', 1200, 1900, 'Hello', { speakerId: 'aya' })] };
  const target = join(folder.path, 'voice.mp4');
  await burn(voice(), target, spoken, { temporaryFolder: folder.path });
  const samples = samplesOf(target);
  expect(level(samples, 300, 960, 2140)).toBeLessThan(0.01);
  expect(level(samples, 300, 200, 900)).toBeGreaterThan(0.45);
  await expect(burn(voice(), join(folder.path, 'nowhere.mp4'), redacted([hidden]), {})).rejects.toMatchObject(
    {
      code: 'voice-unplaced',
    },
  );
});
