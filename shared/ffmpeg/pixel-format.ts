/** How finely a picture tells its shades apart, by ffmpeg's names of pixel formats. */

/** Formats of more than 8 bits that this app writes. */
export type DeepFormat = 'yuv420p10le' | 'yuv422p10le';

const USUAL_BITS = 8;

/** Bits a channel of a pixel format (`yuv420p10le`, `p010le`, `rgb48be`); 8 where its name tells none. */
export function bitDepthOf(pixelFormat: string | null): number {
  const [, own] = /(?:p|gray|p0)(\d{1,2})(?:le|be)$/.exec(pixelFormat ?? '') ?? [];
  if (own !== undefined) return Number(own);
  const [, all] = /^(?:x2)?(?:rgb|bgr)a?(48|64|10)(?:le|be)$/.exec(pixelFormat ?? '') ?? [];
  if (all === '10') return 10;
  return all === undefined ? USUAL_BITS : 16;
}

/** Whether a picture has more bits than an ordinary one. */
export function isDeep({ pixelFormat }: { readonly pixelFormat: string | null }): boolean {
  return bitDepthOf(pixelFormat) > USUAL_BITS;
}
