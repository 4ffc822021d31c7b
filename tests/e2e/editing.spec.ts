import type { Page } from '@playwright/test';
import { expect, test } from '../support/app';
import { bringCues, type PlainCue } from '../support/cues';
import { bringSample, cueRow, openVideo, pasteTranscript } from '../support/person';
import { expectAccessible, picture } from '../support/screens';

const CUES: readonly PlainCue[] = [
  [1000, 2500, 'We came to the city.'],
  [2600, 4000, 'Then we left it.'],
  [4050, 6000, '[sighs] We never came back.'],
];

test('operations show what would change, and are one step to undo', async ({ app }) => {
  await bringCues(app, CUES);
  const { page } = app;
  await page.locator('.timeline__canvas').focus();
  await page.keyboard.press('s');
  await expect(page.getByText('Select a subtitle first')).toBeVisible();
  await cueRow(page, 2).click();
  // The place in the film is its start: nothing could be read of the part before.
  await page.keyboard.press('s');
  await expect(page.getByText('To split a subtitle, put the place')).toBeVisible();
  await page.keyboard.press('Shift+I');
  await expect(page.getByText('The 3 subtitles are in order')).toBeVisible();
  await page.keyboard.press('Shift+T');
  const dialog = page.getByRole('dialog', { name: 'Shift times…' });
  await dialog.getByRole('textbox', { name: 'By' }).fill('later');
  await expect(dialog.getByText('This takes a time').first()).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Apply' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'By' }).fill('1.5');
  await expect(dialog.getByText('2 subtitles will change.')).toBeVisible();
  await picture(page, 'operation-dark');
  await expectAccessible(page, 'operation');
  await dialog.getByRole('textbox', { name: 'By' }).press('Enter');
  await expect(cueRow(page, 3)).toContainText('0:05.550');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cueRow(page, 3)).toContainText('0:04.050');

  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('b');
  await expect(cueRow(page, 1).locator('.cue__line')).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+i');
  await expect(cueRow(page, 1).locator('em')).toHaveCount(2);
  await showsForcedColours(page);
});

/** Where the system forces its colours, what is chosen is filled with one of them, and the timeline is painted in them. */
async function showsForcedColours(page: Page): Promise<void> {
  await cueRow(page, 2).click();
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
  const fill = (number: number) =>
    cueRow(page, number).evaluate((row) => getComputedStyle(row).backgroundColor);
  expect(await fill(2)).not.toBe(await fill(1));
  const canvas = page.locator('.timeline__canvas');
  const least = () =>
    canvas.evaluate((element) => {
      const context = element instanceof HTMLCanvasElement ? element.getContext('2d') : null;
      return Math.min(...(context?.getImageData(700, 40, 1, 1).data ?? [0]));
    });
  await expect.poll(least).toBe(255);
  await picture(page, 'forced-colours');
}

test('finds and replaces as one step, and stops a pattern that never ends', async ({ app }) => {
  await bringCues(app, [...CUES, [7000, 9000, `${'a'.repeat(40)}!`]]);
  const { page } = app;
  await page.keyboard.press('ControlOrMeta+f');
  const dialog = page.getByRole('dialog', { name: 'Find and replace' });
  await dialog.getByRole('textbox', { name: 'Find' }).fill('came');
  await dialog.getByRole('textbox', { name: 'Replace with' }).fill('walked');
  await expect(dialog.getByText('2 finds in 2 texts')).toBeVisible();
  await picture(page, 'find-dark');
  await expectAccessible(page, 'find');
  await dialog.getByRole('button', { name: 'Replace in 2 texts' }).click();
  await expect(dialog.getByText('Nothing found.')).toBeVisible();
  await dialog.getByText('Pattern (regular expression)').click();
  await dialog.getByRole('textbox', { name: 'Find' }).fill('(');
  await expect(dialog.getByText(/This pattern cannot be read/)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Find' }).fill('(a+)+$');
  await expect(dialog.getByText(/takes too long/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cueRow(page, 1)).toContainText('We walked to');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cueRow(page, 1)).toContainText('We came to');
  await expect(cueRow(page, 3)).toContainText('never came');
});

test('cleans what is pasted, says so, and leaves right-to-left text as it is', async ({ app }) => {
  const arabic = 'منظمة Feminita (NGO) في 2019: +7 701 555.';
  await bringCues(app, [[0, 3000, arabic]], 'Arabic');
  const { page } = app;
  await expect(cueRow(page, 1).locator('.cue__words')).toHaveAttribute('dir', 'rtl');
  await expect(cueRow(page, 1).locator('bdi')).toHaveText(['Feminita (NGO)', '2019', '+7 701 555']);
  await picture(page, 'right-to-left');
  await cueRow(page, 1).click();
  await page.keyboard.press('Enter');
  const box = page.getByRole('textbox', { name: 'Text of the subtitle' });
  await expect(box).toHaveValue(arabic);
  await box.evaluate((element) => {
    const data = new DataTransfer();
    data.setData('text/plain', ' hu\u00adman\u200b\u00a0rights');
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(box).toHaveValue(`${arabic} human rights`);
  await expect(page.getByText('3 invisible or odd characters were cleaned')).toBeVisible();
  await picture(page, 'right-to-left-typing');
  await page.getByRole('button', { name: 'Paste as it was' }).click();
  await expect(cueRow(page, 1)).toContainText('hu\u00adman\u200b');
});

test('times an untimed transcript by tapping, one step a tap', async ({ app }) => {
  bringSample(app, 'sample-en');
  const { page } = app;
  await openVideo(page, 'sample-en.mp4');
  await pasteTranscript(page, 'First line of speech. \n\nSecond line of speech.\n\nThird line.');
  await expect(page.getByText('Third line.').first()).toBeVisible();
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('y');
  const bar = page.getByRole('region', { name: 'Tap timing' });
  await expect(bar.getByText('0 of 3 timed')).toBeVisible();
  await page.keyboard.down('x');
  await expect(bar.getByText('Holding…')).toBeVisible();
  await page.waitForTimeout(900);
  await page.keyboard.up('x');
  await expect(bar.getByText('1 of 3 timed')).toBeVisible();
  await picture(page, 'tap-dark');
  await expectAccessible(page, 'tap');
  await page.keyboard.down('x');
  await page.waitForTimeout(600);
  await page.keyboard.up('x');
  await expect(bar.getByText('2 of 3 timed')).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(bar.getByText('1 of 3 timed')).toBeVisible();
  await expect(bar).toContainText('Second line');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(cueRow(page, 1)).toContainText('First line of speech.');
});
