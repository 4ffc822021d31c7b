import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSrt } from '../../shared/formats/srt/parse';
import { documentCues } from '../../shared/formats/document/cues';
import { expect, test } from '../support/app';
import {
  align,
  bringSample,
  cueRow,
  exportAs,
  openVideo,
  pasteTranscript,
  sampleTranscript,
} from '../support/person';
import { expectAccessible, picture } from '../support/screens';

test('the main job: video and transcript in, subtitles edited, SRT and burned-in video out, all there again', async ({
  app,
}) => {
  test.setTimeout(300_000);
  bringSample(app, 'sample-en');
  await expect(app.page.getByRole('button', { name: 'Open video…' })).toBeVisible();
  await picture(app.page, 'start-dark');
  await expectAccessible(app.page, 'start');

  await openVideo(app.page, 'sample-en.mp4');
  await pasteTranscript(app.page, sampleTranscript('sample-en'));
  await expect(app.page.getByText('The words have no times yet.')).toBeVisible();
  await align(app.page);
  await expect(app.page.getByText(/\d+ of \d+ words timed/)).toBeVisible();
  await expectAccessible(app.page, 'editor');

  // Played, with the subtitles over the picture.
  await cueRow(app.page, 1).click();
  await expectSubtitlesDrawn(app.page);
  await cueRow(app.page, 1).click();
  const before = await shownTime(app.page);
  await app.page.keyboard.press('Space');
  await expect.poll(() => shownTime(app.page)).not.toBe(before);
  await app.page.keyboard.press('Space');
  await picture(app.page, 'editor-dark');

  // A text and a time changed, taken back, brought again.
  await cueRow(app.page, 1).click();
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.press('ControlOrMeta+a');
  await app.page.keyboard.type('Everybody is born free.');
  await app.page.keyboard.press('Enter');
  await expect(cueRow(app.page, 1)).toContainText('Everybody is born free.');
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(cueRow(app.page, 1)).toContainText('All human beings');
  await app.page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(cueRow(app.page, 1)).toContainText('Everybody is born free.');
  const times = await cueRow(app.page, 2).getByRole('gridcell').nth(1).innerText();
  await cueRow(app.page, 2).click();
  await app.page.keyboard.press('Alt+ArrowRight');
  await expect(cueRow(app.page, 2).getByRole('gridcell').nth(1)).not.toHaveText(times);
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect
    .poll(async () => (await cueRow(app.page, 2).getByRole('gridcell').nth(1).innerText()).trim())
    .toBe(times.trim());

  // SRT, read back as another program would.
  await exportAs(app.page, 'SRT');
  await expect(app.page.getByRole('dialog', { name: 'Export finished' })).toBeVisible();
  await app.page.getByRole('button', { name: 'Done', exact: true }).click();
  const srt = readFileSync(join(app.folder, 'sample-en.en.srt'), 'utf8');
  const { cues, issues } = documentCues(parseSrt(srt));
  expect(issues).toEqual([]);
  expect(cues[0]?.text).toBe('Everybody is born free.');
  expect(cues.length).toBeGreaterThan(8);

  // A burned-in video cancelled half-way leaves nothing; the second one is complete.
  await exportAs(app.page, 'MP4 video');
  const running = app.page.getByRole('dialog', { name: 'Exporting' });
  await expect
    .poll(async () => Number(await running.getByRole('progressbar').getAttribute('aria-valuenow')), {
      timeout: 60_000,
    })
    .toBeGreaterThan(0.05);
  await expect(running.getByText(/left/)).toBeVisible({ timeout: 30_000 });
  await picture(app.page, 'exporting-dark');
  await running.getByRole('button', { name: 'Cancel all' }).click();
  await expect(app.page.getByText('Cancelled', { exact: true })).toBeVisible();
  expect(
    readdirSync(app.folder).filter((name) => name !== 'sample-en.mp4' && !name.includes('manifest')),
  ).toEqual(['sample-en.en.srt']);
  await app.page.getByRole('button', { name: 'Done', exact: true }).click();
  await exportAs(app.page, 'MP4 video');
  await expect(app.page.getByRole('dialog', { name: 'Export finished' })).toBeVisible({ timeout: 120_000 });
  await app.page.getByRole('button', { name: 'Done', exact: true }).click();
  const video = join(app.folder, 'sample-en.en.mp4');
  expect(durationOf(video)).toBeCloseTo(durationOf(join(app.folder, 'sample-en.mp4')), 1);

  // Saved under a name, closed, opened again: text, history and all.
  await app.page.keyboard.press('ControlOrMeta+s');
  await app.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(app.page.getByRole('button', { name: /^Saved/ })).toBeVisible();
  await app.restart();
  await app.page.getByRole('button', { name: /^sample-en/ }).click();
  await expect(cueRow(app.page, 1)).toContainText('Everybody is born free.');
  await expect(app.page.getByRole('region', { name: 'Transcript' })).toContainText(
    'overlapping examples of discrimination',
  );
  await cueRow(app.page, 1).click();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(cueRow(app.page, 1)).toContainText('All human beings');
  expect(existsSync(join(app.folder, 'sample-en.outspoken'))).toBe(true);
});

test('what was typed a second before the power went is there again', async ({ app }) => {
  bringSample(app, 'sample-kk');
  await openVideo(app.page, 'sample-kk.mp4', 'Kazakh');
  await pasteTranscript(app.page, sampleTranscript('sample-kk'));
  await expect(app.page.getByText('The words have no times yet.')).toBeVisible();
  await app.page.waitForTimeout(1000);
  await app.kill();
  await app.start();
  await app.page.getByRole('button', { name: /^sample-kk/ }).click();
  await expect(app.page.getByRole('region', { name: 'Transcript' })).toContainText(
    'Барлық адамдар тумысынан азат',
  );
});

type Page = Parameters<typeof cueRow>[0];

function shownTime(page: Page): Promise<string> {
  return page.getByRole('timer', { name: 'Time' }).innerText();
}

/** libass draws on a canvas over the video: wait until some of it is opaque. */
async function expectSubtitlesDrawn(page: Page): Promise<void> {
  const player = page.getByRole('region', { name: 'Player' });
  await expect
    .poll(
      async () => {
        const shown = await player.screenshot();
        await page.getByRole('button', { name: 'Hide subtitles' }).click();
        await page.waitForTimeout(300);
        const hidden = await player.screenshot();
        await page.getByRole('button', { name: 'Show subtitles' }).click();
        await page.waitForTimeout(300);
        return shown.equals(hidden);
      },
      { timeout: 30_000 },
    )
    .toBe(false);
}

function durationOf(path: string): number {
  const run = spawnSync(
    'ffprobe',
    ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', path],
    { encoding: 'utf8' },
  );
  return Number(run.stdout);
}
