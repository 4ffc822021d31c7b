/** A logo in a corner and a card after the end, as inputs and filters. Both files lie in the private folder under fixed names. */
import type { LogoPlace } from '../domain/branding';
import type { VideoStream } from '../domain/media';
import { pictureSize } from '../video/picture-size';
import type { DeepFormat } from './pixel-format';
import type { FfmpegInput } from './plan';
import type { CompleteVideo } from '../video/complete';

/** Names inside the private folder. */
export const LOGO_FILE = 'logo';
export const CARD_FILE = 'card';

export interface EndCard {
  readonly durationMs: number;
  /** When the film ends and the card begins, in ms of the new video. */
  readonly atMs: number;
  /** A video instead of a still picture. Its sound is not heard. */
  readonly isMoving: boolean;
}

export interface Branding {
  readonly logo: LogoPlace | null;
  readonly endCard: EndCard | null;
}

/** Kinds of picture that may be a logo or a card, by ffmpeg's demuxer names: still pictures, no lists, no vector programs. */
const STILL_FORMATS = 'png_pipe,jpeg_pipe,webp_pipe';
/** What the campaign's own moving cards are written as. */
const MOVING_FORMATS = 'mov,mp4,m4a,3gp,3g2,mj2';
const MAX_PIXELS = 36_000_000;

/** Options before the `-i` of a picture or short video of a person's. */
export function brandInputOptions(isMoving: boolean): string[] {
  return [
    ...['-protocol_whitelist', 'file,pipe', '-format_whitelist', isMoving ? MOVING_FORMATS : STILL_FORMATS],
    ...['-max_pixels', String(MAX_PIXELS)],
  ];
}

const input = (name: string, isMoving: boolean): FfmpegInput => ({
  options: brandInputOptions(isMoving),
  input: `file:${name}`,
});

/** Inputs 1 and 2, as far as they are wanted. */
export function brandingInputs({ logo, endCard }: Branding): FfmpegInput[] {
  return [
    ...(logo ? [input(LOGO_FILE, false)] : []),
    ...(endCard ? [input(CARD_FILE, endCard.isMoving)] : []),
  ];
}

/** A logo's width and its distance from both edges, in whole pixels of a picture. */
export function logoPixels(
  size: { readonly width: number; readonly height: number },
  logo: Pick<LogoPlace, 'width' | 'margin'>,
): { readonly width: number; readonly margin: number } {
  return {
    width: Math.max(2, Math.round(size.width * logo.width)),
    margin: Math.round(Math.min(size.width, size.height) * logo.margin),
  };
}

/** What follows the drawn picture in its chain: logo over it, card after its last frame. Empty for neither. */
export function overlays(
  { media, output }: { readonly media: { readonly video: VideoStream }; readonly output: CompleteVideo },
  { logo, endCard }: Branding,
  deepFormat: DeepFormat | null = null,
): string {
  const blend = deepFormat === null ? 'auto' : deepFormat.replace('le', '');
  const size = pictureSize(media.video, output);
  const parts: string[] = [];
  if (logo) {
    const { width, margin } = logoPixels(size, logo);
    const x = logo.corner.endsWith('left') ? `${margin}` : `W-w-${margin}`;
    const y = logo.corner.startsWith('top') ? `${margin}` : `H-h-${margin}`;
    const faded = logo.opacity < 1 ? `,colorchannelmixer=aa=${logo.opacity}` : '';
    parts.push(
      `[under];[1:v]format=rgba,scale=${width}:-1:flags=lanczos${faded}[logo];` +
        `[under][logo]overlay=${x}:${y}:format=${blend}`,
    );
  }
  if (endCard) {
    const { width, height } = size;
    const fitted = `scale=${width}:${height}:force_original_aspect_ratio=decrease:flags=lanczos`;
    // A moving card's clock begins when the film ends.
    const clock = endCard.isMoving ? `setpts=PTS-STARTPTS+${endCard.atMs / 1000}/TB,` : '';
    const card = `${clock}format=rgba,${fitted},pad=${width}:${height}:-1:-1:color=black,setsar=1`;
    parts.push(
      `,tpad=stop_mode=clone:stop_duration=${endCard.durationMs / 1000}[film];` +
        `[${logo ? 2 : 1}:v]${card}[card];` +
        `[film][card]overlay=0:0:format=${blend}:enable='gte(t,${endCard.atMs / 1000})'`,
    );
  }
  return parts.join('');
}
