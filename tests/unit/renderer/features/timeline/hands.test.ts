/** Fingers and the strip of the whole film: what they make of the view. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { msAt, xOf, type View } from '../../../../../renderer/features/timeline/geometry';
import { draggedView, gripAt } from '../../../../../renderer/features/timeline/overview-pointer';
import { pinchedView } from '../../../../../renderer/features/timeline/pinch';

const FILM = 600_000;
const VIEW: View = { startMs: 60_000, msPerPx: 20, widthPx: 1000 };

describe('pinchedView', () => {
  it('keeps the times under both fingers under them', () => {
    const x = fc.integer({ min: 300, max: 700 });
    fc.assert(
      fc.property(x, x, x, x, (a, b, toA, toB) => {
        fc.pre(Math.abs(a - b) > 100 && Math.abs(toA - toB) > 100 && a < b === toA < toB);
        const next = pinchedView(VIEW, { a, b }, { a: toA, b: toB }, FILM);
        expect(Math.abs(xOf(next, msAt(VIEW, a)) - toA)).toBeLessThan(1);
        expect(Math.abs(xOf(next, msAt(VIEW, b)) - toB)).toBeLessThan(1);
      }),
    );
  });
  it('goes no closer than useful and no further out than the film', () => {
    expect(pinchedView(VIEW, { a: 500, b: 501 }, { a: 0, b: 1000 }, FILM).msPerPx).toBe(0.25);
    expect(pinchedView(VIEW, { a: 0, b: 1000 }, { a: 500, b: 510 }, FILM)).toEqual({
      startMs: 0,
      msPerPx: 600,
      widthPx: 1000,
    });
  });
});

describe('the window on the strip', () => {
  /** Ten minutes in 1,000 px: the view of 20 s from 60 s on lies at 100 to 133 px. */
  const whole: View = { startMs: 0, msPerPx: 600, widthPx: 1000 };

  it('is taken by its edges or its body; elsewhere its middle comes to the pointer', () => {
    expect(gripAt(whole, VIEW, 101)).toEqual({ part: 'start' });
    expect(gripAt(whole, VIEW, 131)).toEqual({ part: 'end' });
    expect(gripAt(whole, VIEW, 115)).toEqual({ part: 'body', grabMs: 9000 });
    expect(gripAt(whole, VIEW, 700)).toEqual({ part: 'body', grabMs: 10_000 });
  });
  it('too narrow for edges can only be moved', () => {
    expect(gripAt(whole, { ...VIEW, msPerPx: 5 }, 100).part).toBe('body');
  });
  it('moves by its body and zooms by its edges', () => {
    expect(draggedView(VIEW, { part: 'body', grabMs: 9000 }, 80_000).startMs).toBe(71_000);
    expect(draggedView(VIEW, { part: 'end' }, 100_000)).toEqual({ ...VIEW, msPerPx: 40 });
    expect(draggedView(VIEW, { part: 'start' }, 70_000)).toEqual({ ...VIEW, startMs: 70_000, msPerPx: 10 });
  });
});
