import type { Page } from '@playwright/test';
import { expect, test } from '../support/app';
import { cueRow } from '../support/person';
import { expectAccessible, picture } from '../support/screens';
import { bringCues } from '../support/cues';

test('keys are changed, conflicts are shown, and all of it survives a restart', async ({ app }) => {
  await bringCues(app, [
    [0, 2000, 'One.'],
    [3000, 5000, 'Two.'],
  ]);
  await app.page.keyboard.press('ControlOrMeta+,');
  await app.page.getByRole('button', { name: 'Change keyboard shortcuts…' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Change keyboard shortcuts' });
  await expectAccessible(app.page, 'keys');
  await dialog.getByRole('textbox', { name: 'Find a command' }).fill('merge');
  await dialog.getByRole('button', { name: 'Change the key of: Merge subtitles' }).click();
  await app.page.keyboard.press('Shift+T');
  await expect(dialog.getByRole('button', { name: 'Take it from “Shift times…”' })).toBeVisible();
  await picture(app.page, 'keys-conflict');
  await app.page.keyboard.press('F10');
  await expect(dialog.getByText('F10')).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();

  await cueRow(app.page, 1).click();
  await app.page.keyboard.press('F10');
  await expect(cueRow(app.page, 1)).toContainText('Two.');
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(cueRow(app.page, 2)).toContainText('Two.');

  await app.restart();
  await expect(app.page.getByRole('button', { name: 'Open video…' })).toBeVisible();
  const keys = app.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  // In the moment in which the first screen appears nobody may be listening yet.
  await expect(async () => {
    await app.page.keyboard.press('?');
    await expect(keys).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(keys.getByText('F10')).toBeVisible();
});

test('a preset brings the keys of another editor', async ({ app }) => {
  await bringCues(app, [[0, 2000, 'One.']]);
  await app.page.keyboard.press('?');
  await app.page.getByRole('button', { name: 'Change keyboard shortcuts…' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Change keyboard shortcuts' });
  await dialog.getByText('Aegisub', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await app.page.keyboard.press('ControlOrMeta+i');
  await expect(app.page.getByRole('dialog', { name: 'Shift times…' })).toBeVisible();
});

test('the history goes back and forth, also after a restart', async ({ app }) => {
  await bringCues(app, [
    [0, 2000, 'One.'],
    [3000, 5000, 'Two.'],
    [6000, 8000, 'Three.'],
  ]);
  await cueRow(app.page, 1).click();
  await app.page.keyboard.press('m');
  await app.page.keyboard.press('m');
  await expect(cueRow(app.page, 1)).toContainText('Three.');
  // What is done may take a second until it is safe.
  await app.page.waitForTimeout(1000);
  await app.restart();
  await app.page.getByRole('listitem').getByRole('button').first().click();
  await expect(cueRow(app.page, 1)).toContainText('Three.');
  await app.page.keyboard.press('Shift+U');
  const steps = app.page.getByRole('dialog', { name: 'History of changes' }).getByRole('option');
  await expect(steps.last()).toContainText('Merge subtitles');
  await picture(app.page, 'history');
  await expectAccessible(app.page, 'history');
  await steps.nth((await steps.count()) - 3).click();
  await app.page.keyboard.press('Escape');
  await expect(cueRow(app.page, 3)).toContainText('Three.');
  await app.page.keyboard.press('Shift+U');
  await steps.last().click();
  await app.page.keyboard.press('Escape');
  await expect(cueRow(app.page, 1)).toContainText('Three.');
});

test('a key that can do nothing says why, and a first subtitle can be written by hand', async ({ app }) => {
  const { page } = app;
  await expect(page.getByRole('button', { name: 'Open video…' })).toBeVisible();
  await runByName(page, 'New project without video');
  const dialog = page.getByRole('dialog', { name: 'New project' });
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('heading', { name: 'No subtitles yet' })).toBeVisible();
  await page.keyboard.press('q');
  await expect(page.getByText('There is no transcript yet: import it first.')).toBeVisible();

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('align transcript');
  const refused = page.getByRole('option', { name: /^Align transcript with the footage/ });
  await expect(refused).toContainText('There is no transcript yet');
  await expectAccessible(page, 'palette with what cannot be done now');
  await picture(page, 'palette-not-now');
  await page.keyboard.press('Escape');

  await page.keyboard.press('n');
  await page.keyboard.type('Written by hand.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(cueRow(page, 1)).toContainText('Written by hand.');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('heading', { name: 'No subtitles yet' })).toBeVisible();
});

/** Finds a command in the palette and runs it. */
async function runByName(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type(name);
  await page.getByRole('option', { name }).first().click();
}
