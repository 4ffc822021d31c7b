import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const Violations = z.array(
  z.object({
    id: z.string(),
    impact: z.string().nullable(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
);

/** Waits until what was changed is drawn and no colour or place is on its way; what moves without end does not count. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await drawn();
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime ?? Infinity));
    await Promise.allSettled(ending.map(({ finished }) => finished));
    await drawn();
  });
}

export type Theme = 'light' | 'dark' | 'contrast';

/** Puts the screen into a theme, and waits until it is all there: a colour half way to another is of neither. */
export async function inTheme(page: Page, theme: Theme): Promise<void> {
  await page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme);
  await settled(page);
}

/** Keeps a picture of the screen under `test-results/screens/` for a person to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({
    path: join(import.meta.dirname, '..', '..', 'test-results', 'screens', `${name}.png`),
  });
}

/** Fails when axe-core finds anything serious or critical on the screen as it is. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await settled(page);
  await page.evaluate(axe);
  const found = Violations.parse(
    await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: unknown[] }> } };
      return (await axe.run()).violations;
    }),
  );
  const serious = found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary = '' }) => `${html.slice(0, 200)} ${failureSummary}`).join(' | ')}`,
    );
  expect(serious, `axe on ${screen}`).toEqual([]);
}

/** Keeps a picture of the screen and has axe look at it. */
export async function look(page: Page, name: string): Promise<void> {
  await settled(page);
  await picture(page, name);
  await test.step(`axe: ${name}`, () => expectAccessible(page, name));
}

/** Looks at the screen in both themes without leaving it (a dialog would close for the settings); it is left in the dark one. */
export async function lookAround(page: Page, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await inTheme(page, theme);
    await look(page, `${name}-${theme}`);
  }
}

/** Fails where something sticks out at the side. */
export async function expectWithin(page: Page, screen: string): Promise<void> {
  const out = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const beyond = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < 0 || right > clientWidth);
    });
    return [`${scrollWidth}`, ...beyond.map((element) => element.outerHTML.slice(0, 120))];
  });
  expect(out, `what sticks out of ${screen}`).toEqual([]);
}
