/** The pictures of the export dialog: each is the one that the video will show. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeStill } from '../../../electron/services/export/still';
import { probeMedia } from '../../../electron/services/media/probe';
import type { VideoOutput } from '../../../shared/domain/video-output';
import { PLAIN_BURN_IN } from '../../../shared/video/complete';
import { outputOf, presetById } from '../../../shared/video/presets';
import { H264, temporaryFolder, testMedia, TOOLS } from '../../support/media';
import { burn, cue, FONT_FOLDER, greyFrames, project } from './fixture';

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

const film = () => testMedia(['-f', 'lavfi', '-i', 'testsrc2=s=640x360:r=25:d=3', ...H264, '-crf', '12']);
const logo = () => testMedia(['-f', 'lavfi', '-i', 'color=white:s=100x50:d=1', '-frames:v', '1'], '.png');
const card = () => testMedia(['-f', 'lavfi', '-i', 'color=red:s=100x100:d=1', '-frames:v', '1'], '.png');
const TEXT = 'We were told to leave before the buses came to our town.';
const AT_MS = 2000;

const preset = (id: string, fit: 'crop' | 'pad' | 'blur', focusX = 0.5): VideoOutput => {
  const found = presetById(id);
  if (!found) throw new Error(`no preset ${id}`);
  return { ...outputOf(found, { fit, focusX, focusY: 0.5 }), height: 360 };
};

async function stillOf(output: VideoOutput, more: { isCard?: boolean; covered?: boolean } = {}) {
  const mediaPath = film();
  const own = project([cue('a', 1000, 2900, TEXT)]);
  const redactions = [
    {
      ...{ id: 'r', order: 0, kind: 'cover' as const, fill: 'solid' as const, startMs: 0, endMs: 3000 },
      keys: [{ atMs: 0, x: 0.3, y: 0.3, width: 0.3, height: 0.3 }],
    },
  ];
  const shown = more.covered ? { ...own, redactions } : own;
  const branding = {
    logo: { path: logo(), corner: 'top-right', width: 0.2, margin: 0.05, opacity: 1 },
    endCard: { path: card(), durationMs: 500, isMoving: false },
  } as const;
  const frameTimes = Float64Array.from({ length: 75 }, (_, n) => n * 40);
  const mediaInfo = await probeMedia(mediaPath, TOOLS);
  const { bytes, size } = await makeStill({
    ...{
      project: shown,
      output,
      trackId: 'track',
      atMs: AT_MS,
      mediaPath,
      mediaInfo,
      branding,
      tools: TOOLS,
    },
    ...{ fontFolder: FONT_FOLDER, ownFonts: [], temporaryFolder: folder.path, frameTimes },
    isCard: more.isCard ?? false,
  });
  const still = join(folder.path, 'still.jpg');
  writeFileSync(still, bytes);
  const { path } = await burn(mediaPath, join(folder.path, `out.${output.container}`), shown, {
    output,
    branding,
    frameTimes,
  });
  return { still, path, size };
}

/** Mean difference (0 to 255) of two pictures of one size. */
function difference(a: Buffer, b: Buffer): number {
  return a.reduce((sum, value, n) => sum + Math.abs(value - (b[n] ?? 0)), 0) / a.length;
}

test.each([
  ['a crop with its focus', preset('tiktok', 'crop', 0.1), {}],
  ['a blurred surround', preset('facebook', 'blur'), {}],
  ['bars', preset('instagram-feed', 'pad'), {}],
  ['the footage’s own shape, covered', PLAIN_BURN_IN, { covered: true }],
] as const)('%s: the picture is the one of the video', async (_, output, more) => {
  const { still, path, size } = await stillOf(output, more);
  const [width, height] = [size.width / 2, size.height / 2].map(Math.round);
  const frames = greyFrames(path, width ?? 0, height ?? 0);
  const [own] = greyFrames(still, width ?? 0, height ?? 0);
  const at = AT_MS / 40;
  if (!own) throw new Error('no picture');
  const unlike = [at, at - 12, at + 12].map((n) => difference(frames[n] ?? Buffer.alloc(0), own));
  // Moving pictures: another one, or one without subtitles, is farther away.
  expect(unlike[0]).toBeLessThan(4);
  expect(Math.min(unlike[1] ?? 0, unlike[2] ?? 0)).toBeGreaterThan((unlike[0] ?? 0) + 2);
});

test('the end card is shown as it will be, without the subtitles', async () => {
  const { still } = await stillOf(preset('tiktok', 'crop'), { isCard: true });
  const bytes = execFileSync('ffmpeg', [
    ...['-v', 'error', '-i', still, '-vf', 'scale=1:1:flags=area,format=rgb24', '-f', 'rawvideo', '-'],
  ]);
  const [red = 0, green = 0, blue = 0] = bytes;
  expect(red).toBeGreaterThan(100);
  expect(Math.max(green, blue)).toBeLessThan(30);
});
