/** What an export of a video asks of ffmpeg: nothing is run here and no path of a person stands in a filter. */
import type { CoverRedaction } from '../domain/redaction';
import type { MediaInfo, VideoStream } from '../domain/media';
import type { VideoContainer } from '../domain/video-output';
import type { SoundPlan as SoundRedactions } from '../redaction/sound';
import type { CompleteVideo } from '../video/complete';
import { brandingInputs, overlays, type Branding } from './branding';
import { planCovers, type CoverPlan } from './cover-filters';
import { encoderOptions, type Encoder, type Rate } from './encoders';
import { safeInputArguments } from './input';
import { pictureFilters, storedUpright } from './picture-filters';
import { isDeep, type DeepFormat } from './pixel-format';
import {
  GENERAL_OPTIONS,
  PRIVACY_OPTIONS,
  withoutSupplemental,
  type FfmpegInput,
  type FfmpegPlan,
} from './plan';
import { attachmentOptions, softInputs, softOptions, type AttachedFont, type SoftTrack } from './soft-tracks';
import { planSound, type SoundPlan } from './sound';
import { planSoundRedaction, type SoundRedactionPlan } from './sound-redaction';
import { timelineArguments, timelineShiftMs } from './timeline';

/** Names inside the private folder that ffmpeg is run in: plain ASCII, so that nothing in a filter needs escaping. */
export const BURN_IN_SUBTITLES = 'subs.ass';
export const BURN_IN_FONTS = 'fonts';

/** A stretch of the model's timeline, ms with fractions, end out; both lie on pictures' starts. */
export interface PlannedSpan {
  readonly startMs: number;
  readonly endMs: number;
}

/** `timesMs` may be empty only where `covers` is. */
export interface Covered {
  readonly covers: readonly CoverRedaction[];
  readonly timesMs: ArrayLike<number>;
}

export interface VideoPlanSettings {
  /** The footage; absolute. */
  readonly inputPath: string;
  /** Where to write, absolute: a temporary name, whatever its ending. Overwritten. */
  readonly outputPath: string;
  readonly media: Pick<MediaInfo, 'container' | 'startMs' | 'audio'> & { readonly video: VideoStream };
  readonly output: CompleteVideo;
  /** Null copies the picture. */
  readonly encoder: Encoder | null;
  readonly rate: Rate;
  /** Draws `subs.ass` of the folder it is run in. */
  readonly draws: boolean;
  /** Only this stretch; null for all of it. */
  readonly span: PlannedSpan | null;
  /** Filters for the sound. */
  readonly soundFilters: readonly string[];
  /** Most bits a second of sound; null for the usual. */
  readonly soundBits: number | null;
  readonly branding: Branding;
  /** Places to cover, and when the footage's pictures appear (ms, model's timeline). */
  readonly covered: Covered;
  /** When the sound is redacted. */
  readonly hushed: SoundRedactions;
  /** Tracks a player can switch on; their files lie in the folder it is run in. */
  readonly softTracks: readonly SoftTrack[];
  /** Fonts of styled tracks; in Matroska only. */
  readonly attached?: readonly AttachedFont[];
}

/**
 * Ticks a second of the new picture's clock, about: the usual ones of MPEG. By ffmpeg's own choice, the frame rate, times
 * would be rounded to whole frames, and uneven frames lost.
 */
const CLOCK_HZ = 90_000;
/** Sound that begins late makes ffmpeg hold back pictures; its default of 128 packets is too few for some recordings. */
const MUXING_QUEUE = 4096;
const MUXERS: Readonly<Record<VideoContainer, string>> = {
  mp4: 'mp4',
  mov: 'mov',
  mkv: 'matroska',
  webm: 'webm',
};
/** A clip's edges lie this much (ms) before its pictures: ffmpeg rounds times, and a picture must fall on the right side. */
const EDGE_MS = 0.1;

/**
 * The run that makes a video, to be started in the folder that holds `subs.ass`, `fonts/`, logo, card and soft tracks.
 *
 * Times as on the model's timeline, or from the start of the span; turned upright, square pixels, even size. Only the main
 * picture and sound are taken, no metadata of any kind.
 */
export function planVideo(settings: VideoPlanSettings): FfmpegPlan {
  const { media, output, encoder, rate, branding, softTracks, attached = [] } = settings;
  const isFirstPass = rate.kind === 'bits' && rate.pass === 1;
  const inputs = [...mainInput(settings), ...brandingInputs(branding)];
  const firstSoft = inputs.length;
  return {
    inputs: isFirstPass ? inputs : [...inputs, ...softInputs(softTracks)],
    graph: encoder ? videoGraph(settings, encoder) : null,
    files: { ...(encoder ? coversOfVideo(settings).files : {}), ...soundRedactionOf(settings).files },
    outputOptions: [
      ...GENERAL_OPTIONS,
      ...['-map', encoder ? '[v]' : `0:${media.video.index}`],
      ...(encoder ? encodedPicture(encoder, rate, media.video) : copiedPicture(media.video)),
      ...(isFirstPass ? ['-an'] : soundOptions(settings)),
      ...(isFirstPass ? [] : softOptions(softTracks, output.container, firstSoft)),
      ...(isFirstPass ? [] : attachmentOptions(attached)),
      ...['-dn', ...PRIVACY_OPTIONS],
      ...['-max_muxing_queue_size', String(MUXING_QUEUE)],
      ...(isFirstPass ? ['-f', 'null'] : muxerOptions(output.container)),
    ],
    output: isFirstPass ? '-' : `file:${settings.outputPath}`,
  };
}

/** What becomes of the sound in this run. */
export function soundOf(settings: VideoPlanSettings): SoundPlan {
  const { media, output, span, soundFilters, soundBits, branding } = settings;
  const pad = media.audio && branding.endCard ? [`apad=pad_dur=${branding.endCard.durationMs / 1000}`] : [];
  return planSound({
    audio: media.audio,
    container: output.container,
    codec: output.codec,
    filters: [...soundRedactionOf(settings).filters, ...soundFilters, ...pad],
    mustEncode: span !== null,
    bitsPerSecond: soundBits,
  });
}

/** What redacts the sound in this run. */
export function soundRedactionOf({
  hushed,
  media,
  span,
}: Pick<VideoPlanSettings, 'hushed' | 'media' | 'span'>): SoundRedactionPlan {
  if (!media.audio) return { filters: [], files: {} };
  return planSoundRedaction({ plan: hushed, startMs: span?.startMs ?? 0, rateHz: media.audio.sampleRateHz });
}

/** What covers the footage in this run. */
export function coversOfVideo({ covered, media, span, encoder }: VideoPlanSettings): CoverPlan {
  const deepFormat = encoder ? deepFormatOf(encoder, media.video) : null;
  return planCovers({
    ...covered,
    startMs: span?.startMs ?? 0,
    size: storedUpright(media.video),
    deepFormat,
  });
}

/** What the picture is kept in all along where footage and new picture have more than 8 bits; null for 8. */
function deepFormatOf({ deepFormat, pixelFormat }: Encoder, video: VideoStream): DeepFormat | null {
  return deepFormat === pixelFormat && isDeep(video) ? deepFormat : null;
}

/**
 * The graph that makes the picture; ends in `[v]`. `settings.draws` false leaves the subtitles out and all else as it is.
 * `laterMs`: how much later the pictures are than ffmpeg says, where it was made to begin within them.
 */
export function videoGraph(settings: VideoPlanSettings, encoder: Encoder, laterMs = 0): string {
  const { media, output, draws, branding } = settings;
  const covers = coversOfVideo(settings).filters;
  const later = laterMs === 0 ? '' : `setpts=PTS+${(laterMs / 1000).toFixed(6)}/TB,`;
  const picture = `${later}${pictureFilters(media.video, output, encoder.pixelFormat, covers)}`;
  const drawn = draws ? `,ass=${BURN_IN_SUBTITLES}:fontsdir=${BURN_IN_FONTS}` : '';
  const upload = encoder.upload === '' ? '' : `,${encoder.upload}`;
  return `[0:${media.video.index}]${picture}${drawn}${overlays(settings, branding, deepFormatOf(encoder, media.video))}${upload}[v]`;
}

/** How long the new video is, in ms. */
export function plannedDurationMs(
  { span, branding }: Pick<VideoPlanSettings, 'span' | 'branding'>,
  filmMs: number,
): number {
  return (span ? span.endMs - span.startMs : filmMs) + (branding.endCard?.durationMs ?? 0);
}

function mainInput({ inputPath, media, span, encoder }: VideoPlanSettings): FfmpegInput[] {
  const device = encoder?.device ?? [];
  if (span === null)
    return [guarded(safeInputArguments(inputPath, { extra: timelineArguments(media) }), device)];
  const shiftMs = timelineShiftMs(media);
  // ffmpeg seeks on its own zero-based times; footage that begins within the span begins that much after the new start.
  const startMs = span.startMs - shiftMs;
  const extra = startMs < 0 ? ['-itsoffset', (-startMs / 1000).toFixed(6)] : [];
  const seekMs = Math.max(0, startMs - EDGE_MS);
  const durationMs = span.endMs - shiftMs - EDGE_MS - seekMs;
  return [guarded(safeInputArguments(inputPath, { seekMs, durationMs, extra }), device)];
}

function guarded(args: readonly string[], device: readonly string[]): FfmpegInput {
  // Ends in `-i file:…`.
  return { options: [...device, ...args.slice(0, -2)], input: args.at(-1) ?? '' };
}

function encodedPicture(encoder: Encoder, rate: Rate, video: VideoStream): string[] {
  return [
    ...encoderOptions(encoder, rate),
    // Without it ffmpeg 5.1 fills every gap with copies of frames, above all one before footage that begins late.
    ...['-fps_mode:v', 'vfr', '-enc_time_base:v', timeBase(video)],
    ...withoutSupplemental(encoder.codec),
  ];
}

function copiedPicture(video: VideoStream): string[] {
  const tag = video.codec === 'hevc' ? ['-tag:v', 'hvc1'] : [];
  return ['-c:v', 'copy', ...tag, ...withoutSupplemental(video.codec)];
}

function soundOptions(settings: VideoPlanSettings): string[] {
  const { audio } = settings.media;
  return [...(audio ? ['-map', `0:${audio.index}`] : []), ...soundOf(settings).options];
}

function muxerOptions(container: VideoContainer): string[] {
  const isMov = container === 'mp4' || container === 'mov';
  return [...(isMov ? ['-write_tmcd', '0', '-movflags', '+faststart'] : []), '-f', MUXERS[container]];
}

/** One tick of a clock in which every frame of a constant rate lasts a whole number of ticks. */
export function timeBase({ frameRate, variableFrameRate }: VideoStream): string {
  if (!frameRate || variableFrameRate) return `1:${CLOCK_HZ}`;
  return `1:${frameRate.num * Math.max(1, Math.round(CLOCK_HZ / frameRate.num))}`;
}

/** Bits a pixel takes at the least in footage of people talking, at these settings (measured on interviews: 0.03 to 0.1). */
const FEWEST_BITS_PER_PIXEL = 0.02;

/** Bytes a video of these pixels takes at the least, to refuse at once what can never fit; the real size may be several times that. */
export function leastVideoBytes(
  size: { readonly width: number; readonly height: number },
  { frameRate }: Pick<VideoStream, 'frameRate'>,
  durationMs: number,
): number {
  const rate = frameRate ? frameRate.num / frameRate.den : 25;
  return Math.ceil(((size.width * size.height * rate * durationMs) / 1000) * (FEWEST_BITS_PER_PIXEL / 8));
}
