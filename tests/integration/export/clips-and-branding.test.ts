/** What is cut out of a film, and the logo and end card that are put to it. */
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { USUAL_LOGO } from '../../../shared/domain/branding';
import { AAC, footage, H264, picture, testMedia, tone } from '../../support/media';
import {
  burn,
  cue,
  folderOfEachTest,
  greyFootage,
  greyFrames,
  inkOf,
  names,
  output,
  project,
  TWO,
} from './fixture';

const inFolder = folderOfEachTest();

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
    expect(names(inFolder())).toEqual(['logo.png', 'tmp']);
  });
});
