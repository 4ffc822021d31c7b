import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSrt } from '../../shared/formats/srt/parse';
import { documentCues } from '../../shared/formats/document/cues';
import { expect, launchChromium, recordingFlags, test } from '../support/app';
import { pageRequests } from '../support/net-log';
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

test.use({ recordsNetwork: true });
// In one process: what is asked of the network is counted over all of them.
test.describe.configure({ mode: 'default' });

test.afterAll('nobody but this machine was asked for anything', async ({ chromiumBrowser, network }) => {
  if (!network) throw new Error('nobody looked at the network');
  // Chromium's log is whole only then.
  await chromiumBrowser.close();
  const { beyond, browsers, all } = pageRequests(readFileSync(network.netLog, 'utf8'));
  expect(network.count).toBeGreaterThan(20);
  expect(all).toBeGreaterThan(20);
  expect(network.asked).toEqual([]);
  expect(beyond).toEqual([]);
  // Chromium asks Google's server what fields of forms are for, by hashes of their names; no page can forbid it (README).
  expect(browsers.filter((url) => !url.startsWith('https://content-autofill.googleapis.com/'))).toEqual([]);
  expect(existsSync(network.serverLog) ? readFileSync(network.serverLog, 'utf8') : '').toBe('');
});

test('a request to another machine is noted, and fails', async ({}, info) => {
  const netLog = info.outputPath('net-log.json');
  const browser = await launchChromium(recordingFlags(netLog));
  const page = await browser.newPage();
  // A page of its own: ours forbid themselves to ask.
  const server = createServer((_, response) => response.end('<!DOCTYPE html><title>Page</title>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const isReached = await page.evaluate(() => {
    const image = document.createElement('img');
    image.src = 'http://example.org/picture.png';
    return new Promise((resolve) => {
      image.onload = () => resolve(true);
      image.onerror = () => resolve(false);
    });
  });
  expect(isReached).toBe(false);
  await browser.close();
  server.close();
  expect(pageRequests(readFileSync(netLog, 'utf8')).beyond).toEqual(['http://example.org/picture.png']);
});

test('the main job: video and transcript in, subtitles edited, SRT and burned-in video out, all there again', async ({
  app,
}) => {
  test.setTimeout(300_000);
  bringSample(app, 'sample-en');
  await expect(app.page.getByRole('button', { name: 'Open video…' })).toBeVisible();
  await picture(app.page, 'start-dark');
  await expectAccessible(app.page, 'start');

  // No field inherits a checker that may send what is typed.
  await expect(app.page.locator('html')).toHaveAttribute('spellcheck', 'false');

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
