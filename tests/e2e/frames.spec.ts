/** The preview, picture by picture, on footage whose pictures carry their own number. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type App } from '../support/app';
import { lateFootageOf, testMedia } from '../support/media';
import { numberedFootage, numbersIn, shownPicture } from '../support/numbered';
import { importSubtitles, openVideo, startProject } from '../support/person';

/** A variable rate: of each seven pictures the second and third are dropped. */
const KEPT = 'eq(mod(n,7),0)+gte(mod(n,7),3)'.replaceAll(',', '\\,');
const variable = () => numberedFootage('30000/1001', { select: KEPT });
const late = () => lateFootageOf(numberedFootage('60000/1001'), '.mkv');
/** Cut between key frames: an edit list hides the pictures before the cut. */
const cut = () => testMedia(['-ss', '0.3', '-i', numberedFootage('30000/1001'), '-c', 'copy']);

const FOOTAGE: readonly (readonly [name: string, path: () => string])[] = [
  ['23.976', () => numberedFootage('24000/1001')],
  ['24', () => numberedFootage('24')],
  ['25', () => numberedFootage('25')],
  ['29.97', () => numberedFootage('30000/1001')],
  ['50', () => numberedFootage('50')],
  ['59.94', () => numberedFootage('60000/1001')],
  ['59.94, starting late', late],
  ['variable', variable],
  ['29.97 behind an edit list', cut],
];

/** Steps as fast as keys can come, there and back; each burst must end on the very picture. */
const BURSTS = [6, 5, -3] as const;

test('quick steps end on the right picture at every rate', async ({ app }) => {
  const { page, folder } = app;
  for (const [n, [name, path]] of FOOTAGE.entries()) {
    const file = `${n}${extname(path())}`;
    copyFileSync(path(), join(folder, file));
    if (n === 0) await openVideo(page, file);
    else {
      const video = page.locator('video');
      const before = (await video.getAttribute('src')) ?? '';
      await page.keyboard.press('ControlOrMeta+Shift+O');
      await startProject(page, file);
      await expect(video).not.toHaveAttribute('src', before);
    }
    await frameTimesKnown(page);
    // The element's own picture may be an earlier one, or not, by the luck of the compositor: without it luck has no part.
    if (n === 0) await page.addStyleTag({ content: '.player__video { visibility: hidden }' });
    await page.keyboard.press('Home');
    const numbers = numbersIn(path());
    let at = 0;
    for (const steps of BURSTS) {
      const key = steps < 0 ? 'ArrowLeft' : 'ArrowRight';
      await Promise.all(Array.from({ length: Math.abs(steps) }, () => page.keyboard.press(key)));
      at += steps;
      await expect.poll(async () => (await shownPicture(page)).number, name).toBe(numbers[at]);
    }
  }
});

/** Whole, uneven, and offset times stand for the rest: libass is asked by the time of the picture, whatever its rate. */
const DRAWN = ['29.97', 'variable', '59.94, starting late'];

for (const [name, path] of FOOTAGE.filter(([name]) => DRAWN.includes(name)))
  test(`${name}: a subtitle begins on its own picture and ends before the next`, async ({ app }) => {
    const numbers = numbersIn(path());
    await bring(app, path());
    const { page } = app;
    await frameTimesKnown(page);
    // In the list of subtitles, where an import leaves the keyboard, Home goes to the first of them.
    await page.locator(':focus').evaluate((element: HTMLElement) => element.blur());
    await page.keyboard.press('Home');
    await expectPicture(page, numbers[0]);
    for (const number of numbers.slice(1, 10)) {
      await page.keyboard.press('ArrowRight');
      await expectPicture(page, number);
    }
    // The playhead is on the ninth picture: a subtitle that starts here is drawn on it and not on the one before.
    await page.keyboard.press('n');
    await page.keyboard.type('HHHH HHHH');
    // Enter goes on to the next text.
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowUp');
    await expectDrawn(page, true, numbers[9]);
    await page.keyboard.press('ArrowLeft');
    await expectDrawn(page, false, numbers[8]);
    for (const number of numbers.slice(9, 15)) {
      await page.keyboard.press('ArrowRight');
      if (number === numbers[9] || number === numbers[14]) await expectDrawn(page, true, number);
    }
    // It ends before the picture shown, and one picture later after a nudge.
    await page.keyboard.press(']');
    await expectDrawn(page, false, numbers[14]);
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await expectDrawn(page, true, numbers[14]);
    await page.keyboard.press('ArrowRight');
    await expectDrawn(page, false, numbers[15]);
    await page.keyboard.press('Alt+ArrowRight');
    await expectDrawn(page, true, numbers[15]);
  });

async function bring({ page, folder }: App, path: string): Promise<void> {
  const name = `numbered${extname(path)}`;
  copyFileSync(path, join(folder, name));
  await openVideo(page, name);
  writeFileSync(join(folder, 'last.srt'), '1\n00:00:02,600 --> 00:00:02,900\nThe last words.\n');
  await importSubtitles(page, 'last.srt');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeEnabled();
}

/** The index of the footage's pictures is made in the background. */
async function frameTimesKnown(page: Page): Promise<void> {
  await expect(page.getByRole('timer', { name: 'Time' })).toHaveAttribute('data-frames', 'true');
}

async function expectPicture(page: Page, number: number | undefined): Promise<void> {
  await expect.poll(async () => (await shownPicture(page)).number).toBe(number);
}

async function expectDrawn(page: Page, isDrawnOn: boolean, number: number | undefined): Promise<void> {
  await expect.poll(() => shownPicture(page)).toEqual({ number, isDrawnOn });
}
