/**
 * The model's timeline against ffmpeg's.
 *
 * Chromium's media element shows MP4, MOV, Matroska and WebM at their raw presentation times when these start late
 * (tried: start 1 s stays 1 s) and moves them to 0 when they start before it. What it cannot open (MPEG-TS starts at
 * 1.4 s, or anywhere) is seen through a proxy only, whose times are ours to choose: there 0 is the first sample.
 * ffmpeg in contrast moves every input's first time stamp to 0 unless told otherwise.
 */

const RAW_TIMELINE = /^(mov|mp4|matroska|webm)\b/;

export interface TimelineOfFile {
  /** ffprobe's `format_name`, e.g. `mov,mp4,m4a,3gp,3g2,mj2`. */
  readonly container: string;
  /** ffprobe's `start_time` of the format, in ms. */
  readonly startMs: number;
}

/** What to take from a raw presentation time (ms) to come to the model's timeline. */
export function timelineOriginMs({ container, startMs }: TimelineOfFile): number {
  return RAW_TIMELINE.test(container) ? Math.min(0, startMs) : startMs;
}

/** What ffmpeg must add to its own zero-based input times (ms, 0 or more) so that filters and outputs see the model's timeline. */
export function timelineShiftMs(file: TimelineOfFile): number {
  return file.startMs - timelineOriginMs(file);
}

/** Input options, for `safeInputArguments`' `extra`, that put ffmpeg on the model's timeline; none where it already is. */
export function timelineArguments(file: TimelineOfFile): string[] {
  const shiftMs = timelineShiftMs(file);
  return shiftMs === 0 ? [] : ['-itsoffset', (shiftMs / 1000).toFixed(6)];
}
