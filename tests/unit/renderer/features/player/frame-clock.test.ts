import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  constantClock,
  frameFor,
  indexedClock,
  middleOf,
  type FrameClock,
} from '../../../../../renderer/features/player/frame-clock';

const NTSC = { num: 30_000, den: 1001 };
const clocks: readonly [string, FrameClock][] = [
  ['25 a second', constantClock({ num: 25, den: 1 }, 10_000)],
  ['29.97 a second', constantClock(NTSC, 10_000)],
  ['a variable rate', indexedClock(Float64Array.from([0, 33.4, 100.2, 100.9, 500.5, 540]), 580)],
  [
    'a start offset',
    indexedClock(
      Float64Array.from({ length: 100 }, (_, n) => 7 + (n * 1001) / 30),
      3344,
    ),
  ],
];

describe.each(clocks)('a clock of %s', (_, clock) => {
  const times = fc.integer({ min: 0, max: 12_000 });

  it('shows the last picture whose rounded start is not after the time', () => {
    fc.assert(
      fc.property(times, (ms) => {
        const frame = clock.frameAt(ms);
        if (frame > 0) expect(Math.round(clock.startOf(frame))).toBeLessThanOrEqual(ms);
        if (frame < clock.count - 1) expect(Math.round(clock.startOf(frame + 1))).toBeGreaterThan(ms);
      }),
    );
  });
  it('finds each picture again at its own rounded start, where no other starts there too', () => {
    for (let frame = 0; frame < clock.count; frame++) {
      const start = Math.round(clock.startOf(frame));
      const next = frame + 1 < clock.count ? Math.round(clock.startOf(frame + 1)) : Infinity;
      if (next > start) expect(clock.frameAt(start)).toBe(frame);
    }
  });
  it('seeks inside the picture’s interval, never on its edge', () => {
    for (let frame = 0; frame < clock.count; frame++) {
      expect(middleOf(clock, frame)).toBeGreaterThan(clock.startOf(frame));
      expect(middleOf(clock, frame)).toBeLessThan(clock.endOf(frame));
    }
  });
  it('a seek to what begins at a time shows no picture from before it', () => {
    fc.assert(
      fc.property(times, (ms) => {
        const frame = frameFor(clock, ms, 'after');
        if (frame < clock.count - 1) expect(Math.round(clock.startOf(frame))).toBeGreaterThanOrEqual(ms);
        expect(frame - frameFor(clock, ms, 'at')).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it('keeps to the pictures there are', () => {
  const clock = constantClock({ num: 25, den: 1 }, 1000);
  expect(clock.count).toBe(25);
  expect(clock.frameAt(-5)).toBe(0);
  expect(clock.frameAt(99_999)).toBe(24);
  expect(indexedClock(Float64Array.from([5]), 5).frameAt(0)).toBe(0);
});

it('an index knows the end of its last picture', () => {
  const clock = indexedClock(Float64Array.from([0, 40]), 80);
  expect(clock.endOf(1)).toBe(80);
  expect(clock.endOf(0)).toBe(40);
});
