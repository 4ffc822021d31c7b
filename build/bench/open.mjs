/** Bench: from choosing a project of 5,000 cues to a list that answers a key, in the browser, against a project of 5 cues. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { findChromium } from '../system.mjs';

const root = resolve(import.meta.dirname, '../..');
const ROUNDS = 5;
const WORDS_PER_CUE = 7;
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
];

/** A project file with a word every 200 ms and a cue every seven words. */
function projectOf(count) {
  const cues = [];
  const paragraphs = [];
  for (let index = 0; index < count; index += 1) {
    const words = Array.from({ length: WORDS_PER_CUE }, (_, n) => {
      const startMs = (index * WORDS_PER_CUE + n) * 200;
      return { id: `w${index}-${n}`, text: `word${n}`, startMs, endMs: startMs + 150, confidence: 0.9 };
    });
    const startMs = index * WORDS_PER_CUE * 200;
    paragraphs.push({ id: `p${index}`, order: index, speakerId: null, language: null, hintMs: null, words });
    cues.push({
      id: `c${index}`,
      trackId: 't',
      startMs,
      endMs: startMs + 1300,
      text: `Subtitle ${index + 1}`,
      speakerId: null,
      wordIds: words.map(({ id }) => id),
      sourceCueId: null,
      position: 'bottom',
      status: 'timed',
      stale: false,
      timedByHand: false,
    });
  }
  const track = {
    id: 't',
    order: 0,
    kind: 'source',
    language: 'en',
    name: '',
    direction: 'ltr',
    profileId: 'netflix-en',
    styleId: 's',
  };
  return {
    format: 'outspoken',
    version: 1,
    savedSeq: 0,
    savedEntry: null,
    meta: { id: `bench${count}`, title: `bench ${count}`, language: 'en', media: null },
    speakers: [],
    paragraphs,
    tracks: [track],
    cues,
    styles: [],
  };
}

function serve(home) {
  const env = { ...process.env, OUTSPOKEN_HOME: join(home, 'app'), HOME: home };
  const server = spawn(
    process.execPath,
    [join(root, 'build/outspoken.mjs'), 'serve', '--no-open', '--json'],
    {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return new Promise((done, fail) => {
    server.stdout.on('data', (chunk) => {
      const address = /"address":"([^"]+)"/.exec(chunk.toString())?.[1];
      if (address) done({ server, address });
    });
    server.once('exit', () => fail(new Error('the web host did not start')));
  });
}

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
  const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
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
    server.kill('SIGTERM');
    rmSync(home, { recursive: true, force: true });
  }
}
