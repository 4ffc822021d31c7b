/** Footage whose pictures carry their own number: eight blocks, black or white, lowest bit first, over flat grey. */
import { execFileSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { AAC, H264, testMedia } from './media';

const BITS = 8;

/** Pictures 0 to 255 at a rate, `select` as ffmpeg's filter drops some, with a tone beside them. */
export function numberedFootage(rate: string, { select = '', extension = '.mp4', seconds = 3 } = {}): string {
  const bits = `255*mod(floor(N/pow(2\\,floor(X*${BITS}/W)))\\,2)`;
  const filter = [
    `color=black:s=320x180:r=${rate}:d=${seconds}`,
    `geq=lum='if(gt(Y\\,H/2)\\,126\\,${bits})':cb=128:cr=128`,
    ...(select === '' ? [] : [`select='${select}'`]),
  ].join(',');
  return testMedia(
    [
      ...['-f', 'lavfi', '-i', filter, '-f', 'lavfi', '-i', `sine=440:r=48000:d=${seconds}`],
      ...['-fps_mode', 'vfr', ...H264, '-g', '12', '-keyint_min', '12', ...AAC],
    ],
    extension,
  );
}

/** What of a footage's pictures an element shows: its number, and whether anything is drawn on the grey under it. */
export interface ShownPicture {
  readonly number: number;
  readonly isDrawnOn: boolean;
}

/** Looks at the picture in the page. */
export async function shownPicture(page: Page): Promise<ShownPicture> {
  const png = await page.locator('.player__picture').screenshot();
  const pixels = execFileSync(
    'ffmpeg',
    [
      ...['-nostdin', '-v', 'error', '-f', 'image2pipe', '-c:v', 'png', '-i', 'pipe:0'],
      ...['-vf', 'scale=320:180:flags=area,format=gray', '-f', 'rawvideo', 'pipe:1'],
    ],
    { input: png },
  );
  const at = (x: number, y: number) => pixels[y * 320 + x] ?? 0;
  let number = 0;
  for (let bit = 0; bit < BITS; bit++) if (at((bit + 0.5) * (320 / BITS), 45) > 128) number += 2 ** bit;
  // Under the middle line, clear of its edge and of the picture's own.
  const grey = pixels.subarray(320 * 100, 320 * 178);
  return { number, isDrawnOn: grey.some((value) => Math.abs(value - 126) > 60) };
}
