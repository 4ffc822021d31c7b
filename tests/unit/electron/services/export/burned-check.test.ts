import { describe, expect, test } from 'vitest';
import { sampleTimes } from '../../../../../electron/services/export/burned-check';

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
