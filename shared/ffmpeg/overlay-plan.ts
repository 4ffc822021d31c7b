/** Subtitles on a transparent picture, for editors to lay over the film themselves. */
import type { Rational } from '../domain/media';
import type { PictureSize } from '../video/picture-size';
import { GENERAL_OPTIONS, PRIVACY_OPTIONS, type FfmpegPlan } from './plan';
import { BURN_IN_FONTS, BURN_IN_SUBTITLES } from './video-plan';

export interface OverlaySettings {
  readonly container: 'mov' | 'webm';
  readonly size: PictureSize;
  readonly rate: Rational;
  /** Length of the film. */
  readonly durationMs: number;
  /** A temporary name, absolute. */
  readonly outputPath: string;
}

/** ProRes profile 4 is 4444, with 16 bits of transparency; VP9 holds transparency as a second picture. */
const ENCODERS: Readonly<Record<OverlaySettings['container'], readonly string[]>> = {
  mov: [
    ...['-c:v', 'prores_ks', '-profile:v', '4', '-vendor', 'apl0', '-alpha_bits', '16'],
    ...['-pix_fmt', 'yuva444p10le', '-write_tmcd', '0', '-movflags', '+faststart', '-f', 'mov'],
  ],
  webm: [
    ...['-c:v', 'libvpx-vp9', '-crf', '20', '-b:v', '0', '-auto-alt-ref', '0', '-deadline', 'good'],
    ...['-cpu-used', '5', '-row-mt', '1', '-pix_fmt', 'yuva420p', '-f', 'webm'],
  ],
};

/** The run that draws `subs.ass` of the folder it is started in on nothing. Time 0 is the film's. */
export function planOverlay({ container, size, rate, durationMs, outputPath }: OverlaySettings): FfmpegPlan {
  // A filter behind the source would make it opaque before it asks for transparency.
  const nothing = `color=black@0:s=${size.width}x${size.height}:r=${rate.num}/${rate.den}:d=${(durationMs / 1000).toFixed(6)},format=yuva444p`;
  const drawn = `ass=${BURN_IN_SUBTITLES}:fontsdir=${BURN_IN_FONTS}:alpha=1`;
  return {
    inputs: [{ options: ['-f', 'lavfi'], input: nothing }],
    graph: `[0:v]${drawn}[v]`,
    outputOptions: [
      ...GENERAL_OPTIONS,
      ...['-map', '[v]', '-an', '-sn', '-dn'],
      ...PRIVACY_OPTIONS,
      ...ENCODERS[container],
    ],
    output: `file:${outputPath}`,
  };
}
