/** The timeline under a hand: what is drawn is looked at by a person, what a drag does is read from the list. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/app';
import { AAC, H264, testMedia } from '../support/media';
import { cueRow, importSubtitles, openVideo } from '../support/person';
import { expectAccessible, picture } from '../support/screens';

/** Nine seconds in three pictures, cut at 3 s and 6 s. */
const footage = () =>
  testMedia([
    ...['testsrc=s=640x360', 'color=white:s=640x360', 'mandelbrot=s=640x360'].flatMap((source) => [
      ...['-f', 'lavfi', '-t', '3', '-i', `${source}:r=25`],
    ]),
    ...['-f', 'lavfi', '-i', 'sine=440:r=48000:d=9,volume=0.3'],
    ...['-filter_complex', '[0][1][2]concat=n=3[v]', '-map', '[v]', '-map', '3', ...H264, ...AAC],
  ]);

const SUBTITLES = `1
00:00:00,400 --> 00:00:02,000
All human beings

2
00:00:04,000 --> 00:00:05,000
are born free and equal in dignity and rights and more.
`;

test('drags land on shots and pictures, Escape takes them back, a band selects, lanes and shots are shown', async ({
  app,
}) => {
  const { page, folder } = app;
  copyFileSync(footage(), join(folder, 'cuts.mp4'));
  writeFileSync(join(folder, 'cuts.srt'), SUBTITLES);
  await openVideo(page, 'cuts.mp4');
  await importSubtitles(page, 'cuts.srt');
  await command(page, 'Find shot changes');
  await expect(page.getByText('2 shot changes found')).toBeVisible();
  // While they last, notices lie over the end of the row of subtitles, where one is drawn below.
  await expect(page.getByRole('button', { name: 'Dismiss' })).toHaveCount(0);
  await expect(page.getByRole('timer', { name: 'Time' })).toHaveAttribute('data-frames', 'true');

  const canvas = page.getByRole('application', { name: 'Timeline' });
  await command(page, 'Show the whole film');
  const at = placesOf(canvas, 9000);
  const cuesRow = -26;

  // An end dragged near the shot change at 3 s lands on it; Alt lets it go anywhere; Escape brings it back.
  await drag(page, await at(2000, cuesRow), await at(2980, cuesRow));
  await expectTimes(page, 1, '0:00.400', '0:03.000');
  await drag(page, await at(3000, cuesRow), await at(2400, cuesRow), { escape: true });
  await expectTimes(page, 1, '0:00.400', '0:03.000');

  // Across a gap a cue is drawn; it begins and ends on pictures.
  await drag(page, await at(6500, cuesRow), await at(8000, cuesRow));
  await expect(cueRow(page, 3)).toHaveCount(1);
  const times = await cueRow(page, 3).getByRole('gridcell').nth(1).innerText();
  for (const time of times.trim().split(/\s+/)) expect(Number(time.slice(-3)) % 40).toBe(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cueRow(page, 3)).toHaveCount(0);

  // A band over both selects both; they move as one.
  await page.keyboard.down('Shift');
  await drag(page, await at(100, -120), await at(4500, -120));
  await page.keyboard.up('Shift');
  await expect(page.getByRole('row', { selected: true })).toHaveCount(2);

  // A shot change taken away and back by its key.
  await canvas.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  await expect(page.getByRole('timer', { name: 'Time' })).toContainText('0:03.000');
  await page.keyboard.press('Shift+K');
  await page.keyboard.press('Home');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  await expect(page.getByRole('timer', { name: 'Time' })).toContainText('0:06.000');
  await page.keyboard.press('ControlOrMeta+z');

  for (const theme of ['dark', 'light'] as const) {
    await page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme);
    await page.waitForTimeout(300);
    await picture(page, `timeline-shots-${theme}`);
  }
  await expectAccessible(page, 'timeline');
  // So near that single pictures are told apart.
  await command(page, 'Count pictures or time on the ruler');
  await page.keyboard.press('Home');
  for (let n = 0; n < 9; n++) await command(page, 'Zoom in');
  await picture(page, 'timeline-frames-light');
});

test('plays backwards, again and again, and at four times the speed; shows any safe area and scrubs without drifting', async ({
  app,
}) => {
  const { page, folder } = app;
  copyFileSync(footage(), join(folder, 'cuts.mp4'));
  writeFileSync(join(folder, 'cuts.srt'), SUBTITLES);
  await openVideo(page, 'cuts.mp4');
  await importSubtitles(page, 'cuts.srt');
  const timer = page.getByRole('timer', { name: 'Time' });
  await expect(timer).toHaveAttribute('data-frames', 'true');
  const canvas = page.getByRole('application', { name: 'Timeline' });
  await command(page, 'Show the whole film');
  const at = placesOf(canvas, 9000);

  // Dragged along the ruler, a moment of the sound is heard, and the playhead stays where it was let go.
  await drag(page, await at(2000, -190), await at(8000, -190));
  await page.waitForTimeout(400);
  expect(Math.abs((await playhead(page)) - 8000)).toBeLessThan(45);
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();

  await canvas.focus();
  await page.keyboard.press('j');
  await expect.poll(() => playhead(page)).toBeLessThan(7500);
  await page.keyboard.press('k');
  const stopped = await playhead(page);
  await page.waitForTimeout(300);
  expect(await playhead(page)).toBe(stopped);

  // The second subtitle, 4 to 5 s, again and again: longer than it lasts, the playhead is still on it.
  await cueRow(page, 2).click();
  await canvas.focus();
  await page.keyboard.press('Shift+R');
  await expect.poll(() => playhead(page)).toBeGreaterThan(4600);
  await expect.poll(() => playhead(page), { intervals: [50] }).toBeLessThan(4400);
  await expect.poll(() => playhead(page)).toBeGreaterThan(4600);
  await page.keyboard.press('Shift+R');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();

  await page.getByRole('combobox', { name: 'Speed' }).selectOption({ label: '4×' });
  await expect
    .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.playbackRate))
    .toBe(4);
  await command(page, 'Show or hide the safe areas');
  await picture(page, 'player-safe-areas');
});

test('marks places, draws pitches, shows the whole film as a strip for hand and keys, and paints only what changed', async ({
  app,
}) => {
  const { page, folder } = app;
  copyFileSync(footage(), join(folder, 'cuts.mp4'));
  writeFileSync(join(folder, 'cuts.srt'), SUBTITLES);
  await openVideo(page, 'cuts.mp4');
  await importSubtitles(page, 'cuts.srt');
  await expect(page.getByRole('timer', { name: 'Time' })).toHaveAttribute('data-frames', 'true');
  const canvas = page.getByRole('application', { name: 'Timeline' });
  await command(page, 'Show the whole film');
  const at = placesOf(canvas, 9000);

  // A marker is set by a key, named by the same key again, dragged to a picture, found by keys, and taken away.
  await page.mouse.click(...pointOf(await at(5010, -150)));
  await canvas.focus();
  await page.keyboard.press('Shift+M');
  await page.keyboard.press('Shift+M');
  const dialog = page.getByRole('dialog', { name: 'Markers' });
  await page.keyboard.type('Ask her about this');
  await expect(dialog.getByRole('textbox', { name: /Name of the marker at 0:05/ })).toBeFocused();
  await dialog.getByRole('combobox', { name: 'Colour' }).selectOption('blue');
  await picture(page, 'markers-dialog-dark');
  await expectAccessible(page, 'markers dialog');
  await page.keyboard.press('Escape');
  await canvas.focus();
  await page.keyboard.press('Shift+M');
  await expect(dialog.getByRole('textbox')).toHaveValue('Ask her about this');
  await page.keyboard.press('Escape');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the timeline is not shown');
  const flag = await at(5010, 6 - box.height);
  await drag(page, flag, { x: flag.x + box.width / 9, y: flag.y });
  await canvas.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+Period');
  await expect.poll(async () => Math.abs((await playhead(page)) - 6000)).toBeLessThan(60);
  await page.keyboard.press('Alt+M');
  await page.keyboard.press('ControlOrMeta+Alt+M');
  await expect(dialog.getByText('No markers yet.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+z');

  // Pitches: the tone is a bright line over darkness.
  const without = await brightShare(canvas);
  await page.keyboard.press('Shift+Q');
  await expect.poll(() => brightShare(canvas), { timeout: 20_000 }).toBeGreaterThan(without + 0.004);
  expect(await brightShare(canvas)).toBeLessThan(0.3);
  for (const theme of ['dark', 'light', 'contrast'] as const) {
    await page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme);
    await page.waitForTimeout(300);
    await picture(page, `timeline-spectrogram-${theme}`);
  }
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));

  // The strip: its window is moved by keys and by hand.
  for (let n = 0; n < 4; n++) await command(page, 'Zoom in');
  const strip = page.getByRole('slider', { name: 'Part of the film shown' });
  await strip.focus();
  await page.keyboard.press('End');
  await expect(strip).toHaveAttribute('aria-valuenow', '7');
  await page.keyboard.press('Home');
  await expect(strip).toHaveAttribute('aria-valuenow', '0');
  const shown = await strip.boundingBox();
  if (!shown) throw new Error('the window of the strip is not shown');
  const middle = { x: shown.x + shown.width / 2, y: shown.y + shown.height / 2 };
  await drag(page, middle, { x: middle.x + shown.width * 2, y: middle.y });
  await expect(strip).not.toHaveAttribute('aria-valuenow', '0');
  await picture(page, 'timeline-strip-dark');

  // However it came about, the picture is the one that painting everything anew makes.
  await cueRow(page, 1).click();
  await page.mouse.move(...pointOf(await at(4500, -100)));
  for (const [x, y] of [
    [0, 37],
    [0, -11],
    [13, 0],
    [0, 55],
    [0, -120],
  ] as const)
    await page.mouse.wheel(x, y);
  await cueRow(page, 2).click();
  await page.keyboard.press('Alt+ArrowRight');
  await page.waitForTimeout(600);
  await keepPixels(canvas);
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  await page.waitForTimeout(200);
  expect(await changedPixels(canvas)).toBe(0);
});

test('shows words pinned, doubtful and never found, speech without text, and what caught a drag; two fingers zoom', async ({
  app,
}) => {
  const { page, folder } = app;
  writeFileSync(join(folder, 'words.outspoken'), wordsProject());
  await page.getByRole('button', { name: 'Open project…' }).click();
  await page.getByRole('option', { name: 'words.outspoken' }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  const canvas = page.getByRole('application', { name: 'Timeline' });
  await expect(cueRow(page, 1)).toBeVisible();
  const strip = page.getByRole('slider', { name: 'Part of the film shown' });
  // Half a minute at first; two steps nearer, around the playhead at its beginning.
  for (let n = 0; n < 2; n++) await command(page, 'Zoom in');
  const at = placesOf(canvas, 30_000 / 1.5 ** 2);

  // The end of the first subtitle is dragged to the start of the word at 5 s, which lights up, with numbers beside it.
  const from = await at(2400, -26);
  await page.mouse.move(from.x - 3, from.y);
  await page.mouse.down();
  await page.mouse.move((await at(4000, 0)).x, from.y, { steps: 3 });
  await page.mouse.move((await at(5000, 0)).x, from.y, { steps: 3 });
  const label = page.locator('.timeline__label');
  await expect(label).toContainText('on a word');
  await expect(label).toContainText('+2.600 s');
  await expect(page.locator('.timeline__lit')).toHaveCSS('visibility', 'visible');
  await picture(page, 'timeline-caught-dark');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expectTimes(page, 1, '0:00.400', '0:02.400');
  for (const theme of ['light', 'contrast', 'dark'] as const) {
    await page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme);
    await page.waitForTimeout(200);
    await picture(page, `timeline-words-${theme}`);
  }

  // Two fingers that part show half as much of the film.
  const shown = async () => Number((await strip.boundingBox())?.width);
  const before = await shown();
  const touch = await page.context().newCDPSession(page);
  const middle = await at(3000, -100);
  const fingers = (apart: number) =>
    [-1, 1].map((side, id) => ({ x: middle.x + side * apart, y: middle.y, id }));
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(50) });
  for (const apart of [60, 80, 100])
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect.poll(async () => Math.abs((await shown()) / before - 0.5)).toBeLessThan(0.05);
});

/** Half a minute of a transcript as an alignment leaves it and a person corrects it. */
function wordsProject(): string {
  const word = (id: string, text: string, startMs: number | null, more: object = {}) => ({
    id,
    text,
    startMs,
    endMs: startMs === null ? null : startMs + 350,
    confidence: startMs === null ? null : 0.95,
    ...more,
  });
  const paragraph = (id: string, order: number, words: readonly object[]) => ({
    ...{ id, order, speakerId: null, language: null, hintMs: null },
    words,
  });
  const cue = (id: string, startMs: number, endMs: number, text: string) => ({
    ...{ id, trackId: 't', startMs, endMs, text, speakerId: null, wordIds: [], sourceCueId: null },
    ...{ position: 'bottom', status: 'timed', stale: false, timedByHand: false },
  });
  return JSON.stringify({
    ...{ format: 'outspoken', version: 1, savedSeq: 0, savedEntry: null },
    meta: {
      ...{ id: 'words', title: 'words', language: 'en', media: null },
      hearing: {
        speech: [
          { startMs: 300, endMs: 2400 },
          { startMs: 4900, endMs: 9000 },
        ],
        uncovered: [{ startMs: 7200, endMs: 9000 }],
        leftOut: [],
      },
    },
    speakers: [],
    styles: [],
    tracks: [
      {
        ...{ id: 't', order: 0, kind: 'source', language: 'en', name: '', direction: 'ltr' },
        ...{ profileId: 'netflix-en', styleId: 's' },
      },
    ],
    paragraphs: [
      paragraph('p', 0, [
        word('a', 'All', 400, { pinned: true }),
        word('b', 'human', 800),
        word('c', 'beings', 1300, { confidence: 0.3 }),
        word('d', 'are', 1800),
        word('e', 'born', null),
        word('f', 'free', null),
        word('g', 'and', 5000),
        word('h', 'equal', 5500, { pinned: true }),
        word('i', 'in', 6100, { confidence: 0.6 }),
        word('j', 'dignity', 6500),
      ]),
    ],
    cues: [cue('c1', 400, 2400, 'All human beings are'), cue('c2', 6000, 7000, 'in dignity')],
    markers: [{ id: 'm', atMs: 4200, name: 'Listen again', colour: 'purple' }],
  });
}

const pointOf = ({ x, y }: Place): [number, number] => [x, y];

/** Keeps the timeline as it looks now, for `changedPixels`. */
async function keepPixels(canvas: Locator): Promise<void> {
  await canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) throw new Error('no canvas');
    const kept = document.createElement('canvas');
    kept.id = 'kept';
    kept.hidden = true;
    [kept.width, kept.height] = [element.width, element.height];
    kept.getContext('2d')?.drawImage(element, 0, 0);
    document.body.append(kept);
  });
}

/** How many pixels differ from those kept by more than rounding. */
function changedPixels(canvas: Locator): Promise<number> {
  return canvas.evaluate((element) => {
    const kept = document.querySelector('#kept');
    const dataOf = (one: Element | null) =>
      one instanceof HTMLCanvasElement
        ? one.getContext('2d')?.getImageData(0, 0, one.width, one.height).data
        : undefined;
    const [before, after] = [dataOf(kept), dataOf(element)];
    if (!before || before.length !== after?.length) throw new Error('of another size');
    let changed = 0;
    for (let n = 0; n < before.length; n++) if (Math.abs((before[n] ?? 0) - (after[n] ?? 0)) > 2) changed++;
    return changed;
  });
}

/** How much of the timeline is as bright and warm as only loud pitches are drawn. */
function brightShare(canvas: Locator): Promise<number> {
  return canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) throw new Error('no canvas');
    const data = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data ?? [];
    let bright = 0;
    for (let n = 0; n < data.length; n += 4)
      if ((data[n] ?? 0) > 180 && (data[n] ?? 0) - (data[n + 2] ?? 0) > 90) bright++;
    return bright / (data.length / 4);
  });
}

async function playhead(page: Page): Promise<number> {
  const text = await page.getByRole('timer', { name: 'Time' }).innerText();
  const [, minutes, seconds] = /(\d+):(\d+\.\d+)/.exec(text) ?? [];
  return Number(minutes) * 60_000 + Math.round(Number(seconds) * 1000);
}

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type(name);
  await page.getByRole('option', { name }).first().click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Where a time is on the canvas that shows the whole film; `y` from its lower edge. */
function placesOf(canvas: Locator, durationMs: number) {
  return async (ms: number, y: number) => {
    const box = await canvas.boundingBox();
    if (!box) throw new Error('the timeline is not shown');
    return { x: box.x + (ms / durationMs) * box.width, y: box.y + box.height + y };
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

async function drag(page: Page, from: Place, to: Place, { escape = false } = {}): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  if (escape) await page.keyboard.press('Escape');
  await page.mouse.up();
}

async function expectTimes(page: Page, number: number, start: string, end: string): Promise<void> {
  await expect
    .poll(async () => (await cueRow(page, number).getByRole('gridcell').nth(1).innerText()).split(/\s+/))
    .toEqual([start, end]);
}
