/** Builds the development set: `<language>__<condition>.wav` and `.json` (language, fragments with true times) in a folder. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promptsOf, track, unpackPrompts, VOICES } from './clips.mjs';
import { CONDITIONS, music } from './conditions.mjs';
import { RATE, writeWav } from './sound.mjs';

/** Tracks are made anew when what they are made of changes. */
export const EDITION = 2;
/** Prompts kept out of the text: said, but not written. */
const EXTRA_PROMPTS = 25;
export const CONDITION_NAMES = ['clean', ...Object.keys(CONDITIONS)];

/** Makes what is wanted of some voices and not there yet; answers with the tracks' names. `wants(name)` chooses. */
export function makeSet(cache, seconds, wants, voices = VOICES) {
  const source = unpackPrompts(cache);
  const folder = join(cache, `set-${EDITION}-${seconds}`);
  mkdirSync(folder, { recursive: true });
  const names = [];
  for (const language of Object.keys(voices)) {
    const wanted = CONDITION_NAMES.map((condition) => `${language}__${condition}`).filter(wants);
    names.push(...wanted.map((name) => join(folder, name)));
    const lacking = wanted.filter((name) => !existsSync(join(folder, `${name}.json`)));
    if (lacking.length === 0) continue;
    const prompts = promptsOf(source, language);
    const extra = track(prompts.slice(0, EXTRA_PROMPTS), language, 60, 2);
    const clean = track(prompts.slice(EXTRA_PROMPTS), language, seconds, 1);
    for (const name of lacking) {
      const condition = name.split('__')[1];
      const made =
        condition === 'clean' ? clean : CONDITIONS[condition](clean, { extra, music: music(source) });
      writeWav(join(folder, `${name}.wav`), made.samples);
      const { fragments } = made;
      const seconds = made.samples.length / RATE;
      writeFileSync(
        join(folder, `${name}.json`),
        JSON.stringify({ language, condition, seconds, fragments }),
      );
    }
  }
  return names;
}

export const readTrack = (path) => JSON.parse(readFileSync(`${path}.json`, 'utf8'));
