import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app';
import { bringSample, importSubtitles, openVideo } from '../support/person';
import { sampleSubtitles } from '../support/sample-subtitles';
import { expectAccessible, inTheme, picture } from '../support/screens';

async function choosePicture(page: Page): Promise<void> {
  await page.getByRole('option', { name: 'logo.png' }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).press('Enter');
}

/** The campaign's logo, chosen, placed and kept by keyboard. */
async function brandCampaign(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('Logo and end card of the campaign');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Logo and end card' });
  await dialog.getByRole('button', { name: 'Choose a logo…' }).press('Enter');
  await choosePicture(page);
  await expect(dialog.getByRole('img', { name: 'Your picture with the logo' })).toBeVisible();
  await dialog.getByLabel('Corner').press('Enter');
  await page.getByRole('option', { name: 'Top left' }).press('Enter');
  await dialog.getByRole('slider', { name: 'Width (% of the picture’s)' }).fill('30');
  await dialog.getByRole('button', { name: 'Choose an end card…' }).press('Enter');
  await choosePicture(page);
  await expect(dialog.getByRole('img', { name: 'The end card as it will be shown' })).toBeVisible();
  await dialog.getByRole('slider', { name: 'Shown for (seconds)' }).fill('1');
  await expectAccessible(page, 'branding');
  await picture(page, 'branding-dark');
  await inTheme(page, 'light');
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  await picture(page, 'branding-light-rtl');
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'));
  await inTheme(page, 'dark');
  await dialog.getByRole('button', { name: 'Save for the campaign' }).press('Enter');
  await expect(dialog).toBeHidden();
}

/** Grey (0..255) of a picture of a video shrunk to 27 x 34, one place of it. */
function shadeAt(path: string, seconds: number, x: number, y: number): number {
  const args = ['-v', 'error', '-ss', String(seconds), '-i', path, '-frames:v', '1', '-vf', 'scale=27:34'];
  return execFileSync('ffmpeg', [...args, '-f', 'rawvideo', '-pix_fmt', 'gray', '-'])[y * 27 + x] ?? -1;
}

test('a subtitle becomes a clip for a platform with the campaign’s logo and card, by keyboard', async ({
  app,
}) => {
  test.setTimeout(180_000);
  const { page } = app;
  bringSample(app, 'sample-en');
  writeFileSync(join(app.folder, 'all.srt'), sampleSubtitles('sample-en', 8, 0));
  const white = ['-f', 'lavfi', '-i', 'color=white:s=200x200', '-frames:v', '1'];
  execFileSync('ffmpeg', ['-v', 'error', ...white, join(app.folder, 'logo.png')]);
  await openVideo(page, 'sample-en.mp4');
  await importSubtitles(page, 'all.srt');
  await brandCampaign(page);
  await page.keyboard.press('ControlOrMeta+Alt+e');
  const dialog = page.getByRole('dialog', { name: 'Make a clip' });
  await expect(dialog).toBeVisible();
  const text = dialog.getByRole('blockquote');
  const first = await text.innerText();
  await dialog.getByRole('button', { name: 'End a sentence later' }).press('Enter');
  await expect(text).toContainText(first.trim());
  expect((await text.innerText()).length).toBeGreaterThan(first.length);
  await dialog.getByLabel('For', { exact: true }).click();
  await page.getByRole('option', { name: 'Instagram feed' }).click();
  await expect(dialog.getByLabel('Footage of another shape')).toBeVisible();
  await expect(dialog.getByText('With the campaign’s logo and end card')).toBeVisible();
  await expectAccessible(page, 'clip');
  await picture(page, 'clip-dark');
  await inTheme(page, 'light');
  await picture(page, 'clip-light');
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  await picture(page, 'clip-light-rtl');
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'));
  await dialog.getByLabel('File name').fill('she speaks');
  const make = dialog.getByRole('button', { name: 'Choose a folder and make the clip' });
  await expect(make).toBeEnabled();
  await make.press('Enter');
  await page.getByRole('button', { name: 'Choose this folder' }).click();
  await expect(page.getByRole('list', { name: 'Files' }).getByText('she speaks.mp4')).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Export finished' })).toBeVisible({ timeout: 90_000 });
  await picture(page, 'clip-done');
  // Of the folder in which files were chosen last: that of the logo.
  const [clip = ''] = ['.', 'branding']
    .map((folder) => join(app.folder, folder, 'she speaks.mp4'))
    .filter((path) => existsSync(path));
  const entries = ['-show_entries', 'stream=width,height', '-of', 'csv=p=0', '-select_streams', 'v:0'];
  const size = execFileSync('ffprobe', ['-v', 'error', ...entries, clip]).toString();
  expect(size.trim()).toBe('1080,1350');
  expect(shadeAt(clip, 0.5, 3, 3)).toBeGreaterThan(240);
  const length = execFileSync('ffprobe', [
    '-v',
    'error',
    '-show_entries',
    'format=duration',
    '-of',
    'csv=p=0',
    clip,
  ]);
  expect(shadeAt(clip, Number(length.toString()) - 0.5, 13, 17)).toBeGreaterThan(240);
});
