/** What stands on the timeline besides subtitles: markers, pitches, the strip of the whole film, words and speech. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/app';
import { command, cueRow } from '../support/person';
import { expectAccessible, inTheme, picture } from '../support/screens';
import {
  brightShare,
  changedPixels,
  drag,
  expectTimes,
  keepPixels,
  openCuts,
  placesOf,
  playhead,
  pointOf,
} from '../support/timeline';

test('marks places, draws pitches, shows the whole film as a strip for hand and keys, and paints only what changed', async ({
  app,
}) => {
  const { page, canvas, at } = await openCuts(app);

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
    await inTheme(page, theme);
    await picture(page, `timeline-spectrogram-${theme}`);
  }
  await inTheme(page, 'dark');

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
  await inTheme(page, 'dark');
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
    await inTheme(page, theme);
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
