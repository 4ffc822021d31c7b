/** Bench: from choosing a project of 5,000 cues to a list that answers a key, in the browser, against a project of 5 cues. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectOf } from './editor/project.mjs';
import { launchBrowser, serve, stop } from './editor/web-host.mjs';

const ROUNDS = 5;

/** Milliseconds from “Open” to the list answering the arrow key. */
async function openOnce(page, name) {
  await page.getByRole('button', { name: 'Open project…' }).click();
  await page.getByRole('option', { name }).click();
  const start = performance.now();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('row', { name: /^1 / }).click();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('row', { name: /^2 /, selected: true }).waitFor();
  const took = performance.now() - start;
  await page.getByRole('button', { name: /Project menu/ }).click();
  await page.getByRole('menuitem', { name: /Close/ }).click();
  return took;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Medians of five by turns, and their ratio. */
export async function bench() {
  const home = mkdtempSync(join(tmpdir(), 'outspoken-bench-open-'));
  for (const count of [5, 5000])
    writeFileSync(join(home, `cues-${count}.outspoken`), JSON.stringify(projectOf(count)));
  const { server, address } = await serve(home);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(address);
    const [small, large] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      small.push(await openOnce(page, /^cues-5\.outspoken/));
      large.push(await openOnce(page, /^cues-5000/));
    }
    const [smallMs, largeMs] = [median(small), median(large)];
    console.log(
      `open: 5,000 cues interactive in ${largeMs.toFixed(0)} ms, ${(largeMs / smallMs).toFixed(2)} × 5 cues (${smallMs.toFixed(0)} ms)`,
    );
    return { name: 'open', smallMs, largeMs, ratio: largeMs / smallMs };
  } finally {
    await browser.close();
    await stop(server);
    rmSync(home, { recursive: true, force: true });
  }
}
