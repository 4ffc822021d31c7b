/** Screens of exports from right to left in both themes, and in the colours that a system forces. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app';
import { AAC, H264, testMedia, tone } from '../support/media';
import { command, importSubtitles, openVideo } from '../support/person';
import { expectWithin, lookAround, picture } from '../support/screens';

const film = () =>
  testMedia([
    ...[
      '-f',
      'lavfi',
      '-i',
      'gradients=s=1280x720:r=25:d=8:c0=0x203050:c1=0x705030:speed=0.00001:nb_colors=2',
    ],
    ...[...tone(0, 8000, 8), ...H264, ...AAC, '-shortest'],
  ]);

const SUBTITLES = `1
00:00:00,200 --> 00:00:02,800
Айгүл left for Almaty with her sister.

2
00:00:03,000 --> 00:00:05,500
Nobody had told us why the buses came so early that morning.

3
00:00:05,600 --> 00:00:07,800
قالت عائشة إن الحافلات وصلت.
`;

async function openFilm(page: Page, folder: string): Promise<void> {
  copyFileSync(film(), join(folder, 'film.mp4'));
  writeFileSync(join(folder, 'film.srt'), SUBTITLES);
  writeFileSync(
    join(folder, 'do-not-name.csv'),
    'name,aliases,kind,languages,pseudonym\nAigul Nurlan,,person,,Speaker A\nAlmaty,,place,,\n',
  );
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openVideo(page, 'film.mp4');
  await importSubtitles(page, 'film.srt');
}

/** In both themes, and nothing sticks out at the side. */
async function see(page: Page, name: string): Promise<void> {
  await lookAround(page, name);
  await expectWithin(page, name);
}

/** A cover drawn over the picture, and a stretch of muted sound. */
async function redact(page: Page): Promise<void> {
  await page.keyboard.press('Alt+7');
  const box = await page.locator('.covers').boundingBox();
  if (!box) throw new Error('no picture');
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.4);
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.6);
  await page.mouse.up();
  await expect(page.getByRole('application', { name: /^Cover: left/ })).toBeVisible();
}

async function chooseOutputs(page: Page) {
  await page.keyboard.press('ControlOrMeta+e');
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  for (const label of ['TikTok', 'Facebook feed', 'MKV, languages to switch on'])
    await dialog.getByText(label, { exact: true }).first().click();
  await expect(dialog.getByRole('img', { name: /TikTok/ })).toBeVisible({ timeout: 30_000 });
  await expect(dialog.getByRole('img', { name: /Facebook/ })).toBeVisible({ timeout: 30_000 });
  return dialog;
}

test('from right to left: redaction, names, clip, export', async ({ app }) => {
  test.setTimeout(240_000);
  const { page, folder } = app;
  page.setDefaultTimeout(20_000);
  await expect(page.getByRole('button', { name: 'Open video…' })).toBeVisible();
  await command(page, 'Layout from right to left');
  await openFilm(page, folder);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await redact(page);
  await see(page, 'rtl-redaction');
  await page.keyboard.press('Alt+7');

  await page.keyboard.press('ControlOrMeta+Alt+n');
  const names = page.getByRole('dialog', { name: 'Do-not-name list' });
  await names.getByRole('button', { name: /^Aigul Nurlan/ }).click();
  await see(page, 'rtl-names');
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+Alt+e');
  await expect(page.getByRole('dialog', { name: 'Make a clip' })).toBeVisible();
  await see(page, 'rtl-clip');
  await page.keyboard.press('Escape');

  const dialog = await chooseOutputs(page);
  await dialog.getByRole('group', { name: 'Forced subtitles' }).scrollIntoViewIfNeeded();
  await see(page, 'rtl-export');
  await dialog.getByText('I have looked', { exact: false }).scrollIntoViewIfNeeded();
  await see(page, 'rtl-export-end');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+5');
  const style = page.getByRole('region', { name: 'Style' }).first();
  await style.getByRole('button', { name: /Show the picture as on/ }).click();
  await page.getByRole('option', { name: 'Instagram feed' }).click();
  await see(page, 'rtl-style');
});

test('in the colours a system forces: start, redaction, review, export', async ({ app }) => {
  test.setTimeout(180_000);
  const { page, folder } = app;
  const force = async (name: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ forcedColors: 'active', colorScheme, reducedMotion: 'reduce' });
      await picture(page, `forced-${name}-${colorScheme}`);
    }
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
  };
  await expect(page.getByRole('button', { name: 'Open video…' })).toBeVisible();
  await force('start');
  await openFilm(page, folder);
  await redact(page);
  await force('redaction');
  await page.keyboard.press('Alt+7');
  await page.keyboard.press('Alt+6');
  await force('review');
  await page.keyboard.press('Alt+6');
  const dialog = await chooseOutputs(page);
  await force('export');
  await dialog.getByText('I have looked', { exact: false }).scrollIntoViewIfNeeded();
  await force('export-end');
});
