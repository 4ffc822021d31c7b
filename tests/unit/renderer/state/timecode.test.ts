import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatClock,
  formatSeconds,
  formatTimecode,
  parseTimecode,
} from '../../../../renderer/state/timecode';

const GOOD: readonly [string, number][] = [
  ['0', 0],
  ['62.5', 62_500],
  ['1:02.5', 62_500],
  ['1:02,5', 62_500],
  ['01:02.050', 62_050],
  ['1:00:02.5', 3_602_500],
  ['90:00', 5_400_000],
  ['1:75', 135_000],
  ['  1:02  ', 62_000],
  ['0.0004', 0],
  ['0.9996', 1000],
  ['1:02.123456', 62_123],
  ['\u0661:\u0660\u0662.\u0665', 62_500],
  ['\u06f1:\u06f0\u06f2', 62_000],
  ['\uff11:\uff10\uff12', 62_000],
  ['1000:00:00', 3_600_000_000],
];

const BAD = [
  '',
  ' ',
  '-1',
  '1:',
  ':1',
  '1:2:3:4',
  '1.5:00',
  'abc',
  '1:02.',
  '1e3',
  '1001:00:00',
  '1 02',
  '1:-2',
  '½',
];

describe('parseTimecode', () => {
  it.each(GOOD)('GOOD %j is %d ms', (text, ms) => {
    expect(parseTimecode(text)).toBe(ms);
  });
  it.each(BAD)('BAD %j is refused', (text) => {
    expect(parseTimecode(text)).toBeNull();
  });
  it('reads back every time it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_600_000_000 }), (ms) => {
        expect(parseTimecode(formatTimecode(ms))).toBe(ms);
      }),
    );
  });
  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseTimecode(text)));
  });
});

describe('formatTimecode', () => {
  it.each([
    [0, '0:00.000'],
    [62_500, '1:02.500'],
    [3_602_005, '1:00:02.005'],
    [-5, '0:00.000'],
    [59_999.6, '1:00.000'],
  ])('%d is %s', (ms, text) => {
    expect(formatTimecode(ms)).toBe(text);
  });
});

it('cuts clocks off and rounds lengths', () => {
  expect(formatClock(59_999)).toBe('0:59');
  expect(formatClock(3_600_000)).toBe('1:00:00');
  expect(formatSeconds(2449)).toBe('2.4');
});
