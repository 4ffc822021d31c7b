import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { RedactionKey } from '../../../../shared/domain/redaction';
import {
  boxAt,
  boxOfFrame,
  coveredFrames,
  coveredSpan,
  coverRuns,
  pixelBox,
} from '../../../../shared/redaction/cover';
import { constantFrames, millisecondOfFrame } from '../../../../shared/frames/frames';

const key = (atMs: number, x: number): RedactionKey => ({ atMs, x, y: 0.2, width: 0.1, height: 0.1 });

describe('boxAt', () => {
  const keys = [key(1000, 0.1), key(2000, 0.3), key(4000, 0.3)];
  test.each([
    [0, 0.1],
    [1000, 0.1],
    [1500, 0.2],
    [2000, 0.3],
    [3000, 0.3],
    [9000, 0.3],
  ])('at %i ms', (ms, x) => {
    expect(boxAt(keys, ms).x).toBeCloseTo(x, 9);
  });
  it('of no keys is the whole picture', () => {
    expect(boxAt([], 5)).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });
});

describe('coveredFrames', () => {
  const { timesMs } = constantFrames({ num: 30_000, den: 1001 }, 2000);
  it('begin on the picture that a person set the start to, and end before that of the end', () => {
    const frames = constantFrames({ num: 30_000, den: 1001 }, 2000);
    const span = { startMs: millisecondOfFrame(frames, 7), endMs: millisecondOfFrame(frames, 12) };
    expect(coveredFrames(span, timesMs)).toEqual({ first: 7, after: 12 });
    const rounded = { startMs: Math.round(timesMs[7] ?? 0), endMs: Math.round(timesMs[12] ?? 0) };
    expect(coveredFrames(rounded, timesMs)).toEqual({ first: 7, after: 12 });
    expect(coveredFrames({ startMs: 232, endMs: 233 }, timesMs)).toEqual({ first: 6, after: 7 });
  });
  it('take in a picture that is on screen for only a part of the time', () => {
    expect(coveredFrames({ startMs: 45, endMs: 46 }, [0, 40, 80])).toEqual({ first: 1, after: 2 });
    expect(coveredFrames({ startMs: 10, endMs: 20 }, [100, 140])).toEqual({ first: 0, after: 0 });
  });
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const box = fc.tuple(share, share, share, share).map(([x, y, w, h]) => ({
  x: x * 0.995,
  y: y * 0.995,
  width: w * (1 - x * 0.995),
  height: h * (1 - y * 0.995),
}));
const size = fc.record({
  width: fc.integer({ min: 2, max: 8000 }),
  height: fc.integer({ min: 2, max: 5000 }),
});
const times = fc
  .array(fc.double({ min: 2, max: 90, noNaN: true }), { minLength: 1, maxLength: 60 })
  .map((steps) => steps.reduce<number[]>((all, step) => [...all, (all.at(-1) ?? -step) + step], []));

test('whole pixels hold the box, inside the picture', () => {
  fc.assert(
    fc.property(box, size, (shares, picture) => {
      const { x, y, width, height } = pixelBox(shares, picture);
      const slack = 1e-5;
      expect(x).toBeLessThanOrEqual(shares.x * picture.width + slack);
      expect(y).toBeLessThanOrEqual(shares.y * picture.height + slack);
      expect(x + width).toBeGreaterThanOrEqual((shares.x + shares.width) * picture.width - slack);
      expect(y + height).toBeGreaterThanOrEqual((shares.y + shares.height) * picture.height - slack);
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(picture.width);
      expect(y + height).toBeLessThanOrEqual(picture.height);
      expect(Math.min(width, height)).toBeGreaterThan(0);
      expect((x % 2) + (y % 2)).toBe(0);
    }),
  );
});

test('every picture on screen in the time is in exactly one run, on the line between its keys', () => {
  fc.assert(
    fc.property(
      times,
      fc.nat(3000),
      fc.integer({ min: 1, max: 3000 }),
      fc.array(fc.tuple(fc.nat(6000), box), { minLength: 1, maxLength: 5 }),
      size,
      (timesMs, startMs, length, placed, picture) => {
        const endMs = startMs + length;
        const keys = [...new Map(placed)].sort(([a], [b]) => a - b).map(([atMs, at]) => ({ atMs, ...at }));
        const runs = coverRuns({ startMs, endMs, keys }, timesMs, picture);
        timesMs.forEach((time, frame) => {
          const here = runs.filter(({ first, after }) => first <= frame && frame < after);
          // On screen from the ms it begins in to that of the next one; the last for as long as the film goes on.
          const next = timesMs[frame + 1];
          const isShown = Math.round(time) < endMs && (next === undefined || Math.floor(next) > startMs);
          expect(here).toHaveLength(isShown ? 1 : 0);
          const at = boxOfFrame({ keys }, timesMs, frame);
          for (const run of here) expect(run.box).toEqual(pixelBox(at, picture));
        });
        const span = coveredSpan({ startMs, endMs }, timesMs);
        if (runs.length > 0) expect(span.startMs).toBe(Math.round(timesMs[runs[0]?.first ?? 0] ?? 0));
      },
    ),
  );
});
