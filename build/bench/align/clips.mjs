/**
 * Real voices with exact times: Debian's recorded telephone prompts (CC BY-SA 3.0), one sentence or more each, joined with
 * pauses. Truth is where the level of each recording rises and falls, ±20 ms.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode, hiss, joined, levels, RATE, seeded, silence } from './sound.mjs';

/** The voices of the development set. */
export const VOICES = {
  es: 'es_MX_f_Allison',
  fr: 'fr_CA_f_June',
  it: 'it_IT_m_Carlo',
  en: 'en_US_f_Allison',
};

/** Voices that nothing was chosen by or fitted to: they tell whether what holds for the others holds at all. */
export const HELD_OUT = { ru: 'ru_RU_f_IvrvoiceRU' };

const ALL = { ...VOICES, ...HELD_OUT };

/**
 * What prompts say that are listed otherwise: the Italian list has these two texts at the end of confbridge-mute-extended, and an
 * older one in their own lines, which the aligner doubts (0.04 against 0.99 for these).
 */
const SAID = {
  it: {
    'confbridge-mute-in': 'Per disattivare o riattivare la propria voce...',
    'confbridge-mute-out': '...per disattivare o riattivare la propria voce.',
  },
};

/** Fetches and unpacks the packages under `cache` once; needs Debian or a system with its sources. */
export function unpackPrompts(cache) {
  const source = join(cache, 'src');
  const names = Object.keys(ALL).flatMap((language) => [
    `asterisk-core-sounds-${language}`,
    `asterisk-core-sounds-${language}-g722`,
  ]);
  const done = join(source, `done-${names.length}`);
  if (existsSync(done)) return source;
  const debs = join(cache, 'debs');
  mkdirSync(debs, { recursive: true });
  execFileSync('apt-get', ['download', '-q', ...names, 'asterisk-moh-opsound-g722'], {
    cwd: debs,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const deb of readdirSync(debs)) execFileSync('dpkg', ['-x', join(debs, deb), source]);
  execFileSync('touch', [done]);
  return source;
}

/** Where speech begins and ends, in samples, or null: three rows in a row above a threshold that follows voice and noise. */
function speechOf(samples) {
  const level = levels(samples);
  if (level.length < 10) return null;
  const sorted = level.slice().sort();
  const loud = sorted[Math.floor(sorted.length * 0.9)];
  const noise = sorted[Math.floor(sorted.length * 0.05)];
  const threshold = Math.max(loud - 32, Math.min(noise + 8, loud - 18), -62);
  const isOn = (row) => level[row] > threshold;
  const run = (row) => isOn(row) && isOn(row + 1) && isOn(row + 2);
  const rows = [...level.keys()].filter(run);
  if (rows.length === 0) return null;
  return { from: rows[0] * (RATE / 100), to: (rows.at(-1) + 3) * (RATE / 100) };
}

/** The speech with a little room around it, faded in and out, at -23 dB. */
function trimmed(samples) {
  const speech = speechOf(samples);
  if (!speech) return null;
  const from = Math.max(0, speech.from - 0.06 * RATE);
  const to = Math.min(samples.length, speech.to + 0.1 * RATE);
  const cut = samples.slice(from, to);
  const fade = Math.min(160, cut.length >> 2);
  for (let n = 0; n < fade; n++) {
    cut[n] *= n / fade;
    cut[cut.length - 1 - n] *= n / fade;
  }
  const level = levels(cut);
  const loud = level.slice().sort()[Math.floor(level.length * 0.9)];
  const spoken = level.filter((value) => value > loud - 20);
  const gain = 10 ** ((-23 - spoken.reduce((sum, value) => sum + value, 0) / spoken.length) / 20);
  return { samples: cut.map((value) => value * gain), from: speech.from - from, to: speech.to - from };
}

/** The prompts of a language that hold three words or more and whose length fits their text, in a seeded order. */
export function promptsOf(source, language) {
  const share = join(source, 'usr/share');
  const list = gunzipSync(
    readFileSync(join(share, `doc/asterisk-core-sounds-${language}/core-sounds-${language}.txt.gz`)),
  );
  const seen = new Set();
  const prompts = [];
  for (const line of list.toString('utf8').split('\n')) {
    const [, name, listed] = /^([^;:]+):(.*)$/.exec(line)?.map((part) => part.trim()) ?? [];
    const text = SAID[language]?.[name] ?? listed;
    if (!name || !text || seen.has(text) || text.split(/\s+/).length < 3) continue;
    if (/[[\]<>{}()]/.test(text) || /\b(beep|tone|silence|music)\b/i.test(text)) continue;
    const path = join(share, 'asterisk/sounds', ALL[language], `${name}.g722`);
    if (!existsSync(path)) continue;
    const clip = trimmed(decode(path, 'g722'));
    if (!clip || clip.to - clip.from < 1.2 * RATE) continue;
    seen.add(text);
    prompts.push({ ...clip, text, pace: (text.length * RATE) / (clip.to - clip.from) });
  }
  // Some files do not say what the list says: then the pace is odd.
  const paces = prompts.map(({ pace }) => pace).sort((a, b) => a - b);
  const typical = paces[paces.length >> 1];
  const fitting = prompts.filter(({ pace }) => pace > 0.6 * typical && pace < 1.6 * typical);
  return shuffled(fitting, seeded(7));
}

function shuffled(list, random) {
  const result = [...list];
  for (let at = result.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [result[at], result[other]] = [result[other], result[at]];
  }
  return result;
}

const pause = (random) => {
  const kind = random();
  if (kind < 0.45) return 0.12 + 0.28 * random();
  return kind < 0.85 ? 0.4 + 0.6 * random() : 1 + 1.5 * random();
};

/** Prompts one after the other up to `seconds`, with pauses as in talk and a faint hiss. Fragments are in seconds. */
export function track(prompts, language, seconds, seed) {
  const random = seeded(seed);
  const pieces = [silence(0.8)];
  let at = pieces[0].length;
  const fragments = [];
  for (const { samples, from, to, text } of prompts) {
    if (at / RATE > seconds) break;
    if (fragments.length > 0) {
      const gap = silence(Math.max(0, pause(random) - 0.16));
      pieces.push(gap);
      at += gap.length;
    }
    fragments.push({ text, start: (at + from) / RATE, end: (at + to) / RATE });
    pieces.push(samples);
    at += samples.length;
  }
  pieces.push(silence(1));
  const clean = joined(pieces);
  const noise = hiss(clean.length, random);
  return {
    language,
    fragments,
    samples: clean.map((value, n) => value + noise[n] * 10 ** (-68 / 20)),
  };
}
