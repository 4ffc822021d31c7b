/** How coarse blurred and mosaic places are: the same in preview and export. */
import type { PictureSize } from '../video/picture-size';

/** Blocks of a mosaic, and the radius of a blur, as a share of the picture's shorter side. */
const COARSE = 1 / 18;

/** The side of a block in pixels, and how many of them the picture has across and down. */
export function coarseGrid({ width, height }: PictureSize): PictureSize & { readonly step: number } {
  const step = Math.max(2, Math.round(Math.min(width, height) * COARSE));
  return {
    step,
    width: Math.max(1, Math.round(width / step)),
    height: Math.max(1, Math.round(height / step)),
  };
}
