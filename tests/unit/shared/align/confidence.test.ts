import { expect, test } from 'vitest';
import { confidenceOf } from '../../../../shared/align/confidence';

/** A typical sentence of four seconds. */
const right = { gain: 0, gap: 0, stretched: 0.3, beside: 0, length: 1.4 };

test('a sentence like any other is trusted', () => {
  expect(confidenceOf(right)).toBeGreaterThan(0.8);
});

test.each([
  ['a question of three seconds lies between its words', { gap: Math.log(4) - 0.6 }],
  ['one word is four times as long as expected', { stretched: Math.log(4) }],
  ['speech that the text lacks goes right before and behind it', { beside: 1.5 }],
])('it is doubted where %s', (_, evidence) => {
  expect(confidenceOf({ ...right, ...evidence })).toBeLessThan(0.5);
});

test('the worse it fits the less it is trusted', () => {
  const trust = [0, -1, -2, -4].map((gain) => confidenceOf({ ...right, gain }));
  expect(trust).toEqual(trust.toSorted((a, b) => b - a));
  expect(new Set(trust).size).toBe(trust.length);
});
