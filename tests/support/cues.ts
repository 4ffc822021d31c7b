import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from './app';
import { expect } from './app';
import { cueRow } from './person';

/** Start and end in ms, and the text. */
export type PlainCue = readonly [number, number, string];

const clock = (ms: number) => new Date(ms).toISOString().slice(11, 23).replace('.', ',');

/** Cues as an SRT file. */
export function srtOf(cues: readonly PlainCue[]): string {
  return cues
    .map(([start, end, text], n) => `${n + 1}\n${clock(start)} --> ${clock(end)}\n${text}\n`)
    .join('\n');
}

/** A new project without footage that holds these cues, brought in as a person would. */
export async function bringCues(app: App, cues: readonly PlainCue[], language?: string): Promise<void> {
  const { page } = app;
  writeFileSync(join(app.folder, 'cues.srt'), srtOf(cues));
  await expect(page.getByRole('button', { name: 'Open video…' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill('New project without');
  await page.getByRole('option', { name: 'New project without video…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New project' });
  if (language !== undefined) {
    await dialog.getByRole('combobox', { name: 'Spoken language' }).fill(language);
    await page
      .getByRole('option', { name: new RegExp(`^${language}`) })
      .first()
      .click();
  }
  await dialog.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('button', { name: 'Bring in a transcript…' }).click();
  const importing = page.getByRole('dialog', { name: 'Import transcript' });
  await importing.getByRole('button', { name: 'Choose a file…' }).click();
  await page.getByRole('option', { name: 'cues.srt' }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await importing.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(cueRow(page, 1)).toBeVisible();
}
