/**
 * Questions to the true times of pictures: all O(log n) or O(1). There is at least one picture.
 *
 * A picture is called by its time rounded to whole ms: it is on screen from there on, and belongs to a cue
 * `[startMs, endMs)` when it lies in it (Aegisub's rule: what other programs wrote in rounded ms stays on its picture).
 * Where we set a time to a picture we write its time cut to whole ms: players that compare exact times, cut them
 * (ffmpeg) or round them (mpv) then all begin on that picture and none on the one before.
 */
import type { FrameIndex, Rational } from '../domain/media';
import type { Frame, Milliseconds } from '../domain/time';

/** When each picture appears (ms with fractions, ascending) and when the last one ends. */
export type FrameTimes = Pick<FrameIndex, 'timesMs' | 'endMs'>;

/** 10 hours at 50 a second; beyond it a list of times would only eat memory. */
export const MOST_FRAMES = 1_800_000;

/** Pictures at a constant rate from 0: what is assumed until (or where no) index of the footage is at hand. `rate` > 0. */
export function constantFrames(rate: Rational, durationMs: number): FrameTimes {
  const frameMs = (1000 * rate.den) / rate.num;
  const count = Math.min(MOST_FRAMES, Math.max(1, Math.round(durationMs / frameMs)));
  return { timesMs: Float64Array.from({ length: count }, (_, n) => n * frameMs), endMs: count * frameMs };
}

/** The first picture that appears at or after a time in whole ms, by `timesMs`; their number when none does. */
export function firstFrameFrom(timesMs: ArrayLike<number>, ms: Milliseconds): Frame {
  let low = 0;
  let high = timesMs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Math.round(timesMs[middle] ?? 0) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The picture on screen at a time in whole ms: the last that has appeared. Before the first: 0; after the end: the last. */
export function frameAt({ timesMs }: FrameTimes, ms: Milliseconds): Frame {
  return Math.max(0, firstFrameFrom(timesMs, Math.floor(ms) + 1) - 1);
}

/** When a picture appears, in ms with fractions. At or after the number of pictures: the end; below 0: the first. */
export function timeOfFrame({ timesMs, endMs }: FrameTimes, frame: Frame): number {
  const last = timesMs[timesMs.length - 1] ?? 0;
  return frame >= timesMs.length ? Math.max(last, endMs) : (timesMs[Math.max(0, frame)] ?? 0);
}

/**
 * The middle of a picture's true interval, in ms with fractions: where to seek so that a player shows exactly it. Seeking to
 * its start shows the one before up to 6 times of 16 at 29.97 (facts.md). Pictures out of range are clamped.
 */
export function middleOfFrame(frames: FrameTimes, frame: Frame): number {
  const inside = Math.min(Math.max(0, frame), frames.timesMs.length - 1);
  return (timeOfFrame(frames, inside) + timeOfFrame(frames, inside + 1)) / 2;
}

/** The start (or end) of a cue that begins on (ends before) a picture, in whole ms. As in the head of this file. */
export function millisecondOfFrame(frames: FrameTimes, frame: Frame): Milliseconds {
  return Math.max(0, Math.floor(timeOfFrame(frames, frame)));
}

/** The picture start nearest to a time, in whole ms as `millisecondOfFrame`; the end of the last picture counts as one. */
export function nearestFrameTime(frames: FrameTimes, ms: number): Milliseconds {
  const frame = frameAt(frames, ms);
  const before = timeOfFrame(frames, frame);
  const after = timeOfFrame(frames, frame + 1);
  return millisecondOfFrame(frames, ms - before <= after - ms ? frame : frame + 1);
}

/** A cue's start or end moved by whole pictures (negative: earlier), kept among the pictures there are. */
export function movedByFrames(frames: FrameTimes, ms: Milliseconds, by: number): Milliseconds {
  const frame = firstFrameFrom(frames.timesMs, ms) + by;
  return millisecondOfFrame(frames, Math.min(frames.timesMs.length, Math.max(0, frame)));
}

/**
 * A cue's start or end in the whole ms that every player takes for the same picture: at most 1 ms earlier. What does not
 * fall between a picture's true time and that time rounded up stays as it is.
 */
export function safeMillisecond(timesMs: ArrayLike<number>, ms: Milliseconds): Milliseconds {
  const next = timesMs[firstFrameFrom(timesMs, ms)];
  return next === undefined ? ms : Math.max(0, Math.min(ms, Math.floor(next)));
}
