/**
 * Bench: typing into the middle of 10,000 subtitles in Debian's Chromium, with rests in which checks and spelling run. For each
 * key: `letter` is from the press to the letter in its field with every handler done; `screen` is from the press until a message
 * sent by the frame that paints it arrives, so with waiting for the display's turn and for whatever the browser puts before
 * messages after a key; `key and frame` is what Chromium's trace says that the key's task and that frame took.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectOf } from './editor/project.mjs';
import { percentile, spread, traceMainThread } from './editor/main-thread.mjs';
import { launchBrowser, serve, stop } from './editor/web-host.mjs';

const CUES = 10_000;
const KEYS = 300;
/** A fast typist's pause between two letters, ms. */
const BETWEEN_MS = 70;
/** Long enough for the checks (250 ms) and the dictionary (300 ms) to begin. */
const REST_MS = 700;
const REST_EVERY = 12;

/** In the page: notes of each key press when its letter stood there and when it had been painted. */
function watch() {
  const notes = [];
  window.typingNotes = notes;
  window.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      const note = { letter: 0, screen: 0 };
      const field = document.activeElement;
      field?.addEventListener(
        'input',
        () => {
          // Behind every other listener of this event, React's included.
          queueMicrotask(() => (note.letter = performance.now() - timeStamp));
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
              note.screen = performance.now() - timeStamp;
              notes.push(note);
            };
            port2.postMessage(null);
          });
        },
        { once: true },
      );
    },
    { capture: true },
  );
}

/** With a misspelt word, so that marks are drawn too. */
const TEXT = 'womens rights are humann rights and we recieved them ';

async function type(page) {
  for (let n = 0; n < KEYS; n++) {
    await page.keyboard.press(TEXT[n % TEXT.length] === ' ' ? 'Space' : TEXT[n % TEXT.length]);
    await page.waitForTimeout(n % REST_EVERY === REST_EVERY - 1 ? REST_MS : BETWEEN_MS);
  }
}

export async function bench() {
  const home = mkdtempSync(join(tmpdir(), 'outspoken-bench-typing-'));
  writeFileSync(join(home, 'typing.outspoken'), JSON.stringify(projectOf(CUES)));
  const { server, address } = await serve(home);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(address);
    await page.getByRole('button', { name: 'Open project…' }).click();
    await page.getByRole('option', { name: /^typing/ }).click();
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('row', { name: /^1 / }).click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.press('End');
    for (let n = 0; n < CUES / 2; n += 1000) await page.keyboard.press('PageUp');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Text of the subtitle' }).waitFor();
    await page.waitForTimeout(3000);
    await page.evaluate(watch);
    const { tasksCpuMs, keysMs, keysCpuMs } = await traceMainThread(browser, page, () => type(page));
    const notes = await page.evaluate(() => window.typingNotes);
    console.log(`typing, 10,000 cues, ${notes.length} keys, ms: p50 / p95 / p99 / most`);
    for (const part of ['letter', 'screen'])
      console.log(`  ${part}: ${spread(notes.map((note) => note[part]))}`);
    const work = keysMs.map(({ letter, frame }) => letter + frame);
    console.log(`  key and frame: ${spread(work)} (goal: p95 under 16)`);
    const cpuWork = keysCpuMs.map(({ letter, frame }) => letter + frame);
    console.log(`  the same in processor time, which other programs do not lengthen: ${spread(cpuWork)}`);
    const cpu = tasksCpuMs.reduce((sum, ms) => sum + ms, 0) / KEYS;
    console.log(`  processor time of the main thread: ${cpu.toFixed(1)} a key with all that follows it`);
    console.log(`  its tasks: ${spread(tasksCpuMs)}`);
    return { name: 'typing', p95: percentile(work, 0.95) };
  } finally {
    await browser.close();
    await stop(server);
    rmSync(home, { recursive: true, force: true });
  }
}
