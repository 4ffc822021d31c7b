import type { MediaInfo } from '../domain/media';
import type { VideoCodec, VideoContainer, VideoOutput } from '../domain/video-output';
import { SOFTWARE } from '../ffmpeg/encoders';
import { isDeep } from '../ffmpeg/pixel-format';
import { CODECS, completeVideo, OVERLAY_CODECS } from './complete';

/** Codecs a container may hold as they are in the footage: what its players know, not what its format allows. */
const COPIED: Readonly<Record<VideoContainer, readonly string[]>> = {
  mp4: ['h264', 'hevc', 'av1'],
  mov: ['h264', 'hevc', 'prores'],
  mkv: ['h264', 'hevc', 'av1', 'vp8', 'vp9', 'prores', 'mpeg2video', 'mpeg4'],
  webm: ['vp8', 'vp9', 'av1'],
};

/** What a project redacts. */
export interface Redacted {
  readonly picture: boolean;
  readonly sound: boolean;
}

const NOTHING: Redacted = { picture: false, sound: false };

/** How the picture is really written: a copy only where nothing is drawn, covered, cut or framed and the container takes it. */
export function writtenCodec(
  output: VideoOutput,
  media: MediaInfo,
  isClip: boolean,
  redacted: Redacted = NOTHING,
): Exclude<VideoCodec, 'copy'> | 'copy' {
  const { codec, delivery, container, height, framing, maxBytes } = completeVideo(output);
  if (delivery === 'overlay') return OVERLAY_CODECS[container] ?? CODECS[container][0];
  if (codec !== 'copy') return codec;
  const isWhole = height === null && !framing && !isClip && !maxBytes;
  const isUntouched = delivery !== 'burn-in' && isWhole && !redacted.picture;
  if (isUntouched && media.video && COPIED[container].includes(media.video.codec)) return 'copy';
  return media.video && isDeep(media.video) ? deepCodec(container) : CODECS[container][0];
}

/** What loses no bits of a picture that has more than 8, where the container holds such a codec. */
function deepCodec(container: VideoContainer): Exclude<VideoCodec, 'copy'> {
  const codec = CODECS[container].find((one) => SOFTWARE[one].deepFormat !== undefined);
  return codec ?? CODECS[container][0];
}

/** Filters of `ffmpeg/cover-filters.ts`. */
const COVERING: readonly string[] = ['drawbox', 'sendcmd'];
/** Filters of `ffmpeg/sound-redaction.ts`. */
const HUSHING: readonly string[] = ['asendcmd', 'aeval', 'atempo'];

/** Filters and encoders (ffmpeg's names) that an output cannot do without; for the check before any work. */
export function needsOf(
  output: VideoOutput,
  media: MediaInfo,
  isClip: boolean,
  redacted: Redacted = NOTHING,
): string[] {
  const codec = writtenCodec(output, media, isClip, redacted);
  const draws = output.delivery === 'burn-in' || output.delivery === 'overlay';
  const tones = codec !== 'copy' && output.delivery !== 'overlay' && media.video?.hdr === true;
  return [
    ...(draws ? ['ass'] : []),
    ...(redacted.picture && output.delivery !== 'overlay' ? COVERING : []),
    ...(redacted.sound && media.audio && output.delivery !== 'overlay' ? HUSHING : []),
    ...(codec === 'copy' ? [] : [SOFTWARE[codec].name]),
    ...(tones ? ['zscale', 'tonemap'] : []),
    ...(media.audio && output.container === 'webm' && output.delivery !== 'overlay' ? ['libopus'] : []),
    ...(media.audio && (output.loudness ?? 'keep') !== 'keep' ? ['loudnorm'] : []),
  ];
}

/** Why an output makes no sense, as a code of `video.problem.*`; null where it does. */
export function outputProblem(output: VideoOutput): 'codec' | 'overlay' | 'mux' | 'size' | 'copy' | null {
  const { codec, delivery, container, maxBytes } = completeVideo(output);
  if (delivery === 'overlay') return OVERLAY_CODECS[container] ? null : 'overlay';
  if (delivery === 'mux' && container === 'mov') return 'mux';
  if (codec === 'copy') return delivery === 'burn-in' ? 'copy' : null;
  if (!CODECS[container].includes(codec)) return 'codec';
  return maxBytes !== undefined && codec === 'prores' ? 'size' : null;
}
