import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/app';
import { bringSample, cueRow, importSubtitles, openVideo } from '../support/person';
import { expectAccessible, picture } from '../support/screens';

const SUBTITLES = `1
00:00:00,400 --> 00:00:05,200
My name is Aigerim,
and I was born here.

2
00:00:06,000 --> 00:00:08,000
This is our land 🏳.
`;

test('languages by outputs in one go: a listed name stops it until it is said why, then every file is made and recorded', async ({
  app,
}) => {
  const { page, folder } = app;
  bringSample(app, 'sample-en');
  writeFileSync(join(folder, 'testimony.srt'), SUBTITLES);
  writeFileSync(join(folder, 'do-not-name.csv'), 'Айгерім\n');
  await openVideo(page, 'sample-en.mp4', 'English');
  await importSubtitles(page, 'testimony.srt');
  await expect(cueRow(page, 2)).toBeVisible();

  await page.keyboard.press('ControlOrMeta+e');
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await expect(dialog.getByRole('checkbox', { name: /^English · 2 subtitles$/ })).toBeChecked();
  for (const label of ['WebVTT', 'TikTok', 'Transcript for Word'])
    await dialog.getByText(label, { exact: true }).first().click();
  await dialog.getByText('TikTok', { exact: true }).first().click();
  const mkv = dialog.getByText('MKV, languages to switch on', { exact: true });
  await mkv.click();
  const forced = dialog.getByRole('group', { name: 'Forced subtitles' });
  await forced.getByText('English').click();
  await expect(forced.getByRole('checkbox', { name: 'English' })).toBeChecked();
  await expect(dialog.getByLabel('Line ends')).toBeVisible();
  await forced.scrollIntoViewIfNeeded();
  await picture(page, 'export-forced-dark');
  await mkv.click();
  await expect(forced).toBeHidden();
  await expect(dialog.getByText('subtitle 1 (en): “Aigerim”')).toBeVisible();
  const start = dialog.getByRole('button', { name: /export 3 files$/i });
  await expect(start).toBeDisabled();
  await picture(page, 'export-names-dark');
  await expectAccessible(page, 'export with listed names');
  await dialog.getByRole('textbox', { name: 'Why the name may be published' }).fill('She agreed in writing.');
  await start.click();
  await page.getByRole('button', { name: 'Choose this folder' }).click();

  const queue = page.getByRole('dialog', { name: 'Export finished' });
  await expect(queue.getByText('3 files are ready.')).toBeVisible({ timeout: 30_000 });
  await queue.getByText('One remark').first().click();
  await picture(page, 'export-queue-dark');
  await expectAccessible(page, 'export queue');
  for (const name of ['sample-en.en.srt', 'sample-en.en.vtt', 'sample-en.en.docx'])
    expect(existsSync(join(folder, name))).toBe(true);
  expect(readFileSync(join(folder, 'outspoken-manifest.html'), 'utf8')).toContain('She agreed in writing.');

  // Again: nothing is made twice.
  await queue.getByRole('button', { name: 'Export another' }).click();
  await dialog.getByRole('textbox', { name: 'Why the name may be published' }).fill('She agreed in writing.');
  await dialog.getByRole('button', { name: /^Export 3 files$/ }).click();
  await expect(queue.getByText('Unchanged, not made again')).toHaveCount(3, { timeout: 30_000 });

  // A video would show a box where no font has the flag: told before, with a way out.
  await queue.getByRole('button', { name: 'Export another' }).click();
  const find = dialog.getByRole('button', { name: 'Find a font for these letters…' });
  await expect(dialog.getByRole('textbox', { name: 'Why the name may be published' })).toBeVisible();
  await expect(find).toBeHidden();
  await dialog.getByText('TikTok', { exact: true }).first().click();
  await expect(find).toBeVisible();
  await picture(page, 'export-letters-dark');
  await find.click();
  await expect(page.getByRole('dialog', { name: 'Fix: Letters without a font' })).toContainText('🏳');
});

test('a first name alone of a listed person stops nothing until somebody has looked, and then only that', async ({
  app,
}) => {
  const { page, folder } = app;
  bringSample(app, 'sample-en');
  writeFileSync(join(folder, 'testimony.srt'), SUBTITLES);
  writeFileSync(join(folder, 'do-not-name.csv'), 'Айгерім Нұрлан\n');
  await openVideo(page, 'sample-en.mp4', 'English');
  await importSubtitles(page, 'testimony.srt');
  await page.keyboard.press('ControlOrMeta+e');
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await expect(dialog.getByText('subtitle 1 (en): “Aigerim” (Айгерім Нұрлан)')).toBeVisible();
  const start = dialog.getByRole('button', { name: /export 1 file$/i });
  await expect(start).toBeDisabled();
  await expect(dialog.getByText(/Parts of listed names are in the files/)).toBeVisible();
  await dialog.getByText('I have looked: no listed person is meant here').click();
  await picture(page, 'export-parts-dark');
  await expectAccessible(page, 'export with parts of names');
  await start.click();
  await page.getByRole('button', { name: 'Choose this folder' }).click();
  const queue = page.getByRole('dialog', { name: 'Export finished' });
  await expect(queue.getByText(/is ready/)).toBeVisible({ timeout: 30_000 });
  const manifest = readFileSync(join(folder, 'outspoken-manifest.json'), 'utf8');
  expect(manifest).toContain('subtitle 1 (en)');
  expect(manifest).not.toMatch(/Aigerim|Айгерім/);
});
