import { safeInputArguments } from './input';
import { timelineArguments, type TimelineOfFile } from './timeline';

export interface DecodeAudioOptions extends TimelineOfFile {
  /** Absolute index of the stream. */
  readonly stream: number;
  /** Rate of the samples that come out; null keeps the stream's own. */
  readonly rateHz: number | null;
  /** Bits of the samples: unsigned 8 (enough for peaks, half through the pipe) or signed little-endian 16. Default u8. */
  readonly sample?: 'u8' | 's16';
}

/**
 * ffmpeg's arguments to decode one sound stream to mono samples on stdout, sample 0 at the model's time 0: silence stands for
 * a late start and for gaps (without `aresample` a sound that starts late is drawn early).
 */
export function decodeAudioArguments(path: string, options: DecodeAudioOptions): string[] {
  const { stream, rateHz, sample = 'u8' } = options;
  const format = sample === 'u8' ? 'u8' : 's16le';
  return [
    ...['-hide_banner', '-nostdin', '-nostats', '-v', 'error'],
    ...safeInputArguments(path, { extra: timelineArguments(options) }),
    ...['-map', `0:${stream}`, '-vn', '-sn', '-dn'],
    ...['-af', `aresample=async=1:first_pts=0,aformat=sample_fmts=${sample}:channel_layouts=mono`],
    ...(rateHz === null ? [] : ['-ar', String(rateHz)]),
    // Without it each packet of 2 KB is written by itself: ten times the chunks, three times our CPU time (measured).
    ...['-flush_packets', '0', '-c:a', `pcm_${format}`, '-f', format, 'pipe:1'],
  ];
}
