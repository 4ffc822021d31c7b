import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSubtitles } from '../../../../../shared/formats/document/read';
import {
  cueBlocks,
  replaceCue,
  srtTime,
  vttTime,
  writeDocument,
} from '../../../../../shared/formats/document/write';
import { generateFaultyFiles } from '../../../../support/subtitle-faults/generate';

const SRT =
  '\ufeffstray\r\n\r\n1\r\n00:00:01.000 --> 00:00:02,000\r\nA\r\n\r\n\r\n7\r\n00:00:03,000 --> 00:00:04,000\r\nB';
const VTT = 'WEBVTT x\n\nNOTE n\n\nid\n00:01.000 --> 00:02.000 line:0\n<b>A\n\n00:03.000 --> 00:04.000\nB\n';

describe('replaceCue', () => {
  test('writes one cue anew and leaves everything else as it was', () => {
    const document = parseSubtitles(SRT, 'a.srt');
    const edited = replaceCue(document, 0, { endMs: 2500, text: 'A\nnew' });
    expect(writeDocument(edited)).toBe(
      SRT.replace('00:00:01.000 --> 00:00:02,000\r\nA', '00:00:01,000 --> 00:00:02,500\r\nA\r\nnew'),
    );
    expect(writeDocument(document)).toBe(SRT);
  });

  test('keeps names and settings of VTT', () => {
    const edited = replaceCue(parseSubtitles(VTT, 'a.vtt'), 1, { startMs: 3_600_000 });
    expect(writeDocument(edited)).toBe(
      VTT.replace('00:01.000 --> 00:02.000', '01:00:00.000 --> 00:00:02.000'),
    );
  });

  test('puts an empty line where one was missing', () => {
    const document = parseSubtitles(
      '1\n00:00:01,000 --> 00:00:02,000\nA\n2\n00:00:03,000 --> 00:00:04,000\nB\n',
      '',
    );
    expect(writeDocument(replaceCue(document, 0, { text: 'C' }))).toContain('\nC\n\n2\n');
  });

  test.each([
    [{ text: 'a\n\nb' }],
    [{ text: 'a --> b' }],
    [{ text: 'a\r\nb' }],
    [{ startMs: -1 }],
    [{ endMs: 1.5 }],
    [{ settings: 'a\nb' }],
  ])('refuses %j', (change) => {
    expect(() => replaceCue(parseSubtitles(VTT, ''), 1, change)).toThrow(RangeError);
  });

  test('refuses a block that is no cue', () => {
    expect(() => replaceCue(parseSubtitles(VTT, ''), 0, { text: 'x' })).toThrow(RangeError);
    expect(() => replaceCue(parseSubtitles(VTT, ''), 9, { text: 'x' })).toThrow(RangeError);
  });

  test('in any of the faulty files changes that cue and no other', () => {
    let index = 0;
    for (const { text, format, name } of generateFaultyFiles()) {
      if (index++ % 7 !== 0) continue;
      const document = parseSubtitles(text, `a.${format}`);
      const at = document.blocks.findIndex((block) => block.kind === 'cue' && block.startMs >= 0);
      const again = parseSubtitles(
        writeDocument(replaceCue(document, at, { text: 'changed', startMs: 1, endMs: 2 })),
        `a.${format}`,
      );
      const [was, is] = [cueBlocks(document), cueBlocks(again)];
      const nth = was.findIndex((cue) => cue === document.blocks[at]);
      expect(is.length, name).toBe(was.length);
      expect(is[nth], name).toMatchObject({ text: 'changed', startMs: 1, endMs: 2 });
      const others = (cues: typeof is) =>
        cues.filter((_, place) => place !== nth).map((cue) => [cue.startMs, cue.text]);
      expect(others(is), name).toEqual(others(was));
    }
  });
});

describe('parseSubtitles', () => {
  test.each([
    ['a.srt', SRT, 'srt', null],
    ['a.vtt', VTT, 'vtt', null],
    ['', VTT, 'vtt', null],
    ['', SRT, 'srt', null],
    ['a.srt', VTT, 'vtt', 'vtt-in-srt'],
    ['a.vtt', SRT, 'srt', 'srt-in-vtt'],
    ['a.vtt', VTT.slice(10), 'vtt', null],
  ])('%s is what it holds', (name, text, format, issue) => {
    const document = parseSubtitles(text, name);
    expect(document.format).toBe(format);
    expect(document.issues.map(({ code }) => code).find((code) => code.includes('-in-'))).toBe(
      issue ?? undefined,
    );
  });
});

test('clock times', () => {
  expect([0, 999, 3_599_999, 86_400_000, 360_000_000].map(srtTime)).toEqual([
    '00:00:00,000',
    '00:00:00,999',
    '00:59:59,999',
    '24:00:00,000',
    '100:00:00,000',
  ]);
  fc.assert(fc.property(fc.nat(3_600_000_000), (ms) => srtTime(ms).replace(',', '.') === vttTime(ms)));
});
