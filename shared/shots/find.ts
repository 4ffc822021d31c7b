/** ffmpeg's `scdet` listing into shot changes. */
import { safeInputArguments } from '../ffmpeg/input';
import { timelineArguments, type TimelineOfFile } from '../ffmpeg/timeline';

/** Width the pictures are looked at in: at 320 px the same cuts are found (facts.md). */
const WIDTH = 320;
/** `scdet`'s score (0 to 100) from which a picture begins a shot: its own default. */
const THRESHOLD = 10;
/** A flash is no shot: of changes that follow within this many ms the first counts. */
const LEAST_SHOT_MS = 200;

/** ffmpeg's arguments that print the time and score of every picture on stdout, for `createShotParser`. */
export function findShotsArguments(path: string, stream: number, file: TimelineOfFile): string[] {
  return [
    ...['-hide_banner', '-nostdin', '-nostats', '-v', 'error', '-skip_loop_filter', 'all'],
    ...safeInputArguments(path, { extra: timelineArguments(file) }),
    ...['-map', `0:${stream}`, '-an', '-sn', '-dn'],
    ...['-vf', `scale=${WIDTH}:-2:flags=fast_bilinear,scdet=threshold=0,metadata=print:file=-`],
    ...['-fps_mode', 'passthrough', '-f', 'null', '-'],
  ];
}

export interface ShotParser {
  /** Takes a line; gives the time (ms) of the picture now looked at, null for other lines. */
  line(text: string): number | null;
  /** When shots begin, ms with fractions, ascending; the first picture of the film is none. */
  shots(): number[];
}

/** Reads `frame:12 pts:480 pts_time:0.48` and `lavfi.scd.score=31.2`, line by line. */
export function createShotParser(): ShotParser {
  const shots: number[] = [];
  let atMs = 0;
  let isFirst = true;
  return {
    line(text) {
      const time = /^frame:\d+\s.*pts_time:(-?[\d.]+)/.exec(text)?.[1];
      if (time !== undefined) {
        atMs = Number(time) * 1000;
        return atMs;
      }
      const score = /^lavfi\.scd\.score=([\d.]+)/.exec(text)?.[1];
      if (score === undefined) return null;
      if (!isFirst && Number(score) >= THRESHOLD && atMs - (shots.at(-1) ?? -Infinity) >= LEAST_SHOT_MS)
        shots.push(atMs);
      isFirst = false;
      return null;
    },
    shots: () => shots,
  };
}
