import fc from 'fast-check';
import { parseSync } from 'subtitle';
import { WebVTTParser } from 'webvtt-parser';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../../shared/api/errors';
import { documentCues, type SubtitleCue } from '../../../../../shared/formats/document/cues';
import { prepareCues } from '../../../../../shared/formats/document/prepare';
import { verifyWritten } from '../../../../../shared/formats/document/verify';
import { parseSrt } from '../../../../../shared/formats/srt/parse';
import { writeSrt } from '../../../../../shared/formats/srt/write';
import { parseVtt } from '../../../../../shared/formats/vtt/parse';
import { writeVtt } from '../../../../../shared/formats/vtt/write';

const cue = (change: Partial<SubtitleCue>): SubtitleCue => ({
  startMs: 1000,
  endMs: 2000,
  text: 'Text',
  position: 'bottom',
  speaker: null,
  ...change,
});
const vtt = (cues: readonly SubtitleCue[]) => writeVtt(cues, { language: 'kk', speakers: true });
const codes = ({ issues }: { issues: { code: string }[] }) => issues.map(({ code }) => code);

test('a file of each kind', () => {
  const cues = [
    cue({ text: '<i>Бір</i>\nекі & <3', position: 'top' }),
    cue({ startMs: 3_600_000, endMs: 3_661_001, text: 'a --> b', speaker: 'R&D' }),
  ];
  expect(writeSrt(cues)).toMatchObject({
    text: '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>Бір</i>\nекі & <3\n\n2\n01:00:00,000 --> 01:01:01,001\na → b\n',
    issues: [
      { line: 0, code: 'write-arrow' },
      { line: 0, code: 'voices-not-kept' },
    ],
  });
  expect(vtt(cues)).toEqual({
    text:
      'WEBVTT\n\nNOTE Language: kk\n\n1\n00:00:01.000 --> 00:00:02.000 line:0\n<i>Бір</i>\nекі &amp; &lt;3\n\n' +
      '2\n01:00:00.000 --> 01:01:01.001\n<v R&amp;D>a --&gt; b\n',
    issues: [],
  });
  expect(writeVtt(cues, { language: null, speakers: false }).text).not.toMatch(/NOTE|R&amp;D/);
  expect(writeSrt([]).text).toBe('');
  expect(vtt([]).text).toBe('WEBVTT\n\nNOTE Language: kk\n');
});

describe('what a file cannot hold is changed, and said', () => {
  test.each([
    ['an empty text', cue({ text: ' \n' }), ['write-empty'], null],
    ['an empty line', cue({ text: 'a\n\nb' }), ['write-blank'], 'a\nb'],
    ['CR', cue({ text: 'a\r\nb\rc' }), [], 'a\nb\nc'],
    ['control characters', cue({ text: 'a\0\u0007b\ufeff\ud800' }), ['write-control'], 'ab\ufffd'],
    ['italics left open', cue({ text: 'a <i>b' }), ['write-italic'], 'a <i>b</i>'],
    ['a literal tag', cue({ text: 'a <b> c' }), ['write-tag'], 'a ‹b› c'],
    ['a literal override', cue({ text: '{\\an8}a' }), ['write-tag'], '{\u2060\\an8}a'],
    [
      'a time line',
      cue({ text: 'x\n00:00:05,000 --> 00:00:06,000' }),
      ['write-arrow', 'write-timing-like'],
      'x\n00∶00∶05,000 → 00∶00∶06,000',
    ],
    [
      'two times after a number',
      cue({ text: '2\n10:00 – 11:00' }),
      ['write-timing-like'],
      '2\n10∶00 – 11∶00',
    ],
    [
      'harmless signs',
      cue({ text: 'I <3 you {yes} 1 < 2 10:00 – 11:00' }),
      [],
      'I <3 you {yes} 1 < 2 10:00 – 11:00',
    ],
  ])('in SRT: %s', (_, given, issues, text) => {
    const written = writeSrt([given]);
    expect(codes(written)).toEqual(issues);
    expect(documentCues(parseSrt(written.text)).cues.map((found) => found.text)).toEqual(
      text === null ? [] : [text],
    );
  });

  test.each([
    [{ startMs: -5 }, 'write-negative', 0, 2000],
    [{ startMs: 1000.4 }, 'write-fraction', 1000, 2000],
    [{ startMs: 2000 }, 'write-ends-before-start', 2000, 2000],
    [{ startMs: Number.NaN }, 'write-fraction', 0, 2000],
    [{ endMs: 86_400_000 }, 'write-beyond-day', 1000, 86_400_000],
    [{ endMs: Infinity }, 'write-limit', 1000, 3_600_000_000],
  ])('%j', (times, code, startMs, endMs) => {
    for (const [written, read] of [
      [writeSrt([cue(times)]), parseSrt],
      [vtt([cue(times)]), parseVtt],
    ] as const) {
      expect(codes(written)).toContain(code);
      expect(documentCues(read(written.text)).cues).toMatchObject([{ startMs, endMs }]);
    }
  });
});

describe('verifyWritten', () => {
  const cues = [cue({}), cue({ startMs: 3000, endMs: 4000, text: 'More', position: 'top' })];
  const text = writeSrt(cues).text;
  test('accepts what was written', () => {
    verifyWritten(text, 'srt', cues, 'a.srt');
    verifyWritten(vtt(cues).text, 'vtt', cues, 'a.vtt');
  });

  test.each([
    ['times', text.replace('04,000', '04,001')],
    ['text', text.replace('More', 'Moore')],
    ['position', text.replace('{\\an8}', '')],
    ['missing', text.slice(0, text.indexOf('2\n'))],
    ['3 subtitles instead of 2', `${text}\n3\n00:00:05,000 --> 00:00:06,000\nx\n`],
  ])('refuses a file that differs: %s', (what, damaged) => {
    expect(() => verifyWritten(damaged, 'srt', cues, 'a.srt')).toThrow(AppError);
    expect(() => verifyWritten(damaged, 'srt', cues, 'a.srt')).toThrow(`“a.srt” did not pass its check`);
    expect(() => verifyWritten(damaged, 'srt', cues, 'a.srt')).toThrow(what);
  });

  test('refuses another speaker', () => {
    const said = [cue({ speaker: 'Ann' })];
    const named = vtt(said).text;
    verifyWritten(named, 'vtt', said, 'a.vtt');
    expect(() => verifyWritten(named.replace('Ann', 'Bob'), 'vtt', said, 'a.vtt')).toThrow(/speaker/);
  });
});

const nasty = fc.constantFrom(
  '<i>',
  '</i>',
  '<b>',
  '</b >',
  '<v X>',
  '{\\an8}',
  '{',
  '\\',
  '}',
  '<',
  '>',
  '&',
  '&amp;',
  '&lt;i&gt;',
  '-->',
  '\n',
  '\n\n',
  '\r',
  ' ',
  '\t',
  '1',
  '2',
  '00:00:01,000',
  '00:00:01.000',
  ' --> ',
  ' → ',
  ' - ',
  ':',
  'NOTE',
  'STYLE',
  'WEBVTT',
  'ә',
  'ع',
  '\u200f',
  '\ufeff',
  '\0',
  '\u00a0',
  '😀',
  '\ud83d',
  '\u2028',
  'word',
);
const anyCue = fc.record({
  startMs: fc.oneof(fc.nat(90_000_000), fc.constantFrom(-1, 0.5, 86_399_999)),
  endMs: fc.nat(90_000_000),
  text: fc.array(nasty, { maxLength: 12 }).map((parts) => parts.join('')),
  position: fc.constantFrom('top' as const, 'bottom' as const),
  speaker: fc.constantFrom(null, 'Ann', 'A > B & C', ''),
});

describe('any cues at all', () => {
  test('are written so that they read back as prepared, and a second time unchanged', () => {
    fc.assert(
      fc.property(fc.array(anyCue, { maxLength: 6 }), (cues) => {
        const srt = writeSrt(cues).text;
        verifyWritten(srt, 'srt', cues, 'x');
        const read = documentCues(parseSrt(srt));
        expect(writeSrt(read.cues).text).toBe(srt);
        const web = vtt(cues).text;
        verifyWritten(web, 'vtt', cues, 'x');
        const again = documentCues(parseVtt(web));
        expect(again.issues.filter(({ code }) => !TIMES.includes(code))).toEqual([]);
        expect(vtt(again.cues).text).toBe(web);
      }),
      { numRuns: 150 },
    );
  });

  test('are read from our VTT by the reference parser, from our SRT by the subtitle package', () => {
    fc.assert(
      fc.property(fc.array(anyCue, { maxLength: 6 }), (cues) => {
        const theirs = new WebVTTParser().parse(vtt(cues).text, 'subtitles').cues;
        expect(theirs).toHaveLength(prepareCues(cues, 'vtt').cues.length);
        const prepared = prepareCues(cues, 'srt').cues;
        if (prepared.some(({ text }) => /^(NOTE|\d+$)/m.test(text))) return;
        const nodes = parseSync(writeSrt(cues).text).filter(({ type }) => type === 'cue');
        expect(nodes).toHaveLength(prepared.length);
      }),
      { numRuns: 150 },
    );
  });

  test('with tame text are not changed', () => {
    const tame = fc
      .stringMatching(/^[a-zа-яәғқ0-9<>&{}:.,!? '-]{1,40}$/)
      .filter((text) => text.trim() !== '' && !text.includes('-->') && !/<[a-z/]/.test(text));
    fc.assert(
      fc.property(tame, (text) => {
        expect(prepareCues([cue({ text })], 'srt').cues).toEqual([cue({ text })]);
        expect(prepareCues([cue({ text })], 'vtt').cues).toEqual([cue({ text })]);
      }),
      { numRuns: 150 },
    );
  });
});

const TIMES = ['beyond-day', 'ends-before-start', 'overlap', 'out-of-order', 'no-cues'];
