/** Contrast measured in real footage: drawn by ffmpeg's libass, computed in the worker. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { knownContrast, knownRatios, measureContrast } from '../../../electron/services/contrast/contrast';
import { buildFrameIndex } from '../../../electron/services/media/frame-index';
import { fingerprintFile } from '../../../electron/services/media/fingerprint';
import { probeMedia } from '../../../electron/services/media/probe';
import { drawnTrack, type OtherPicture } from '../../../shared/contrast/looks';
import type { Redaction } from '../../../shared/domain/redaction';
import type { Cue, Style, Track } from '../../../shared/domain/track';
import { emptyProject } from '../../../shared/history/tables';
import { PLAIN_LOOK } from '../../../shared/style/presets';
import { defaultStyles } from '../../../shared/style/styles';
import { outputOf, presetById } from '../../../shared/video/presets';
import type { Fitting } from '../../../shared/domain/video-output';
import { H264, lateFootageOf, temporaryFolder, testMedia, TOOLS } from '../../support/media';
import { cue as sampleCue } from '../../support/sample-project';

const FONTS = join(import.meta.dirname, '../../../dist/fonts');

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

/** Four seconds each of black, white and middle grey; then one that changes from black to white half-way. */
const film = () =>
  testMedia([
    ...['black:d=4', 'white:d=4', '0x777777:d=4', 'black:d=2', 'white:d=2'].flatMap((colour) => [
      ...['-f', 'lavfi', '-i', `color=${colour}:s=640x360:r=25`],
    ]),
    ...['-filter_complex', '[0][1][2][3][4]concat=n=5', ...H264, '-g', '50'],
  ]);

const bare = { ...PLAIN_LOOK, id: 'bare', order: 1, name: '', fontSizePct: 5 };
const cue = (n: number, text: string, more: Partial<Cue> = {}) =>
  sampleCue(`c${n}`, n * 4000 + 500, n * 4000 + 3500, text, { trackId: 't', ...more });
const four = ['On black', 'On white', 'On grey', 'On both'].map((text, n) => cue(n, text));

function drawnAs(
  style: Style,
  cues: readonly Cue[],
  redactions: Redaction[] = [],
  other: OtherPicture | null = null,
) {
  const language = 'en';
  const project = { ...emptyProject({ id: 'p', title: '', language }), styles: [style], redactions };
  const track: Track = {
    ...{ id: 't', order: 1, name: '', profileId: 'x', styleId: style.id, language },
    kind: 'source',
    direction: 'ltr',
  };
  return drawnTrack(project, track, cues, [], other);
}

async function optionsFor(path: string, name: string) {
  const info = await probeMedia(path, TOOLS);
  const cacheFolder = join(folder.path, name);
  const fingerprint = await fingerprintFile(path);
  return { info, cacheFolder, fingerprint, timesMs: [], fontFolder: FONTS, ownFonts: [], tools: TOOLS };
}

async function ratiosOf(
  style: Style,
  cues: readonly Cue[],
  path = film(),
): Promise<(number | null | undefined)[]> {
  const options = await optionsFor(path, `cache-${style.name}-${Math.random()}`);
  const measured = await measureContrast(path, { ...options, drawn: drawnAs(style, cues) });
  return cues.map(({ id }) => measured.find((one) => one.id === id)?.ratio ?? null);
}

test('bare letters have the contrast of their colour and the picture', async () => {
  const [black, white, grey, both] = await ratiosOf(bare, four);
  expect(black).toBeGreaterThan(20);
  expect(white).toBeLessThan(1.1);
  // #777777 is 4.48:1 to white (WebAIM's contrast checker).
  expect(grey).toBeGreaterThan(4.2);
  expect(grey).toBeLessThan(4.8);
  // White for half of the time: a tenth is more than enough to count.
  expect(both).toBeLessThan(1.1);
});

test('an outline as wide as a stroke surrounds letters, a hairline does not, and a box does as far as it is solid', async () => {
  const [, outlined] = await ratiosOf({ ...bare, outlinePct: 0.5 }, four);
  expect(outlined).toBeGreaterThan(15);
  const [, hairline] = await ratiosOf({ ...bare, outlinePct: 0.05 }, four);
  expect(hairline).toBeLessThan(3);
  expect(hairline).toBeGreaterThan(1);
  const [, solid] = await ratiosOf({ ...bare, box: true }, four);
  expect(solid).toBeGreaterThan(20);
  // Half black over white is #808080: 3.95:1.
  const [, half] = await ratiosOf({ ...bare, box: true, boxOpacity: 0.5 }, four);
  expect(half).toBeGreaterThan(3.7);
  expect(half).toBeLessThan(4.2);
  for (const style of defaultStyles()) {
    const [, onWhite] = await ratiosOf(style, four);
    expect(onWhite, style.name).toBeGreaterThan(4.5);
  }
});

test('cues shown together are told apart, lines with a spacing of their own too', async () => {
  const speakers = [cue(1, 'White letters'), cue(1, 'on the same', { id: 'top', position: 'top' })];
  const dark = { ...bare, colour: '#000000', lineSpacingEm: 1.3 };
  const ratios = await ratiosOf(dark, speakers);
  for (const ratio of ratios) expect(ratio).toBeGreaterThan(20);
});

test('what covers the footage is under the letters, and a cover that moves away is not', async () => {
  const path = film();
  const options = await optionsFor(path, 'covered');
  const { timesMs } = await buildFrameIndex(path, TOOLS, options);
  const cover = (toY: number): Redaction => ({
    ...{ id: 'r', order: 1, kind: 'cover', startMs: 4000, endMs: 8000, fill: 'solid' },
    keys: [
      { atMs: 4000, x: 0, y: 0.5, width: 1, height: 0.5 },
      { atMs: 8000, x: 0, y: toY, width: 1, height: 0.5 },
    ],
  });
  const ratioUnder = async (redactions: Redaction[]) => {
    const drawn = drawnAs(bare, four, redactions);
    const measured = await measureContrast(path, { ...options, timesMs, drawn });
    return measured.find(({ id }) => id === 'c1')?.ratio;
  };
  expect(await ratioUnder([cover(0.5)])).toBeGreaterThan(20);
  // Half-way it uncovers the bottom.
  expect(await ratioUnder([cover(0)])).toBeLessThan(1.1);
  expect(await ratioUnder([])).toBeLessThan(1.1);
});

test('footage that starts late and cues that are never seen', async () => {
  const late = lateFootageOf(film(), '.mkv');
  // White begins at 4.41 s there.
  const at = cue(0, 'On white', { startMs: 4500, endMs: 8300 });
  const behind = cue(9, 'Behind the end');
  const empty = cue(10, '', { startMs: 41_000, endMs: 41_500 });
  const momentary = cue(20, 'Of no duration', { endMs: 80_500 });
  const [onWhite, ...nothing] = await ratiosOf(bare, [at, behind, empty, momentary], late);
  expect(onWhite).toBeLessThan(1.1);
  expect(nothing).toEqual([null, null, null]);
});

test('what was measured is known until it looks otherwise, and only the rest is measured again', async () => {
  const path = film();
  const options = await optionsFor(path, 'kept');
  const drawn = drawnAs(bare, four);
  expect(await knownContrast(drawn, options)).toEqual([]);
  const told: number[] = [];
  const first = await measureContrast(path, { ...options, drawn, onProgress: (f) => told.push(f) });
  expect(first.map(({ id }) => id)).toEqual(['c0', 'c1', 'c2', 'c3']);
  expect(told.at(-1)).toBe(1);
  expect(await knownContrast(drawn, options)).toEqual(first);
  // Nothing has to be decoded: no tool is there to ask.
  const noTools = { ...options, tools: { ffmpeg: 'none', ffprobe: 'none' } };
  expect(await measureContrast(path, { ...noTools, drawn })).toEqual(first);
  const known = async (style: Style, cues: readonly Cue[]) =>
    (await knownContrast(drawnAs(style, cues), options)).map(({ id }) => id);
  expect(await known(bare, four.with(1, cue(1, 'On quite white')))).toEqual(['c0', 'c2', 'c3']);
  expect(await known(bare, four.with(1, cue(1, 'On white', { endMs: 7400 })))).toEqual(['c0', 'c2', 'c3']);
  expect(await known({ ...bare, colour: '#FFFF00' }, four)).toEqual([]);
  expect(readdirSync(options.cacheFolder).filter((name) => name.endsWith('.contrast'))).toHaveLength(1);
});

test('is cancelled, and says what ails the footage', async () => {
  const path = film();
  const options = await optionsFor(path, 'stopped');
  const controller = new AbortController();
  const drawn = drawnAs(bare, four);
  const stopped = measureContrast(path, { ...options, drawn, signal: controller.signal });
  controller.abort();
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
  const { info } = options;
  await expect(
    measureContrast(path, { ...options, drawn, info: { ...info, video: null } }),
  ).rejects.toMatchObject({
    code: 'no-video',
  });
});

test('in the picture of an output the part that it shows counts: crop with its focus, bars, blurred surround', async () => {
  // The left half is black, the right half white.
  const halves = testMedia([
    ...[
      '-f',
      'lavfi',
      '-i',
      'color=black:s=640x720:r=25:d=4',
      '-f',
      'lavfi',
      '-i',
      'color=white:s=640x720:r=25:d=4',
    ],
    ...['-filter_complex', '[0][1]hstack', ...H264],
  ]);
  const options = await optionsFor(halves, 'shapes');
  const { video } = options.info;
  const tiktok = presetById('tiktok');
  const feed = presetById('facebook');
  if (!video || !tiktok || !feed) throw new Error('no preset');
  const one = [cue(0, 'A text that is as wide as the picture allows it to be')];
  const ratioIn = async (fitting: Fitting, preset = tiktok) => {
    const drawn = drawnAs(bare, one, [], { shape: outputOf(preset, fitting), video });
    const [first] = await measureContrast(halves, { ...options, drawn });
    return first?.ratio ?? 0;
  };
  const focus = (focusX: number): Fitting => ({ fit: 'crop', focusX, focusY: 0.5 });
  for (const preset of [tiktok, feed]) {
    expect(await ratioIn(focus(0), preset), preset.id).toBeGreaterThan(20);
    expect(await ratioIn(focus(1), preset), preset.id).toBeLessThan(1.1);
    expect(await ratioIn(focus(0.5), preset), preset.id).toBeLessThan(1.1);
  }
  // The bars are black whatever the footage, and the surround is the footage again.
  expect(await ratioIn({ ...focus(1), fit: 'pad' }, feed)).toBeGreaterThan(20);
  expect(await ratioIn({ ...focus(0), fit: 'blur' }, feed)).toBeLessThan(2);
  // What was measured in one is not taken for another.
  expect((await knownRatios(options)).size).toBe(8);
});
