/** What is being typed and where the focus is, when something comes between. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/app';
import { bringCues, type PlainCue } from '../support/cues';
import { cueRow } from '../support/person';

const CUES: readonly PlainCue[] = Array.from({ length: 40 }, (_, n) => [
  n * 2000,
  n * 2000 + 1500,
  `This is line ${n + 1}.`,
]);

test('what is being typed survives scrolling, dialogs, saving and a reload', async ({ app }) => {
  await bringCues(app, CUES);
  const { page } = app;
  const grid = page.getByRole('grid', { name: 'Subtitles' });
  await page.keyboard.press('ControlOrMeta+s');
  await page.getByRole('textbox', { name: 'File name' }).fill('typing');
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  // A double click beside a short text opens it too.
  const cell = cueRow(page, 2).getByRole('gridcell').nth(2);
  const box = await cell.boundingBox();
  await cell.dblclick({ position: { x: (box?.width ?? 0) - 4, y: 4 } });
  await page.keyboard.type(' Scrolled.');
  await grid.hover();
  await page.mouse.wheel(0, 2000);
  await expect(cueRow(page, 38)).toBeVisible();
  await page.keyboard.type(' Typed on.');
  await page.keyboard.press('ControlOrMeta+s');
  await expect
    .poll(() => readFileSync(join(app.folder, 'typing.outspoken'), 'utf8'))
    .toContain('This is line 2. Scrolled. Typed on.');

  // The field closes for the dialog, so the list has the focus afterwards.
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();

  const paragraph = page.getByRole('listitem').first();
  await paragraph.dblclick();
  const field = page.getByRole('textbox', { name: 'Text of the paragraph' });
  await field.press('End');
  await page.keyboard.type(' Spoken.');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.getByRole('button', { name: /typing.outspoken/ }).click();
  await expect(cueRow(page, 2)).toContainText('Scrolled. Typed on.');
  await expect(page.getByRole('listitem').first()).toContainText('Spoken.');
});

test('what is typed in a dialog is not lost by leaving it', async ({ app }) => {
  await bringCues(app, CUES.slice(0, 2));
  const { page } = app;
  await page.keyboard.press('ControlOrMeta+s');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  // While it is being saved there is still a dialog, over which the palette does not open.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const run = async (command: string) => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Search or command' }).fill(command);
    await page.getByRole('option', { name: command }).click();
  };

  await run('Title and language…');
  const details = page.getByRole('dialog');
  await details.getByRole('textbox', { name: 'Title' }).fill('Amina');
  await page.keyboard.press('Escape');
  await expect(details.getByRole('alert')).toHaveText('What you did here is not kept yet.');
  await page.keyboard.press('Escape');
  await expect(details.getByRole('alert')).toHaveCount(0);
  await expect(details.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['Somebody: Hello.'], 'talk.txt'));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  });
  await expect(page.getByText('“talk.txt” was not taken')).toBeVisible();
  await expect(details.getByRole('textbox', { name: 'Title' })).toHaveValue('Amina');
  await page.mouse.click(5, 300);
  await details.getByRole('button', { name: 'Close without keeping it' }).click();
  await expect(details).toBeHidden();

  // Names are a matter of safety: every way out keeps them, and a second click makes no second name.
  await run('Do-not-name list of the campaign…');
  const names = page.getByRole('dialog', { name: 'Do-not-name list' });
  await names.getByRole('button', { name: 'Add a name' }).click();
  await names.getByRole('textbox', { name: 'Name' }).fill('Zhanar');
  await names.getByRole('button', { name: 'Add a name' }).click();
  await expect(names.getByRole('textbox', { name: 'Name' })).toHaveValue('');
  await names.getByRole('textbox', { name: 'Name' }).fill('Erkin');
  await names.getByRole('button', { name: 'Add to the list' }).dblclick();
  await names.getByRole('button', { name: 'Add a name' }).click();
  await names.getByRole('textbox', { name: 'Name' }).fill('Dana');
  await page.keyboard.press('Escape');
  await expect(names).toBeHidden();
  const list = () => readFileSync(join(app.folder, 'do-not-name.csv'), 'utf8');
  await expect.poll(() => list().match(/Zhanar|Erkin|Dana/g)).toEqual(['Zhanar', 'Erkin', 'Dana']);
});
