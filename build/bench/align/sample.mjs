/** The generated sample, aligned with `outspoken align` as a person would, against its true times. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { within } from './score.mjs';

const outspoken = resolve(import.meta.dirname, '../../outspoken.mjs');
const EDITIONS = [
  ['sample-en', 'en'],
  ['sample-ru', 'ru'],
  ['sample-kk', 'kk'],
  ['sample-interview', 'en'],
];

const run = (...args) =>
  execFileSync(process.execPath, [outspoken, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  });

function wordErrors(found, truth, edge) {
  return truth.map((word, index) =>
    found[index][edge] === null ? Infinity : Math.abs(found[index][edge] - word[edge]) / 1000,
  );
}

/** By edition: share (%) of words whose start and whose end is within 100 ms, and the time of the whole command. */
export function measureSample() {
  const folder = mkdtempSync(join(tmpdir(), 'outspoken-bench-align-'));
  try {
    run('sample', folder);
    return EDITIONS.map(([edition, language]) => {
      const { durationMs, words } = JSON.parse(readFileSync(join(folder, `${edition}.words.json`), 'utf8'));
      const from = performance.now();
      const answer = run(
        'align',
        join(folder, `${edition}.mp4`),
        join(folder, `${edition}.txt`),
        ...['--lang', language, '-o', join(folder, `${edition}.outspoken`), '--json'],
      );
      const seconds = (performance.now() - from) / 1000;
      const found = JSON.parse(answer).words;
      return {
        edition,
        starts: within(wordErrors(found, words, 'startMs'), 0.1),
        ends: within(wordErrors(found, words, 'endMs'), 0.1),
        timesRealTime: durationMs / 1000 / seconds,
      };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
