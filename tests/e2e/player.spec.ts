/** The player: which sound, which subtitles, the whole screen, a window of its own, and the space bar. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app';
import { srtOf, type PlainCue } from '../support/cues';
import { AAC, H264, picture as pictures, testMedia, tone } from '../support/media';
import { command, cueRow, importSubtitles, openVideo } from '../support/person';
import { expectAccessible, picture } from '../support/screens';
import { subtitlePixels } from '../support/subtitle-pixels';

const CUES: readonly PlainCue[] = [
  [200, 2000, 'First line.'],
  [2200, 5800, 'Second line.'],
];

/** Six seconds with two sounds: one from the start to 2 s, the other from 4 s on. */
const twoSounds = () =>
  testMedia(
    [
      ...[...pictures('25', 6, '640x360'), ...tone(0, 2, 6), ...tone(4, 6, 6)],
      ...['-map', '0:v', '-map', '1:a', '-map', '2:a', ...H264, ...AAC],
      ...['-metadata:s:a:0', 'language=eng', '-metadata:s:a:1', 'language=rus', '-shortest'],
    ],
    '.mkv',
  );

/** Whether the preview made for the second sound is heard from a time on, s. */
function previewHears(home: string, atSec: number): boolean {
  const folder = join(home, 'cache', 'sounds', '2');
  const [name] = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.proxy.mp4')) : [];
  if (name === undefined) return false;
  const args = ['-v', 'error', '-ss', String(atSec), '-t', '0.2', '-i', join(folder, name)];
  const run = spawnSync('ffmpeg', [...args, '-ac', '1', '-f', 's16le', 'pipe:1']);
  const samples = new Int16Array(run.stdout.buffer, run.stdout.byteOffset, run.stdout.length >> 1);
  return Math.max(...samples.map(Math.abs)) > 1000;
}

/** Whether subtitles are drawn, and to be seen over the picture that stands still: it looks otherwise without them, and as before with them. */
async function drawn(page: Page): Promise<boolean> {
  if ((await subtitlePixels(page)).ink === 0) return false;
  const stage = page.locator('.player__picture');
  const first = await stage.screenshot();
  const without = await stage.screenshot({ style: '.player__subtitles { visibility: hidden }' });
  const again = await stage.screenshot();
  return again.equals(first) && !again.equals(without);
}

/** How many colours a stretch of the strip of the whole film has, `[from, to)` in shares of it: a waveform has more than a silence. */
const colours = (page: Page, from: number, to: number) =>
  page.locator('.timeline [data-part=overview]').evaluate(
    (element, [start = 0, end = 1]) => {
      const canvas = element as HTMLCanvasElement;
      const [x, width] = [Math.round(start * canvas.width), Math.round((end - start) * canvas.width)];
      const { data } = canvas.getContext('2d')?.getImageData(x, 0, width, canvas.height) ?? { data: [] };
      const seen = new Set<string>();
      for (let n = 0; n < data.length; n += 4) seen.add(`${data[n]} ${data[n + 1]} ${data[n + 2]}`);
      return seen.size;
    },
    [from, to],
  );

async function open(page: Page, folder: string): Promise<void> {
  copyFileSync(twoSounds(), join(folder, 'two-sounds.mkv'));
  writeFileSync(join(folder, 'cues.srt'), srtOf(CUES));
  await openVideo(page, 'two-sounds.mkv');
  await importSubtitles(page, 'cues.srt');
}

test('another sound is heard, drawn and remembered; choosing it is a step like any other', async ({
  app,
}) => {
  const { page } = app;
  await open(page, app.folder);
  const choice = page.getByRole('combobox', { name: 'Sound' });
  await expect(choice).toHaveText(/Sound 1: engSound 2: rus/);
  await expect(page.locator('video')).toHaveAttribute('src', /./);
  const source = await page.locator('video').getAttribute('src');
  await choice.selectOption({ label: 'Sound 2: rus' });
  await expect(page.locator('video')).not.toHaveAttribute('src', source ?? '');
  expect([previewHears(app.home, 5), previewHears(app.home, 1)]).toEqual([true, false]);
  await expect
    .poll(() => readdirSync(join(app.home, 'cache', 'sounds', '2')).filter((name) => name.endsWith('.peaks')))
    .toHaveLength(1);
  await expect
    .poll(async () => (await colours(page, 4.2 / 6, 5.7 / 6)) > (await colours(page, 2.4 / 6, 3.8 / 6)))
    .toBe(true);
  await picture(page, 'player-sound');
  await expectAccessible(page, 'player-sound');
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('ControlOrMeta+z');
  await expect(choice).toHaveValue('1');
  await expect(page.locator('video')).toHaveAttribute('src', source ?? '');
  await command(page, 'Next sound of the footage');
  await expect(choice).toHaveValue('2');
});

test('subtitles of any track, the whole screen, a window of its own, and a space bar that never types', async ({
  app,
}) => {
  test.setTimeout(150_000);
  const { page } = app;
  await open(page, app.folder);
  const time = async () => {
    for (const each of page.context().pages())
      if ((await each.locator('video').count()) > 0)
        return each.locator('video').evaluate((video) => (video as HTMLVideoElement).currentTime);
    return 0;
  };
  await cueRow(page, 2).click();
  // libass and its fonts come with the first text it draws.
  await expect.poll(() => drawn(page), { timeout: 45_000 }).toBe(true);
  await page.keyboard.press('ControlOrMeta+Shift+U');
  await expect.poll(() => drawn(page)).toBe(false);
  await page.keyboard.press('ControlOrMeta+Shift+U');
  await expect.poll(() => drawn(page)).toBe(true);

  // A second track with no words yet: with its subtitles chosen nothing is drawn, with the first one's the line is back.
  await page.keyboard.press('Shift+D');
  const dialog = page.getByRole('dialog', { name: /Duplicate/ });
  await dialog.getByRole('button', { name: 'Apply' }).click();
  const languages = page.getByRole('radiogroup', { name: 'Languages' }).getByRole('radio');
  await expect(languages).toHaveCount(2);
  await languages.nth(1).click();
  await cueRow(page, 2).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expect.poll(() => drawn(page)).toBe(false);
  const subtitles = page.getByRole('combobox', { name: /Subtitles/ });
  await subtitles.selectOption({ index: 2 });
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await expect.poll(() => drawn(page)).toBe(true);
  await picture(page, 'player-other-track');

  await languages.first().click();
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await command(page, 'Picture on the whole screen');
  await expect
    .poll(() => page.evaluate(() => document.fullscreenElement?.className ?? ''))
    .toBe('player__stage');
  await expect.poll(() => drawn(page)).toBe(true);
  await picture(page, 'player-full');
  await page.keyboard.press('F11');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement === null)).toBe(true);

  // A window of its own has the very picture with its subtitles, and its keys are the app's. Electron has no such windows.
  if (process.env.OUTSPOKEN_ELECTRON === undefined) {
    const opened = page.context().waitForEvent('page');
    await command(page, 'Picture in a window of its own');
    const other = await opened;
    await expect(page.getByText('The picture is in a window of its own.')).toBeVisible();
    await expect.poll(() => drawn(other), { timeout: 30_000 }).toBe(true);
    await picture(other, 'player-window');
    await picture(page, 'player-apart');
    const before = await time();
    await other.keyboard.press('Space');
    await expect.poll(time).toBeGreaterThan(before + 0.2);
    await other.keyboard.press('Space');
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await expect(page.locator('.player__picture')).toBeVisible();
    await expect(page.getByText('The picture is in a window of its own.')).toBeHidden();
    await cueRow(page, 2).click();
    await expect.poll(() => drawn(page)).toBe(true);
  }

  // A window that becomes narrow keeps the very player: nothing is loaded anew.
  await page.locator('video').evaluate((video) => video.setAttribute('data-same', 'yes'));
  await page.setViewportSize({ width: 900, height: 800 });
  await expect(page.getByRole('radio', { name: 'Transcript' })).toBeVisible();
  await expect(page.locator('video')).toHaveAttribute('data-same', 'yes');
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.locator('video')).toHaveAttribute('data-same', 'yes');

  // Space plays from the list and from the page, types where a text is open, and is never lost in between.
  await cueRow(page, 1).click();
  await page.keyboard.press('Space');
  await expect.poll(time).toBeGreaterThan(0.4);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Text of the subtitle' });
  await page.keyboard.type(' And more');
  await expect(field).toHaveValue('First line. And more');
  const before = await time();
  await page.keyboard.press('Control+Space');
  await expect.poll(time).toBeGreaterThan(before + 0.2);
  await page.keyboard.press('Control+Space');
  await expect(field).toHaveValue('First line. And more');
  await page.keyboard.press('Escape');
  await expect(cueRow(page, 1)).toContainText('First line.');
});

test('subtitles can be worked on by ear: tones where they come and go, their text for the screen reader', async ({
  app,
}) => {
  const { page } = app;
  await open(page, app.folder);
  await page.evaluate(() => {
    const heard: number[] = [];
    class HeardOscillator extends OscillatorNode {
      override start(at?: number) {
        heard.push(this.frequency.value);
        super.start(at);
      }
    }
    Object.assign(window, { heard, OscillatorNode: HeardOscillator });
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: number[] }).heard.splice(0));
  const spoken = page.locator('[aria-live=polite]', { hasText: 'line.' });
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.waitForTimeout(600);
  await page.keyboard.press('k');
  expect(await heard()).toEqual([]);

  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByText('Tones where a subtitle').click();
  await page.keyboard.press('Escape');
  await command(page, 'Subtitles to the screen reader');
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(spoken).toHaveText('First line.');
  await expect(spoken).toHaveText('Second line.');
  await page.keyboard.press('k');
  expect(await heard()).toEqual([880, 440, 880]);

  await cueRow(page, 1).click();
  await page.keyboard.press('Enter');
  await page.keyboard.type(' This goes on and on past every limit there is.');
  expect(await heard()).toEqual([620]);
});
