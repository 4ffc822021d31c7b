/**
 * Units of time and the only conversions between them.
 *
 * Times in the model are integer milliseconds, ranges are `[start, end)`. The units are flavoured, not branded:
 * a plain number literal fits, but a `Frame` never passes for `Milliseconds`.
 */
declare const unit: unique symbol;

/** Integer milliseconds from the start of the media's timeline. */
export type Milliseconds = number & { readonly [unit]?: 'ms' };
/** Index into the media's frame index, 0 is the first picture shown. */
export type Frame = number & { readonly [unit]?: 'frame' };
/** Index of an audio sample at a rate stated beside it. */
export type Sample = number & { readonly [unit]?: 'sample' };

/** Nearest millisecond to a time in seconds; halves go up. */
export function millisecondsFromSeconds(seconds: number): Milliseconds {
  return Math.round(seconds * 1000);
}

/** Seconds, as ffmpeg and the media element count. */
export function secondsFromMilliseconds(ms: Milliseconds): number {
  return ms / 1000;
}

/** Nearest millisecond to a sample's start. `rateHz` > 0. */
export function millisecondsFromSample(sample: Sample, rateHz: number): Milliseconds {
  return Math.round((sample * 1000) / rateHz);
}

/** First sample at or after a time. `rateHz` > 0. */
export function sampleFromMilliseconds(ms: Milliseconds, rateHz: number): Sample {
  return Math.ceil((ms * rateHz) / 1000);
}
