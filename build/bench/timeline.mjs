/**
 * Bench: the editor under a hand, in Chromium without a screen, over three hours of footage: what panning, zooming and playing
 * cost at 100, 1,000 and 10,000 cues, taking back a shift of 10,000 cues, and memory after long work.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprint, makeFootage } from './editor/footage.mjs';
import { percentile, spread, traceMainThread } from './editor/main-thread.mjs';
import { projectOf } from './editor/project.mjs';
import { launchBrowser, serve, stop } from './editor/web-host.mjs';

const MINUTES = 180;
const COUNTS = process.env['BENCH_COUNTS']
  ? process.env['BENCH_COUNTS'].split(',').map(Number)
  : [100, 1000, 10_000];
/** A minute at each size: a quarter of it panning, zooming, dragging a cue, playing. */
const PART_MS = Number(process.env['BENCH_PART_MS'] ?? 15_000);
/** Nothing may keep the main thread longer while somebody works. */
const LIMIT_MS = 8;
/** A person does one thing every three seconds: five minutes, and an hour. */
const ROUNDS = { early: 100, late: 1200 };
const UNDO_ROUNDS = 7;

/** Turns the wheel over the timeline at the display's rate. Runs in the page. */
async function wheelFor({ ms, isZoom }) {
  const canvas = document.querySelector('.timeline__canvas');
  const box = canvas.getBoundingClientRect();
  const intervals = [];
  const started = performance.now();
  let last = started;
  let frame = 0;
  while (last - started < ms) {
    const now = await new Promise((next) => requestAnimationFrame(next));
    intervals.push(now - last);
    last = now;
    frame += 1;
    // Back and forth, so that the view never rests at an end of the film.
    const swing = Math.sin((frame / (isZoom ? 90 : 120)) * Math.PI);
    const at = { clientX: box.left + box.width * (0.5 + 0.4 * Math.sin(frame / 50)), clientY: box.top + 60 };
    canvas.dispatchEvent(
      new WheelEvent('wheel', {
        deltaY: 60 * swing,
        ctrlKey: isZoom,
        cancelable: true,
        bubbles: true,
        ...at,
      }),
    );
  }
  return intervals.slice(2);
}

/** Counts frames while the film plays. Runs in the page. */
async function watchFor({ ms }) {
  const intervals = [];
  const started = performance.now();
  let last = started;
  while (last - started < ms) {
    const now = await new Promise((next) => requestAnimationFrame(next));
    intervals.push(now - last);
    last = now;
  }
  return intervals.slice(2);
}

async function openProject(page, address, name) {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open project…' }).click();
  await page.getByRole('option', { name }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('row', { name: /^1 / }).waitFor();
  await page.locator('[data-frames=true]').waitFor({ timeout: 300_000 });
  await page.getByText('Drawing the sound').waitFor({ state: 'detached', timeout: 300_000 });
  // Findings and subtitles settle.
  await page.waitForTimeout(2000);
}

async function closeProject(page) {
  await page.getByRole('button', { name: /Project menu/ }).click();
  await page.getByRole('menuitem', { name: /Close/ }).click();
  const discard = page.getByRole('button', { name: /Don’t save|Discard|Close without/ });
  if (await discard.isVisible().catch(() => false)) await discard.click();
}

function report(what, { value: intervals, tasksCpuMs, scriptsCpuMs }) {
  const over = tasksCpuMs.filter((ms) => ms > LIMIT_MS).length;
  const worked = tasksCpuMs.filter((ms) => ms > 0.1);
  console.log(
    `${what.padEnd(19)} frames every ${spread(intervals)} ms · CPU ms: script a frame ${spread(scriptsCpuMs)}, ` +
      `main-thread tasks ${spread(worked)}, ${over} of ${worked.length} over ${LIMIT_MS} ms`,
  );
}

/** Moves a cue to and fro by its body, one move a frame. */
async function dragFor(page, ms) {
  const watched = page.evaluate(watchFor, { ms });
  await page.mouse.down();
  const { x, y } = await page.evaluate(cuePlace);
  const started = performance.now();
  for (let n = 0; performance.now() - started < ms; n += 1)
    await page.mouse.move(x + 60 * Math.sin(n / 20), y);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return watched;
}

/** The middle of the lane of the track worked on. Runs in the page. */
function cuePlace() {
  const box = document.querySelector('.timeline__canvas').getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.bottom - 26 };
}

async function measureFrames(browser, page, count) {
  const canvas = page.locator('.timeline__canvas');
  await canvas.focus();
  for (const [name, isZoom] of [
    ['pan', false],
    ['zoom', true],
  ])
    report(
      `${count} cues: ${name}`,
      await traceMainThread(browser, page, () => page.evaluate(wheelFor, { ms: PART_MS, isZoom })),
    );
  await page.getByRole('row', { name: /^3 / }).click();
  await canvas.focus();
  await page.keyboard.press('z');
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Minus');
  const { x, y } = await page.evaluate(cuePlace);
  await page.mouse.move(x, y);
  report(`${count} cues: drag`, await traceMainThread(browser, page, () => dragFor(page, PART_MS)));
  await page.keyboard.press('Home');
  await canvas.focus();
  await page.keyboard.press('Space');
  report(
    `${count} cues: play`,
    await traceMainThread(browser, page, () => page.evaluate(watchFor, { ms: PART_MS })),
  );
  await page.keyboard.press('Space');
}

/** From a key going down to the frame after the next one, when what it did has been painted. */
async function keyToFrame(page, key) {
  await page.evaluate(() => {
    window.tookMs = null;
    addEventListener(
      'keydown',
      (event) => {
        if (['Control', 'Shift', 'Alt'].includes(event.key)) return;
        const from = performance.now();
        requestAnimationFrame(() => requestAnimationFrame(() => (window.tookMs = performance.now() - from)));
      },
      { capture: true },
    );
  });
  await page.keyboard.press(key);
  return (await page.waitForFunction(() => window.tookMs)).jsonValue();
}

/** A key, and the second and a half of checks, sending and painting after it. */
async function keyAndRest(page, key) {
  const ms = await keyToFrame(page, key);
  await page.waitForTimeout(1500);
  return ms;
}

async function measureUndo(browser, page) {
  await page.locator('.timeline__canvas').focus();
  await page.keyboard.press('ControlOrMeta+a');
  const keys = { shift: 'Alt+ArrowRight', undo: 'ControlOrMeta+z', redo: 'ControlOrMeta+Shift+z' };
  const found = Object.fromEntries(Object.keys(keys).map((name) => [name, { ms: [], tasks: [] }]));
  for (let n = 0; n < UNDO_ROUNDS; n += 1)
    for (const name of ['shift', 'undo', 'redo', 'undo']) {
      const traced = await traceMainThread(browser, page, () => keyAndRest(page, keys[name]));
      // The first round compiles what the others run.
      if (n === 0) continue;
      found[name].ms.push(traced.value);
      found[name].tasks.push(traced.tasksCpuMs);
    }
  for (const [name, { ms, tasks }] of Object.entries(found)) {
    const longest = tasks.map((each) => Math.max(...each));
    const over = tasks.map((each) => each.filter((task) => task > LIMIT_MS).length);
    console.log(
      `${name} of 10,000 cues: ${percentile(ms, 0.5).toFixed(0)} ms from key to painted frame (most ${percentile(ms, 1).toFixed(0)}) · ` +
        `longest main-thread task with all that follows, CPU ms: ${spread(longest)}; ${percentile(over, 0.5)} over ${LIMIT_MS} ms`,
    );
  }
}

/** Opens the selected subtitle, writes a word into it and goes back to the timeline. */
async function typeWord(page) {
  await page.keyboard.press('Enter');
  await page.keyboard.type(' word');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.locator('.timeline__canvas').focus();
}

/** What a person does, one thing after another. Runs in the page but for keys. */
async function workOnce(page, n) {
  await page.evaluate((round) => {
    const canvas = document.querySelector('.timeline__canvas');
    const box = canvas.getBoundingClientRect();
    const at = { clientX: box.left + 300, clientY: box.top + 60, cancelable: true, bubbles: true };
    for (let k = 0; k < 5; k += 1)
      canvas.dispatchEvent(new WheelEvent('wheel', { deltaY: 900 * Math.sin(round + k), ...at }));
    canvas.dispatchEvent(
      new WheelEvent('wheel', { deltaY: round % 2 === 0 ? -100 : 100, ctrlKey: true, ...at }),
    );
  }, n);
  await page.keyboard.press('ArrowDown');
  if (n % 3 === 0) await page.keyboard.press('Alt+ArrowRight');
  if (n % 3 === 1) await page.keyboard.press('ControlOrMeta+z');
  if (n % 5 === 2) await typeWord(page);
  if (n % 50 === 0) {
    await page.keyboard.press('Space');
    await page.waitForTimeout(500);
    await page.keyboard.press('Space');
  }
}

async function memoryOf(session, browser) {
  for (let n = 0; n < 3; n += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return {
    heapMb: value('JSHeapUsedSize') / 1e6,
    nodes: value('Nodes'),
    listeners: value('JSEventListeners'),
    residentMb: await residentOfPages(browser),
  };
}

/** Memory of the browser's page processes, MB. */
async function residentOfPages(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const kb = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0));
  return kb.reduce((sum, each) => sum + each, 0) / 1000;
}

async function measureMemory(browser, page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.locator('.timeline__canvas').focus();
  let early = null;
  for (let n = 1; n <= ROUNDS.late; n += 1) {
    await workOnce(page, n);
    if (n === ROUNDS.early) early = await memoryOf(session, browser);
  }
  const late = await memoryOf(session, browser);
  const row = ({ heapMb, residentMb, nodes, listeners }) =>
    `${heapMb.toFixed(1)} MB heap, ${residentMb.toFixed(0)} MB process, ${nodes} nodes, ${listeners} listeners`;
  console.log(
    `memory after ${ROUNDS.early} rounds of work (five minutes): ${row(early)}\n` +
      `after ${ROUNDS.late} (an hour): ${row(late)}: heap ${(late.heapMb / early.heapMb).toFixed(2)} ×, process ${(late.residentMb / early.residentMb).toFixed(2)} ×`,
  );
}

/** Prints its rows; `BENCH_ONLY=frames|undo|memory` prints some. */
export async function bench() {
  const home = mkdtempSync(join(tmpdir(), 'outspoken-bench-timeline-'));
  const only = process.env['BENCH_ONLY'];
  const wants = (part) => only === undefined || only === part;
  const path = join(home, 'long.mp4');
  const { durationMs } = makeFootage(path, MINUTES);
  const media = { path: 'long.mp4', fingerprint: fingerprint(path), durationMs };
  for (const count of COUNTS) {
    const everyMs = Math.min(200, Math.floor(durationMs / (count * 7)));
    writeFileSync(
      join(home, `cues-${count}.outspoken`),
      JSON.stringify(projectOf(count, { everyMs, media })),
    );
  }
  const { server, address } = await serve(home);
  const browser = await launchBrowser(['--enable-precise-memory-info']);
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    let next = address;
    for (const count of COUNTS) {
      if (!wants('frames') && count !== 10_000) continue;
      await openProject(page, next, new RegExp(`^cues-${count}\\.`));
      next = new URL('/', address).href;
      if (wants('frames')) await measureFrames(browser, page, count);
      if (count !== 10_000) await closeProject(page);
    }
    if (wants('undo')) await measureUndo(browser, page);
    if (wants('memory')) await measureMemory(browser, page);
  } finally {
    await browser.close();
    await stop(server);
    rmSync(home, { recursive: true, force: true });
  }
}
