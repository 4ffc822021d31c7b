import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelStep, rulerTicks } from '../../../../../renderer/features/timeline/ruler';

describe('rulerTicks', () => {
  it('labels whole steps with clock times', () => {
    const labels = rulerTicks({ startMs: 0, msPerPx: 20, widthPx: 500 }).filter(
      (tick) => tick.label !== null,
    );
    expect(labels).toEqual([
      { x: 0, label: '0:00' },
      { x: 100, label: '0:02' },
      { x: 200, label: '0:04' },
      { x: 300, label: '0:06' },
      { x: 400, label: '0:08' },
      { x: 500, label: '0:10' },
    ]);
  });
  it('shows fractions when close', () => {
    const labels = rulerTicks({ startMs: 1000, msPerPx: 1, widthPx: 300 }).map((tick) => tick.label);
    expect(labels.filter((label) => label !== null)).toEqual(['0:01.0', '0:01.1', '0:01.2', '0:01.3']);
  });
  it('never crowds, at any zoom', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.25, max: 3_000_000, noNaN: true }),
        fc.integer({ min: 50, max: 4000 }),
        fc.integer({ min: 0, max: 3_600_000_000 }),
        (msPerPx, widthPx, startMs) => {
          expect(rulerTicks({ startMs, msPerPx, widthPx }).length).toBeLessThanOrEqual(widthPx / 18 + 2);
        },
      ),
    );
  });
  it('takes the smallest step with room for its label', () => {
    expect(labelStep(20)).toBe(2000);
    expect(labelStep(0.25)).toBe(50);
  });
});
