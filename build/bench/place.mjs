/** Bench: placing a translation, on the Universal Declaration with sentences merged, split, left out and added at random. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadSources } from './support/load-sources.mjs';

const LANGUAGES = ['ru', 'kk', 'es', 'ar', 'fr', 'zh-Hans'];
/** Not those of the test, which must not be the ones figures were set on. */
const SEEDS = [101, 102, 103, 104, 105, 106];

const percent = (share) => `${(100 * share).toFixed(1)} %`.padStart(8);

/** Prints, for each pair and amount of edits: links by lengths alone (Gale & Church), ours, and units placed right. */
export async function bench() {
  // Beside the sources: the module finds the declaration's files by node's own resolution.
  const folder = mkdtempSync(join(resolve(import.meta.dirname, '../..'), 'test-results', 'place-'));
  try {
    const { scorePlacement, RATES } = await loadSources(['tests/support/placement-score.ts'], folder);
    for (const [name, rates] of Object.entries(RATES)) {
      for (const language of LANGUAGES) {
        const floor = scorePlacement(language, rates, SEEDS, 'lengths');
        const ours = scorePlacement(language, rates, SEEDS);
        console.log(
          `place en-${language.padEnd(8)} ${name.padEnd(6)} lengths P ${percent(floor.precision)} R ${percent(floor.recall)}` +
            `   ours P ${percent(ours.precision)} R ${percent(ours.recall)}   placed ${percent(ours.placed)}`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
