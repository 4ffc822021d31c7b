import { expect, test } from 'vitest';
import { largestSample, shareBesideTone } from '../../../../shared/redaction/listen';

const wave = (parts: readonly (readonly [hz: number, level: number])[]) =>
  Float32Array.from({ length: 8000 }, (_, n) =>
    parts.reduce((sum, [hz, level]) => sum + level * Math.sin((2 * Math.PI * hz * n) / 16_000 + hz), 0),
  );

test.each([
  ['the tone alone', [[1000, 0.1]], 0, 0.001],
  [
    'a voice beside it',
    [
      [1000, 0.1],
      [300, 0.1],
    ],
    0.45,
    0.55,
  ],
  ['a voice alone', [[300, 0.4]], 0.99, 1],
  ['silence', [], 1, 1],
] as const)('%s', (_, parts, least, most) => {
  const share = shareBesideTone(wave(parts), 1000, 16_000);
  expect(share).toBeGreaterThanOrEqual(least);
  expect(share).toBeLessThanOrEqual(most);
});

test('the largest sample counts whatever its sign', () => {
  expect(largestSample(Float32Array.of(0.1, -0.5, 0.2))).toBe(0.5);
  expect(largestSample(new Float32Array())).toBe(0);
});
