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

const [WIDTH, HEIGHT] = [320, 180];

/** The pictures that ffmpeg reads, as grey values row by row. */
function greyPictures(args: readonly string[], input?: Buffer): Buffer[] {
  const all = execFileSync(
    'ffmpeg',
    [
      ...['-nostdin', '-v', 'error', ...args, '-fps_mode', 'passthrough'],
      ...['-vf', `scale=${WIDTH}:${HEIGHT}:flags=area,format=gray`, '-f', 'rawvideo', 'pipe:1'],
    ],
    { input, maxBuffer: 1e9 },
  );
  const size = WIDTH * HEIGHT;
  return Array.from({ length: all.length / size }, (_, n) => all.subarray(n * size, (n + 1) * size));
}

function numberOf(grey: Buffer | undefined): number {
  let number = 0;
  for (let bit = 0; bit < BITS; bit++)
    if ((grey?.[45 * WIDTH + (bit + 0.5) * (WIDTH / BITS)] ?? 0) > 128) number += 2 ** bit;
  return number;
}

/** The numbers of the pictures a player has to show one after the other, by ffmpeg, which heeds edit lists. */
export const numbersIn = (path: string): number[] => greyPictures(['-i', path]).map(numberOf);

/** Looks at the picture in the page. */
export async function shownPicture(page: Page): Promise<ShownPicture> {
  await stoodStill(page);
  const png = await page.locator('.player__picture').screenshot();
  const [grey] = greyPictures(['-f', 'image2pipe', '-c:v', 'png', '-i', 'pipe:0'], png);
  // Under the middle line, clear of its edge and of the picture's own.
  const lower = grey?.subarray(WIDTH * 100, WIDTH * 178) ?? [];
  return { number: numberOf(grey), isDrawnOn: lower.some((value) => Math.abs(value - 126) > 60) };
}

/** Waits until no picture is being sought and what was found has had time to be drawn. */
async function stoodStill(page: Page): Promise<void> {
  const isSeeking = () =>
    page.locator('.player__video').evaluate(async (video: HTMLVideoElement) => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return video.seeking;
    });
  while (await isSeeking());
}
