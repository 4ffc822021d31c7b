import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeProjectFile } from '../../../shared/formats/project/write';
import type { BrowserPage } from '../../support/browser-page';
import { cliPlace } from '../../support/cli';
import { footage } from '../../support/media';
import { sampleProject } from '../../support/sample-project';
import { findWebkit, startWebkit } from '../../support/webkit';
import { withFootage } from '../../support/with-footage';

const browser = findWebkit();
const screens = join(import.meta.dirname, '..', '..', '..', 'test-results', 'screens');

// Debian has Safari's engine; where it is missing, Chromium and Firefox still look.
describe.skipIf(browser === null)('in the engine of Safari', () => {
  const place = cliPlace();
  let page: BrowserPage;

  beforeAll(async () => {
    const project = await withFootage(sampleProject(), footage(), place.folder);
    writeFileSync(
      join(place.folder, 'p.outspoken'),
      writeProjectFile({ project, savedSeq: 0, savedEntry: null, extra: {} }),
    );
    const options = ['-o', 'p.html', '--media', 'video', '--height', '180'];
    expect(await place.run(['packet', 'p.outspoken', ...options])).toMatchObject({ code: 0 });
    page = await startWebkit(browser ?? '');
  });
  afterAll(async () => {
    await page.close();
    place.remove();
  });

  it('a packet from the disk plays, is judged by keys alone, and keeps the work', async () => {
    const url = pathToFileURL(join(place.folder, 'p.html')).href;
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
