import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAssTime, parseAssTime, toCentiseconds } from '../../../../../shared/formats/ass/time';

/** Frame times of a constant rate, ms. */
const frames = (rate: number, count: number) => Array.from({ length: count }, (_, n) => (n * 1000) / rate);

/** What ffmpeg's ass filter does: a frame is shown when its time, cut to whole ms, lies in [start, end). */
const shown = (times: readonly number[], start: number, end: number) =>
  times.flatMap((time, n) => (Math.floor(time) >= start * 10 && Math.floor(time) < end * 10 ? [n] : []));

/** What the model means: a frame belongs to a cue when its time, rounded to ms, lies in [start, end). */
const meant = (times: readonly number[], startMs: number, endMs: number) =>
  times.flatMap((time, n) => (Math.round(time) >= startMs && Math.round(time) < endMs ? [n] : []));

describe('toCentiseconds', () => {
  test.each([
    ['no frames: nearest', 1234, null, 123],
    ['no frames: half goes up', 1235, null, 124],
    ['empty index', 1235, [], 124],
    ['25 fps, on a frame: a margin before it', 1000, frames(25, 100), 99],
    ['29.97: the frame at 66.73 is called 67', 67, frames(30000 / 1001, 100), 6],
    ['behind the last frame', 5004, frames(25, 100), 500],
    ['before the first frame', 0, [500, 540], 0],
    ['zero', 0, frames(25, 100), 0],
  ])('%s', (_, ms, times, expected) => {
    expect(toCentiseconds(ms, times)).toBe(expected);
  });

  test.each([23.976, 24, 25, 30000 / 1001, 30, 50, 60000 / 1001, 60, 90])(
    'no cue moves a frame at %d fps',
    (rate) => {
      const times = frames(rate, 400);
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: 4000 }),
          fc.integer({ min: 1, max: 3000 }),
          (startMs, length) => {
            const endMs = startMs + length;
            const [start, end] = [toCentiseconds(startMs, times), toCentiseconds(endMs, times)];
            expect(shown(times, start, end)).toEqual(meant(times, startMs, endMs));
          },
        ),
      );
    },
  );

  test('no cue moves a frame at uneven times at least 12 ms apart', () => {
    const gaps = fc.array(fc.double({ min: 12, max: 700, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(gaps, fc.nat(20_000), fc.nat(5000), (steps, startMs, length) => {
        let at = 0;
        const times = steps.map((step) => (at += step));
        const [start, end] = [toCentiseconds(startMs, times), toCentiseconds(startMs + length, times)];
        expect(shown(times, start, end)).toEqual(meant(times, startMs, startMs + length));
      }),
    );
  });

  test('keeps order, so that cues that touch still touch', () => {
    const times = frames(23.976, 2000);
    fc.assert(
      fc.property(fc.nat(80_000), fc.nat(500), (ms, more) => {
        expect(toCentiseconds(ms + more, times)).toBeGreaterThanOrEqual(toCentiseconds(ms, times));
      }),
    );
  });
});

describe('ASS times', () => {
  test.each([
    [0, '0:00:00.00'],
    [1, '0:00:00.01'],
    [359_999, '0:59:59.99'],
    [36_000_000, '100:00:00.00'],
  ])('%d is %s', (time, text) => {
    expect(formatAssTime(time)).toBe(text);
    expect(parseAssTime(text)).toBe(time * 10);
  });

  test.each([
    ['0:00:01.5', 1500],
    ['0:00:01.567', 1567],
    ['0:00:01,50', 1500],
    [' 1:02:03.04 ', 3_723_040],
    ['0:00:01', 1000],
    ['0:00:75.00', 75_000],
  ])('GOOD %j', (text, ms) => {
    expect(parseAssTime(text)).toBe(ms);
  });

  test.each(['', '0:00', '-0:00:01.00', '0:00:01.0000', 'a:00:00.00', '0:00:00.00 x'])('BAD %j', (text) => {
    expect(parseAssTime(text)).toBeNull();
  });
});
