/**
 * Containers a person's footage comes in, by ffmpeg's demuxer names. What is not here cannot be opened at all: above all
 * HLS, ffconcat and DASH lists, which read other local files whatever the protocol whitelist says (ffmpeg 5.1 to 9.0).
 */
export const ALLOWED_FORMATS = [
  ...['mov', 'mp4', 'm4a', '3gp', '3g2', 'mj2', 'matroska', 'webm', 'avi', 'mpegts', 'mpeg', 'mxf', 'gxf'],
  ...['flv', 'asf', 'dv', 'nut', 'wtv', 'rm', 'ivf'],
  ...[
    'wav',
    'w64',
    'aiff',
    'caf',
    'au',
    'mp3',
    'aac',
    'flac',
    'ogg',
    'amr',
    'ac3',
    'eac3',
    'dts',
    'wv',
    'ape',
    'tta',
  ],
] as const;

/** Largest picture that is decoded: 36 megapixels, more than 8K. A 16000×16000 picture took 803 MB. */
const MAX_PIXELS = 36_000_000;

export interface InputOptions {
  /** Seek before reading (`-ss`), in ms. ffmpeg only. */
  readonly seekMs?: number | undefined;
  /** Read only that much (`-t`), in ms. ffmpeg only. */
  readonly durationMs?: number | undefined;
  /** More options of this input, before its `-i`. */
  readonly extra?: readonly string[] | undefined;
}

/**
 * The arguments that open an untrusted file in ffmpeg or ffprobe (both take all of them; tried on 5.1), ending in
 * `-i file:PATH`. Use it for EVERY input. `file:` keeps a path from being taken for an option, a protocol or a pattern.
 */
export function safeInputArguments(path: string, options: InputOptions = {}): string[] {
  return [
    ...['-protocol_whitelist', 'file,pipe'],
    ...['-format_whitelist', ALLOWED_FORMATS.join(',')],
    ...['-max_pixels', String(MAX_PIXELS)],
    ...(options.seekMs === undefined ? [] : ['-ss', seconds(options.seekMs)]),
    ...(options.durationMs === undefined ? [] : ['-t', seconds(options.durationMs)]),
    ...(options.extra ?? []),
    ...['-i', `file:${path}`],
  ];
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(6);
}
