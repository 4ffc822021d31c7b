/** Pictures of 10 bits: a solid cover lets not one bit of brightness or colour through, and the rest keeps all its bits. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CoverRedaction, RedactionFill } from '../../../shared/domain/redaction';
import { planCovers } from '../../../shared/ffmpeg/cover-filters';
import type { DeepFormat } from '../../../shared/ffmpeg/pixel-format';
import { PLAIN_BURN_IN } from '../../../shared/video/complete';
import { temporaryFolder, testMedia } from '../../support/media';
import { burn, cue, greyFrames, probed, project } from './fixture';

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

const [WIDTH, HEIGHT] = [64, 48] as const;
/** Pixels 16 to 39 across, 12 to 29 down. */
const BOX = { x: 16 / WIDTH, y: 12 / HEIGHT, width: 24 / WIDTH, height: 18 / HEIGHT };
const cover = (fill: RedactionFill): CoverRedaction => ({
  ...{ id: 'c', order: 0, kind: 'cover', fill, startMs: 0, endMs: 1000 },
  keys: [{ atMs: 0, ...BOX }],
});

/** The planes of one picture of noise in all its bits, after the covers. */
function planes(fill: RedactionFill, deepFormat: DeepFormat): Uint16Array[] {
  const size = { width: WIDTH, height: HEIGHT };
  const { filters } = planCovers({ covers: [cover(fill)], timesMs: [0, 40], startMs: 0, size, deepFormat });
  const noise = "geq=lum='64+random(0)*876':cb='64+random(1)*876':cr='64+random(2)*876'";
  const bytes = execFileSync('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', `color=gray:s=${WIDTH}x${HEIGHT}:r=25:d=0.08`],
    ...['-filter_complex', `[0:v]format=${deepFormat},${noise},${filters ?? ''},format=${deepFormat}[v]`],
    ...['-map', '[v]', '-frames:v', '1', '-f', 'rawvideo', '-'],
  ]);
  const all = Uint16Array.from({ length: bytes.length / 2 }, (_, n) => bytes.readUInt16LE(n * 2));
  const luma = WIDTH * HEIGHT;
  const chroma = (all.length - luma) / 2;
  return [all.slice(0, luma), all.slice(luma, luma + chroma), all.slice(luma + chroma)];
}

/** Values of a plane inside the box, and those at least `2` rows away from it. */
function insideAndOutside(plane: Uint16Array, across: number, down: number) {
  const width = WIDTH / across;
  const inside = new Set<number>();
  const outside = new Set<number>();
  plane.forEach((value, at) => {
    const [x, y] = [(at % width) * across, Math.floor(at / width) * down];
    const isInside = x >= 16 && x < 40 && y >= 12 && y < 30;
    const isNear = x >= 12 && x < 44 && y >= 8 && y < 34;
    if (isInside) inside.add(value);
    else if (!isNear) outside.add(value);
  });
  return { inside, outside };
}

describe.each(['yuv420p10le', 'yuv422p10le'] as const)('%s', (format) => {
  test('solid is one value in each plane, and what is around it keeps its lowest bits', () => {
    const down = format === 'yuv420p10le' ? 2 : 1;
    const [y, u, v] = planes('solid', format);
    if (!y || !u || !v) throw new Error('three planes');
    const luma = insideAndOutside(y, 1, 1);
    expect([...luma.inside]).toEqual([64]);
    expect(new Set([...luma.outside].map((value) => value % 4)).size).toBe(4);
    for (const plane of [u, v]) expect([...insideAndOutside(plane, 2, down).inside]).toEqual([512]);
  });
  test.each(['blur', 'mosaic'] as const)('%s leaves none of the noise', (fill) => {
    const [y] = planes(fill, format);
    if (!y) throw new Error('a plane');
    const { inside, outside } = insideAndOutside(y, 1, 1);
    const spread = (values: Set<number>) => Math.max(...values) - Math.min(...values);
    expect(spread(inside)).toBeLessThan(spread(outside) / 2);
  });
});

const ten = (codec: readonly string[], format: string, extension: string) =>
  testMedia(
    [
      ...['-f', 'lavfi', '-i', 'color=0x808080:s=320x180:r=25:d=1'],
      ...['-vf', `drawbox=x=40:y=40:w=60:h=60:color=white:t=fill,format=${format}`, ...codec],
    ],
    extension,
  );
const HEVC_10 = ['-c:v', 'libx265', '-x265-params', 'log-level=error', '-preset', 'ultrafast'];
const face: CoverRedaction = {
  ...cover('solid'),
  keys: [{ atMs: 0, x: 0.1, y: 0.2, width: 0.25, height: 0.4 }],
};

test.each([
  ['HEVC in MP4', () => ten(HEVC_10, 'yuv420p10le', '.mp4'), 'mp4', 'hevc,yuv420p10le'],
  [
    'ProRes in Matroska',
    () => ten(['-c:v', 'prores_ks', '-profile:v', '3'], 'yuv422p10le', '.mov'),
    'mkv',
    'hevc,yuv420p10le',
  ],
  [
    'ProRes without subtitles',
    () => ten(['-c:v', 'prores_ks', '-profile:v', '3'], 'yuv422p10le', '.mov'),
    'mov',
    'prores,yuv422p10le',
  ],
] as const)('a covered master keeps its 10 bits: %s', async (name, source, container, expected) => {
  const target = join(folder.path, `${name}.${container}`);
  const isPlain = container === 'mov';
  const { checks } = await burn(
    source(),
    target,
    { ...project([cue('a', 0, 900, 'Hello')]), redactions: [face] },
    {
      output: {
        ...PLAIN_BURN_IN,
        container,
        ...(isPlain ? { delivery: 'none', codec: 'copy' } : { delivery: 'mux' }),
      },
      trackIds: isPlain ? [] : ['track'],
      temporaryFolder: folder.path,
    },
  );
  expect(probed(target, 'stream=codec_name,pix_fmt')).toBe(expected);
  const codes = checks.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['covered', 'encoded-for-covers']));
  expect(codes).not.toContain('fewer-bits');
  expect(greyFrames(target, 320, 180).every((frame) => frame.every((value) => value < 190))).toBe(true);
});

test('H.264, whose players know 8 bits, says in the report that bits are lost', async () => {
  const target = join(folder.path, 'eight.mp4');
  const { checks } = await burn(
    ten(HEVC_10, 'yuv420p10le', '.mp4'),
    target,
    project([cue('a', 0, 900, 'Hello')]),
  );
  expect(probed(target, 'stream=codec_name,pix_fmt')).toBe('h264,yuv420p');
  expect(checks.map(({ code }) => code)).toContain('fewer-bits');
});
