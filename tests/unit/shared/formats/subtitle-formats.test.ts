import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SubtitleFormat } from '../../../../shared/api/contract';
import type { SubtitleCue } from '../../../../shared/formats/document/cues';
import { tidyLines } from '../../../../shared/formats/document/italics';
import {
  heldCues,
  limitsOf,
  readSubtitleBytes,
  readSubtitleText,
  writeTrack,
  type SubtitleTrack,
} from '../../../../shared/formats/subtitle-formats';

type Written = Exclude<SubtitleFormat, 'ass'>;
const FORMATS: readonly Written[] = ['srt', 'vtt', 'ttml', 'stl', 'sbv', 'csv', 'tsv'];

const nasty = fc.constantFrom(
  ...['<i>', '</i>', '\n', '\t', '"', ',', ';', "'", '=1+1', '-', '@', '&amp;', '<b>', ']]>', '<!--'],
  ...['0:00:01.000,0:00:02.000', '00:00:01,000 --> 00:00:02,000', '-->', '{\\an8}', 'NOTE', '1'],
  ...[
    'ә',
    'қ',
    'ё',
    'é',
    'e\u0301',
    'ñ',
    'ş',
    'نحن',
    'שלום',
    'Ω',
    '日',
    '🎬',
    '“',
    '…',
    '\u200f',
    ' ',
    '\u0080',
  ],
);
const text = fc
  .array(fc.oneof(nasty, fc.string({ maxLength: 8 })), { maxLength: 8 })
  .map((parts) => parts.join(''));
const cue: fc.Arbitrary<SubtitleCue> = fc.record({
  startMs: fc.oneof(fc.integer({ min: 0, max: 90_000_000 }), fc.integer({ min: -5, max: 5000 })),
  endMs: fc.integer({ min: 0, max: 90_000_000 }),
  text,
  position: fc.constantFrom('bottom', 'top'),
  speaker: fc.oneof(fc.constant(null), fc.constantFrom('Aya', 'Ж. Қ', '=cmd', "O'Hara & <Co>", 'نور')),
});
const track: fc.Arbitrary<SubtitleTrack> = fc.record({
  cues: fc.array(cue, { maxLength: 5 }),
  language: fc.constantFrom('en', 'kk', 'ar', 'he', 'el', 'pt-BR', null),
  direction: fc.constantFrom('ltr', 'rtl'),
});

function roundTrip(format: Written, from: SubtitleTrack) {
  const written = writeTrack(format, from);
  return typeof written === 'string'
    ? readSubtitleText(written, format === 'stl' ? 'srt' : format, `x.${format}`)
    : readSubtitleBytes(written);
}
const tidy = (cues: readonly SubtitleCue[]) => cues.map((each) => ({ ...each, text: tidyLines(each.text) }));

describe.each(FORMATS)('%s', (format) => {
  test('what is written reads back as what the limits left', () => {
    fc.assert(
      fc.property(track, (from) => {
        expect(tidy(roundTrip(format, from).cues)).toEqual(tidy(heldCues(format, from)));
      }),
      { numRuns: 150 },
    );
  });

  test('a second round trip loses nothing and has nothing to say', () => {
    fc.assert(
      fc.property(track, (from) => {
        const once = { ...from, cues: heldCues(format, from) };
        const said = limitsOf(format, once).map(({ code }) => code);
        const stays = ['write-ends-before-start', 'write-beyond-day', 'formula-guard', 'stl-language'];
        expect(said.filter((code) => !stays.includes(code))).toEqual([]);
        expect(tidy(heldCues(format, once))).toEqual(tidy(once.cues));
      }),
      { numRuns: 80 },
    );
  });

  test('an arrow that forms where a stray tag goes is no arrow', () => {
    const cues = [{ startMs: 0, endMs: 1000, text: '<!--</i>>', position: 'bottom' as const, speaker: null }];
    const once = { cues: heldCues(format, { cues, language: 'en', direction: 'ltr' }) };
    expect(heldCues(format, { ...once, language: 'en', direction: 'ltr' })).toEqual(once.cues);
  });

  test('any text at all is read without throwing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (anything) => {
        if (format === 'stl') readSubtitleBytes(Buffer.from(anything, 'latin1'));
        else readSubtitleText(anything, format, `x.${format}`);
      }),
    );
  });
});

describe('limitsOf', () => {
  const full: SubtitleTrack = {
    cues: [{ startMs: 1, endMs: 2010, text: '<i>Жаңа</i>', position: 'top', speaker: 'Aya' }],
    language: 'kk',
    direction: 'ltr',
  };
  test.each<[SubtitleFormat, string[]]>([
    ['srt', ['voices-not-kept']],
    ['vtt', []],
    ['ass', ['ass-rounded', 'voices-not-kept']],
    ['ttml', []],
    ['stl', ['stl-characters', 'times-rounded', 'voices-not-kept']],
    ['sbv', ['italics-not-kept', 'position-not-kept', 'voices-not-kept']],
    ['csv', []],
    ['tsv', []],
  ])('%s says what it cannot hold', (format, codes) => {
    expect(
      limitsOf(format, full)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(codes);
  });
});
