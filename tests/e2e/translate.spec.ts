/** Languages beside the source, as a translator meets them. */
import type { Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { writeTmx } from '../../shared/translation/memory/tmx';
import { expect, test } from '../support/app';
import { parallelUnits } from '../support/parallel';
import { cueRow } from '../support/person';
import { lookAround } from '../support/screens';
import { projectOf, writeDeclaration } from '../support/translation-project';

async function openDeclaration(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open project…' }).click();
  await page.getByRole('option', { name: /^declaration\.outspoken/ }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(cueRow(page, 1)).toBeVisible();
}

async function addLanguage(page: Page, language: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a language' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a language' });
  await dialog.getByRole('combobox', { name: 'Translate into' }).fill(language);
  await page
    .getByRole('option', { name: new RegExp(`^${language}`) })
    .first()
    .click();
  await lookAround(page, 'translate-add');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Another text is about to be placed, and is stopped: the dialog is as it was, and nothing came of it. */
async function cancelPlacing(page: Page, before: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Place a translation' });
  const field = dialog.getByRole('textbox', { name: 'Translation' });
  let ask = () => undefined as void;
  const held = new Promise<void>((resolve) => (ask = resolve));
  await page.route('**/api/call', async (route) => {
    if (route.request().postData()?.includes('"translation.place"')) await held;
    await route.continue();
  });
  await field.fill(`${before} زيادة.`);
  await dialog.getByRole('button', { name: 'Place it' }).click();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  ask();
  await expect(dialog.getByRole('button', { name: 'Place it' })).toBeEnabled();
  await expect(dialog.getByRole('alert')).toBeEmpty();
  await expect(field).toHaveValue(`${before} زيادة.`);
  await page.unroute('**/api/call');
  await field.fill(before);
}

test('a translator writes beside the source', async ({ app }) => {
  const units = parallelUnits('en', 'ar').slice(0, 12);
  await writeDeclaration(
    app.folder,
    projectOf(
      units.map(({ source }) => source),
      'en',
    ),
  );
  // A memory and a glossary that somebody dropped beside the project.
  const like = 'All human beings are born free and equal in rights.';
  writeFileSync(
    join(app.folder, 'campaign.tmx'),
    writeTmx([{ source: like, target: 'يولد جميع الناس أحرارا' }], 'en', 'ar'),
  );
  writeFileSync(join(app.folder, 'glossary.csv'), 'en,ar\nhuman beings,الناس\n');
  writeFileSync(
    join(app.folder, 'legacy.txt'),
    iconv.encode(units.map(({ target }) => target).join('\r\n'), 'windows-1256'),
  );
  const { page } = app;
  page.setDefaultTimeout(20_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openDeclaration(page);
  await addLanguage(page, 'Arabic');

  const help = page.getByRole('region', { name: 'Memory and glossary' });
  await expect(help).toContainText('يولد جميع الناس أحرارا');
  await expect(help).toContainText('human beings');

  // The first text is open; Enter saves and goes on.
  await expect(page.getByRole('textbox', { name: 'Text of the subtitle' })).toBeFocused();
  await page.keyboard.type('لكل شخص الحق في أن يلجأ');
  await page.keyboard.press('ControlOrMeta+Alt+g');
  await expect(page.getByRole('textbox', { name: 'Text of the subtitle' })).toHaveValue(/يلجأ الناس$/u);
  await page.keyboard.press('Enter');
  await page.keyboard.type('إلى المحاكم الوطنية');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(cueRow(page, 1)).toContainText('لكل شخص');
  await expect(page.getByRole('group', { name: 'Translation' })).toContainText('2 of');
  await page
    .getByRole('combobox', { name: 'Subtitles over the picture' })
    .selectOption('Source and translation');
  await cueRow(page, 1).click();
  await lookAround(page, 'translate-beside');

  // A whole translation: one sentence short, one of the translator's own.
  await page.getByRole('button', { name: 'Place a text' }).click();
  const dialog = page.getByRole('dialog', { name: 'Place a translation' });
  const targets = units.map(({ target }) => target);
  const text = [
    ...targets.slice(0, 4),
    'هذه جملة أضافها المترجم عن الطقس في الجبال.',
    ...targets.slice(5),
  ].join(' ');
  await dialog.getByRole('textbox', { name: 'Translation' }).fill(text);
  await lookAround(page, 'translate-place');
  await dialog.getByRole('button', { name: 'Place it' }).click();
  const bench = page.getByRole('dialog', { name: 'Where the translation was placed' });
  const row = (n: number) => bench.getByRole('row').nth(n - 1);
  await expect(row(1)).toContainText(targets[0]?.split(' ')[0] ?? '');
  await bench.getByRole('button', { name: 'Back' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Translation' })).toHaveValue(text);
  // Electron's calls cannot be held back from here.
  if (process.env.OUTSPOKEN_ELECTRON === undefined) await cancelPlacing(page, text);
  await dialog.getByRole('button', { name: /^Choose a/ }).click();
  await page.getByRole('option', { name: /^legacy\.txt/ }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await dialog.getByRole('button', { name: 'Place it' }).click();
  await expect(row(1)).toContainText(targets[0]?.split(' ')[0] ?? '');
  await bench.getByRole('button', { name: /^Text encoding|windows-1256/ }).click();
  await page.getByRole('option', { name: /^windows-1251/ }).click();
  await expect(row(1)).not.toContainText(targets[0]?.split(' ')[0] ?? '');
  await lookAround(page, 'translate-encoding');
  await bench.getByRole('button', { name: 'Back' }).click();
  await dialog.getByRole('button', { name: 'Paste instead' }).click();
  await dialog.getByRole('button', { name: 'Place it' }).click();
  await bench.getByRole('grid').focus();
  await page.keyboard.press('F7');
  await lookAround(page, 'translate-bench');
  const before = await row(2).textContent();
  await row(2).click();
  await bench.getByRole('grid').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(row(2)).not.toHaveText(before ?? '');
  // Closed by mistake, or gone back to the text: what was moved is as it was left.
  await page.keyboard.press('Escape');
  await expect(bench).toBeHidden();
  await page.getByRole('button', { name: 'Place a text' }).click();
  await bench.getByRole('button', { name: 'Back' }).click();
  await dialog.getByRole('button', { name: 'Place it' }).click();
  await expect(row(2)).not.toHaveText(before ?? '');
  await bench.getByRole('grid').focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(row(2)).toHaveText(before ?? '');
  // By mouse: the first word of the second row on to the first one.
  await row(2).locator('.bench__word').first().dragTo(row(1));
  await expect(row(2)).not.toHaveText(before ?? '');
  await bench.getByRole('button', { name: /^Put on the subtitles/ }).click();
  await expect(bench).toBeHidden();
  await expect(cueRow(page, 1)).toContainText(targets[0]?.split(' ')[0] ?? '');
  await lookAround(page, 'translate-placed');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('group', { name: 'Translation' })).toContainText('2 of');

  // A correction of the source marks its translation; one key settles it, another opens it.
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await page.getByRole('button', { name: 'Source locked' }).click();
  await cueRow(page, 2).getByText('They are endowed').dblclick();
  await page.getByRole('textbox', { name: 'Source text' }).fill('They are all endowed');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  const card = page.getByRole('region', { name: 'Changed upstream' });
  await expect(card).toContainText('1 subtitle');
  await page.getByRole('grid', { name: 'Subtitles' }).focus();
  await page.keyboard.press('ControlOrMeta+F7');
  await expect(card.getByRole('deletion').first()).toContainText('with reason');
  await lookAround(page, 'translate-stale');
  await page.keyboard.press('c');
  await expect(card).toBeHidden();
});

test('what memory and glossary say does not cover the subtitle they are about, and follows what is typed', async ({
  app,
}) => {
  const { page, folder } = app;
  page.setDefaultTimeout(20_000);
  const lines = Array.from({ length: 20 }, (_, n) => `Sentence ${n + 1} is about an activist.`);
  await writeDeclaration(folder, projectOf(lines, 'en'));
  const known = lines.map((source, n) => ({ source, target: `${n + 1}-сөйлем, белсенді туралы.` }));
  writeFileSync(join(folder, 'campaign.tmx'), writeTmx(known, 'en', 'kk'));
  writeFileSync(join(folder, 'glossary.csv'), 'en,kk\nactivist,белсенді|!активист\n');
  await openDeclaration(page);
  await addLanguage(page, 'Kazakh');
  await page.keyboard.press('Escape');
  const help = page.getByRole('region', { name: 'Memory and glossary' });
  const grid = page.getByRole('grid', { name: 'Subtitles' });
  await grid.focus();
  for (let n = 1; n < 12; n += 1) await page.keyboard.press('ArrowDown');
  await expect(help).toContainText('12-сөйлем');
  await expect(cueRow(page, 12)).toBeInViewport({ ratio: 0.99 });
  await page.keyboard.press('F2');
  await page.keyboard.type('Активистер');
  await expect(help).toContainText('do not write: активист');
});

/** As in a terminal: `outspoken translate use -- PROGRAM ARGUMENT…`. */
function nameTranslator(home: string, command: readonly string[]): void {
  execFileSync(process.execPath, ['build/outspoken.mjs', 'translate', 'use', '--', ...command], {
    env: { ...process.env, OUTSPOKEN_HOME: home },
  });
}

test('a program of the person’s own drafts; people read it', async ({ app }) => {
  const { page, folder } = app;
  page.setDefaultTimeout(20_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await writeDeclaration(folder, projectOf(['We met in March.', 'It was cold.', 'He left us.'], 'en'));
  const program = join(folder, 'my-translator.cjs');
  const answering = `
    process.stderr.write('model loaded\\n');
    require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
      const { id, text } = JSON.parse(line);
      console.log(JSON.stringify({ id, text: process.argv[2] + ': ' + text }));
    });`;
  writeFileSync(program, answering);
  await openDeclaration(page);
  await addLanguage(page, 'Kazakh');
  await page.keyboard.type('Біз кездестік.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');

  const fromPalette = async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: /command/i }).fill('Machine translation by');
    await page.keyboard.press('Enter');
  };
  const dialog = page.getByRole('dialog', { name: 'Machine translation' });
  await fromPalette();
  await expect(dialog).toContainText('no program set');
  await dialog.getByRole('button', { name: 'Open Settings' }).click();
  await expect(page.getByRole('heading', { name: 'Translation program' })).toBeInViewport();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  // In the window the system's own box would ask.
  if (process.env.OUTSPOKEN_ELECTRON === undefined)
    await expect(settings).toContainText('outspoken translate use --');
  await lookAround(page, 'translator-setting');
  // What a person types in a terminal while the app is open counts at once.
  nameTranslator(app.home, [process.execPath, program, '{target}']);
  await settings.getByRole('button', { name: 'Done' }).click();

  await fromPalette();
  await lookAround(page, 'machine-ask');
  await dialog.getByRole('button', { name: 'Draft 2 subtitles' }).click();
  await expect(dialog).toContainText('2 drafts came back');
  await expect(dialog).toContainText('model loaded');
  await lookAround(page, 'machine-done');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(cueRow(page, 1)).toContainText('Біз кездестік.');
  await expect(cueRow(page, 2)).toContainText('kk: It was cold.');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: /command/i }).fill('Export memory');
  await page.keyboard.press('Enter');
  const exporting = page.getByRole('dialog', { name: 'Export memory or glossary' });
  await lookAround(page, 'memory-export');
  await exporting.getByRole('button', { name: 'Save as…' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Declaration.tmx: 1 entry')).toBeVisible();
  expect(readFileSync(join(folder, 'Declaration.tmx'), 'utf8')).toContain('Біз кездестік.');
  const card = page.getByRole('region', { name: 'Machine drafts' });
  await expect(card).toContainText('2 machine drafts');
  await cueRow(page, 2).click();
  await expect(
    cueRow(page, 2)
      .getByRole('img', { name: /read by nobody yet/ })
      .first(),
  ).toBeVisible();
  await lookAround(page, 'machine-drafts');
  await page.keyboard.press('c');
  await expect(card).toContainText('1 machine draft');

  // One translation for two subtitles: linked by hand, shown, and taken back.
  await cueRow(page, 2).click();
  await page.keyboard.press('ControlOrMeta+Alt+k');
  const links = page.getByRole('dialog', { name: 'What does this translate?' });
  await links.getByRole('checkbox', { name: /He left us/ }).click({ force: true });
  await lookAround(page, 'translate-links');
  await links.getByRole('button', { name: 'Belongs to these 2' }).click();
  await expect(cueRow(page, 2)).toContainText('Renders 2 source subtitles');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cueRow(page, 2)).not.toContainText('Renders 2');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cueRow(page, 2)).not.toContainText('kk:');

  // A program that hangs is cancelled, and nothing has changed.
  writeFileSync(program, 'setInterval(() => {}, 1000)');
  await fromPalette();
  await dialog.getByRole('button', { name: 'Draft 2 subtitles' }).click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByRole('button', { name: 'Draft 2 subtitles' })).toBeVisible();
  writeFileSync(program, 'console.error("no model here"); process.exit(1)');
  await dialog.getByRole('button', { name: 'Draft 2 subtitles' }).click();
  await expect(dialog.getByRole('alert')).toContainText('no model here');
  await lookAround(page, 'machine-failed');
});
