import type { Milliseconds } from '../../domain/time';
import { firstFrameFrom } from '../../frames/frames';

/** Integer hundredths of a second: the finest time an ASS file can say. */
export type Centiseconds = number;

/**
 * How far (ms) a boundary keeps from the frames on either side where there is room: ffmpeg truncates a frame's time to
 * whole ms and may land 1 ms low, players round theirs.
 */
const MARGIN_MS = 2;

/**
 * The centiseconds that say a cue's start or end without moving it over a frame.
 *
 * `frameTimes`: when each frame appears, ms with fractions, ascending. Frame n belongs to a cue `[startMs, endMs)` when
 * its time, rounded to ms as in the model, lies in it. The answer lies between the same two frames as `ms` does, as near
 * to `ms` as a margin to both allows; where two frames are under 10 ms apart it may have to be the nearest centisecond.
 * Start and end are treated alike, so cues that touch still touch. Without frame times: the nearest centisecond.
 * Logarithmic in the number of frames.
 */
export function toCentiseconds(ms: Milliseconds, frameTimes: ArrayLike<number> | null): Centiseconds {
  const nearest = Math.round(ms / 10);
  if (!frameTimes || frameTimes.length === 0) return nearest;
  const next = firstFrameFrom(frameTimes, ms);
  const before = next === 0 ? -Infinity : Math.floor(frameTimes[next - 1] ?? -Infinity);
  const after = next === frameTimes.length ? Infinity : Math.floor(frameTimes[next] ?? Infinity);
  return (
    nearestBetween(ms, before + 1 + MARGIN_MS, after - MARGIN_MS) ??
    nearestBetween(ms, before + 1, after) ??
    nearest
  );
}

/** The centisecond in `[lowMs, highMs]` (ends in) nearest to `ms` and not negative; null when there is none. */
function nearestBetween(ms: number, lowMs: number, highMs: number): Centiseconds | null {
  const low = Math.max(0, Math.ceil(lowMs / 10));
  const high = Math.floor(highMs / 10);
  if (low > high) return null;
  return Math.min(high, Math.max(low, Math.round(ms / 10)));
}

/** `H:MM:SS.CC`; hours take as many digits as they need. */
export function formatAssTime(time: Centiseconds): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(time / 100);
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}.${two(time % 100)}`;
}

/** Milliseconds of an ASS time (one to three decimals are read, `,` for `.` too); null when it is none. */
export function parseAssTime(text: string): Milliseconds | null {
  const match = /^\s*(\d{1,4}):(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,3}))?\s*$/.exec(text);
  if (!match) return null;
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1000 + Number(fraction.padEnd(3, '0'));
}
