import type { VideoCodec, VideoContainer, VideoOutput } from '../domain/video-output';
import { languageName } from '../text/names';

/** A video output with nothing left open. */
export interface CompleteVideo extends VideoOutput {
  readonly codec: VideoCodec;
  readonly loudness: NonNullable<VideoOutput['loudness']>;
  readonly hardware: boolean;
  readonly smart: boolean;
}

type WrittenCodec = Exclude<VideoCodec, 'copy'>;

/** Codecs a container can hold of what we write, the usual one first. QuickTime is for editors, who expect ProRes. */
export const CODECS: Readonly<Record<VideoContainer, readonly [WrittenCodec, ...WrittenCodec[]]>> = {
  mp4: ['h264', 'hevc'],
  mov: ['prores', 'h264', 'hevc'],
  mkv: ['h264', 'hevc', 'vp9'],
  webm: ['vp9'],
};

/** Containers that can hold a transparent picture, with the codec that does. */
export const OVERLAY_CODECS: Readonly<Partial<Record<VideoContainer, WrittenCodec>>> = {
  mov: 'prores',
  webm: 'vp9',
};

/** Fills in what an output leaves open. A plain `mux` copies the picture; where its container cannot take it, see `muxCodec`. */
export function completeVideo(output: VideoOutput): CompleteVideo {
  const isPlainCopy = output.delivery === 'mux' && output.height === null && !output.framing;
  const usual = isPlainCopy ? 'copy' : CODECS[output.container][0];
  return {
    ...output,
    codec: output.codec ?? usual,
    loudness: output.loudness ?? 'keep',
    hardware: output.hardware ?? false,
    smart: output.smart ?? false,
  };
}

/** Burned into an MP4 of the footage's own size and shape. */
export const PLAIN_BURN_IN: VideoOutput = {
  kind: 'video',
  delivery: 'burn-in',
  container: 'mp4',
  preset: null,
  height: null,
};

/** What players list a soft track as: its language in that language, for who needs it reads that. Never a track's own name. */
export function softTitle(language: string): string {
  return languageName(language, language);
}
