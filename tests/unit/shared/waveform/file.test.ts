import { expect, it } from 'vitest';
import { formatPeakHeader, parsePeakHeader } from '../../../../shared/waveform/file';

const PYRAMID = { levels: [new Int8Array(10), new Int8Array(4)] };

it('says where each level lies', () => {
  const bytes = formatPeakHeader(PYRAMID, 51.5);
  expect(parsePeakHeader(bytes)).toEqual({
    bucketsPerSecond: 100,
    durationMs: 51.5,
    levels: [
      { buckets: 5, offset: 36 },
      { buckets: 2, offset: 46 },
    ],
    totalBytes: 50,
  });
});

it('refuses every shortened or foreign header', () => {
  const bytes = formatPeakHeader(PYRAMID, 51.5);
  for (let length = 0; length < bytes.length; length++)
    expect(parsePeakHeader(bytes.subarray(0, length))).toBeNull();
  for (const at of [0, 4, 24]) {
    const changed = bytes.slice();
    changed[at] = 99;
    expect(parsePeakHeader(changed)).toBeNull();
  }
});
