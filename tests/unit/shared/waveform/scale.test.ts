import { expect, it } from 'vitest';
import {
  bucketMs,
  bucketsBetween,
  levelForScale,
  levelSizes,
  timeOfBucket,
} from '../../../../shared/waveform/scale';

it('has levels of 10, 40, 160 ms', () => {
  expect([0, 1, 2].map(bucketMs)).toEqual([10, 40, 160]);
  expect(timeOfBucket(1, 25)).toBe(1000);
});

it.each([
  [0, [0]],
  [1024, [1024]],
  [1025, [1025, 257]],
  [720_000, [720_000, 180_000, 45_000, 11_250, 2813, 704]],
])('%d buckets make levels of %j', (buckets, sizes) => {
  expect(levelSizes(buckets)).toEqual(sizes);
});

it.each([
  [0, 0, 10, 0, 1],
  [0, 5, 15, 0, 2],
  [0, 10, 10, 1, 1],
  [1, 0, 100, 0, 3],
  [0, -50, 10, 0, 1],
  [0, -50, -10, 0, 0],
])('level %d, %d to %d ms: buckets %d to %d', (level, startMs, endMs, from, to) => {
  expect(bucketsBetween(level, startMs, endMs)).toEqual({ from, to });
});

it.each([
  [1, 6, 0],
  [10, 6, 0],
  [39.9, 6, 0],
  [40, 6, 1],
  [1e9, 6, 5],
  [1e9, 1, 0],
])('%d ms a pixel of %d levels: level %d', (msPerPixel, levels, level) => {
  expect(levelForScale(msPerPixel, levels)).toBe(level);
});
