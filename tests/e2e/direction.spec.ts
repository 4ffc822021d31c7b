/** The interface laid out from right to left, and right-to-left text typed in it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app';
import { bringCues, srtOf, type PlainCue } from '../support/cues';
import { command, bringSample, cueRow, importSubtitles, openVideo } from '../support/person';
import { expectWithin, lookAround, picture } from '../support/screens';

const CUES: readonly PlainCue[] = [
  [400, 5200, 'All human beings are born free and equal,\nendowed with reason and with a conscience.'],
  [5240, 8000, 'Мы записали свидетельства женщин..'],
  [8500, 9700, 'This line goes on and on well past what a reader can take in.'],
  [10_000, 12_500, 'منظمة Feminita (NGO) في 2019: +7 701 555.'],
];

/** Keeps and checks the screen in both themes, and that nothing sticks out at the side. */
async function see(page: Page, name: string): Promise<void> {
  await lookAround(page, `rtl-${name}`);
  await expectWithin(page, name);
}

const leftOf = async (page: Page, name: string) =>
  (await page.getByRole('region', { name }).boundingBox())?.x ?? NaN;

test('every screen can be laid out from right to left', async ({ app }) => {
  test.setTimeout(180_000);
  const { page } = app;
  page.setDefaultTimeout(20_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  bringSample(app, 'sample-en');
  writeFileSync(join(app.folder, 'cues.srt'), srtOf(CUES));
  await expect(page.getByRole('button', { name: 'Open video…' })).toBeVisible();
  await command(page, 'Layout from right to left');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await see(page, 'start');
  await page.getByRole('button', { name: 'Open video…' }).click();
  await see(page, 'files');
  await page.keyboard.press('Escape');
  await openVideo(page, 'sample-en.mp4');
  await see(page, 'editor-empty');
  await importSubtitles(page, 'cues.srt');
  await cueRow(page, 1).click();
  await see(page, 'editor');

  // Panels stand the other way round; time goes on running from left to right.
  expect(await leftOf(page, 'Transcript')).toBeGreaterThan(await leftOf(page, 'Player'));
  await expect(page.locator('.timeline')).toHaveCSS('direction', 'ltr');
  const handle = page.getByRole('separator', { name: /transcript/i });
  const before = Number(await handle.getAttribute('aria-valuenow'));
  await handle.press('ArrowLeft');
  expect(Number(await handle.getAttribute('aria-valuenow'))).toBeGreaterThan(before);
  await handle.press('ArrowRight');

  await cueRow(page, 3).click();
  await page.keyboard.press('Enter');
  await see(page, 'editing');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /findings$/ }).click();
  await see(page, 'findings');
  await page.keyboard.press('Alt+4');
  for (const [keys, name] of [
    ['ControlOrMeta+k', 'palette'],
    ['?', 'keys'],
    ['ControlOrMeta+,', 'settings'],
    ['ControlOrMeta+f', 'find'],
    ['ControlOrMeta+e', 'export'],
    ['Shift+T', 'operation'],
    ['ControlOrMeta+;', 'spelling'],
  ] as const) {
    await cueRow(page, 3).click();
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    await see(page, name);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.getByRole('button', { name: /Project menu/ }).click();
  await see(page, 'menu');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 720, height: 450 });
  await see(page, 'narrow');
});

test('right-to-left text is typed where the caret is, and stays as it was typed', async ({ app }) => {
  await bringCues(app, [[0, 4000, 'جئنا إلى هنا']], 'Arabic');
  const { page } = app;
  await cueRow(page, 1).click();
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Text of the subtitle' });
  await expect(field).toHaveCSS('direction', 'rtl');
  const caret = () =>
    field.evaluate((element) => {
      const area = element as HTMLTextAreaElement;
      return [area.selectionStart, area.selectionEnd];
    });
  // Mixed with a Latin name and a number, letter by letter.
  await page.keyboard.type(' مع Feminita (NGO) في 2019.');
  const typed = 'جئنا إلى هنا مع Feminita (NGO) في 2019.';
  await expect(field).toHaveValue(typed);
  expect(await caret()).toEqual([typed.length, typed.length]);
  // In a right-to-left field the left arrow goes on, the right one back; Home is the beginning of the text.
  await page.keyboard.press('Home');
  expect(await caret()).toEqual([0, 0]);
  await page.keyboard.press('ArrowLeft');
  expect(await caret()).toEqual([1, 1]);
  await page.keyboard.press('ArrowRight');
  expect(await caret()).toEqual([0, 0]);
  await page.keyboard.type('نحن ');
  await expect(field).toHaveValue(`نحن ${typed}`);
  expect(await caret()).toEqual([4, 4]);
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('؟');
  await picture(page, 'right-to-left-caret');
  // The marks under the field lie on the very letters: same size, same lines.
  const [own, marks] = await page.evaluate(() =>
    ['textarea.cue-editor__text', '.cue-editor__marks'].map((selector) => {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      return box ? [box.x, box.y, box.width, box.height].map(Math.round) : [];
    }),
  );
  expect(marks).toEqual(own);
  await page.keyboard.press('Enter');
  const row = cueRow(page, 1);
  await expect(row.locator('.cue__words')).toHaveText(`نحن ${typed.slice(0, -1)}؟`);
  // Isolated where it is shown, and only there.
  await expect(row.locator('bdi')).toHaveText(['Feminita (NGO)', '2019']);
});
