/** Sounds with the text of something else, all of which must be refused. */
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readTrack } from './make-set.mjs';
import { RATE, wavHeader } from './sound.mjs';

const HEADER_BYTES = wavHeader(0).length;

/** Writes them for some clean tracks into a folder; answers with their paths, without ending. */
export function makeWrongTexts(clean, folder) {
  const others = clean.flatMap((heard) =>
    clean.filter((written) => written !== heard).map((written) => withTextOf(heard, written, folder)),
  );
  return [...others, ...clean.flatMap((track) => halvesChanged(track, folder))];
}

/** The sound of one language with the text of another. */
function withTextOf(heard, written, folder) {
  const path = join(folder, `${basename(heard)}-with-${basename(written)}`);
  symlinkSync(`${heard}.wav`, `${path}.wav`);
  writeFileSync(`${path}.json`, JSON.stringify({ ...readTrack(written), seconds: readTrack(heard).seconds }));
  return path;
}

/** Each half of a recording with the text of the other half: the same voice in the same language says something else. */
function halvesChanged(track, folder) {
  const whole = readTrack(track);
  const { fragments } = whole;
  const half = fragments.length >> 1;
  const sound = readFileSync(`${track}.wav`).subarray(HEADER_BYTES);
  const cut = 2 * Math.round(((fragments[half - 1].end + fragments[half].start) / 2) * RATE);
  return [
    ['first', sound.subarray(0, cut), fragments.slice(half)],
    ['second', sound.subarray(cut), fragments.slice(0, half)],
  ].map(([name, own, text]) => {
    const path = join(folder, `${basename(track)}-${name}-half-with-other`);
    writeFileSync(`${path}.wav`, Buffer.concat([wavHeader(own.length), own]));
    writeFileSync(
      `${path}.json`,
      JSON.stringify({ ...whole, fragments: text, seconds: own.length / 2 / RATE }),
    );
    return path;
  });
}
