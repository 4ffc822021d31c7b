import { describe, expect, test } from 'vitest';
import { looksAt } from '../../../../../electron/services/export/burned-check';

const cue = (startMs: number, endMs: number, text = 'Hello') => ({ startMs, endMs, text });
const MINUTE = 60_000;

describe('looksAt', () => {
  const cues = [cue(1000, 2000), cue(3000, 5000), cue(6000, 8000), cue(10_000, 10_400), cue(11_000, 11_500)];
  const first = { insideMs: 1400, outsideMs: [840] };
  const last = { insideMs: 11_250, outsideMs: [11_660] };

  test.each([
    ['a short film: the first cue and both sides of it', MINUTE, [{ ...first, outsideMs: [840, 2160] }]],
    ['two minutes: the beginning of the first, the end of the last', 2 * MINUTE, [first, last]],
    ['longer: half-way too', 6 * MINUTE, [first, { insideMs: 6400, outsideMs: [] }, last]],
  ])('%s', (_, durationMs, looks) => {
    expect(looksAt(cues, durationMs)).toEqual(looks);
  });

  test.each([
    ['none', [], []],
    ['only one, once', [cue(0, 400)], [200]],
    ['no letters', [cue(0, 1000, '…'), cue(1000, 2000, '<i> </i>'), cue(2000, 3000, 'a')], [2400]],
    ['too short', [cue(0, 100), cue(1000, 1200)], [1100]],
    ['behind the end', [cue(1000, 2000), cue(10 * MINUTE, 11 * MINUTE)], [1400]],
    ['near the end of a long one', [cue(1000, 2000), cue(3000, 9000)], [1400, 8600]],
  ])('%s', (_, some, times) => {
    expect(looksAt(some, 5 * MINUTE).map(({ insideMs }) => insideMs)).toEqual(times);
  });

  const alone = cue(1000, 2000);
  test.each([
    ['on both sides, where there is room', [alone], [840, 2160]],
    ['before it, where it lasts to the end', [cue(1000, 9_900)], [840]],
    ['before it, where another begins right after', [alone, cue(2100, 3000)], [840]],
    ['after it, where it begins with the film', [cue(100, 2000)], [2160]],
    ['nowhere between two others', [cue(0, 950, '–'), alone, cue(2100, 3000)], []],
    ['nowhere where it lasts all the time', [cue(0, 9_950)], []],
  ] as const)('nothing is shown %s', (_, some, times) => {
    expect(looksAt(some, 10_000)[0]?.outsideMs).toEqual(times);
  });
});
