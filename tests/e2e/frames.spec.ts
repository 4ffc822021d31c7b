/** The preview, picture by picture, on footage whose pictures carry their own number. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type App } from '../support/app';
import { lateFootageOf } from '../support/media';
import { numberedFootage, shownPicture } from '../support/numbered';
import { importSubtitles, openVideo } from '../support/person';

/** A variable rate: of each seven pictures the second and third are dropped. */
const KEPT = 'eq(mod(n,7),0)+gte(mod(n,7),3)'.replaceAll(',', '\\,');
const all = (count: number) => Array.from({ length: count }, (_, n) => n);

const FOOTAGE: readonly { name: string; path: () => string; numbers: readonly number[] }[] = [
  { name: '29.97', path: () => numberedFootage('30000/1001'), numbers: all(40) },
  {
    name: 'variable',
    path: () => numberedFootage('30000/1001', { select: KEPT }),
    numbers: all(60).filter((n) => n % 7 === 0 || n % 7 >= 3),
  },
  {
    name: '59.94, starting late',
    path: () => lateFootageOf(numberedFootage('60000/1001'), '.mkv'),
    numbers: all(40),
  },
];

for (const { name, path, numbers } of FOOTAGE)
  test(`${name}: one step shows the next picture, and a subtitle begins on its own`, async ({ app }) => {
    await bring(app, path());
    const { page } = app;
    await frameTimesKnown(page);
    await page.keyboard.press('Home');
    await expectPicture(page, numbers[0]);
    for (const number of numbers.slice(1, 13)) {
      await page.keyboard.press('ArrowRight');
      await expectPicture(page, number);
    }
    for (const number of numbers.slice(9, 12).reverse()) {
      await page.keyboard.press('ArrowLeft');
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
      await expectDrawn(page, true, number);
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
