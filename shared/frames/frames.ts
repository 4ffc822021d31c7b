/** Questions to a frame index: all O(log n) or O(1). Every index holds at least one frame. */
import type { FrameIndex } from '../domain/media';
import type { Frame, Milliseconds } from '../domain/time';

/** The frame on screen at a time (ms, fractions allowed): the last that has appeared. Before the first: 0; after the end: the last. */
export function frameAt({ timesMs }: FrameIndex, ms: number): Frame {
  let low = 0;
  let high = timesMs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((timesMs[middle] ?? Infinity) <= ms) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** When a frame appears, in ms with fractions. At or after the number of frames: the end; below 0: the first. */
export function timeOfFrame({ timesMs, endMs }: FrameIndex, frame: Frame): number {
  return frame >= timesMs.length ? endMs : (timesMs[Math.max(0, frame)] ?? endMs);
}

/**
 * The middle of a frame's true interval, in ms with fractions: where to seek so that a player shows exactly it. Seeking to
 * its start shows the one before up to 6 times of 16 at 29.97 (facts.md). Frames out of range are clamped.
 */
export function middleOfFrame(index: FrameIndex, frame: Frame): number {
  const inside = Math.min(Math.max(0, frame), index.timesMs.length - 1);
  return (timeOfFrame(index, inside) + timeOfFrame(index, inside + 1)) / 2;
}

/** The first whole millisecond at which a frame is on screen: `frameAt` of it gives the frame back. For cue times. */
export function millisecondOfFrame(index: FrameIndex, frame: Frame): Milliseconds {
  return Math.ceil(timeOfFrame(index, frame));
}

/** The frame start nearest to a time, in whole ms as `millisecondOfFrame`; the end of the last frame counts as one. */
export function nearestFrameTime(index: FrameIndex, ms: number): Milliseconds {
  const frame = frameAt(index, ms);
  const before = timeOfFrame(index, frame);
  const after = timeOfFrame(index, frame + 1);
  return Math.ceil(ms - before <= after - ms ? before : after);
}

/** The last key frame at or before a frame; 0 where there is none. O(distance). */
export function keyFrameBefore({ keyFrames }: FrameIndex, frame: Frame): Frame {
  const found = keyFrames.lastIndexOf(1, Math.min(frame, keyFrames.length - 1));
  return Math.max(0, found);
}
