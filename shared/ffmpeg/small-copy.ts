import type { MediaInfo } from '../domain/media';
import { GENERAL_OPTIONS, PRIVACY_OPTIONS, withoutSupplemental } from './plan';
import { safeInputArguments } from './input';
import { timelineArguments } from './timeline';

/** What a small copy of footage holds. `height` in lines; smaller footage keeps its own. */
export interface SmallCopy {
  readonly kind: 'audio' | 'video';
  readonly height: number;
}

/** Filters that redact picture and sound, as `planCovers` and `planSoundRedaction` make them; their files lie where ffmpeg is run. */
export interface SmallCopyRedaction {
  readonly covers: string | null;
  readonly sound: readonly string[];
}

/** Bits a second of one voice that is easily understood. */
const AUDIO_BPS = 48_000;
/** Bits a second of the picture at the most, by lines: faces and mouths stay clear in people talking. */
const VIDEO_BPS: readonly (readonly [height: number, bps: number])[] = [
  [180, 130_000],
  [240, 200_000],
  [360, 380_000],
  [480, 640_000],
  [720, 1_200_000],
];
const CRF = 30;
/** Fewer pictures a second look odd where mouths move, more cost without use. */
const MOST_FPS = 30;

/**
 * ffmpeg's arguments for a small copy that Chromium, Firefox and Safari all play: H.264 main profile and AAC in MP4, sound alone
 * as AAC in MP4; upright, one voice, on the model's timeline, without metadata, redacted.
 */
export function smallCopyArguments(
  path: string,
  target: string,
  info: MediaInfo,
  copy: SmallCopy,
  { covers, sound }: SmallCopyRedaction,
): string[] {
  const hasPicture = copy.kind === 'video' && info.video !== null;
  return [
    ...GENERAL_OPTIONS,
    ...safeInputArguments(path, { extra: timelineArguments(info) }),
    ...(hasPicture && info.video ? videoArguments(info.video.index, copy.height, covers) : ['-vn']),
    ...(info.audio ? audioArguments(info.audio.index, sound) : ['-an']),
    ...['-sn', '-dn'],
    ...PRIVACY_OPTIONS,
    ...(hasPicture ? withoutSupplemental('h264') : []),
    ...['-movflags', '+faststart', '-f', 'mp4', `file:${target}`],
  ];
}

function videoArguments(stream: number, height: number, covers: string | null): string[] {
  const bps = videoBps(height);
  return [
    ...['-map', `0:${stream}`],
    // Even sizes are what yuv420p takes. The comma within min() is escaped for the filter's own syntax.
    ...[
      '-vf',
      `${covers === null ? '' : `${covers},`}scale=-2:trunc(min(${height}\\,ih)/2)*2,setsar=1,format=yuv420p`,
    ],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'main', '-crf', String(CRF), '-g', '50'],
    ...['-maxrate', String(bps), '-bufsize', String(2 * bps)],
    ...['-fps_mode:v', 'vfr', '-fpsmax', String(MOST_FPS)],
  ];
}

function audioArguments(stream: number, redaction: readonly string[]): string[] {
  return [
    ...['-map', `0:${stream}`, '-af', [...redaction, 'aresample=async=1'].join(',')],
    ...['-c:a', 'aac', '-b:a', String(AUDIO_BPS), '-ac', '1'],
  ];
}

function videoBps(height: number): number {
  return VIDEO_BPS.find(([lines]) => height <= lines)?.[1] ?? VIDEO_BPS[VIDEO_BPS.length - 1]?.[1] ?? 0;
}

/** Most bytes that a small copy takes, before it is made: for people to choose by. */
export function mostSmallCopyBytes(copy: SmallCopy, durationMs: number): number {
  const bps = AUDIO_BPS + (copy.kind === 'video' ? videoBps(copy.height) : 0);
  // Headers and the index take some.
  return Math.ceil(((bps * durationMs) / 8000) * 1.06) + 20_000;
}
