import { expect, test } from 'vitest';
import { confidenceOf } from '../../../../shared/align/confidence';
import type { Evidence } from '../../../../shared/align/evidence';

/** A typical sentence of four seconds. */
const right: Evidence = {
  ...{
    gain: 0,
    nearGap: 0,
    flush: 0,
    apart: 0,
    length: 1.4,
    moved: 0,
    rival: 0,
    drawn: 0.2,
    squeezed: 0,
  },
};
const both = (more: Partial<Evidence>) => ({ start: { ...right, ...more }, end: { ...right, ...more } });

test('a sentence like any other is trusted', () => {
  expect(confidenceOf(both({}))).toBeGreaterThan(0.8);
});

test.each([
  ['its word at the edge is four times as long as expected', { drawn: Math.log(4) }],
  ['another voice runs up to both of its edges', { flush: 0.9 }],
  [
    'a question comes after its first word, and the coarse match had it elsewhere',
    { nearGap: Math.log(3), moved: 1 },
  ],
])('it is doubted where %s', (_, evidence) => {
  expect(confidenceOf(both(evidence))).toBeLessThan(0.5);
});

test('one bad edge is enough for doubt', () => {
  const bad = { ...right, flush: 1 };
  for (const edges of [
    { start: bad, end: right },
    { start: right, end: bad },
  ])
    expect(confidenceOf(edges)).toBe(confidenceOf({ start: bad, end: bad }));
});

test('the worse it fits the less it is trusted', () => {
  const trust = [0, -1, -2, -4].map((gain) => confidenceOf(both({ gain })));
  expect(trust).toEqual(trust.toSorted((a, b) => b - a));
  expect(new Set(trust).size).toBe(trust.length);
});
