import { expect, test } from '../support/app';
import { bringSample, cueRow, openVideo, pasteTranscript, sampleTranscript } from '../support/person';
import { expectAccessible, inTheme, picture } from '../support/screens';

const NOT_SPOKEN = 'Purple elephants were dancing quietly beside the frozen river.';

/** The sample's text with a sentence that nobody says and without its second last paragraph, which somebody does. */
function spoiltTranscript(): { text: string; missing: string } {
  const paragraphs = sampleTranscript('sample-en')
    .trim()
    .split(/\n\s*\n/);
  const at = paragraphs.length - 2;
  const missing = (paragraphs[at] ?? '').replace(/^[^:]{1,30}:\s*/, '');
  const left = paragraphs.filter((_, index) => index !== at);
  left[0] = `${left[0] ?? ''} ${NOT_SPOKEN}`;
  return { text: left.join('\n\n'), missing };
}

test('aligning is seen, stopped, checked by keyboard alone, and taken back', async ({ app }) => {
  test.setTimeout(240_000);
  const { page } = app;
  const press = (keys: string) => page.keyboard.press(keys);
  const undo = () => press('ControlOrMeta+z');
  bringSample(app, 'sample-en');
  await openVideo(page, 'sample-en.mp4');
  const { text, missing } = spoiltTranscript();
  await pasteTranscript(page, text);
  const transcript = page.getByRole('region', { name: 'Transcript' });

  // Stopped half-way, nothing is kept of it.
  await press('ControlOrMeta+Shift+l');
  await page.getByRole('button', { name: 'Stop aligning' }).click();
  await expect(page.getByText('The words have no times yet.')).toBeVisible();

  // Words are seen falling into place; meanwhile the transcript can be edited, and the result respects that.
  await press('ControlOrMeta+Shift+l');
  await expect(page.getByText(/· [1-9]\d* of \d+ words in place/)).toBeVisible({ timeout: 60_000 });
  await picture(page, 'aligning-dark');
  await expect(cueRow(page, 1)).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(/\d+ of \d+ words timed/)).toBeVisible();

  // The list of what to check: the sentence nobody says is the most doubtful.
  await page.getByRole('grid', { name: 'Subtitles' }).focus();
  await press('q');
  const list = page.getByRole('region', { name: 'Check these' });
  await expect(list).toContainText('elephants');
  await expect(list).toContainText(/0 of \d+/);
  await picture(page, 'check-dark');
  await expectAccessible(page, 'check list');
  await press('Alt+x');
  await expect(list).toContainText(/1 of \d+/);
  await expect(list.getByText('not spoken').first()).toBeAttached();
  await undo();
  await expect(list).toContainText(/0 of \d+/);
  await press('ControlOrMeta+Shift+z');
  await expect(list).toContainText(/1 of \d+/);

  // Speech without text, last in the list: the text is typed and finds its place at once.
  await press('Alt+PageUp');
  await expect(list).toContainText('no word of the transcript covers it');
  await picture(page, 'check-speech-dark');
  await press('h');
  const dialog = page.getByRole('dialog', { name: 'Add what is said' });
  await page.keyboard.type(missing);
  await picture(page, 'check-add-dark');
  await expectAccessible(page, 'adding text');
  await dialog.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await expect(page.getByText(/^\d+ words timed again\.$/)).toBeVisible({ timeout: 30_000 });
  await expect(transcript).toContainText(missing.split(/\s+/).slice(0, 4).join(' '));

  // Pinned, a sentence keeps its times whatever is aligned again.
  await cueRow(page, 2).click();
  const start = () => cueRow(page, 2).getByRole('gridcell').nth(1).innerText();
  const before = await start();
  await press('Shift+p');
  // The notice of the piece before would pass for this one's, and the next key for one pressed while aligning.
  await expect(page.getByText(/words? timed again/)).toHaveCount(0, { timeout: 15_000 });
  await press('Shift+l');
  await expect(page.getByText(/words? timed again/).last()).toBeVisible({ timeout: 30_000 });
  expect(await start()).toBe(before);
  await press('ControlOrMeta+Shift+l');
  await expect(page.getByText(/\d+ of \d+ words timed/)).toBeVisible({ timeout: 90_000 });
  expect(await start()).toBe(before);

  // A subtitle timed by hand stays where it is when its words move, and is told of.
  await cueRow(page, 1).click();
  await press('Alt+ArrowRight');
  await inTheme(page, 'light');
  await picture(page, 'aligned-light');
});
