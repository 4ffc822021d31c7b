import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  constantFrames,
  firstFrameFrom,
  frameAt,
  middleOfFrame,
  millisecondOfFrame,
  movedByFrames,
  nearestFrameTime,
  safeMillisecond,
  timeOfFrame,
  type FrameTimes,
} from '../../../../shared/frames/frames';

/** Frame times in ms, the last one being the end. */
function film(...times: number[]): FrameTimes {
  const endMs = times.pop() ?? 0;
  return { timesMs: Float64Array.from(times), endMs };
}
/** Constant rate, times to the microsecond as ffprobe gives them. */
const constant = (num: number, den: number, count: number) =>
  film(...Array.from({ length: count + 1 }, (_, n) => Math.round((n * den * 1e6) / num) / 1000));

const UNEVEN = film(0, 40, 120, 121, 200);

it.each([
  [-5, 0],
  [0, 0],
  [39, 0],
  [40, 1],
  [119, 1],
  [120, 2],
  [121, 3],
  [200, 3],
  [1e9, 3],
])('at %d ms frame %d is on screen', (ms, frame) => {
  expect(frameAt(UNEVEN, ms)).toBe(frame);
});

it('a frame at 66.73 ms is called 67, and a cue set to it begins at 66', () => {
  const ntsc = constant(30_000, 1001, 100);
  expect([frameAt(ntsc, 66), frameAt(ntsc, 67)]).toEqual([1, 2]);
  expect(millisecondOfFrame(ntsc, 2)).toBe(66);
  expect([66, 67, 68].map((ms) => firstFrameFrom(ntsc.timesMs, ms))).toEqual([2, 2, 3]);
});

it.each([
  [-1, 0],
  [0, 0],
  [3, 121],
  [4, 200],
  [9, 200],
])('frame %d appears at %d ms', (frame, ms) => {
  expect(timeOfFrame(UNEVEN, frame)).toBe(ms);
});

it.each([
  [0, 20],
  [1, 80],
  [3, 160.5],
  [99, 160.5],
  [-1, 20],
])('the middle of frame %d is at %d ms', (frame, ms) => {
  expect(middleOfFrame(UNEVEN, frame)).toBe(ms);
});

it.each([
  [15, 0],
  [20, 0],
  [21, 40],
  [90, 120],
  [190, 200],
  [500, 200],
])('the frame start nearest to %d ms is %d', (ms, nearest) => {
  expect(nearestFrameTime(UNEVEN, ms)).toBe(nearest);
});

it.each([
  [40, 1, 120],
  [40, -1, 0],
  [50, 1, 121],
  [50, -1, 40],
  [121, 9, 200],
  [40, -9, 0],
])('%d ms moved by %d frames is %d', (ms, by, moved) => {
  expect(movedByFrames(UNEVEN, ms, by)).toBe(moved);
});

const RATES: readonly [string, FrameTimes][] = [
  ['23.976', constant(24_000, 1001, 2000)],
  ['24', constant(24, 1, 2000)],
  ['25', constant(25, 1, 2000)],
  ['29.97', constant(30_000, 1001, 2000)],
  ['50', constant(50, 1, 2000)],
  ['59.94', constant(60_000, 1001, 2000)],
  ['59.94, late', film(...constant(60_000, 1001, 2000).timesMs.map((ms) => ms + 7.4), 33_400)],
  ['25, assumed', constantFrames({ num: 25, den: 1 }, 80_000)],
];

describe.each(RATES)('at %s a second', (_, frames) => {
  const numbers = fc.nat(1998);

  it('a frame’s start, middle and its time as a cue’s start all lead back to it', () => {
    fc.assert(
      fc.property(numbers, (frame) => {
        const ms = millisecondOfFrame(frames, frame);
        expect(frameAt(frames, Math.round(timeOfFrame(frames, frame)))).toBe(frame);
        expect(frameAt(frames, Math.round(middleOfFrame(frames, frame)))).toBe(frame);
        expect(firstFrameFrom(frames.timesMs, ms)).toBe(frame);
        expect(nearestFrameTime(frames, ms)).toBe(ms);
        expect(safeMillisecond(frames.timesMs, ms)).toBe(ms);
        expect(movedByFrames(frames, movedByFrames(frames, ms, 1), -1)).toBe(ms);
      }),
    );
  });

  it('players that compare exactly, cut or round show a cue set to a frame from exactly that frame on', () => {
    fc.assert(
      fc.property(fc.nat(79_000), (written) => {
        const meant = firstFrameFrom(frames.timesMs, written);
        const ms = safeMillisecond(frames.timesMs, written);
        for (const reading of [(t: number) => t, Math.floor, Math.round])
          expect(frames.timesMs.findIndex((t) => reading(t) >= ms)).toBe(
            meant < frames.timesMs.length ? meant : -1,
          );
      }),
    );
  });
});
