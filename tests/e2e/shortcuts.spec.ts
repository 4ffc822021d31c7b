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
  await app.page.keyboard.press('?');
  await expect(app.page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('F10')).toBeVisible();
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
