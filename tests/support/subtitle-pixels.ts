import type { Page } from '@playwright/test';

/** What the player has drawn over the picture; places and sizes as shares of it. */
export interface SubtitlePixels {
  /** How many pixels have something. */
  readonly ink: number;
  /** How many of them are dark. */
  readonly dark: number;
  /** How many are as light as letters. */
  readonly light: number;
  readonly height: number;
  readonly bottom: number;
}

/** Reads the subtitles' canvas of the player. */
export function subtitlePixels(page: Page): Promise<SubtitlePixels> {
  return page.locator('.player__subtitles').evaluate((element) => {
    // Not by its class: one that moved into a window of its own keeps that of the window it came from.
    const isCanvas = (one: Element): one is HTMLCanvasElement => one.localName === 'canvas';
    if (!isCanvas(element)) throw new Error('no canvas');
    const copy = document.createElement('canvas');
    const [width, height] = [640, 360];
    Object.assign(copy, { width, height });
    const context = copy.getContext('2d');
    if (!context) throw new Error('no context');
    context.drawImage(element, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    let [ink, dark, light, top, bottom] = [0, 0, 0, height, 0];
    for (let n = 0; n < width * height; n++) {
      if ((data[4 * n + 3] ?? 0) < 40) continue;
      ink++;
      if ((data[4 * n] ?? 0) < 60) dark++;
      if ((data[4 * n] ?? 0) > 180) light++;
      top = Math.min(top, Math.floor(n / width));
      bottom = Math.floor(n / width) + 1;
    }
    return { ink, dark, light, height: Math.max(0, bottom - top) / height, bottom: bottom / height };
  });
}
