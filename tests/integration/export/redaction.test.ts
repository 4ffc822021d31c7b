/** What is redacted is in no picture of any video: followed frame by frame through ffmpeg, at every rate and in every shape. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildFrameIndex } from '../../../electron/services/media/frame-index';
import { fingerprintFile } from '../../../electron/services/media/fingerprint';
import { probeMedia } from '../../../electron/services/media/probe';
import type { Project } from '../../../shared/domain/project';
import type { CoverRedaction, RedactionFill } from '../../../shared/domain/redaction';
import type { VideoOutput } from '../../../shared/domain/video-output';
import type { ClipSpan } from '../../../shared/video/clip';
import { millisecondOfFrame } from '../../../shared/frames/frames';
import { PLAIN_BURN_IN } from '../../../shared/video/complete';
import { AAC, H264, lateFootageOf, temporaryFolder, testMedia, TOOLS, tone } from '../../support/media';
import { burn, cue, greyFrames, project } from './fixture';

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

const SIZE = { width: 640, height: 360 };
/** A white face that walks over grey, 100 px a second. */
const walking = (rate: string, extension = '.mp4', more: readonly string[] = []) =>
  testMedia(
    [
      ...['-f', 'lavfi', '-i', `color=0x808080:s=640x360:r=${rate}:d=3`],
      ...['-f', 'lavfi', '-i', `color=white:s=60x60:r=${rate}:d=3`],
      ...tone(0, 100, 3),
      ...[
        '-filter_complex',
        `[0:v][1:v]overlay=x='40+100*t':y=150${more.length > 0 ? `,${more.join(',')}` : ''}[v]`,
      ],
      ...['-map', '[v]', '-map', '2:a', '-fps_mode', 'vfr', ...H264, ...AAC, '-shortest'],
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

async function made(source: string, name: string, { cover, output, span }: Made = {}) {
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
  const { target, count } = await made(source(), `${name.replaceAll(' ', '-')}.mp4`);
  expect(count).toBeGreaterThan(45);
  expect(seen(target)).toEqual(outside(count));
});

test('footage that begins late', async () => {
  const { target, count } = await made(lateFootageOf(walking('25'), '.mkv'), 'late.mp4', {
    cover: following((await indexOf(lateFootageOf(walking('25'), '.mkv'))).timesMs, 'solid', 410),
  });
  expect(seen(target)).toEqual(outside(count));
});
