import { expect, it } from 'vitest';
import {
  levelFileParts,
  parseLevelHeader,
  PEAK_FILE,
  SPECTROGRAM_FILE,
} from '../../../../shared/waveform/level-file';

const LEVELS = [new Int8Array(10), new Int8Array(4)];
const header = () => levelFileParts(PEAK_FILE, LEVELS, 51.5)[0] ?? new Uint8Array();

it('says where each level lies', () => {
  expect(parseLevelHeader(PEAK_FILE, header())).toEqual({
    bucketsPerSecond: 100,
    durationMs: 51.5,
    levels: [
      { buckets: 5, offset: 36 },
      { buckets: 2, offset: 46 },
    ],
    totalBytes: 50,
  });
});

it('keeps the levels as they are, whatever the size of a bucket', () => {
  const parts = levelFileParts(SPECTROGRAM_FILE, [new Uint8Array(128).fill(7), new Uint8Array(64)], 32);
  const [bytes = new Uint8Array()] = parts;
  expect(parseLevelHeader(SPECTROGRAM_FILE, bytes)).toMatchObject({
    levels: [{ buckets: 2 }, { buckets: 1, offset: 36 + 128 }],
    totalBytes: parts.reduce((sum, { length }) => sum + length, 0),
  });
});

it('refuses every shortened or foreign header', () => {
  const bytes = header();
  for (let length = 0; length < bytes.length; length++)
    expect(parseLevelHeader(PEAK_FILE, bytes.subarray(0, length))).toBeNull();
  for (const at of [0, 4, 24]) {
    const changed = bytes.slice();
    changed[at] = 99;
    expect(parseLevelHeader(PEAK_FILE, changed)).toBeNull();
  }
  expect(parseLevelHeader(SPECTROGRAM_FILE, bytes)).toBeNull();
});
