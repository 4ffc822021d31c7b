/** What is drawn, where and in which frames: flat grey in, whatever differs from it was drawn. */
import { fontConfiguration } from '../../../shared/style/font-configuration';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeAss } from '../../../shared/formats/ass/write';
import { fontFaces } from '../../../shared/style/fonts';
import { defaultStyles } from '../../../shared/style/styles';
import type { Track } from '../../../shared/domain/track';
import { H264, temporaryFolder, testMedia } from '../../support/media';
import {
  burn,
  cue,
  FONT_FOLDER,
  greyFootage,
  greyFrames,
  inkedFrames,
  inkOf,
  probed,
  project,
  type Ink,
} from './fixture';

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());
const inFolder = (name: string) => join(folder.path, name);

describe('frames', () => {
  const span = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);

  test.each([
    ['25', '.mp4', 400, 1200, span(10, 30)],
    ['25', '.mp4', 401, 1201, span(11, 31)],
    ['30000/1001', '.mp4', 67, 1001, span(2, 30)],
    ['30000/1001', '.mkv', 67, 1001, span(2, 30)],
    ['24000/1001', '.mov', 42, 83, span(1, 2)],
    ['50', '.mp4', 20, 1999, span(1, 100)],
    ['25', '.ts', 400, 1200, span(10, 30)],
  ])(
    '%s fps %s: [%d, %d) ms is shown in exactly its frames',
    async (rate, extension, startMs, endMs, frames) => {
      const target = inFolder('frames.mp4');
      await burn(greyFootage(extension, rate), target, project([cue('a', startMs, endMs, 'Hello')]));
      expect(inkedFrames(target)).toEqual(frames);
    },
  );

  test('footage that begins late keeps its times and its frames', async () => {
    const late = testMedia(['-itsoffset', '1', '-i', greyFootage(), '-c', 'copy', '-copyts'], '.mkv');
    const target = inFolder('late.mp4');
    await burn(late, target, project([cue('a', 1400, 2200, 'Hello')]));
    expect(inkedFrames(target)).toEqual(span(10, 30));
    expect(Number(probed(target, 'stream=start_time'))).toBeCloseTo(1, 1);
  });

  test('uneven frames keep their times', async () => {
    const uneven = testMedia([
      ...['-f', 'lavfi', '-i', 'color=0x808080:s=640x360:r=25:d=4'],
      ...['-vf', "select='gte(mod(n\\,8)\\,2)'", '-fps_mode', 'vfr', ...H264],
    ]);
    const target = inFolder('uneven.mp4');
    const times = (path: string) =>
      probed(path, 'packet=pts_time')
        .split('\n')
        .map(Number)
        .sort((a, b) => a - b);
    await burn(uneven, target, project([cue('a', 1000, 2000, 'Hello')]), {
      frameTimes: times(uneven).map((seconds) => seconds * 1000),
    });
    const [before, after] = [times(uneven), times(target)];
    expect(after).toHaveLength(before.length);
    after.forEach((time, n) => expect(Math.abs(time - (before[n] ?? NaN))).toBeLessThan(0.001));
    const expected = before.flatMap((time, n) => (time >= 0.9995 && time < 1.9995 ? [n] : []));
    expect(inkedFrames(target)).toEqual(expected);
  });
});

describe('text', () => {
  /** Where each text is drawn: one cue after another in one film, the frame in the middle of each. */
  async function inksOf(
    texts: readonly string[],
    track: Partial<Track> = {},
    position: 'top' | 'bottom' = 'bottom',
  ) {
    const cues = texts.map((text, n) => cue(`c${n}`, n * 400, n * 400 + 400, text, { position }));
    const target = inFolder('text.mp4');
    const grey = greyFootage('.mp4', '25', Math.ceil(texts.length * 0.4) + 1);
    await burn(grey, target, project(cues, track));
    const frames = greyFrames(target, 640, 360);
    return texts.map((_, n): Ink => inkOf(frames[n * 10 + 5] ?? Buffer.alloc(0)));
  }

  /** One line stands in the lowest sixth; two in the lowest quarter. */
  const ONE_LINE = 5 / 6;
  const TWO_LINES = 3 / 4;

  test('hostile text is drawn as letters, at its place', async () => {
    const texts = [
      '{\\an8}x',
      'x',
      '{\\p1}m 0 0 l 640 0 640 360 0 360{\\p0}',
      'a\\Nb',
      '{\\pos(10,10)}x{\\fs300}x',
      '\\{\\an8\\}x',
      'm\\h{\\c&H0000FF&}\\',
    ];
    const inks = await inksOf(texts);
    for (const [n, ink] of inks.entries()) {
      expect([texts[n], ink.top > ONE_LINE]).toEqual([texts[n], true]);
      expect([texts[n], ink.pixels > 15 && ink.pixels < 5000]).toEqual([texts[n], true]);
    }
    const width = (n: number) => (inks[n]?.right ?? 0) - (inks[n]?.left ?? 0);
    expect(width(0)).toBeGreaterThan(width(1) * 4);
    expect(width(3)).toBeGreaterThan(width(1) * 2.5);
  });

  test('Kazakh, Russian, Arabic, emoji and two lines', async () => {
    const inks = await inksOf(['Біз әіңғүұқөһ', 'Мы здесь', 'نحن هنا', '😀 ok', 'one\ntwo']);
    for (const ink of inks.slice(0, 4)) expect([ink.pixels > 60, ink.top > 0.8]).toEqual([true, true]);
    expect(inks[4]?.top).toBeLessThan(ONE_LINE);
    expect(inks[4]?.top).toBeGreaterThan(TWO_LINES);
    for (const ink of inks) expect(Math.abs((ink.left + ink.right) / 2 - 0.5)).toBeLessThan(0.03);
  });

  test('top is at the top', async () => {
    const [ink] = await inksOf(['Hello'], {}, 'top');
    expect(ink?.bottom).toBeLessThan(1 - ONE_LINE);
  });

  test('in a right-to-left track the first word stands on the right, whatever its script', async () => {
    // A tall word, then low marks: the tall part of the picture shows where the first word went.
    const target = inFolder('rtl.mp4');
    const text = ['ااااا ______', 'IIIII ______'];
    const cues = text.map((line, n) => cue(`c${n}`, n * 400, n * 400 + 400, `${line} ع`));
    for (const [language, direction, side] of [
      ['ar', 'rtl', 'right'],
      ['en', 'ltr', 'left'],
    ] as const) {
      await burn(greyFootage(), target, project(cues, { language, direction }));
      const frames = greyFrames(target, 640, 360);
      const latin = inkOf(frames[15] ?? Buffer.alloc(0));
      const tall = tallColumns(frames[15] ?? Buffer.alloc(0));
      const middle = (latin.left + latin.right) / 2;
      expect([language, tall > middle ? 'right' : 'left']).toEqual([language, side]);
    }
  });

  /** Mean place (share of the width) of the ten columns with most ink: where the tall letters are. */
  function tallColumns(frame: Buffer): number {
    const ink = Array.from({ length: 640 }, (_, x) => {
      let count = 0;
      for (let y = 0; y < 360; y++) if ((frame[y * 640 + x] ?? 0) > 190) count++;
      return { x, count };
    });
    const tallest = ink.sort((a, b) => b.count - a.count).slice(0, 10);
    return tallest.reduce((sum, { x }) => sum + x, 0) / tallest.length / 640;
  }
});

describe('fonts', () => {
  test('libass takes the bundled file for every family and weight, though the system has others', () => {
    mkdirSync(inFolder('fonts'));
    for (const { file } of fontFaces) copyFileSync(join(FONT_FOLDER, file), join(inFolder('fonts'), file));
    writeFileSync(inFolder('fonts.conf'), fontConfiguration());
    const taken = [false, true].flatMap((bold) => {
      const style = { ...defaultStyles()[0], bold };
      const cues = [cue('a', 0, 900, 'Hello <i>there</i> سلام')];
      const track = { language: 'en', direction: 'ltr' } as const;
      writeFileSync(
        inFolder('subs.ass'),
        writeAss({ cues, track, style, video: { width: 640, height: 360 }, title: null }),
      );
      const log = execFileSync(
        'sh',
        [
          '-c',
          'ffmpeg -v info -f lavfi -i color=s=640x360:d=0.04 -vf ass=subs.ass:fontsdir=fonts -f null - 2>&1',
        ],
        {
          cwd: folder.path,
          encoding: 'utf8',
          env: { ...process.env, FONTCONFIG_FILE: join(folder.path, 'fonts.conf') },
        },
      );
      // A file of the system would be named by its path here.
      return [...log.matchAll(/fontselect: \((.*?)\) -> ([^,]+),/g)].map(
        ([, asked, got]) => `${asked}: ${got}`,
      );
    });
    expect([...new Set(taken)].sort()).toEqual([
      'Noto Sans Arabic, 400, 0: NotoSansArabic-Regular',
      'Noto Sans Arabic, 700, 0: NotoSansArabic-Bold',
      'Noto Sans, 400, 0: NotoSans-Regular',
      'Noto Sans, 400, 100: NotoSans-Italic',
      'Noto Sans, 700, 0: NotoSans-Bold',
      'Noto Sans, 700, 100: NotoSans-BoldItalic',
    ]);
  });
});
