/** The picture as platforms get it: in the player, in the export dialog, and how subtitles stand out from it. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app';
import { H264, testMedia } from '../support/media';
import { importSubtitles, openVideo } from '../support/person';
import { expectAccessible, picture } from '../support/screens';
import { subtitlePixels } from '../support/subtitle-pixels';

const panel = (page: Page) => page.getByRole('region', { name: 'Style' }).first();

/** Black on the left, white on the right. */
const halves = () =>
  testMedia([
    ...['-f', 'lavfi', '-i', 'color=0x101010:s=640x720:r=25:d=4'],
    ...['-f', 'lavfi', '-i', 'color=0xf0f0f0:s=640x720:r=25:d=4'],
    ...['-filter_complex', '[0][1]hstack', ...H264],
  ]);

async function openHalves(page: Page, folder: string): Promise<void> {
  copyFileSync(halves(), join(folder, 'film.mp4'));
  writeFileSync(
    join(folder, 'film.srt'),
    '1\n00:00:00,000 --> 00:00:03,900\nWe were told to leave before the buses came to our town.\n',
  );
  await openVideo(page, 'film.mp4');
  await importSubtitles(page, 'film.srt');
}

async function chooseIn(page: Page, scope: ReturnType<typeof panel>, label: RegExp, option: RegExp) {
  await scope.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Width over height of the picture shown. */
const shape = (page: Page) =>
  page.locator('.player__picture').evaluate(({ clientWidth, clientHeight }) => clientWidth / clientHeight);

/** Where the middle of the footage lies, as a share of the picture's width. */
const middleOfFootage = (page: Page) =>
  page.locator('.player__footage').evaluate((element) => {
    const [own, frame] = [element.getBoundingClientRect(), element.parentElement?.getBoundingClientRect()];
    return frame ? (own.left + own.width / 2 - frame.left) / frame.width : 0;
  });

test('the player shows what a platform gets: shape, line breaks, what is cut off, what its buttons cover', async ({
  app,
}) => {
  const { page, folder } = app;
  await openHalves(page, folder);
  await page.keyboard.press('Alt+5');
  await expect.poll(async () => (await subtitlePixels(page)).ink, { timeout: 20_000 }).toBeGreaterThan(0);
  const wide = await subtitlePixels(page);
  expect(await shape(page)).toBeCloseTo(16 / 9, 1);

  await chooseIn(page, panel(page), /Show the picture as on/, /TikTok/);
  await expect.poll(() => shape(page)).toBeLessThan(0.6);
  expect(await middleOfFootage(page)).toBeCloseTo(0.5, 1);
  // Two lines have become more, and stand above the buttons.
  await expect
    .poll(async () => (await subtitlePixels(page)).bottom, { timeout: 20_000 })
    .toBeLessThan(wide.bottom - 0.15);
  await expect(page.locator('.zones')).toBeVisible();
  await expect(page.getByText('As on TikTok')).toBeVisible();
  await picture(page, 'delivery-tiktok-dark');
  await expectAccessible(page, 'picture as on a platform');

  // Dragging the picture to the right brings its left into view: one step.
  const box = await page.locator('.player__picture').boundingBox();
  if (!box) throw new Error('no picture');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 3);
  await page.mouse.down();
  for (const step of [20, 60, 120])
    await page.mouse.move(box.x + box.width / 2 + step, box.y + box.height / 3);
  await page.mouse.up();
  const dragged = await middleOfFootage(page);
  expect(dragged).toBeGreaterThan(0.7);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => middleOfFootage(page)).toBeCloseTo(0.5, 1);
  // Escape while it is held puts it back, and no step remains.
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 3);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 3);
  await expect.poll(() => middleOfFootage(page)).toBeGreaterThan(0.6);
  await page.keyboard.press('Escape');
  await expect.poll(() => middleOfFootage(page)).toBeCloseTo(0.5, 1);
  await page.mouse.move(box.x + box.width / 2 + 90, box.y + box.height / 3);
  await page.mouse.up();
  expect(await middleOfFootage(page)).toBeCloseTo(0.5, 1);
  const left = panel(page).getByRole('slider', { name: /Keeps from left/ });
  await left.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => middleOfFootage(page)).toBeGreaterThan(1);

  await chooseIn(page, panel(page), /Footage of another shape/, /blurred copy/);
  await expect(page.locator('.player__surround')).toBeVisible();
  expect(await middleOfFootage(page)).toBeCloseTo(0.5, 1);
  await picture(page, 'delivery-blur-dark');
  await page.getByRole('button', { name: 'Show the footage' }).click();
  await expect.poll(() => shape(page)).toBeGreaterThan(1.7);
});

test('contrast is measured in each picture that is delivered, and the export dialog shows each', async ({
  app,
}) => {
  const { page, folder } = app;
  await openHalves(page, folder);
  await page.keyboard.press('Alt+5');
  await panel(page).getByRole('slider', { name: 'Outline' }).focus();
  await page.keyboard.press('Home');
  await panel(page).getByRole('slider', { name: 'Shadow' }).focus();
  await page.keyboard.press('Home');

  await page.keyboard.press('ControlOrMeta+e');
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  for (const name of ['TikTok', 'Facebook feed']) await dialog.getByText(name, { exact: true }).click();
  const stills = dialog.getByRole('region', { name: 'How they will look' });
  await expect(stills.getByRole('img', { name: /TikTok/ })).toBeVisible({ timeout: 30_000 });
  await expect(stills.getByText('Facebook feed, 1080×1080')).toBeVisible({ timeout: 30_000 });
  await expect(dialog.getByText(/Nobody has looked whether .* the pictures of 2 videos/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Look now' }).click();
  await expect(dialog.getByText(/tiktok.*Subtitle 1 is hard to read on this picture/i)).toBeVisible({
    timeout: 60_000,
  });
  await stills.scrollIntoViewIfNeeded();
  await picture(page, 'delivery-export-dark');
  await expectAccessible(page, 'export with pictures');

  // The left of the film is black: white letters are read well there.
  await chooseIn(page, dialog, /Of wide footage, keep/, /left/);
  await dialog.getByRole('button', { name: 'Look now' }).click({ timeout: 30_000 });
  await expect(dialog.getByText('All subtitles stand out from the picture under them.')).toBeVisible({
    timeout: 60_000,
  });
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  // In the editor the findings are those of the picture that is shown.
  await chooseIn(page, panel(page), /Show the picture as on/, /TikTok/);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('Measure contrast');
  await page
    .getByRole('option', { name: /Measure contrast/ })
    .first()
    .click();
  await page.keyboard.press('Alt+4');
  await expect(page.getByText(/Hard to read on this picture/).first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/Hard to read in “TikTok”/)).toHaveCount(0);
  await panel(page)
    .getByRole('slider', { name: /Keeps from left/ })
    .focus();
  await page.keyboard.press('End');
  await expect(page.getByText(/Hard to read in “TikTok”/).first()).toBeVisible({ timeout: 60_000 });
  await picture(page, 'delivery-findings-dark');
});
