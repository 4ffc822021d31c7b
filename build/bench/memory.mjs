/** Bench: a translation memory of 100,000 units. The goal: a lookup under 50 ms. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSources } from './support/load-sources.mjs';

const UNITS = 100_000;
const LOOKUPS = 200;
const GOAL_MS = 50;

/** Sentences of 6 to 20 words whose words are as unevenly frequent as those of a language (Zipf). */
function sentences() {
  let state = 1;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const word = () => `w${Math.floor(Math.exp(random() * Math.log(30_000)))}`;
  return Array.from({ length: UNITS }, () =>
    Array.from({ length: 6 + Math.floor(random() * 15) }, word).join(' '),
  );
}

/** Prints how long the memory takes to fill, a lookup (median and slowest) and a search for a phrase. */
export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'outspoken-bench-'));
  try {
    const { createMemory } = await loadSources(['shared/translation/memory/memory.ts'], folder);
    const texts = sentences();
    const memory = createMemory();
    const from = performance.now();
    memory.add(texts.map((source, n) => ({ source, target: `t${n}` })));
    const filled = performance.now() - from;
    const times = Array.from({ length: LOOKUPS }, (_, n) => {
      const query = texts[(n * 499) % UNITS].split(' ').slice(1).join(' ');
      const start = performance.now();
      const found = memory.like(query, 0.7, 5);
      if (found.length === 0) throw new Error('the unit it was made from was not found');
      return performance.now() - start;
    }).sort((a, b) => a - b);
    const start = performance.now();
    memory.containing('w17 w2', 50);
    const phrase = performance.now() - start;
    console.log(
      `memory: ${UNITS} units filled in ${Math.round(filled)} ms; lookup median ${times[LOOKUPS >> 1].toFixed(1)} ms, ` +
        `slowest ${times.at(-1).toFixed(1)} ms (goal ${GOAL_MS} ms); phrase ${phrase.toFixed(1)} ms`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
