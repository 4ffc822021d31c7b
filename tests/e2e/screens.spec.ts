import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type App } from '../support/app';
import { bringSample, cueRow, exportAs } from '../support/person';
import { look, lookAround, type Theme } from '../support/screens';

const THEMES = ['light', 'dark'] as const;

/** Two full lines of 42 characters, an over-long line, one too fast to read, italics, a gap too small. */
const SUBTITLES = `1
00:00:00,400 --> 00:00:05,200
All human beings are born free and equal,
endowed with reason and with a conscience.

2
00:00:05,240 --> 00:00:08,000
Мы записали свидетельства тридцати четырёх
женщин из шести городов нашей республики..

3
00:00:08,500 --> 00:00:09,700
This line goes on and on well past what a reader can take in.

4
00:00:10,000 --> 00:00:12,500
<i>Whoever speaks here is not in the picture.</i>

5
00:00:13,000 --> 00:00:16,000
Overlapping examples
of discrimination.

6
00:00:17,000 --> 00:00:20,000
Everyone has the right to be heard.
`;

test('every screen can be read by everyone, in every theme', async ({ app }) => {
  test.setTimeout(240_000);
  bringSample(app, 'sample-en');
  writeFileSync(join(app.folder, 'testimony.srt'), SUBTITLES);
  await calm(app.page);
  await inRealThemes(app.page, 'start', THEMES);
  await bringFootage(app.page);
  await bringSubtitles(app.page);
  await editorScreens(app.page);
  await dialogs(app);
  await narrow(app.page);
  await footageGone(app);
});

/** From the start screen into an empty editor. */
async function bringFootage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open video…' }).click();
  await page.getByRole('option', { name: 'sample-en.mp4' }).click();
  await lookAround(page, 'files');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'New project' });
  await expect(dialog.getByText('×')).toBeVisible();
  await lookAround(page, 'new-project');
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
  await lookAround(page, 'editor-empty');
}

async function bringSubtitles(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bring in a transcript…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import transcript' });
  await dialog.getByRole('button', { name: 'Choose a file…' }).click();
  await page.getByRole('option', { name: 'testimony.srt' }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog.getByText(/6 subtitles/)).toBeVisible();
  await lookAround(page, 'import');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(cueRow(page, 6)).toBeVisible();
}

async function editorScreens(page: Page): Promise<void> {
  await expect(page.getByRole('contentinfo').getByText(/\d+ findings/)).toBeVisible();
  await cueRow(page, 1).click();
  await inRealThemes(page, 'editor', ['contrast', ...THEMES]);
  await expectLinesWhole(page);
  await expectTones(page);
  await cueRow(page, 3).click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Text of the subtitle' })).toBeFocused();
  await lookAround(page, 'editing');
  await page.keyboard.press('Escape');
  await playsOnWhilePutAway(page);
}

/** A line as long as the profile allows takes one line of the list in a window 1,440 px wide. */
async function expectLinesWhole(page: Page): Promise<void> {
  for (const number of [1, 2]) {
    const heights = await cueRow(page, number)
      .locator('.cue__line')
      .evaluateAll((lines) => lines.map((line) => line.getClientRects()[0]?.height ?? 0));
    expect(heights.length).toBe(2);
    for (const height of heights) expect(height, `a line of subtitle ${number}`).toBeLessThan(30);
  }
}

/** A figure is coloured exactly where a check has something to say. */
async function expectTones(page: Page): Promise<void> {
  const toned = (number: number) => cueRow(page, number).locator('.load--warning, .load--error');
  await expect(toned(3)).toHaveCount(1);
  await expect(toned(4)).toHaveCount(0);
  await expect(toned(6)).toHaveCount(0);
}

async function playsOnWhilePutAway(page: Page): Promise<void> {
  const player = page.getByRole('region', { name: 'Player' });
  const position = () => page.locator('video').evaluate((video) => (video as HTMLVideoElement).currentTime);
  await cueRow(page, 1).click();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(player).toBeHidden();
  const before = await position();
  await expect.poll(position).toBeGreaterThan(before + 0.5);
  await page.keyboard.press('Space');
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
}

async function dialogs({ page, folder }: App): Promise<void> {
  await cueRow(page, 1).click();
  await page.keyboard.press('ControlOrMeta+k');
  await lookAround(page, 'palette');
  await page.keyboard.type('equal');
  await expect(page.getByRole('option', { name: /All human beings/ })).toBeVisible();
  await lookAround(page, 'palette-found');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await lookAround(page, 'keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await lookAround(page, 'settings');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Project menu/ }).click();
  await expect(page.getByRole('menuitem', { name: 'Align transcript' })).toBeEnabled();
  await lookAround(page, 'menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await lookAround(page, 'export');
  await page.keyboard.press('Escape');
  await exportAs(page, 'SRT');
  await expect(page.getByRole('dialog', { name: 'Export finished' })).toBeVisible();
  await lookAround(page, 'exported');
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  expect(readFileSync(join(folder, 'sample-en.en.srt'), 'utf8')).toContain('Overlapping examples');
  await jobTray(page);
}

async function jobTray(page: Page): Promise<void> {
  await exportAs(page, 'MP4 video');
  await page.getByRole('button', { name: 'Continue in background' }).click();
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: /^Export \d/ })
    .click();
  const tray = page.getByRole('dialog', { name: 'Jobs' });
  await lookAround(page, 'jobs');
  await tray.getByRole('button', { name: /^Cancel: Export/ }).click();
  await expect(tray.getByText('Cancelled')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tray).toBeHidden();
}

/** 1440 × 900 at 200 % zoom. */
async function narrow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 720, height: 450 });
  await expect(page.getByRole('radio', { name: 'Subtitles' })).toBeVisible();
  await cueRow(page, 1).click();
  await lookAround(page, 'narrow');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(720);
  for (const button of [/Project menu/, 'Search or command', 'Export', 'Play'] as const)
    await expect(
      page.getByRole('button', { name: button, exact: typeof button === 'string' }).first(),
    ).toBeInViewport();
  await expect(cueRow(page, 1)).toBeInViewport();
  // The keys of what is not shown now work all the same.
  await page.getByRole('radio', { name: 'Transcript' }).click();
  await expect(page.getByRole('grid', { name: 'Subtitles' })).toBeHidden();
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Text of the subtitle' })).toBeFocused();
  await lookAround(page, 'narrow-editing');
  await page.keyboard.press('Escape');
}

async function footageGone(app: App): Promise<void> {
  renameSync(join(app.folder, 'sample-en.mp4'), join(app.folder, 'elsewhere.mp4'));
  await app.restart();
  await calm(app.page);
  const draft = app.page.getByRole('button', { name: /^sample-en/ });
  await expect(draft).toBeVisible();
  await inRealThemes(app.page, 'start-recent', THEMES);
  await draft.click();
  await expect(app.page.getByRole('button', { name: 'Find the footage…' })).toBeVisible();
  await expect(cueRow(app.page, 6)).toBeVisible();
  await lookAround(app.page, 'footage-gone');
}

/** Movement would be caught half-way, where colours are mixed. */
function calm(page: Page): Promise<void> {
  page.setDefaultTimeout(20_000);
  return page.emulateMedia({ reducedMotion: 'reduce' });
}

/** Keeps and checks a screen in themes chosen as a person does; it is left in the last one. */
async function inRealThemes(page: Page, name: string, themes: readonly Theme[]): Promise<void> {
  for (const theme of themes) {
    await chooseTheme(page, theme);
    await look(page, `${name}-${theme}`);
  }
}

const THEME_COMMANDS = {
  dark: 'Dark theme',
  light: 'Light theme',
  contrast: 'High contrast theme',
} as const satisfies Record<Theme, string>;

async function chooseTheme(page: Page, theme: Theme): Promise<void> {
  const palette = page.getByRole('dialog', { name: 'Search or command' });
  // A page that has just come may not listen yet.
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(palette).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.keyboard.type(THEME_COMMANDS[theme]);
  await page.getByRole('option', { name: THEME_COMMANDS[theme] }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
