import { expect, test } from 'vitest';
import { assIssues } from '../../../../../shared/formats/ass/issues';
import { prepareCues } from '../../../../../shared/formats/document/prepare';

const cue = (n: number, text: string) => ({
  ...{ startMs: n * 1000, endMs: n * 1000 + 900, text, speaker: null },
  position: 'bottom' as const,
});

test('what many subtitles have in common is said once, with their numbers', () => {
  const texts = ['', '', '', 'A', 'B --> C', '', '<b>D</b>', 'E', '<b>F</b>', '<u>G</u>'];
  const cues = texts.map((text, n) => cue(n, text));
  const { issues } = prepareCues(cues, 'srt');
  expect(issues.sorted().map(({ line, code, message }) => [line, code, message.slice(0, 60)])).toEqual([
    [0, 'write-empty', '4 subtitles have no text and were left out: 1–3, 6.'],
    [0, 'write-arrow', 'Subtitle 5 held “-->”, which SRT cannot hold; it was written'],
    [0, 'write-tag', '2 subtitles hold “<b>”, which SRT would take for formatting;'],
    [0, 'write-tag', '2 subtitles hold “</b>”, which SRT would take for formatting'],
    [0, 'write-tag', 'Subtitle 10 holds “<u>”, which SRT would take for formatting'],
    [0, 'write-tag', 'Subtitle 10 holds “</u>”, which SRT would take for formattin'],
  ]);
  expect(assIssues(cues).filter(({ code }) => code === 'write-empty')).toHaveLength(1);
  const one = prepareCues([cue(0, '')], 'vtt').issues.sorted();
  expect(one.map(({ message }) => message)).toEqual(['Subtitle 1 has no text and was left out.']);
});
