import fc from 'fast-check';
import { parseSync } from 'subtitle';
import { describe, expect, test } from 'vitest';
import { cueBlocks, writeDocument } from '../../../../../shared/formats/document/write';
import { parseSrt } from '../../../../../shared/formats/srt/parse';
import { generateSoundFile } from '../../../../support/subtitle-faults/generate';

const codes = (text: string) => parseSrt(text).issues.map(({ line, code }) => `${line} ${code}`);
const texts = (text: string) => cueBlocks(parseSrt(text)).map((cue) => cue.text);

const SOUND = '1\n00:00:01,000 --> 00:00:02,500\nFirst\nline\n\n2\n00:00:03,000 --> 00:00:04,000\nSecond\n';

describe('a sound file', () => {
  test('is read in full, without an issue', () => {
    const document = parseSrt(SOUND);
    expect(document).toMatchObject({ format: 'srt', bom: false, eol: '\n', preamble: '', issues: [] });
    expect(document.blocks).toEqual([
      {
        kind: 'cue',
        line: 1,
        textLine: 3,
        id: '1',
        startMs: 1000,
        endMs: 2500,
        settings: '',
        text: 'First\nline',
        raw: '1\n00:00:01,000 --> 00:00:02,500\nFirst\nline\n',
        gap: '\n',
      },
      {
        kind: 'cue',
        line: 6,
        textLine: 8,
        id: '2',
        startMs: 3000,
        endMs: 4000,
        settings: '',
        text: 'Second',
        raw: '2\n00:00:03,000 --> 00:00:04,000\nSecond\n',
        gap: '',
      },
    ]);
  });

  test('is read alike with CRLF and a byte order mark', () => {
    const document = parseSrt(`\ufeff${SOUND.replaceAll('\n', '\r\n')}`);
    expect(document).toMatchObject({ bom: true, eol: '\r\n', issues: [] });
    expect(cueBlocks(document).map((cue) => cue.text)).toEqual(['First\nline', 'Second']);
  });

  test('is read as the subtitle package reads it', () => {
    for (let seed = 0; seed < 100; seed++) {
      const { text } = generateSoundFile('srt', seed);
      const theirs = parseSync(text).flatMap((node) => (node.type === 'cue' ? [node.data] : []));
      const ours = cueBlocks(parseSrt(text)).map(({ startMs, endMs, text: body }) => ({
        start: startMs,
        end: endMs,
        text: body,
      }));
      expect(ours).toEqual(theirs);
    }
  });
});

describe('what belongs to which cue', () => {
  test.each([
    [
      'a broken time line is not glued into the cue above',
      SOUND.replace('00:00:03,000', '00:00:xx'),
      ['First\nline'],
      '7 unreadable-timing',
    ],
    ['nor is one with one end only', SOUND.replace('00:00:03,000 --> ', ''), ['First\nline'], '7 no-timing'],
    [
      'nor a number with text and no time line',
      SOUND.replace('00:00:03,000 --> 00:00:04,000\n', ''),
      ['First\nline'],
      '7 no-timing',
    ],
    [
      'text with an arrow stays text',
      SOUND.replace('line', 'go --> there'),
      ['First\ngo --> there', 'Second'],
      '4 arrow-in-text',
    ],
    [
      'text after an empty line stays with its cue',
      SOUND.replace('First\n', 'First\n\n'),
      ['First\n\nline', 'Second'],
      '5 blank-in-text',
    ],
    [
      'a cue without an empty line before it',
      SOUND.replace('line\n\n', 'line\n'),
      ['First\nline', 'Second'],
      '5 missing-blank',
    ],
    [
      'a cue with neither number nor empty line',
      SOUND.replace('\n2\n', ''),
      ['First\nline', 'Second'],
      '5 missing-blank',
    ],
    [
      'a year in the text before a cue without number',
      SOUND.replace('line\n\n2\n', '1984\n'),
      ['First\n1984', 'Second'],
      '5 missing-number',
    ],
    ['a number in the text of the last cue', SOUND.replace('Second', '1984'), ['First\nline', '1984'], null],
    ['an empty last cue', SOUND.replace('Second\n', ''), ['First\nline', ''], '7 empty-cue'],
    ['a lone number at the end', `${SOUND}\n3\n`, ['First\nline', 'Second'], '10 number-without-cue'],
    ['text before the first cue', `by Ann\n\n${SOUND}`, ['First\nline', 'Second'], '1 text-before-first'],
    [
      'opening hours are no time line',
      SOUND.replace('line', '10:00 – 11:00'),
      ['First\n10:00 – 11:00', 'Second'],
      null,
    ],
    ['a note is said, not a note', SOUND.replace('line', 'NOTE well'), ['First\nNOTE well', 'Second'], null],
    [
      'lines that end with CR CR LF',
      SOUND.replaceAll('\n', '\r\r\n'),
      ['First\nline', 'Second'],
      '0 mixed-line-ends',
    ],
    ['lines that end with CR', SOUND.replaceAll('\n', '\r'), ['First\nline', 'Second'], '0 cr-line-ends'],
  ])('%s', (_, text, expected, issue) => {
    expect(texts(text)).toEqual(expected);
    if (issue === null) expect(codes(text)).toEqual([]);
    else expect(codes(text)).toContain(issue);
    expect(writeDocument(parseSrt(text))).toBe(text);
  });
});

test.each([
  ['', '0 no-cues'],
  ['\n\n \n', '0 no-cues'],
  ['nothing but prose', '1 text-before-first'],
  ['1\n2\n3\n', '2 no-timing'],
])('%j has no cue and says so', (text, issue) => {
  expect(cueBlocks(parseSrt(text))).toEqual([]);
  expect(codes(text)).toContain(issue);
});

/** Pieces that SRT files are made of, sound and broken. */
const piece = fc.constantFrom(
  '',
  '',
  '1',
  '2',
  '3',
  '00:00:01,000 --> 00:00:02,000',
  '00:00:01.5 -> 00:00:02',
  '00:00:x --> 00:00:02,000',
  '-->',
  'text',
  'text --> text',
  '  ',
  '\ufeff',
  '{\\an8}<i>',
  '1984',
);

test('any file of such pieces loses nothing, and every arrow is a cue or an issue', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(piece, fc.constantFrom('\n', '\n', '\r\n', '\r', '\r\r\n')), { maxLength: 40 }),
      (lines) => {
        const text = lines.map(([line, end]) => line + end).join('');
        const document = parseSrt(text);
        expect(writeDocument(document)).toBe(text);
        expect(document.issues.map(({ code }) => code)).not.toContain('not-accounted');
        for (const block of document.blocks) expect(block.raw.trim()).not.toBe('');
      },
    ),
    { numRuns: 1000 },
  );
});

test('any text at all is written back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      expect(writeDocument(parseSrt(text))).toBe(text);
    }),
    { numRuns: 150 },
  );
});

test.each([
  '<',
  '{\\',
  '1\n',
  '-->\n',
  '\r',
  '\n',
  '0',
  ':',
  '00:00:01,000 --> ',
  '1\n\n',
  '&',
  '\ufeff',
  ' ',
  '00:',
])('a megabyte of %j is read in reasonable time', (unit) => {
  const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
  expect(writeDocument(parseSrt(text))).toBe(text);
});
