import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test, type App } from '../support/app';
import { command, bringSample, cueRow, importSubtitles, openVideo } from '../support/person';
import { expectAccessible, inTheme, picture } from '../support/screens';

const SUBTITLES = `1
00:00:00,400 --> 00:00:03,200
All human beings are born free and equal.

2
00:00:03,400 --> 00:00:06,000
They are endowed with reason.

3
00:00:06,500 --> 00:00:09,700
Everyone has the right to be herd.
`;

test('a packet goes out, a review comes back, and is merged with what changed meanwhile', async ({ app }) => {
  test.setTimeout(240_000);
  const { page } = app;
  bringSample(app, 'sample-en');
  writeFileSync(join(app.folder, 'film.srt'), SUBTITLES);
  await openVideo(page, 'sample-en.mp4');
  await importSubtitles(page, 'film.srt');
  await expect(cueRow(page, 3)).toBeVisible();
  const packet = await makePacket(app);
  await reviewPacket(app, packet);
  // The project moves on before the review is back.
  await rewrite(page, 2, 'They are all endowed with reason.');
  await mergeReview(page);
  await dropReview(page, join(app.folder, 'back.review.json'));
  await settleNotes(page);
  await versions(page);
});

test('a packet is made on when its dialog is closed, and is told of when it is there', async ({ app }) => {
  test.setTimeout(240_000);
  const { page, folder } = app;
  bringSample(app, 'sample-en');
  writeFileSync(join(folder, 'film.srt'), SUBTITLES);
  await openVideo(page, 'sample-en.mp4');
  await importSubtitles(page, 'film.srt');
  await command(page, 'review packet');
  const dialog = page.getByRole('dialog', { name: 'Make a review packet' });
  await dialog.getByText('A small video', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Choose where to save…' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/The packet is made on/).first()).toBeVisible();
  await expect(page.getByText(/is written \(/).first()).toBeVisible({ timeout: 90_000 });
  expect(readdirSync(folder).filter((one) => one.endsWith('.html'))).toHaveLength(1);
});

async function inBothThemes(page: Page, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await inTheme(page, theme);
    await picture(page, `${name}-${theme}`);
  }
  await expectAccessible(page, name);
}

async function makePacket({ page, folder }: App): Promise<string> {
  await command(page, 'review packet');
  const dialog = page.getByRole('dialog', { name: 'Make a review packet' });
  await dialog.getByText('A small video', { exact: true }).click();
  await expect(dialog.getByRole('button', { name: /^240 lines, at most/ })).toBeVisible();
  await inBothThemes(page, 'packet-dialog');
  const save = async () => {
    await dialog.getByRole('button', { name: 'Choose where to save…' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
  };
  // A listed name stops it, until somebody says why it may leave.
  writeFileSync(join(folder, 'do-not-name.csv'), 'name\nherd\n');
  await save();
  await expect(dialog.getByRole('alert')).toContainText('“herd”');
  expect(readdirSync(folder).filter((one) => one.includes('.html'))).toEqual([]);
  await dialog.getByRole('textbox', { name: 'Why the name may be published' }).fill('It is no name at all');
  await inBothThemes(page, 'packet-name');
  await save();
  // Not the help under the reason, which says what is written where.
  await expect(dialog.getByRole('status')).toContainText('is written', { timeout: 90_000 });
  const record = readdirSync(folder).find((one) => one.endsWith('.html.manifest.json')) ?? '';
  expect(readFileSync(join(folder, record), 'utf8')).toContain('It is no name at all');
  rmSync(join(folder, 'do-not-name.csv'));
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  const name = readdirSync(folder).find((one) => one.endsWith('.html'));
  if (name === undefined) throw new Error('no packet was written');
  return join(folder, name);
}

/** As a volunteer does it: from the disk, by keys alone. */
async function reviewPacket(app: App, packet: string): Promise<void> {
  const browser = app.page.context().browser();
  if (!browser) throw new Error('no browser');
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requests.push(request.url().split(':')[0] ?? ''));
  page.on('console', (message) => errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(pathToFileURL(packet).href);
  await expect(page.getByRole('button', { name: 'Play' }).first()).toBeEnabled({ timeout: 30_000 });
  expect(await page.locator('video').evaluate((video: HTMLVideoElement) => video.videoHeight)).toBe(240);
  await page.getByRole('textbox', { name: 'Your initials (optional)' }).fill('ӘЖ');
  await page.keyboard.press('Escape');
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Digit1');
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyP');
  await expect(page.locator('.overlay--bottom')).toContainText('They are endowed with reason.');
  await expect(page.getByRole('button', { name: 'Play' }).first()).toBeVisible({ timeout: 15_000 });
  await page.keyboard.press('KeyS');
  await page
    .getByRole('textbox', { name: 'Your suggestion' })
    .fill('They are endowed with reason and conscience.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('Digit3');
  await page.keyboard.press('KeyS');
  await page.getByRole('textbox', { name: 'Your suggestion' }).fill('Everyone has the right to be heard.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('KeyC');
  await page.getByRole('textbox', { name: 'Your comment' }).fill('<b>“herd”</b> is a typing mistake');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('<b>“herd”</b> is a typing mistake')).toBeVisible();
  await picture(page, 'packet-dark');
  await expectAccessible(page, 'packet-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await picture(page, 'packet-light');
  await expectAccessible(page, 'packet-light');
  // What was written is there after the page was closed and opened, to the last letter, and so is the place.
  await page.locator('[aria-current]').getByRole('article').focus();
  await page.keyboard.press('KeyC');
  await page.keyboard.type('Half a thought');
  await page.reload();
  await expect(page.getByText('2 of 3 marked')).toBeVisible();
  await expect(page.locator('[aria-current]')).toContainText('Half a thought');
  await expect(page.locator('[aria-current]')).toContainText('Subtitle 3');
  // A card that is taller than the middle of the window is shown from its beginning.
  await expect(page.getByRole('button', { name: /^Subtitle 3/ })).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('combobox', { name: 'Language of this page' }).selectOption('ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  // On a phone head and film leave room for what is to be read.
  await page.evaluate(() => window.scrollTo(0, 0));
  const first = await page.getByRole('article').first().boundingBox();
  expect(first?.y).toBeLessThan(740);
  await picture(page, 'packet-arabic-phone-top');
  await page.getByRole('button', { name: 'التالي' }).click();
  await picture(page, 'packet-arabic-phone');
  await expectAccessible(page, 'packet-arabic-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, 'packet-arabic-dark');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const download = page.waitForEvent('download');
  await page.locator('[aria-current]').getByRole('article').focus();
  await page.keyboard.press('KeyC');
  await page.keyboard.type('فكرة');
  // Saved while it is being typed.
  await page.keyboard.press('ControlOrMeta+s');
  await (await download).saveAs(join(app.folder, 'back.review.json'));
  const saved = readFileSync(join(app.folder, 'back.review.json'), 'utf8');
  for (const text of ['right to be heard', 'Half a thought', 'فكرة']) expect(saved).toContain(text);
  expect(errors).toEqual([]);
  expect(new Set(requests)).toEqual(new Set(['file', 'blob']));
  await context.close();
}

async function rewrite(page: Page, number: number, text: string): Promise<void> {
  await cueRow(page, number).click();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Text of the subtitle' }).fill(text);
  await page.keyboard.press('Enter');
  await expect(cueRow(page, number)).toContainText(text);
}

async function mergeReview(page: Page): Promise<void> {
  await command(page, 'merge reviews');
  const dialog = page.getByRole('dialog', { name: 'Merge reviews' });
  await dialog.getByRole('button', { name: 'Choose a review…' }).click();
  await page.getByRole('option', { name: 'back.review.json' }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog.getByRole('row', { name: /back\.review\.json ӘЖ 2 0 3 2/ })).toBeVisible();
  await inBothThemes(page, 'merge');
  await dialog.getByRole('button', { name: 'Merge 7 entries' }).click();
  await expect(dialog).toBeHidden();
}

/** The same review once more, dropped on the window: nothing comes of it. */
async function dropReview(page: Page, path: string): Promise<void> {
  const text = readFileSync(path, 'utf8');
  const files = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'again.review.json', { type: 'application/json' }));
    return data;
  }, text);
  await page.dispatchEvent('body', 'drop', { dataTransfer: files });
  const dialog = page.getByRole('dialog', { name: 'Merge reviews' });
  await expect(dialog.getByRole('row', { name: /again\.review\.json ӘЖ/ })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Merge', exact: true })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
}

async function settleNotes(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: 'Review' });
  await expect(panel.getByText('6 open of 6')).toBeVisible();
  await expect(cueRow(page, 2)).toContainText('ӘЖ');
  await page.keyboard.press('F6');
  await inBothThemes(page, 'review-panel');
  await page.keyboard.press('Alt+a');
  await expect(cueRow(page, 2)).toContainText('They are all endowed with reason and conscience.');
  await panel.getByRole('button', { name: 'Settle by hand…' }).click();
  const settle = page.getByRole('dialog', { name: 'Settle a suggestion' });
  await inBothThemes(page, 'settle');
  await settle.getByRole('button', { name: 'Use this text' }).click();
  await expect(cueRow(page, 3)).toContainText('Everyone has the right to be heard.');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cueRow(page, 3)).toContainText('to be herd.');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  for (const left of [2, 1, 0]) {
    await panel.getByRole('button', { name: 'Resolve', exact: true }).first().click();
    await expect(panel.getByText(`${left} open of 5`)).toBeVisible();
  }
  await panel.getByRole('button', { name: 'Mark fine ones as reviewed' }).click();
  await expect(cueRow(page, 1).getByRole('img', { name: /Reviewed · ӘЖ/ })).toBeVisible();
  await cueRow(page, 2).click();
  await cueRow(page, 3).click({ modifiers: ['Shift'] });
  await panel.getByRole('button', { name: 'Approve 2 selected' }).click();
  for (const number of [2, 3])
    await expect(cueRow(page, number).getByRole('img', { name: /Approved/ })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cueRow(page, 3).getByRole('img', { name: /Approved/ })).toBeHidden();
  await panel.getByRole('button', { name: 'Approve all reviewed (1)' }).click();
  await expect(cueRow(page, 1).getByRole('img', { name: /Approved/ })).toBeVisible();
  await inBothThemes(page, 'review-approved');
}

async function versions(page: Page): Promise<void> {
  await command(page, 'versions…');
  const dialog = page.getByRole('dialog', { name: 'Versions' });
  await dialog.getByRole('textbox', { name: 'Name of a new version' }).fill('After the review');
  await dialog.getByRole('button', { name: 'Keep version' }).click();
  await expect(dialog.getByText('As imported')).toBeVisible();
  await inBothThemes(page, 'versions');
  await dialog.getByRole('button', { name: 'Compare “As imported” with now' }).click();
  const compare = page.getByRole('dialog', { name: 'Compare versions' });
  await expect(compare.getByText('2 reworded, 0 only retimed, 0 added, 0 removed, 1 the same')).toBeVisible();
  await inBothThemes(page, 'compare');
  await compare.getByRole('button', { name: /Of what/ }).click();
  await page.getByRole('option', { name: 'Transcript' }).click();
  await expect(compare.getByText(/0 reworded, 0 only retimed, \d+ added, 0 removed/)).toBeVisible();
  await page.keyboard.press('Escape');
  await command(page, 'versions…');
  await dialog.getByRole('button', { name: 'Return to “As imported”' }).click();
  await expect(cueRow(page, 3)).toContainText('to be herd.');
}
