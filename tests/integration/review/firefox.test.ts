import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseReview } from '../../../shared/review/review-file';
import { cliPlace } from '../../support/cli';
import type { BrowserPage } from '../../support/browser-page';
import { findFirefox, startFirefox } from '../../support/firefox';
import { makeVideoPacket } from '../../support/video-packet';

const place = cliPlace();
const downloads = mkdtempSync(join(tmpdir(), 'outspoken-downloads-'));
let page: BrowserPage;
let url: string;

beforeAll(async () => {
  const binary = findFirefox();
  if (binary === null) throw new Error('Firefox is missing: sudo apt-get install firefox-esr');
  url = await makeVideoPacket(place);
  page = await startFirefox(binary, downloads);
});
afterAll(async () => {
  await page.close();
  place.remove();
  rmSync(downloads, { recursive: true, force: true });
});

it('a packet from the disk plays, keeps work and saves it in Firefox, by keys alone', async () => {
  await page.goto(url);
  await page.until('return document.querySelector("video")?.videoHeight === 180');
  await page.press('1j3');
  await page.until('return document.querySelectorAll("[data-verdict].card").length === 2');
  await page.press('p');
  await page.until('return document.querySelector("video").currentTime > 1.5');
  await page.until('return document.querySelector("video").paused');
  await page.press('s');
  await page.until('return document.activeElement.tagName === "TEXTAREA"');
  await page.run(
    `const field = document.activeElement;
     Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(field, "in women’s rights.");
     field.dispatchEvent(new Event("input", { bubbles: true }));
     field.blur();`,
  );
  // A comment that nobody added is kept when the page goes away under it.
  await page.press('c');
  await page.until('return document.activeElement.tagName === "TEXTAREA"');
  await page.press('Why');
  mkdirSync(join(import.meta.dirname, '..', '..', '..', 'test-results', 'screens'), { recursive: true });
  await page.picture(
    join(import.meta.dirname, '..', '..', '..', 'test-results', 'screens', 'packet-firefox.png'),
  );
  await page.goto(url);
  expect(await page.until('return document.querySelectorAll("[data-verdict].card").length')).toBe(2);
  await page.run(
    '[...document.querySelectorAll("button.main")].find((one) => one.textContent === "Save review").click()',
  );
  await page.until('return document.querySelector(".said").textContent');
  const name = await downloaded();
  const { review } = parseReview(readFileSync(join(downloads, name), 'utf8'), name);
  expect(review.notes.map(({ kind, target }) => [kind, target.id])).toEqual([
    ['judgement', 'c1'],
    ['judgement', 'c2'],
    ['suggestion', 'c2'],
    ['comment', 'c2'],
  ]);
  expect(review.notes.at(-1)).toMatchObject({ text: 'Why' });
});

async function downloaded(): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const name = readdirSync(downloads).find((one) => one.endsWith('.review.json'));
    if (name !== undefined && readFileSync(join(downloads, name)).length > 0) return name;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('nothing was saved');
}
