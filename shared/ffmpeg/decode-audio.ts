import { safeInputArguments } from './input';
import { timelineArguments, type TimelineOfFile } from './timeline';

export interface DecodeAudioOptions extends TimelineOfFile {
  /** Absolute index of the stream. */
  readonly stream: number;
  /** Rate of the samples that come out; null keeps the stream's own. */
  readonly rateHz: number | null;
}

/**
 * ffmpeg's arguments to decode one sound stream to mono unsigned 8-bit samples on stdout, sample 0 at the model's time 0: silence stands for
 * a late start and for gaps (without `aresample` a sound that starts late is drawn early).
 */
export function decodeAudioArguments(path: string, options: DecodeAudioOptions): string[] {
  const { stream, rateHz } = options;
  return [
    ...['-hide_banner', '-nostdin', '-nostats', '-v', 'error'],
    ...safeInputArguments(path, { extra: timelineArguments(options) }),
    ...['-map', `0:${stream}`, '-vn', '-sn', '-dn'],
    ...['-af', 'aresample=async=1:first_pts=0,aformat=sample_fmts=u8:channel_layouts=mono'],
    ...(rateHz === null ? [] : ['-ar', String(rateHz)]),
    // Without it each packet of 2 KB is written by itself: ten times the chunks, three times our CPU time (measured).
    ...['-flush_packets', '0', '-c:a', 'pcm_u8', '-f', 'u8', 'pipe:1'],
  ];
}
