/** A face is covered by hand and by keyboard; the picture shows it, and the exported video hides it on the same pictures. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app';
import { barTop, layOutBands } from '../../renderer/features/timeline/geometry';
import { AAC, H264, testMedia, tone } from '../support/media';
import { cueRow, exportAs, importSubtitles, openVideo } from '../support/person';
import { expectAccessible, inTheme, picture } from '../support/screens';

/** A white face that stands on the left of grey for three seconds. */
const film = () =>
  testMedia([
    ...['-f', 'lavfi', '-i', 'color=0x808080:s=640x360:r=25:d=3'],
    ...['-f', 'lavfi', '-i', 'color=white:s=60x60:r=25:d=3', ...tone(0, 100, 3)],
    ...['-filter_complex', '[0:v][1:v]overlay=x=100:y=100[v]', '-map', '[v]', '-map', '2:a'],
    ...[...H264, ...AAC, '-shortest'],
  ]);

const panel = (page: Page) => page.getByRole('region', { name: 'Redaction' }).first();

/** Drags over the picture, from and to shares of it. */
async function drag(
  page: Page,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  const box = await page.locator('.covers').boundingBox();
  if (!box) throw new Error('no picture');
  const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]));
  await page.mouse.move(...at(to));
  await page.mouse.up();
}

test('a face is covered in the picture and in the export', async ({ app }) => {
  const { page, folder } = app;
  copyFileSync(film(), join(folder, 'film.mp4'));
  writeFileSync(join(folder, 'film.srt'), '1\n00:00:00,200 --> 00:00:02,800\nWe were told to leave.\n');
  await openVideo(page, 'film.mp4');
  await importSubtitles(page, 'film.srt');
  await page.keyboard.press('Alt+7');
  await expect(panel(page)).toBeVisible();

  // Drawn around the face (100..160 of 640, 100..160 of 360), too small by a little, then grown by keyboard.
  await drag(page, [0.14, 0.25], [0.24, 0.43]);
  const handles = page.getByRole('application', { name: /^Cover: left 14 %/ });
  await expect(handles).toBeVisible();
  await handles.focus();
  for (let n = 0; n < 4; n++) await page.keyboard.press('Alt+ArrowRight');
  for (let n = 0; n < 6; n++) await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('application', { name: /width 1[23] %, height 21 %/ })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+Shift+z');

  // From half a second on; typed.
  const from = panel(page).getByRole('textbox', { name: 'From' });
  await from.fill('0:00.520');
  await from.press('Enter');
  await expect(page.locator('.cover[data-state~="on"]')).toHaveCount(0);
  await expectAccessible(page, 'redaction panel');
  await picture(page, 'redaction-dark');

  // Its bar on the timeline is taken by its start, and back by one step.
  const canvas = page.getByRole('application', { name: 'Timeline' });
  await canvas.focus();
  await page.keyboard.press('Shift+Z');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('no timeline');
  const row = barTop(layOutBands(box.height), 'cover') + 2;
  const onBar = (ms: number) => [box.x + (ms / 3000) * box.width, box.y + row] as const;
  await page.mouse.move(...onBar(520));
  await page.mouse.down();
  await page.mouse.move(...onBar(800));
  await page.mouse.move(...onBar(1500));
  await page.mouse.up();
  await expect(from).toHaveValue(/^0:01\.(4|5)/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(from).toHaveValue('0:00.520');

  // The subtitle's sound is muted by its key, here and in the export.
  await cueRow(page, 1).click();
  await page.keyboard.press('Alt+Shift+m');
  await expect(panel(page).getByText('Stretch 1')).toBeVisible();
  await panel(page).getByLabel('Heard instead').selectOption('disguise');
  await expect(panel(page).getByText('A change of pitch can be reversed', { exact: false })).toBeVisible();
  await panel(page).getByLabel('Heard instead').selectOption('mute');
  await page.locator('.slider--seek').focus();
  await page.keyboard.press('End');
  await inTheme(page, 'light');
  await panel(page).getByLabel('Looks like').selectOption('mosaic');
  await expect(panel(page).getByRole('note')).toContainText('can be undone in part');
  await picture(page, 'redaction-light');
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  await picture(page, 'redaction-light-rtl');
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'));
  await panel(page).getByLabel('Looks like').selectOption('solid');

  // The pictures on which the player covers the face are those on which the export does.
  await page.locator('.player__video').evaluate((video: HTMLVideoElement) => video.focus());
  await page.keyboard.press('Alt+7');
  const shown: number[] = [];
  await page.keyboard.press('Home');
  for (let n = 0; n < 16; n++) {
    await expect(page.locator('.player__video')).toHaveJSProperty('seeking', false);
    if ((await page.locator('.cover[data-state~="on"]').count()) > 0) shown.push(n);
    await page.keyboard.press('ArrowRight');
  }
  expect(shown).toEqual([13, 14, 15]);
  await exportAs(page, 'MP4 video');
  const made = () => readdirSync(folder).find((name) => name.endsWith('.mp4') && name !== 'film.mp4');
  await expect.poll(made, { timeout: 60_000 }).toBeTruthy();
  const bright = execFileSync('ffmpeg', [
    ...[
      '-v',
      'error',
      '-i',
      join(folder, made() ?? ''),
      '-vf',
      'crop=64:64:98:98,scale=1:1:flags=area,format=gray',
    ],
    ...['-fps_mode', 'passthrough', '-f', 'rawvideo', '-'],
  ]);
  expect([...bright].findIndex((value) => value < 40)).toBe(13);
  expect([...bright].slice(13).every((value) => value < 40)).toBe(true);
  const sound = execFileSync('ffmpeg', [
    ...[
      '-v',
      'error',
      '-i',
      join(folder, made() ?? ''),
      '-map',
      '0:a',
      '-ac',
      '1',
      '-ar',
      '8000',
      '-f',
      'u8',
      '-',
    ],
  ]);
  expect(sound.subarray(3000, 18_000).every((sample) => Math.abs(sample - 128) < 2)).toBe(true);
});

test('names that must not leave are listed, found in the project, and undone', async ({ app }) => {
  const { page, folder } = app;
  copyFileSync(film(), join(folder, 'film.mp4'));
  writeFileSync(join(folder, 'film.srt'), '1\n00:00:00,200 --> 00:00:02,800\nАйгүл left for Almaty.\n');
  writeFileSync(join(folder, 'people.txt'), 'Almaty\nDana\n');
  await openVideo(page, 'film.mp4');
  await importSubtitles(page, 'film.srt');
  await page.keyboard.press('ControlOrMeta+Alt+n');
  const dialog = page.getByRole('dialog', { name: 'Do-not-name list' });
  const add = dialog.getByRole('button', { name: 'Add a name' });
  await expect(add).toBeEnabled();
  await add.press('Enter');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Aigul');
  await dialog.getByRole('textbox', { name: 'Say instead' }).fill('Speaker A');
  await page.keyboard.press('Enter');
  // Found by its sound, in the transcript and in the subtitle.
  const aigul = dialog.getByRole('button', { name: /^Aigul/ });
  await expect(aigul).toContainText('in 2 places');
  await expect(dialog.getByText('subtitle 1', { exact: false })).toBeVisible();
  await dialog.getByRole('button', { name: 'Bring in a list…' }).click();
  await page.getByRole('option', { name: 'people.txt' }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog.getByRole('button', { name: /^Almaty/ })).toContainText('in 2 places');
  await expect(dialog.getByRole('button', { name: /^Dana/ })).toContainText('not in this project');
  expect(readFileSync(join(folder, 'do-not-name.csv'), 'utf8')).toContain('Aigul,,person,,Speaker A');
  await aigul.click();
  await expectAccessible(page, 'do-not-name list');
  await picture(page, 'names-dark');
  await inTheme(page, 'light');
  await picture(page, 'names-light');
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  await picture(page, 'names-light-rtl');
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'));
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog.getByRole('button', { name: /^Dana/ })).toBeHidden();
  await aigul.click();
  await dialog.getByRole('button', { name: 'Take out of the list' }).click();
  await expect(aigul).toBeHidden();
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(aigul).toBeVisible();
});
