/** A recording of hours, for figures of memory and time: the clean tracks of all languages in turn, again and again. */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EDITION, makeSet, readTrack } from './make-set.mjs';
import { RATE, wavHeader } from './sound.mjs';

const HEADER_BYTES = wavHeader(0).length;

/** Makes the track `long-<edition>-<hours>h` where it is not there yet; answers with its path, without ending. */
export function makeLong(cache, hours) {
  const path = join(cache, `long-${EDITION}-${hours}h`);
  if (existsSync(`${path}.json`)) return path;
  const parts = makeSet(cache, 600, (name) => name.endsWith('__clean'));
  const pieces = [];
  const fragments = [];
  let bytes = 0;
  for (let turn = 0; bytes < hours * 3600 * RATE * 2; turn++) {
    const part = parts[turn % parts.length];
    const { language, fragments: own } = readTrack(part);
    const shift = bytes / 2 / RATE;
    for (const { text, start, end } of own)
      fragments.push({ text, start: start + shift, end: end + shift, language });
    pieces.push(part);
    bytes += readFileSync(`${part}.wav`).length - HEADER_BYTES;
  }
  writeFileSync(`${path}.wav`, wavHeader(bytes));
  for (const part of pieces)
    appendFileSync(`${path}.wav`, readFileSync(`${part}.wav`).subarray(HEADER_BYTES));
  const { language } = readTrack(parts[0]);
  const seconds = bytes / 2 / RATE;
  writeFileSync(`${path}.json`, JSON.stringify({ language, condition: 'long', seconds, fragments }));
  return path;
}
