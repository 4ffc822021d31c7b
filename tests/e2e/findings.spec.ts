/** Quality checks as a person meets them: every rule of the table in the panel, walked through, filtered and mended. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { rules } from '../../shared/checks/check';
import { canFix } from '../../shared/checks/fixes/plan';
import { formatMessage } from '../../shared/messages/index';
import { expect, test } from '../support/app';
import { fontWith } from '../support/fonts';
import { cueRow } from '../support/person';
import type { FixtureProject } from '../support/rule-fixtures';
import { writeRuleProject } from '../support/rule-project';
import { lookAround } from '../support/screens';

const SHOT_RULES = ['shot-start', 'shot-end'];

const panel = (page: Page) => page.getByRole('region', { name: 'Findings' });

async function openRules(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open project…' }).click();
  await page.getByRole('option', { name: /^rules\.outspoken/ }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('button', { name: /findings$/ }).click();
  await expect(panel(page).locator('[data-rule]').first()).toBeVisible();
}

/** Chooses in one of the panel's menus; the option by the beginning of its name. */
async function choose(page: Page, menu: string, option: string): Promise<void> {
  await panel(page)
    .getByRole('button', { name: new RegExp(menu) })
    .click();
  await page.getByRole('option', { name: new RegExp(`^${option}`) }).click();
}

/** Every rule that the panel lists, by scrolling through it. */
async function listedRules(page: Page): Promise<Set<string>> {
  const seen = new Set<string>();
  const box = panel(page).locator('.findings__box');
  await box.evaluate((element) => element.scrollTo(0, 0));
  for (;;) {
    const rows = await box
      .locator('[data-rule]')
      .evaluateAll((all) => all.map((row) => row.getAttribute('data-rule')));
    for (const rule of rows) if (rule !== null) seen.add(rule);
    const isEnd = await box.evaluate((element) => {
      const before = element.scrollTop;
      element.scrollBy(0, element.clientHeight);
      return element.scrollTop === before;
    });
    if (isEnd) return seen;
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }
}

/** Shows a track, and waits until its own findings are there. */
async function showTrack(page: Page, tag: string): Promise<void> {
  await page.getByRole('radio', { name: tag }).click();
  await expect(panel(page).getByText('No subtitles to check yet')).toBeHidden();
  await expect(panel(page).locator('[data-rule]').first()).toBeVisible();
}

/** Waits until the words were looked up: findings of spelling come after the others, and into the midst of them. */
async function spellingIsKnown(page: Page): Promise<void> {
  await choose(page, 'Kind', 'Spelling');
  await choose(page, 'Kind', 'All kinds');
}

/** Before anybody looked for shot changes the panel says that it could not check their rules. */
async function findShots(page: Page): Promise<void> {
  const unchecked = panel(page).locator('[data-unchecked^="shot-"]');
  await expect(unchecked).toHaveCount(SHOT_RULES.length);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('shot changes');
  await page.getByRole('option', { name: /Find shot changes/ }).click();
  await expect(unchecked).toHaveCount(0);
}

/** Letters as dark as the picture: measured when asked, found, mended by a box, and measured again by itself. */
async function contrast(page: Page): Promise<void> {
  // Nothing else is wrong in this track.
  await page.getByRole('radio', { name: 'Italian' }).click();
  const unchecked = panel(page).locator('[data-unchecked="contrast"]');
  await expect(unchecked).toContainText('has not been looked at');
  await unchecked.getByRole('button', { name: 'Measure' }).click();
  const finding = panel(page).locator('[data-rule="contrast"]');
  await expect(finding).toContainText(/contrast [12](\.\d)?:1, at least 4.5:1/);
  await expect(finding).toHaveCount(1);
  await expect(unchecked).toHaveCount(0);
  await finding.getByRole('button', { name: /^Fix/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Fix: Contrast with the picture' });
  await expect(dialog.getByRole('radio')).toHaveCount(1);
  await lookAround(page, 'findings-contrast');
  await dialog.getByRole('button', { name: 'Change the style' }).click();
  await expect(dialog).toBeHidden();
  // What was measured says nothing of the new style; a little film is measured again unasked.
  await expect(finding).toHaveCount(0);
  await expect(unchecked).toHaveCount(0, { timeout: 30_000 });
  await page.keyboard.press('ControlOrMeta+z');
  await expect(finding).toHaveCount(1);
}

/** A letter that no font has: one installed on this computer is proposed, copied to the campaign, and draws it from then on. */
async function missingLetter(page: Page): Promise<void> {
  await choose(page, 'Kind', 'Letters without a font');
  const count = panel(page).getByRole('status');
  await expect(count).toHaveText(/^1 of /);
  await panel(page)
    .getByRole('button', { name: /^Fix “Letters/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Fix: Letters without a font' });
  await dialog.getByRole('radio', { name: /Flag Sans/ }).check({ force: true });
  await lookAround(page, 'findings-font');
  await dialog.getByRole('button', { name: 'Use this font' }).click();
  await expect(count).toHaveText(/^0 of /);
  await choose(page, 'Kind', 'All kinds');
}

async function everyRule(page: Page): Promise<void> {
  const found = new Set<string>();
  const tabs = page.getByRole('radiogroup', { name: 'Languages' }).getByRole('radio');
  for (let n = 0; n < (await tabs.count()); n++) {
    await tabs.nth(n).click();
    await expect(panel(page).locator('[data-rule]').first()).toBeVisible();
    // The glossary is read meanwhile, as words are looked up.
    if (/^ru/i.test((await tabs.nth(n).textContent()) ?? '')) {
      await choose(page, 'Kind', 'Agreed term missing');
      await choose(page, 'Kind', 'All kinds');
    }
    for (const rule of await listedRules(page)) found.add(rule);
  }
  const names = rules.map(({ name }) => name);
  expect(names.filter((name) => !found.has(name))).toEqual([]);
}

/** The walk by key leads to a cue that the list shows as selected and marked. */
async function walk(page: Page): Promise<void> {
  await spellingIsKnown(page);
  await page.keyboard.press('F7');
  const current = panel(page).locator('.finding--current');
  await expect(current).toBeInViewport();
  const number = Number(await current.locator('.finding__place span').first().textContent());
  const row = cueRow(page, number);
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await expect(row.locator('.mark--error, .mark--warning')).toBeVisible();
  const first = await current.textContent();
  await page.keyboard.press('F7');
  await expect.poll(() => current.textContent()).not.toBe(first);
  await page.keyboard.press('Shift+F7');
  await expect.poll(() => current.textContent()).toBe(first);
}

const countOf = async (count: Locator) => Number(/^\d+/.exec((await count.textContent()) ?? '')?.[0] ?? 0);

/** Mends all of one kind after a look at what would change, and takes it back as one step. */
async function fixAll(page: Page): Promise<void> {
  await choose(page, 'Kind', 'Ellipsis');
  const count = panel(page).getByRole('status');
  await expect(count).toHaveText(/^1 of /);
  await panel(page)
    .getByRole('button', { name: /^Fix all/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Fix: Ellipsis' });
  await expect(dialog.getByRole('cell', { name: 'We came...', exact: true })).toBeVisible();
  await expect(dialog.getByRole('cell', { name: 'We came…', exact: true })).toBeVisible();
  await lookAround(page, 'findings-fix');
  await dialog.getByRole('button', { name: 'Fix it' }).click();
  await expect(count).toHaveText(/^0 of /);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(count).toHaveText(/^1 of /);
  await choose(page, 'Kind', 'All kinds');
}

/** Everything that can be mended is, kind by kind; what the dialogs said they leave is what the check then finds. */
async function fixEverything(page: Page): Promise<void> {
  const count = panel(page).getByRole('status');
  let mended = 0;
  for (const { name } of rules.filter((rule) => canFix(rule.name))) {
    const title = formatMessage(`rule.${name}`);
    await panel(page).getByRole('button', { name: /Kind/ }).click();
    const option = page.getByRole('option', { name: new RegExp(`^${title} \\(`) });
    if ((await option.count()) === 0) {
      // Broken in a track of its own, or mended together with another kind.
      await page.keyboard.press('Escape');
      continue;
    }
    await option.click();
    await panel(page)
      .getByRole('button', { name: /^Fix all/ })
      .click();
    const dialog = page.getByRole('dialog', { name: `Fix: ${title}` });
    const lead = (await dialog.locator('.dialog__lead').textContent()) ?? '';
    const left = /One finding takes/.test(lead) ? 1 : Number(/(\d+) findings take/.exec(lead)?.[1] ?? 0);
    // Where nothing can be mended, the dialog says so and offers nothing.
    const canMend = !/^Nothing can be fixed/.test(lead);
    if (canMend) mended++;
    await dialog.getByRole('button', { name: canMend ? /^Fix( it| \d+ subtitles)$/ : 'Cancel' }).click();
    await expect(dialog).toBeHidden();
    await expect.poll(() => countOf(count), { message: name }).toBe(left);
  }
  // Most rules are broken in this track; without mending anything this test would say nothing.
  expect(mended).toBeGreaterThan(12);
  await choose(page, 'Kind', 'All kinds');
}

test('every rule is found on the screen, walked to, explained and mended', async ({ app }) => {
  test.setTimeout(180_000);
  const made: FixtureProject = await writeRuleProject(app.folder);
  expect(made.placed.length).toBeGreaterThan(rules.length);
  const fonts = join(app.folder, '.local/share/fonts');
  mkdirSync(fonts, { recursive: true });
  writeFileSync(join(fonts, 'flag.ttf'), fontWith('🏳', 'Flag Sans'));
  const { page } = app;
  page.setDefaultTimeout(20_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openRules(page);
  await findShots(page);
  await contrast(page);
  await everyRule(page);
  await showTrack(page, 'English, spoken language');
  await walk(page);
  await lookAround(page, 'findings');
  await missingLetter(page);
  await fixAll(page);
  await fixEverything(page);
  await lookAround(page, 'findings-fixed');
});
