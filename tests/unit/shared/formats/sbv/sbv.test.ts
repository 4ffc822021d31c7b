import { expect, test } from 'vitest';
import { parseSbv } from '../../../../../shared/formats/sbv/parse';
import { writeSbv } from '../../../../../shared/formats/sbv/write';

test('as YouTube writes it', () => {
  const cues = [
    { startMs: 599, endMs: 4160, text: '>> ALICE: Hi\nthere', position: 'bottom' as const, speaker: null },
    { startMs: 3_604_160, endMs: 3_606_000, text: 'Bye', position: 'bottom' as const, speaker: null },
  ];
  const text = '0:00:00.599,0:00:04.160\n>> ALICE: Hi\nthere\n\n1:00:04.160,1:00:06.000\nBye\n';
  expect(writeSbv(cues).text).toBe(text);
  expect(parseSbv(text)).toEqual({ cues, issues: [], language: null });
});

test('faults are said: text before the first time, an empty cue, an end before the start', () => {
  const { cues, issues } = parseSbv('lost\r\n0:00:02.0,0:00:01.0\r\n\r\n0:00:03.000,0:00:04.000\r\nx');
  expect(cues.map(({ startMs, text }) => [startMs, text])).toEqual([
    [2000, ''],
    [3000, 'x'],
  ]);
  expect(issues.map(({ line, code }) => [line, code])).toEqual([
    [1, 'sbv-text'],
    [2, 'empty-cue'],
    [2, 'ends-before-start'],
  ]);
});
