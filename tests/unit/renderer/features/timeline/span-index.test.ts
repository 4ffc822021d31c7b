import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstWhere, rangeInView, spanAt } from '../../../../../renderer/features/timeline/span-index';

const spansOf = fc
  .array(fc.record({ startMs: fc.nat(1000), lengthMs: fc.nat(300) }), { maxLength: 40 })
  .map((list) =>
    list
      .map(({ startMs, lengthMs }) => ({ startMs, endMs: startMs + lengthMs }))
      .sort((a, b) => a.startMs - b.startMs),
  );

it('firstWhere finds the turn, or the length', () => {
  expect(firstWhere(10, (n) => n >= 7)).toBe(7);
  expect(firstWhere(10, () => false)).toBe(10);
  expect(firstWhere(0, () => true)).toBe(0);
});

describe('rangeInView', () => {
  it('holds every span that touches, overlapping or not', () => {
    fc.assert(
      fc.property(spansOf, fc.nat(1300), fc.nat(300), (spans, startMs, lengthMs) => {
        const endMs = startMs + lengthMs;
        const { from, to } = rangeInView(spans, startMs, endMs);
        spans.forEach((span, n) => {
          if (span.startMs <= endMs && span.endMs >= startMs) expect(n >= from && n < to).toBe(true);
        });
        expect(from).toBeLessThanOrEqual(to);
      }),
    );
  });
  it('looks at few of many', () => {
    const spans = Array.from({ length: 10_000 }, (_, n) => ({ startMs: n * 1000, endMs: n * 1000 + 900 }));
    expect(rangeInView(spans, 5_000_000, 5_003_000)).toEqual({ from: 5000, to: 5004 });
  });
});

describe('spanAt', () => {
  it('agrees with looking at each one', () => {
    fc.assert(
      fc.property(spansOf, fc.nat(1300), (spans, ms) => {
        const slow = spans.findLastIndex((span) => span.startMs <= ms && ms < span.endMs);
        expect(spanAt(spans, ms)).toBe(slow);
      }),
    );
  });
});
