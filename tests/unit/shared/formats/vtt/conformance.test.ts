import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WebVTTParser } from 'webvtt-parser';
import { cueBlocks, writeDocument } from '../../../../../shared/formats/document/write';
import { parseVtt } from '../../../../../shared/formats/vtt/parse';
import { CONFORMANCE } from '../../../../support/subtitle-faults/conformance';

/** What the W3C's reference parser makes of a file, in file order of start times. */
const reference = (text: string) =>
  new WebVTTParser().parse(text, 'subtitles').cues.map((cue) => ({
    startMs: Math.round(cue.startTime * 1000),
    endMs: Math.round(cue.endTime * 1000),
    text: cue.text,
  }));

const ours = (text: string) =>
  cueBlocks(parseVtt(text)).map(({ startMs, endMs, text: body }) => ({ startMs, endMs, text: body }));
const key = (cue: { startMs: number; endMs: number; text: string }) =>
  `${cue.startMs} ${cue.endMs} ${cue.text}`;
const sorted = (cues: { startMs: number; endMs: number; text: string }[]) => cues.map(key).sort();

describe('parseVtt makes as many cues as the specification says', () => {
  test.each(CONFORMANCE)('$name', ({ text, cues }) => {
    const document = parseVtt(text);
    expect(cueBlocks(document)).toHaveLength(cues);
    expect(writeDocument(document)).toBe(text);
  });

  test.each(CONFORMANCE)('$name: as the reference parser reads it', ({ text }) => {
    expect(sorted(ours(text))).toEqual(sorted(reference(text)));
  });

  test.each(CONFORMANCE)('$name: whatever a browser skips is said', ({ text, cues }) => {
    const timeLines = text.split(/\r\n|\r|\n/).filter((line) => line.includes('-->')).length;
    if (timeLines > cues) expect(parseVtt(text).issues).not.toEqual([]);
  });
});

/** Pieces of VTT files, sound and broken; blank lines often. Notes and styles stand as whole blocks: the reference parser gives them precedence over an arrow in their second line, against the specification. */
const line = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  { weight: 3, arbitrary: fc.constant('00:00:01.000 --> 00:00:02.000') },
  fc.constantFrom(
    '00:03.500 --> 00:04.000 line:0',
    '00:00:1.000 --> 00:00:02.000',
    '00:61.000 --> 00:02.000',
    '-->',
    '1:00:00.000 --> 99:00:00.000',
    '\nNOTE a note\nof two lines\n',
    '\nNOTE\n',
  ),
  fc.constantFrom('text', 'a <b>c</b>', 'id', ' ', '\t', 'Region: x', 'WEBVTT', '12', '- -> -', 'ә&amp;'),
);

test('any file of such pieces is read as the reference parser reads it, and written back as it was', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 30 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      (lines, eol, ended) => {
        const text = ['WEBVTT', '', ...lines].join('\n').replaceAll('\n', eol) + (ended ? eol : '');
        expect(sorted(ours(text))).toEqual(sorted(reference(text)));
        expect(writeDocument(parseVtt(text))).toBe(text);
      },
    ),
    { numRuns: 500 },
  );
});
