/** What a burn-in asks of ffmpeg, as plain lists of options: nothing is run here and no path of a person stands in a filter. */
import type { MediaInfo, VideoStream } from '../domain/media';
import { safeInputArguments } from './input';
import { timelineArguments } from './timeline';

/** Names inside the private folder that ffmpeg is run in: plain ASCII, so that nothing in a filter needs escaping. */
export const BURN_IN_SUBTITLES = 'subs.ass';
export const BURN_IN_FONTS = 'fonts';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export interface BurnInSettings {
  /** The footage; absolute. */
  readonly inputPath: string;
  /** Where to write, absolute: a temporary name, always an MP4 whatever its ending. Overwritten. */
  readonly outputPath: string;
  readonly media: Pick<MediaInfo, 'container' | 'startMs' | 'audio'> & { readonly video: VideoStream };
  /** Height of the new picture in pixels; null keeps the footage's. */
  readonly height: number | null;
}

/** A run of ffmpeg with one input and one output, in the parts its argument list is built from. */
export interface FfmpegPlan {
  /** Options before `-i`. */
  readonly inputOptions: readonly string[];
  /** With its protocol: `file:…`. */
  readonly input: string;
  /** Chained with commas. */
  readonly videoFilters: readonly string[];
  readonly outputOptions: readonly string[];
  /** With its protocol: `file:…`. */
  readonly output: string;
}

/** x264's scale of constant quality: 18 is taken as looking like the source. Sizes and speeds: `facts.md`, "Burn-in". */
const CRF = 18;
const PRESET = 'veryfast';
const AUDIO_BITS_PER_CHANNEL = 96_000;
/** Sound that any player finds in an MP4; the rest is made anew. */
const COPIED_AUDIO: readonly string[] = ['aac', 'mp3'];
/**
 * Ticks a second of the new picture's clock, about: the usual ones of MPEG. By ffmpeg's own choice, the frame rate, times
 * would be rounded to whole frames, and uneven frames lost.
 */
const CLOCK_HZ = 90_000;
/** Sound that begins late makes ffmpeg hold back pictures; its default of 128 packets is too few for some recordings. */
const MUXING_QUEUE = 4096;
/** H.264 NAL unit type 6, supplemental information: x264 writes its version and settings there, cameras their serial numbers. */
const SUPPLEMENTAL_INFORMATION = 6;

/**
 * The run that burns `subs.ass` into the picture, to be started in the folder that holds it and `fonts/`.
 *
 * H.264 yuv420p with the index in front; sound copied where MP4 players know it, else AAC; times as on the model's
 * timeline; turned upright, square pixels, even size. Only the main picture and sound are taken, no metadata of any
 * kind (recipe in `facts.md`, "Privacy").
 */
export function planBurnIn(settings: BurnInSettings): FfmpegPlan {
  const { media, inputPath, outputPath } = settings;
  const input = safeInputArguments(inputPath, { extra: timelineArguments(media) });
  return {
    inputOptions: input.slice(0, -2),
    input: input.at(-1) ?? '',
    videoFilters: [
      ...sizeFilters(media.video, burnInSize(media.video, settings.height)),
      'format=yuv420p',
      `ass=${BURN_IN_SUBTITLES}:fontsdir=${BURN_IN_FONTS}`,
    ],
    outputOptions: [
      ...GENERAL,
      ...['-map', `0:${media.video.index}`],
      ...(media.audio ? ['-map', `0:${media.audio.index}`] : []),
      ...['-sn', '-dn'],
      ...videoOptions(media.video),
      ...audioOptions(media.audio),
      ...PRIVACY,
      ...['-max_muxing_queue_size', String(MUXING_QUEUE)],
      ...['-movflags', '+faststart', '-f', 'mp4'],
    ],
    output: `file:${outputPath}`,
  };
}

/** `-xerror`: ffmpeg 5.1 otherwise ends with 0 on a full disk. */
const GENERAL = [
  '-nostdin',
  '-hide_banner',
  '-nostats',
  '-v',
  'error',
  '-xerror',
  '-progress',
  'pipe:1',
  '-y',
];

const PRIVACY = [
  ...['-map_metadata', '-1', '-map_chapters', '-1', '-write_tmcd', '0'],
  ...['-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact'],
  ...['-bsf:v', `filter_units=remove_types=${SUPPLEMENTAL_INFORMATION}`],
];

function videoOptions(video: VideoStream): string[] {
  return [
    ...['-c:v', 'libx264', '-preset', PRESET, '-crf', String(CRF), '-pix_fmt', 'yuv420p'],
    // Without it ffmpeg 5.1 fills every gap with copies of frames, above all one before footage that begins late.
    ...['-fps_mode:v', 'vfr', '-enc_time_base:v', timeBase(video)],
  ];
}

/** One tick of a clock in which every frame of a constant rate lasts a whole number of ticks. */
function timeBase({ frameRate, variableFrameRate }: VideoStream): string {
  if (!frameRate || variableFrameRate) return `1:${CLOCK_HZ}`;
  return `1:${frameRate.num * Math.max(1, Math.round(CLOCK_HZ / frameRate.num))}`;
}

function audioOptions(audio: MediaInfo['audio']): string[] {
  if (!audio) return ['-an'];
  if (COPIED_AUDIO.includes(audio.codec)) return ['-c:a', 'copy'];
  // AAC players are only sure of mono and stereo.
  const channels = Math.min(2, audio.channels);
  return ['-c:a', 'aac', '-ac', String(channels), '-b:a', String(channels * AUDIO_BITS_PER_CHANNEL)];
}

/** The size of the new picture: shown size of the footage, scaled to `height` where one is given, both sides even. */
export function burnInSize(video: VideoStream, height: number | null): PictureSize {
  const { displayWidth, displayHeight } = video;
  if (height === null) return { width: evenBelow(displayWidth), height: evenBelow(displayHeight) };
  const even = evenBelow(height);
  return { width: Math.max(2, Math.round((displayWidth * even) / displayHeight / 2) * 2), height: even };
}

function evenBelow(pixels: number): number {
  return Math.max(2, pixels - (pixels % 2));
}

/** ffmpeg has turned the picture upright before these. A single odd row or column is cut off, which keeps the rest sharp. */
function sizeFilters(video: VideoStream, { width, height }: PictureSize): string[] {
  const isTurned = video.rotation === 90 || video.rotation === 270;
  const storedWidth = isTurned ? video.height : video.width;
  const storedHeight = isTurned ? video.width : video.height;
  if (storedWidth === width && storedHeight === height) return [];
  if (evenBelow(storedWidth) === width && evenBelow(storedHeight) === height)
    return [`crop=${width}:${height}:0:0`];
  return [`scale=${width}:${height}:flags=lanczos`, 'setsar=1'];
}

/** Bits a pixel takes at the least in footage of people talking, at these settings (measured on interviews: 0.03 to 0.1). */
const FEWEST_BITS_PER_PIXEL = 0.02;

/** Bytes a burn-in takes at the least, to refuse at once what can never fit; the real size may be several times that. */
export function leastBurnInBytes(video: VideoStream, height: number | null, durationMs: number): number {
  const size = burnInSize(video, height);
  const rate = video.frameRate ? video.frameRate.num / video.frameRate.den : 25;
  return Math.ceil(((size.width * size.height * rate * durationMs) / 1000) * (FEWEST_BITS_PER_PIXEL / 8));
}
