import type { MediaInfo } from '../domain/media';
import { safeInputArguments } from './input';
import { timelineArguments } from './timeline';

/** Height of a preview; smaller footage keeps its own. */
const HEIGHT = 540;

/**
 * ffmpeg's arguments to make what Chromium can show of footage it cannot: H.264 and AAC in MP4 with the index in front,
 * upright, on the model's timeline, a key frame each second so that seeking is quick, every picture at its true time.
 * `-f mp4` is given because the temporary name need not end so.
 */
export function proxyArguments(path: string, target: string, info: MediaInfo): string[] {
  return [
    ...['-hide_banner', '-nostdin', '-nostats', '-v', 'error', '-progress', 'pipe:1', '-y'],
    ...safeInputArguments(path, { extra: timelineArguments(info) }),
    ...(info.video ? videoArguments(info.video.index) : ['-vn']),
    ...(info.audio ? audioArguments(info.audio.index) : ['-an']),
    ...['-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1'],
    ...['-movflags', '+faststart', '-f', 'mp4', `file:${target}`],
  ];
}

function videoArguments(stream: number): string[] {
  return [
    ...['-map', `0:${stream}`],
    // Even sizes are what yuv420p takes. The comma within min() is escaped for the filter's own syntax.
    ...['-vf', `scale=-2:trunc(min(${HEIGHT}\\,ih)/2)*2:flags=fast_bilinear,format=yuv420p`],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '26', '-g', '25'],
    ...['-fps_mode', 'passthrough', '-enc_time_base', '1:90000', '-video_track_timescale', '90000'],
  ];
}

function audioArguments(stream: number): string[] {
  return ['-map', `0:${stream}`, '-af', 'aresample=async=1', '-c:a', 'aac', '-b:a', '128k', '-ac', '2'];
}
