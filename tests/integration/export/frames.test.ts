/** A cue that starts on a picture is drawn on it and not on the one before: burned in, as SRT and as ASS, at every rate. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportSubtitles } from '../../../electron/services/export/subtitles';
import { buildFrameIndex } from '../../../electron/services/media/frame-index';
import { fingerprintFile } from '../../../electron/services/media/fingerprint';
import { probeMedia } from '../../../electron/services/media/probe';
import type { FrameIndex } from '../../../shared/domain/media';
import { millisecondOfFrame, timeOfFrame } from '../../../shared/frames/frames';
import { H264, lateFootageOf, temporaryFolder, testMedia, TOOLS } from '../../support/media';
import { cleared } from '../../support/cleared';
import { burn, cue, greyFootage, inkedFrames, project } from './fixture';

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

/** Pictures `[from, to)` of cues as this app times them, then of cues as other programs round them. */
const SHOWN = [
  [2, 5, millisecondOfFrame],
  [7, 8, millisecondOfFrame],
  [11, 20, millisecondOfFrame],
  [23, 26, rounded],
  [28, 29, rounded],
  [31, 40, rounded],
] as const;
const span = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);
const EXPECTED = SHOWN.flatMap(([from, to]) => span(from, to));

async function indexOf(path: string): Promise<FrameIndex> {
  const info = await probeMedia(path, TOOLS);
  const fingerprint = await fingerprintFile(path);
  return buildFrameIndex(path, TOOLS, { info, fingerprint, cacheFolder: folder.path });
}

function rounded(index: FrameIndex, frame: number): number {
  return Math.round(timeOfFrame(index, frame));
}

const uneven = () =>
  testMedia([
    ...['-f', 'lavfi', '-i', 'color=0x808080:s=640x360:r=30000/1001:d=2'],
    ...['-vf', "select='gte(mod(n\\,7)\\,2)'", '-fps_mode', 'vfr', ...H264],
  ]);
/** Cut between key frames: an edit list hides the pictures before the cut. */
const cut = (path: string) => testMedia(['-ss', '0.3', '-i', path, '-c', 'copy'], '.mp4');

test.each([
  ['23.976', () => greyFootage('.mp4', '24000/1001')],
  ['24', () => greyFootage('.mp4', '24')],
  ['25', () => greyFootage('.mp4', '25')],
  ['29.97', () => greyFootage('.mp4', '30000/1001')],
  ['29.97 in Matroska', () => greyFootage('.mkv', '30000/1001')],
  ['50', () => greyFootage('.mp4', '50')],
  ['59.94', () => greyFootage('.mp4', '60000/1001')],
  ['a variable rate', uneven],
  ['59.94, starting late', () => lateFootageOf(greyFootage('.mp4', '60000/1001'), '.mkv')],
  ['29.97 behind an edit list', () => cut(greyFootage('.mp4', '30000/1001'))],
] as const)(
  '%s',
  async (_, footage) => {
    const media = footage();
    const index = await indexOf(media);
    const cues = SHOWN.map(([from, to, timeOf], n) =>
      cue(`c${n}`, timeOf(index, from), timeOf(index, to), 'Hello'),
    );
    const burned = join(folder.path, 'burned.mp4');
    await burn(media, burned, project(cues), { frameTimes: index.timesMs });
    expect(inkedFrames(burned)).toEqual(EXPECTED);
    for (const format of ['srt', 'ass'] as const)
      expect([format, await drawnByFfmpeg(media, index, cues, format)]).toEqual([format, EXPECTED]);
  },
  60_000,
);

/** The frames on which ffmpeg, as a player of its own, draws an exported file. */
async function drawnByFfmpeg(
  media: string,
  index: FrameIndex,
  cues: readonly ReturnType<typeof cue>[],
  format: 'srt' | 'ass',
): Promise<number[]> {
  await exportSubtitles({
    cleared: cleared(project(cues)),
    trackId: 'track',
    format,
    targetPath: join(folder.path, `drawn.${format}`),
    frameTimes: index.timesMs,
    video: { width: 640, height: 360 },
  });
  const drawn = join(folder.path, `drawn-${format}.mp4`);
  const first = (index.timesMs[0] ?? 0) / 1000;
  execFileSync(
    'ffmpeg',
    [
      ...['-nostdin', '-v', 'error', '-y', '-i', media],
      // Exact times again, whatever the demuxer made of the start.
      ...['-vf', `setpts=PTS-STARTPTS+round(${first}/TB),subtitles=drawn.${format}`],
      ...['-fps_mode', 'passthrough', '-an', ...H264, drawn],
    ],
    { cwd: folder.path },
  );
  return inkedFrames(drawn);
}
