import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage } from '../../support/browser-page';
import { cliPlace } from '../../support/cli';
import { makeVideoPacket } from '../../support/video-packet';
import { findWebkit, startWebkit } from '../../support/webkit';

const browser = findWebkit();
const screens = join(import.meta.dirname, '..', '..', '..', 'test-results', 'screens');

// Debian has Safari's engine; where it is missing, Chromium and Firefox still look.
describe.skipIf(browser === null)('in the engine of Safari', () => {
  const place = cliPlace();
  let page: BrowserPage;
  let url: string;

  beforeAll(async () => {
    url = await makeVideoPacket(place);
    page = await startWebkit(browser ?? '');
  });
  afterAll(async () => {
    await page.close();
    place.remove();
  });

  it('a packet from the disk plays, is judged by keys alone, and keeps the work', async () => {
    await page.goto(url);
    await page.until('return document.querySelector("video")?.videoHeight === 180');
    await page.press('1j3');
    await page.until('return document.querySelectorAll("[data-verdict].card").length === 2');
    await page.press('p');
    await page.until('return document.querySelector("video").currentTime > 1.5');
    await page.until('return document.querySelector("video").paused');
    await page.press('c');
    await page.until('return document.activeElement.tagName === "TEXTAREA"');
    await page.press('Why');
    mkdirSync(screens, { recursive: true });
    await page.picture(join(screens, 'packet-webkit.png'));
    await page.goto(url);
    await page.until('return document.querySelectorAll("[data-verdict].card").length === 2');
    expect(await page.run('return document.querySelector("[aria-current]").textContent')).toContain('Why');
  });
});
