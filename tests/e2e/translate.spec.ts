/** Languages beside the source, as a translator meets them. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app';
import { parallelUnits } from '../support/parallel';
import { cueRow } from '../support/person';
import { expectAccessible, picture } from '../support/screens';
import { projectOf, writeDeclaration } from '../support/translation-project';

async function inThemes(page: Page, name: string): Promise<void> {
  for (const theme of ['dark', 'light']) {
    await page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme);
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map((moving) => moving.finished)));
    await picture(page, `${name}-${theme}`);
    await test.step(`axe: ${name}`, () => expectAccessible(page, name));
  }
}

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
  await inThemes(page, 'translate-add');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();
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
  const { page } = app;
  page.setDefaultTimeout(20_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openDeclaration(page);
  await addLanguage(page, 'Arabic');

  // The first text is open; Enter saves and goes on.
  await expect(page.getByRole('textbox', { name: 'Text of the subtitle' })).toBeFocused();
  await page.keyboard.type('لكل شخص الحق في أن يلجأ');
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
  await inThemes(page, 'translate-beside');
});
