import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrameIndex } from '../../../../shared/domain/media';
import {
  frameAt,
  keyFrameBefore,
  middleOfFrame,
  millisecondOfFrame,
  nearestFrameTime,
  timeOfFrame,
} from '../../../../shared/frames/frames';

/** Frame times in ms, the last one being the end. */
function index(...times: number[]): FrameIndex {
  const endMs = times.pop() ?? 0;
  return { timesMs: Float64Array.from(times), endMs, keyFrames: new Uint8Array(times.length) };
}
/** Constant rate, times to the microsecond as ffprobe gives them. */
const constant = (num: number, den: number, count: number) =>
  index(...Array.from({ length: count + 1 }, (_, n) => Math.round((n * den * 1e6) / num) / 1000));

const UNEVEN = index(0, 40, 120, 121, 200);

it.each([
  [-5, 0],
  [0, 0],
  [39.999, 0],
  [40, 1],
  [119, 1],
  [120, 2],
  [120.5, 2],
  [121, 3],
  [200, 3],
  [1e9, 3],
])('at %d ms frame %d is on screen', (ms, frame) => {
  expect(frameAt(UNEVEN, ms)).toBe(frame);
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

it('finds the key frame before', () => {
  const keyed = { ...UNEVEN, keyFrames: Uint8Array.of(1, 0, 1, 0) };
  expect([0, 1, 2, 3, 99].map((frame) => keyFrameBefore(keyed, frame))).toEqual([0, 0, 2, 2, 2]);
  expect(keyFrameBefore(UNEVEN, 3)).toBe(0);
});

describe.each([
  ['23.976', 24000, 1001],
  ['25', 25, 1],
  ['29.97', 30000, 1001],
  ['59.94', 60000, 1001],
])('at %s a second', (_, num, den) => {
  const film = constant(num, den, 2000);
  const frames = fc.nat(1999);

  it('a frame’s middle, start and first millisecond all lead back to it', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        expect(frameAt(film, middleOfFrame(film, frame))).toBe(frame);
        expect(frameAt(film, timeOfFrame(film, frame))).toBe(frame);
        expect(frameAt(film, millisecondOfFrame(film, frame))).toBe(frame);
        expect(nearestFrameTime(film, millisecondOfFrame(film, frame))).toBe(millisecondOfFrame(film, frame));
      }),
    );
  });
});
