/** What is done otherwise than a person might expect, as far as it is known before anything is made. */
import type { ExportCheck } from '../domain/export';
import type { MediaInfo } from '../domain/media';
import type { VideoOutput } from '../domain/video-output';
import { softwareFor } from '../ffmpeg/encoders';
import { bitDepthOf } from '../ffmpeg/pixel-format';
import { formatMessage, type MessageKey, type MessageValues } from '../messages/index';
import { writtenCodec, type Redacted } from './needs';
import { presetById } from './presets';

/** What is known of a video that is to be made. */
export interface VideoToMake {
  readonly output: VideoOutput;
  readonly media: MediaInfo;
  /** Of the new video, ms. */
  readonly durationMs: number;
  /** Whether a logo or a card is asked for. */
  readonly isBranded: boolean;
  /** Whether only part of the film is taken, or it is branded. */
  readonly isChanged: boolean;
  readonly redacted: Redacted;
}

/** A remark on what is made. */
export const note = (code: string, key: MessageKey, values: MessageValues = {}): ExportCheck => ({
  code,
  result: 'note',
  message: formatMessage(key, values),
});

/** What can be said before the work; the work says the same again, `fewerBits` of the finished file. */
export function foreseen(video: VideoToMake): ExportCheck[] {
  const { output, media, isChanged, redacted } = video;
  const codec = writtenCodec(output, media, isChanged, redacted);
  const isFilm = output.delivery !== 'overlay' && codec !== 'copy';
  const written = isFilm && media.video ? softwareFor(codec, media.video).pixelFormat : null;
  return [...planned(video), ...(written === null ? [] : fewerBits(media, written))];
}

/** Remarks that follow from what is asked for. */
export function planned({
  output,
  media,
  durationMs,
  isBranded,
  isChanged,
  redacted,
}: VideoToMake): ExportCheck[] {
  const codec = writtenCodec(output, media, isChanged, redacted);
  const isOverlay = output.delivery === 'overlay';
  const isEncodedForCovers =
    !isOverlay && redacted.picture && codec !== 'copy' && writtenCodec(output, media, isChanged) === 'copy';
  return [
    ...tooLong(output.preset, durationMs),
    ...(isOverlay && isBranded ? [note('no-branding', 'video.note.noBranding')] : []),
    ...(losesForced(output) ? [note('not-forced', 'video.note.notForced')] : []),
    ...(isEncodedForCovers ? [note('encoded-for-covers', 'redaction.note.encoded')] : []),
    ...(media.video?.hdr && codec !== 'copy' && !isOverlay
      ? [note('tone-mapped', 'video.note.toneMapped')]
      : []),
  ];
}

/** Says it where a new picture tells fewer shades apart than the footage. `written`: the new one's pixel format. */
export function fewerBits({ video }: Pick<MediaInfo, 'video'>, written: string | null): ExportCheck[] {
  const [from, to] = [bitDepthOf(video?.pixelFormat ?? null), bitDepthOf(written)];
  return from > to ? [note('fewer-bits', 'video.note.fewerBits', { from, to })] : [];
}

/** MP4 has no such flag that players know. */
function losesForced({ delivery, container, forced }: VideoOutput): boolean {
  return delivery === 'mux' && container === 'mp4' && (forced?.length ?? 0) > 0;
}

function tooLong(preset: string | null, durationMs: number): ExportCheck[] {
  const platform = preset === null ? undefined : presetById(preset);
  if (!platform || platform.longestS === null || durationMs <= platform.longestS * 1000) return [];
  const values = { name: platform.name, seconds: platform.longestS, found: Math.round(durationMs / 1000) };
  return [note('longer-than-platform', 'video.note.longer', values)];
}
