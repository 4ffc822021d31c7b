import { expect, it } from 'vitest';
import { formatFrameIndex, parseFrameIndex } from '../../../../shared/frames/file';

const INDEX = {
  timesMs: Float64Array.of(0, 33.367, 66.733),
  endMs: 100.1,
  keyFrames: Uint8Array.of(1, 0, 0),
};

it('comes back as it was', () => {
  const bytes = formatFrameIndex(INDEX);
  expect(parseFrameIndex(bytes)).toEqual(INDEX);
  // Also from within a larger buffer, unaligned.
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  expect(parseFrameIndex(shifted.subarray(3))).toEqual(INDEX);
  // And from node's Buffer, whose slices share memory.
  const buffer = Buffer.from(bytes);
  const parsed = parseFrameIndex(buffer);
  buffer.fill(0);
  expect(parsed).toEqual(INDEX);
});

it('refuses every shortened or foreign file', () => {
  const bytes = formatFrameIndex(INDEX);
  for (let length = 0; length < bytes.length; length++)
    expect(parseFrameIndex(bytes.subarray(0, length))).toBeNull();
  for (const at of [0, 4, 8]) {
    const changed = bytes.slice();
    changed[at] = 99;
    expect(parseFrameIndex(changed)).toBeNull();
  }
});
