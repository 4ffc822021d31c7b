import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cueBlocks, writeDocument } from '../../../../../shared/formats/document/write';
import { parseVtt } from '../../../../../shared/formats/vtt/parse';

const codes = (text: string) => parseVtt(text).issues.map(({ line, code }) => `${line} ${code}`);
const T1 = '00:00:01.000 --> 00:00:02.000';
const T2 = '00:00:03.000 --> 00:00:04.000';

test('every kind of block is kept apart', () => {
  const text = `WEBVTT - title\nKind: x\n\nSTYLE\n::cue {}\n\nREGION\nid:a\n\nNOTE\nof two\nlines\n\nintro\n${T1} line:0\n- one\n- two\n\n\nstray\n\n${T2}\nlast`;
  const document = parseVtt(text);
  expect(document.preamble).toBe('WEBVTT - title\nKind: x\n\n');
  expect(document.blocks.map(({ kind, line, raw, gap }) => [kind, line, raw, gap])).toEqual([
    ['style', 4, 'STYLE\n::cue {}\n', '\n'],
    ['region', 7, 'REGION\nid:a\n', '\n'],
    ['note', 10, 'NOTE\nof two\nlines\n', '\n'],
    ['cue', 14, `intro\n${T1} line:0\n- one\n- two\n`, '\n\n'],
    ['unknown', 20, 'stray\n', '\n'],
    ['cue', 22, `${T2}\nlast`, ''],
  ]);
  expect(document.blocks[3]).toMatchObject({
    id: 'intro',
    settings: 'line:0',
    text: '- one\n- two',
    textLine: 16,
  });
  expect(codes(text)).toEqual(['20 text-without-timing']);
});

describe('oddities', () => {
  test.each([
    ['a broken time line', `WEBVTT\n\n${T1.replace('.000', '.00')}\na\n`, 0, '3 unreadable-timing'],
    ['a missing empty line', `WEBVTT\n\n${T1}\na\n${T2}\nb\n`, 2, '5 missing-blank'],
    ['an empty line inside the text', `WEBVTT\n\n${T1}\na\n\nb\n`, 1, '6 text-without-timing'],
    ['a line of spaces', `WEBVTT\n\n${T1}\na\n \n${T2}\nb\n`, 2, '5 whitespace-line'],
    ['no signature', `${T1}\na\n`, 1, '1 no-signature'],
    ['a damaged signature', `WEBVTTX\n\n${T1}\na\n`, 1, '1 no-signature'],
    ['a style after a cue', `WEBVTT\n\n${T1}\na\n\nSTYLE\n::cue {}\n`, 1, '6 style-after-cue'],
    ['a note taken for a name', `WEBVTT\n\nNOTE x\n${T1}\na\n`, 1, '3 note-as-id'],
    ['an arrow in a note', `WEBVTT\n\nNOTE\nx\na --> b\n`, 0, '5 unreadable-timing'],
    ['a setting nobody knows', `WEBVTT\n\n${T1} lime:5\na\n`, 1, '3 bad-setting'],
    ['text beside the times', `WEBVTT\n\n${T1} hello you\na\n`, 1, '3 text-beside-timing'],
    ['a cue without text', `WEBVTT\n\n${T1}\n`, 1, '3 empty-cue'],
    ['times for streaming', `WEBVTT\nX-TIMESTAMP-MAP=LOCAL:0,MPEGTS:9\n\n${T1}\na\n`, 1, '2 timestamp-map'],
    ['a NUL', `WEBVTT\n\n${T1}\na\0\n`, 1, '0 nul'],
    ['an empty file', '', 0, '0 no-signature'],
  ])('%s', (_, text, cues, issue) => {
    expect(cueBlocks(parseVtt(text))).toHaveLength(cues);
    expect(codes(text)).toContain(issue);
    expect(writeDocument(parseVtt(text))).toBe(text);
  });

  test('a forgotten empty line before a number does not put the number into the text', () => {
    const text = `WEBVTT\n\n1\n${T1}\na\n2\n${T2}\nb\n`;
    expect(cueBlocks(parseVtt(text))).toMatchObject([
      { id: '1', text: 'a' },
      { id: '2', text: 'b' },
    ]);
    expect(codes(text)).toEqual(['7 missing-blank']);
    expect(writeDocument(parseVtt(text))).toBe(text);
  });

  test('a file with commas throughout is read, and each cue says so', () => {
    const text = `WEBVTT\n\n${T1}\na\n\n${T2}\nb\n`.replaceAll('.000', ',000');
    expect(cueBlocks(parseVtt(text))).toHaveLength(2);
    expect(codes(text)).toEqual(['3 comma-for-dot', '6 comma-for-dot']);
  });

  test('one cue with commas among others is skipped as browsers skip it, and says so', () => {
    const text = `WEBVTT\n\n${T1}\na\n\n${T2.replaceAll('.', ',')}\nb\n`;
    expect(cueBlocks(parseVtt(text))).toHaveLength(1);
    expect(codes(text)).toEqual(['6 unreadable-timing']);
  });
});

test('a NUL in a name and in text shows as �, and is written back as it was', () => {
  const text = `WEBVTT\n\na\0\n${T1}\nb\0c\n`;
  expect(cueBlocks(parseVtt(text))).toMatchObject([{ id: 'a\ufffd', text: 'b\ufffdc' }]);
  expect(writeDocument(parseVtt(text))).toBe(text);
});

test('any text at all is written back as it was', () => {
  const text = fc.tuple(
    fc.constantFrom('', 'WEBVTT', 'WEBVTT\n\n', '\ufeffWEBVTT\r\r'),
    fc.string({ unit: 'binary', maxLength: 80 }),
  );
  fc.assert(
    fc.property(text, (parts) => {
      const whole = parts.join('');
      expect(writeDocument(parseVtt(whole))).toBe(whole);
    }),
    { numRuns: 150 },
  );
});

test.each([
  '<',
  'a\n',
  '-->\n',
  '\r',
  '\n',
  '0',
  `${T1}\n`,
  '1\n\n',
  ' \n',
  'NOTE\n',
  'STYLE\n\n',
  '00:00:01.000 --> ',
])('a megabyte of %j is read in reasonable time', (unit) => {
  const text = `WEBVTT\n\n${unit.repeat(Math.ceil(1_000_000 / unit.length))}`;
  expect(writeDocument(parseVtt(text))).toBe(text);
});
