/** A logo in a corner and a card after the end, as inputs and filters. Both files lie in the private folder under fixed names. */
import type { VideoStream } from '../domain/media';
import { pictureSize } from '../video/picture-size';
import type { FfmpegInput } from './plan';
import type { CompleteVideo } from '../video/complete';

/** Names inside the private folder. */
export const LOGO_FILE = 'logo';
export const CARD_FILE = 'card';

export interface Logo {
  readonly corner: 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';
  /** Width as a share of the picture's, 0..1. */
  readonly width: number;
  /** Distance from the edges as a share of the picture's shorter side, 0..1. */
  readonly margin: number;
}

export interface EndCard {
  readonly durationMs: number;
  /** When the film ends and the card begins, in ms of the new video. */
  readonly atMs: number;
}

export interface Branding {
  readonly logo: Logo | null;
  readonly endCard: EndCard | null;
}

/** Kinds of picture that may be a logo or a card, by ffmpeg's demuxer names: still pictures, no lists, no vector programs. */
const STILL_FORMATS = 'png_pipe,jpeg_pipe,webp_pipe';
const MAX_PIXELS = 36_000_000;

const still = (name: string): FfmpegInput => ({
  options: [
    ...['-protocol_whitelist', 'file,pipe', '-format_whitelist', STILL_FORMATS],
    ...['-max_pixels', String(MAX_PIXELS)],
  ],
  input: `file:${name}`,
});

/** Inputs 1 and 2, as far as they are wanted. */
export function brandingInputs({ logo, endCard }: Branding): FfmpegInput[] {
  return [...(logo ? [still(LOGO_FILE)] : []), ...(endCard ? [still(CARD_FILE)] : [])];
}

/** What follows the drawn picture in its chain: logo over it, card after its last frame. Empty for neither. */
export function overlays(
  { media, output }: { readonly media: { readonly video: VideoStream }; readonly output: CompleteVideo },
  { logo, endCard }: Branding,
): string {
  const size = pictureSize(media.video, output);
  const parts: string[] = [];
  if (logo) {
    const width = Math.max(2, Math.round(size.width * logo.width));
    const margin = Math.round(Math.min(size.width, size.height) * logo.margin);
    const x = logo.corner.endsWith('left') ? `${margin}` : `W-w-${margin}`;
    const y = logo.corner.startsWith('top') ? `${margin}` : `H-h-${margin}`;
    parts.push(
      `[under];[1:v]format=rgba,scale=${width}:-1:flags=lanczos[logo];[under][logo]overlay=${x}:${y}:format=auto`,
    );
  }
  if (endCard) {
    const { width, height } = size;
    const fitted = `scale=${width}:${height}:force_original_aspect_ratio=decrease:flags=lanczos`;
    const card = `${fitted},pad=${width}:${height}:-1:-1:color=black,setsar=1`;
    parts.push(
      `,tpad=stop_mode=clone:stop_duration=${endCard.durationMs / 1000}[film];` +
        `[${logo ? 2 : 1}:v]format=rgba,${card}[card];` +
        `[film][card]overlay=0:0:format=auto:enable='gte(t,${endCard.atMs / 1000})'`,
    );
  }
  return parts.join('');
}
