import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { boxBetween, CORNERS, dragged, nudged } from '../../../../../renderer/features/redaction/geometry';

const BOX = { x: 0.2, y: 0.3, width: 0.4, height: 0.2 };

describe('a cover under a hand', () => {
  it('moves as a whole and stops at the edges', () => {
    const moved = dragged(BOX, 'all', { x: 0.1, y: -0.1 });
    expect([moved.x, moved.y].map((share) => share.toFixed(6))).toEqual(['0.300000', '0.200000']);
    expect(dragged(BOX, 'all', { x: 9, y: -9 })).toEqual({ ...BOX, x: 0.6, y: 0 });
  });
  it('is drawn between two points, in any direction', () => {
    const drawn = boxBetween({ x: 0.6, y: 0.5 }, { x: -0.2, y: 0.1 });
    expect(drawn).toEqual({ x: 0, y: 0.1, width: 0.6, height: 0.4 });
  });
  it('is moved by arrows, resized with Alt, in larger steps with Shift; other keys do nothing', () => {
    const press = { shiftKey: false, altKey: false };
    expect(nudged(BOX, { ...press, key: 'ArrowRight' })?.x).toBeCloseTo(0.205);
    expect(nudged(BOX, { ...press, key: 'ArrowDown', shiftKey: true })?.y).toBeCloseTo(0.35);
    expect(nudged(BOX, { ...press, key: 'ArrowLeft', altKey: true })?.width).toBeCloseTo(0.395);
    expect(nudged(BOX, { ...press, key: 'Enter' })).toBeNull();
  });
});

test('a corner goes where it is dragged, the opposite one stays, and the box stays inside the picture', () => {
  const step = fc.double({ min: -2, max: 2, noNaN: true });
  fc.assert(
    fc.property(fc.constantFrom(...CORNERS), step, step, (corner, x, y) => {
      const made = dragged(BOX, corner, { x, y });
      const held = {
        x: corner.endsWith('left') ? BOX.x + BOX.width : BOX.x,
        y: corner.startsWith('top') ? BOX.y + BOX.height : BOX.y,
      };
      expect(corner.endsWith('left') ? made.x + made.width : made.x).toBeCloseTo(held.x, 9);
      expect(corner.startsWith('top') ? made.y + made.height : made.y).toBeCloseTo(held.y, 9);
      expect(Math.min(made.x, made.y)).toBeGreaterThanOrEqual(0);
      expect(Math.max(made.x + made.width, made.y + made.height)).toBeLessThanOrEqual(1 + 1e-9);
      expect(Math.min(made.width, made.height)).toBeGreaterThan(0);
    }),
  );
});
