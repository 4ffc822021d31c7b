import { describe, expect, it } from 'vitest';
import { formatBytes, formatClock, formatPercent } from '../../../../renderer/app/format';

describe('formatClock', () => {
  it.each([
    [0, '0:00'],
    [499, '0:00'],
    [80_000, '1:20'],
    [3_599_999, '1:00:00'],
    [3_723_000, '1:02:03'],
    [-5, '0:00'],
  ])('%d ms is %s', (ms, expected) => expect(formatClock(ms)).toBe(expected));
});

describe('formatBytes', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1500, '1.5 kB'],
    [2_260_000_000, '2.3 GB'],
    [52_428_800, '52 MB'],
  ])('%d is %s', (bytes, expected) => expect(formatBytes(bytes)).toBe(expected));
});

describe('formatPercent', () => {
  it.each([
    [0, '0%'],
    [0.639, '63%'],
    [0.9999, '99%'],
    [1, '100%'],
  ])('%d is %s', (share, expected) => expect(formatPercent(share)).toBe(expected));
});
