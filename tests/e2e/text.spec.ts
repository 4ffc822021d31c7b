/** Writing and reading over texts: spelling, the figures beside them, right-to-left. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/app';
import { bringCues, type PlainCue } from '../support/cues';
import { command, cueRow } from '../support/person';
import { expectAccessible, picture } from '../support/screens';

const CUES: readonly PlainCue[] = [
  [1000, 3500, 'We recieved it from Zhanar.'],
  [3600, 6000, 'Everybody <i>recieved</i> a letter\nfrom Zhanar’s office.'],
  [6100, 9000, 'We came home.'],
];

test('marks misspelt words, proposes better ones on a key, and learns names for the campaign', async ({
  app,
}) => {
  await bringCues(app, CUES);
  const { page } = app;
  const marked = (row: number) => cueRow(page, row).locator('.cue__words .misspelt');
  await expect(marked(1)).toHaveText(['recieved', 'Zhanar']);
  await expect(marked(3)).toHaveCount(0);
  await picture(page, 'spelling-list');

  // The text being typed is marked too, where it stands; nothing is changed by itself.
  await cueRow(page, 3).click();
  await page.keyboard.press('Enter');
  await page.keyboard.type(' Wellcome');
  const field = page.getByRole('textbox', { name: 'Text of the subtitle' });
  await expect(page.locator('.cue-editor__marks .misspelt')).toHaveText('Wellcome');
  await expect(field).toHaveValue('We came home. Wellcome');
  await picture(page, 'spelling-typing');
  await page.keyboard.press('ControlOrMeta+;');
  const dialog = page.getByRole('dialog', { name: 'Spelling: Wellcome' });
  await expect(dialog.getByRole('option', { name: 'Welcome', exact: true })).toBeVisible();
  await dialog.getByRole('option', { name: 'Welcome', exact: true }).click();
  await expect(cueRow(page, 3)).toContainText('We came home. Welcome');

  // It goes on to the next one, around the end.
  const next = page.getByRole('dialog', { name: 'Spelling: recieved' });
  await expect(next.getByText('We recieved it from Zhanar.')).toBeVisible();
  await expect(next.getByRole('option', { name: 'received' })).toBeFocused();
  await picture(page, 'spelling-dialog');
  await expectAccessible(page, 'spelling dialog');
  await next.getByRole('textbox', { name: 'Write instead' }).fill('received');
  await next.getByRole('button', { name: 'Replace in 2 subtitles' }).click();
  await expect(cueRow(page, 2).locator('em')).toHaveText('received');

  // A name is right here: one step, which can be undone.
  const name = page.getByRole('dialog', { name: 'Spelling: Zhanar' });
  await expect(name.getByRole('button', { name: 'Right in the whole campaign' })).toBeDisabled();
  await name.getByRole('button', { name: 'Right in this interview' }).click();
  await expect(page.getByText('No misspelt word is left in this track.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.misspelt')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(marked(1)).toHaveText('Zhanar');

  // In a saved project the campaign learns it, in a plain file beside it.
  await page.keyboard.press('ControlOrMeta+s');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await cueRow(page, 1).click();
  await page.keyboard.press('ControlOrMeta+;');
  await name.getByRole('button', { name: 'Right in the whole campaign' }).click();
  await expect(page.getByText('No misspelt word is left in this track.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.misspelt')).toHaveCount(0);
  expect(readFileSync(join(app.folder, 'spelling.en.txt'), 'utf8')).toBe('Zhanar\n');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(marked(1)).toHaveText('Zhanar');
});

test('shows speed, duration and balance while a text is typed', async ({ app }) => {
  await bringCues(app, [[0, 2000, 'Yes.']]);
  const { page } = app;
  await cueRow(page, 1).click();
  await page.keyboard.press('Enter');
  const figures = page.locator('.cue-editor__figures');
  await expect(figures).toContainText('2.0 of 20 characters a second');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('we have been waiting for this for a long time.');
  await expect(figures).toContainText('25.0 of 20 characters a second');
  await expect(figures.locator('.load--error')).toHaveCount(1);
  await expect(figures).toContainText('lines 8 % even');
  await picture(page, 'live-figures');
  await page.keyboard.press('ControlOrMeta+j');
  await expect(figures).toContainText('of 20 characters a second');
  await expect(figures).not.toContainText('lines 8 %');

  // A hard break stays when lines are balanced, also in the list, and is free again with the same key.
  const field = page.getByRole('textbox', { name: 'Text of the subtitle' });
  await field.fill('Yes we have been waiting.');
  for (let n = 0; n < ' we have been waiting.'.length; n++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(field).toHaveValue('Yes\nwe have been waiting.');
  await page.keyboard.press('ControlOrMeta+j');
  await expect(field).toHaveValue('Yes\nwe have been waiting.');
  await picture(page, 'hard-break-typed');
  await page.keyboard.press('Enter');
  const mark = cueRow(page, 1).getByRole('img', { name: 'Hard line break' });
  await expect(mark).toBeVisible();
  await picture(page, 'hard-break');
  await cueRow(page, 1).click();
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(mark).toBeHidden();
  await expect(page.getByText('Line breaks may move again when lines are laid anew.')).toBeVisible();
  await page.keyboard.press('b');
  await expect(cueRow(page, 1)).toContainText('Yes we');
});

test('a text of thousands of letters leaves the other rows in sight, and is typed in at its end', async ({
  app,
}) => {
  await bringCues(app, CUES);
  const { page } = app;
  const height = () => cueRow(page, 2).evaluate((row) => row.getBoundingClientRect().height);
  await cueRow(page, 2).click();
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Text of the subtitle' });
  await field.fill('A whole transcript was pasted here. '.repeat(140));
  await page.keyboard.type('The end');
  expect(await height()).toBeLessThan(320);
  await expect(cueRow(page, 2).locator('.cue-editor__figures')).toBeInViewport({ ratio: 1 });
  const shown = await field.evaluate((area) => {
    const [text, box] = [area.getBoundingClientRect(), area.parentElement?.getBoundingClientRect()];
    return box ? text.bottom - box.bottom : NaN;
  });
  expect(Math.abs(shown)).toBeLessThan(24);
  await page.keyboard.press('Enter');
  await expect(cueRow(page, 2).locator('.cue__words')).toBeVisible();
  expect(await height()).toBeLessThan(240);
  await expect(cueRow(page, 3)).toBeInViewport();
});

test('two clicks on a subtitle that is half out of sight open its text', async ({ app }) => {
  const many = Array.from({ length: 30 }, (_, n): PlainCue => [n * 3000, n * 3000 + 2500, `Line ${n}`]);
  await bringCues(app, many);
  const { page } = app;
  await cueRow(page, 2).click();
  const list = page.locator('.cues__scroller');
  await list.evaluate((element) => element.scrollTo({ top: 5 * 58 + 30 }));
  await expect(cueRow(page, 6)).toBeVisible();
  // The visible half of the row that the headings cover partly.
  const [box, header] = [
    await cueRow(page, 6).boundingBox(),
    await page.locator('.cues__header').boundingBox(),
  ];
  if (!box || !header) throw new Error('no row');
  const y = (Math.max(box.y, header.y + header.height) + box.y + box.height) / 2;
  const top = await list.evaluate((element) => element.scrollTop);
  await page.mouse.click(box.x + 200, y);
  await expect(cueRow(page, 6)).toHaveAttribute('aria-selected', 'true');
  // Nothing moves under the pointer between the two.
  expect(await list.evaluate((element) => element.scrollTop)).toBe(top);
  await page.mouse.dblclick(box.x + 200, y, { delay: 30 });
  await expect(page.getByRole('textbox', { name: 'Text of the subtitle' })).toBeVisible();
});

test('splits at the caret, by the key and from the palette', async ({ app }) => {
  await bringCues(app, CUES);
  const { page } = app;
  const field = page.getByRole('textbox', { name: 'Text of the subtitle' });
  const typeAtMiddle = async () => {
    await cueRow(page, 3).click();
    await page.keyboard.press('F2');
    await field.fill('We came home. They went.');
    for (let n = 0; n < 'They went.'.length; n += 1) await page.keyboard.press('ArrowLeft');
  };
  for (const split of [
    () => page.keyboard.press('ControlOrMeta+d'),
    () => command(page, 'Split the subtitle'),
  ]) {
    await typeAtMiddle();
    await split();
    await expect(cueRow(page, 4)).toContainText('They went.');
    await expect(cueRow(page, 3)).not.toContainText('They went.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(cueRow(page, 3)).toContainText('They went.');
  }
});
