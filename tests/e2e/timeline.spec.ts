/** The timeline under a hand: what is drawn is looked at by a person, what a drag does is read from the list. */
import { expect, test } from '../support/app';
import { command, cueRow } from '../support/person';
import { expectAccessible, inTheme, picture } from '../support/screens';
import { drag, expectTimes, openCuts, playhead } from '../support/timeline';

test('drags land on shots and pictures, Escape takes them back, a band selects, lanes and shots are shown', async ({
  app,
}) => {
  const { page, canvas, at } = await openCuts(app);
  await command(page, 'Find shot changes');
  await expect(page.getByText('2 shot changes found')).toBeVisible();
  // While they last, notices lie over the end of the row of subtitles, where one is drawn below.
  await expect(page.getByRole('button', { name: 'Dismiss' })).toHaveCount(0);

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
    await inTheme(page, theme);
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
  const { page, canvas, at } = await openCuts(app);

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
