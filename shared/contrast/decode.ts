/** ffmpeg's arguments for pictures with and without their surroundings; no path of a person stands in a filter. */
import type { MediaInfo, VideoStream } from '../domain/media';
import type { VideoOutput } from '../domain/video-output';
import { safeInputArguments } from '../ffmpeg/input';
import { pictureFilters } from '../ffmpeg/picture-filters';
import { timelineShiftMs } from '../ffmpeg/timeline';
import { BURN_IN_FONTS } from '../ffmpeg/video-plan';
import type { Stretch } from './stretches';

/** What a run finds in its folder. */
export interface LookFiles {
  /** Names of the two scripts. */
  readonly seen: string;
  readonly letters: string;
  /** Filters that cover places of the footage; null for none. */
  readonly covers: string | null;
}

/**
 * Arguments that write the pictures of a stretch to stdout as `ContrastMeter.add` takes them, one for each moment. To be run in
 * a folder that holds `fonts/` and the two scripts, whose names are plain ASCII.
 */
export function lookArguments(
  path: string,
  { info, video }: { readonly info: MediaInfo; readonly video: VideoStream },
  stretch: Stretch,
  { seen, letters, covers }: LookFiles,
  picture: Pick<VideoOutput, 'height' | 'framing'>,
): string[] {
  // ffmpeg seeks on its own zero-based times; footage that begins within the stretch begins that much after the new start.
  const startMs = stretch.startMs - timelineShiftMs(info);
  const late = startMs < 0 ? ['-itsoffset', (-startMs / 1000).toFixed(6)] : [];
  const durationMs = stretch.endMs - stretch.startMs;
  const drawn = (file: string) => `ass=${file}:fontsdir=${BURN_IN_FONTS}`;
  const select = `select='${atMoments(stretch)}'`;
  // What covers a place is told picture by picture, so none may be left out before.
  const pictures =
    covers === null
      ? `${select},${pictureFilters(video, picture, 'rgb24')}`
      : pictureFilters(video, picture, 'rgb24', `${covers},${select}`);
  return [
    ...['-nostdin', '-hide_banner', '-nostats', '-v', 'error'],
    ...safeInputArguments(path, { seekMs: Math.max(0, startMs), durationMs, extra: late }),
    '-filter_complex',
    // A blurred surround comes out in another format, and what numbers the cues are exact colours.
    `[0:${video.index}]${pictures},format=rgb24,split[seen][black];` +
      `[seen]${drawn(seen)}[a];[black]lutrgb=r=0:g=0:b=0,${drawn(letters)}[b];[a][b]vstack[v]`,
    ...['-map', '[v]', '-fps_mode', 'passthrough', '-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1'],
  ];
}

/** The first picture at or after each moment. */
function atMoments({ startMs, momentsMs }: Stretch): string {
  return momentsMs
    .map((ms) => ((ms - startMs) / 1000).toFixed(3))
    .map((t) => `gte(t,${t})*(isnan(prev_t)+lt(prev_t,${t}))`)
    .join('+');
}
