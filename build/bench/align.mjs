/** Bench: aligning the sample with `outspoken align`, against its true times: accuracy by language, and times real time. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const outspoken = resolve(import.meta.dirname, '../outspoken.mjs');
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

/** Share of `errors` (ms) up to each limit, in per cent. */
const within = (errors, ...limits) =>
  limits
    .map((limit) => (100 * errors.filter((error) => error <= limit).length) / errors.length)
    .map((share) => share.toFixed(1).padStart(5))
    .join(' ');

function errorsOf(found, truth) {
  const error = (index, edge) =>
    found[index][edge] === null ? Infinity : Math.abs(found[index][edge] - truth[index][edge]);
  const all = truth.map((_, index) => index);
  const first = all.filter((index) => truth[index].sentence !== truth[index - 1]?.sentence);
  const last = all.filter((index) => truth[index].sentence !== truth[index + 1]?.sentence);
  return {
    sentenceStart: first.map((index) => error(index, 'startMs')),
    sentenceEnd: last.map((index) => error(index, 'endMs')),
    wordStart: all.map((index) => error(index, 'startMs')),
    wordEnd: all.map((index) => error(index, 'endMs')),
  };
}

/** Prints one row an edition; the time is of the whole command, start-up, decoding and saving included. */
export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'outspoken-bench-align-'));
  try {
    run('sample', folder);
    console.log(
      '% within          sentence start      sentence end        word start        word end          × real',
    );
    console.log(
      '                  100   200   500     100   200   500     50   100   200     50   100   200    time',
    );
    for (const [edition, language] of EDITIONS) {
      const { durationMs, words } = JSON.parse(readFileSync(join(folder, `${edition}.words.json`), 'utf8'));
      const from = performance.now();
      const answer = run(
        'align',
        join(folder, `${edition}.mp4`),
        join(folder, `${edition}.txt`),
        ...['--lang', language, '-o', join(folder, `${edition}.outspoken`), '--json'],
      );
      const seconds = (performance.now() - from) / 1000;
      const found = errorsOf(JSON.parse(answer).words, words);
      const columns = [
        within(found.sentenceStart, 100, 200, 500),
        within(found.sentenceEnd, 100, 200, 500),
        within(found.wordStart, 50, 100, 200),
        within(found.wordEnd, 50, 100, 200),
        (durationMs / 1000 / seconds).toFixed(1),
      ];
      console.log(`${edition.padEnd(16)} ${columns.join('   ')}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
