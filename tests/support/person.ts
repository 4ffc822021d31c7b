import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { sampleFolder } from './sample';
import type { App } from './app';

/** What a person does again and again, by the names on the screen. */

/** Runs a command by the palette. */
export async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('combobox', { name: 'Search or command' });
  await palette.fill(words);
  await page.getByRole('option', { name: words }).first().click();
  await expect(palette).toBeHidden();
}

/** Copies an edition of the sample into the folder the file browser shows. */
export function bringSample(app: App, edition: string): string {
  const path = join(app.folder, `${edition}.mp4`);
  copyFileSync(join(sampleFolder(), `${edition}.mp4`), path);
  return path;
}

export function sampleTranscript(edition: string): string {
  return readFileSync(join(sampleFolder(), `${edition}.txt`), 'utf8');
}

/** Opens a video of the shown folder as a new project. */
export async function openVideo(page: Page, name: string, language?: string): Promise<void> {
  await page.getByRole('button', { name: 'Open video…' }).click();
  await startProject(page, name, language);
}

/** Chooses a video of the shown folder where one is asked for, and starts a project with it. */
export async function startProject(page: Page, name: string, language?: string): Promise<void> {
  await page.getByRole('option', { name }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'New project' });
  if (language !== undefined) {
    await dialog.getByRole('combobox', { name: 'Spoken language' }).fill(language);
    await page
      .getByRole('option', { name: new RegExp(`^${language}`) })
      .first()
      .click();
  }
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
}

/** Pastes a transcript into the import dialog. */
export async function pasteTranscript(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Bring in a transcript…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import transcript' });
  await dialog.getByRole('textbox', { name: 'Transcript' }).fill(text);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Brings in a subtitle file of the shown folder; the project must not have a transcript yet. */
export async function importSubtitles(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Bring in a transcript…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import transcript' });
  await dialog.getByRole('button', { name: 'Choose a file…' }).click();
  await page.getByRole('option', { name }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toBeHidden();
}

export async function align(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Align with the footage' }).click();
  await expect(cueRow(page, 1)).toBeVisible({ timeout: 90_000 });
}

/** The row of the subtitle with this number. */
export function cueRow(page: Page, number: number): Locator {
  return page.getByRole('grid', { name: 'Subtitles' }).getByRole('row', { name: new RegExp(`^${number} `) });
}

const OUTPUTS = {
  SRT: 'SRT',
  WebVTT: 'WebVTT',
  ASS: 'ASS',
  'MP4 video': 'MP4, subtitles in the picture',
} as const;

/** Exports the project's languages as one kind of file into the shown folder; answers as soon as it is under way. */
export async function exportAs(page: Page, format: keyof typeof OUTPUTS): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  for (const [name, label] of Object.entries(OUTPUTS)) {
    const box = dialog.getByRole('checkbox', { name: label, exact: true });
    if ((await box.isChecked()) !== (name === format)) await dialog.getByText(label, { exact: true }).click();
  }
  const start = dialog.getByRole('button', { name: /export 1 file$/i });
  const needsFolder = (await start.innerText()).startsWith('Choose');
  await start.click();
  if (needsFolder) await page.getByRole('button', { name: 'Choose this folder' }).click();
}
