import { describe, expect, test } from 'vitest';
import { momentOutside, sampleTimes } from '../../../../../electron/services/export/burned-check';

const cue = (startMs: number, endMs: number, text = 'Hello') => ({ startMs, endMs, text });
const MINUTE = 60_000;

describe('sampleTimes', () => {
  const cues = [cue(1000, 2000), cue(3000, 5000), cue(6000, 8000), cue(10_000, 10_400), cue(11_000, 11_500)];

  test.each([
    ['a short film: the first cue', MINUTE, [1400]],
    ['two minutes: first and last', 2 * MINUTE, [1400, 11_250]],
    ['longer: half-way too', 6 * MINUTE, [1400, 6400, 11_250]],
  ])('%s', (_, durationMs, times) => {
    expect(sampleTimes(cues, durationMs)).toEqual(times);
  });

  test.each([
    ['none', [], []],
    ['only one, once', [cue(0, 400)], [200]],
    ['no letters', [cue(0, 1000, '…'), cue(1000, 2000, '<i> </i>'), cue(2000, 3000, 'a')], [2400]],
    ['too short', [cue(0, 100), cue(1000, 1200)], [1100]],
    ['behind the end', [cue(1000, 2000), cue(10 * MINUTE, 11 * MINUTE)], [1400]],
  ])('%s', (_, some, times) => {
    expect(sampleTimes(some, 7 * MINUTE)).toEqual(times);
  });
});

describe('momentOutside', () => {
  const cue = (startMs: number, endMs: number) => ({ startMs, endMs, text: 'x' });
  const alone = cue(1000, 2000);

  test.each([
    ['after it, where there is room', [cue(0, 900), alone], 2160],
    ['before it, where it lasts to the end', [cue(1000, 9_900)], 840],
    ['before it, where another begins right after', [alone, cue(2100, 3000)], 840],
    ['nowhere between two others', [cue(0, 950), alone, cue(2100, 3000)], null],
    ['nowhere where it lasts to the end', [cue(0, 9_950)], null],
    ['nowhere without a cue at that time', [cue(4000, 5000)], null],
  ] as const)('%s', (_, cues, expected) => {
    expect(momentOutside(cues, 1400, 10_000)).toBe(expected);
  });
});
