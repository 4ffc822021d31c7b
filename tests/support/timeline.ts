/** A hand on the timeline, and what is drawn there. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { App } from './app';
import { AAC, H264, testMedia } from './media';
import { command, cueRow, importSubtitles, openVideo } from './person';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Nine seconds in three pictures, cut at 3 s and 6 s. */
const footage = () =>
  testMedia([
    ...['testsrc=s=640x360', 'color=white:s=640x360', 'mandelbrot=s=640x360'].flatMap((source) => [
      ...['-f', 'lavfi', '-t', '3', '-i', `${source}:r=25`],
    ]),
    ...['-f', 'lavfi', '-i', 'sine=440:r=48000:d=9,volume=0.3'],
    ...['-filter_complex', '[0][1][2]concat=n=3[v]', '-map', '[v]', '-map', '3', ...H264, ...AAC],
  ]);

const SUBTITLES = `1
00:00:00,400 --> 00:00:02,000
All human beings

2
00:00:04,000 --> 00:00:05,000
are born free and equal in dignity and rights and more.
`;

/** Opens the film with its subtitles, and shows all of it on the timeline. */
export async function openCuts({ page, folder }: App) {
  copyFileSync(footage(), join(folder, 'cuts.mp4'));
  writeFileSync(join(folder, 'cuts.srt'), SUBTITLES);
  await openVideo(page, 'cuts.mp4');
  await importSubtitles(page, 'cuts.srt');
  await expect(page.getByRole('timer', { name: 'Time' })).toHaveAttribute('data-frames', 'true');
  const canvas = page.getByRole('application', { name: 'Timeline' });
  await command(page, 'Show the whole film');
  return { page, canvas, at: placesOf(canvas, 9000) };
}

export const pointOf = ({ x, y }: Place): [number, number] => [x, y];

/** Keeps the timeline as it looks now, for `changedPixels`. */
export async function keepPixels(canvas: Locator): Promise<void> {
  await canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) throw new Error('no canvas');
    const kept = document.createElement('canvas');
    kept.id = 'kept';
    kept.hidden = true;
    [kept.width, kept.height] = [element.width, element.height];
    kept.getContext('2d')?.drawImage(element, 0, 0);
    document.body.append(kept);
  });
}

/** How many pixels differ from those kept by more than rounding. */
export function changedPixels(canvas: Locator): Promise<number> {
  return canvas.evaluate((element) => {
    const kept = document.querySelector('#kept');
    const dataOf = (one: Element | null) =>
      one instanceof HTMLCanvasElement
        ? one.getContext('2d')?.getImageData(0, 0, one.width, one.height).data
        : undefined;
    const [before, after] = [dataOf(kept), dataOf(element)];
    if (!before || before.length !== after?.length) throw new Error('of another size');
    let changed = 0;
    for (let n = 0; n < before.length; n++) if (Math.abs((before[n] ?? 0) - (after[n] ?? 0)) > 2) changed++;
    return changed;
  });
}

/** How much of the timeline is as bright and warm as only loud pitches are drawn. */
export function brightShare(canvas: Locator): Promise<number> {
  return canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) throw new Error('no canvas');
    const data = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data ?? [];
    let bright = 0;
    for (let n = 0; n < data.length; n += 4)
      if ((data[n] ?? 0) > 180 && (data[n] ?? 0) - (data[n + 2] ?? 0) > 90) bright++;
    return bright / (data.length / 4);
  });
}

export async function playhead(page: Page): Promise<number> {
  const text = await page.getByRole('timer', { name: 'Time' }).innerText();
  const [, minutes, seconds] = /(\d+):(\d+\.\d+)/.exec(text) ?? [];
  return Number(minutes) * 60_000 + Math.round(Number(seconds) * 1000);
}

/** Where a time is on the canvas that shows the whole film; `y` from its lower edge. */
export function placesOf(canvas: Locator, durationMs: number) {
  return async (ms: number, y: number) => {
    const box = await canvas.boundingBox();
    if (!box) throw new Error('the timeline is not shown');
    return { x: box.x + (ms / durationMs) * box.width, y: box.y + box.height + y };
  };
}

export async function drag(page: Page, from: Place, to: Place, { escape = false } = {}): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  if (escape) await page.keyboard.press('Escape');
  await page.mouse.up();
}

export async function expectTimes(page: Page, number: number, start: string, end: string): Promise<void> {
  await expect
    .poll(async () => (await cueRow(page, number).getByRole('gridcell').nth(1).innerText()).split(/\s+/))
    .toEqual([start, end]);
}
