/**
 * Aligns one track as the app does and writes what was found: `node run-track.mjs BUNDLE TRACK OUT`. A process of its own, so
 * that its highest memory is the track's.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { peakMemoryMb } from '../peak-memory.mjs';

const [bundle, track, out] = process.argv.slice(2);
const { alignProject } = await import(pathToFileURL(bundle).href);
const { language, fragments, text = null } = JSON.parse(readFileSync(`${track}.json`, 'utf8'));

const lines = text ? text.map((line) => ({ text: line })) : fragments;
const paragraphs = lines.map(({ text: line, language: own = null }, order) => ({
  id: `p${order}`,
  order,
  speakerId: null,
  language: own,
  hintMs: null,
  words: line
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word, place) => ({
      id: `w${order}-${place}`,
      text: word,
      startMs: null,
      endMs: null,
      confidence: null,
    })),
}));

const from = performance.now();
const cpu = process.cpuUsage();
const answer = await alignProject({
  mediaPath: `${track}.wav`,
  ffmpegPath: 'ffmpeg',
  paragraphs,
  language,
}).then(
  (alignment) => ({ ...alignment, error: null }),
  (error) => ({ words: [], uncovered: [], error: error.code ?? String(error) }),
);
const { user, system } = process.cpuUsage(cpu);
const figures = {
  seconds: (performance.now() - from) / 1000,
  cpuSeconds: (user + system) / 1e6,
  memoryMb: peakMemoryMb(),
};
writeFileSync(`${out}.new`, JSON.stringify({ ...answer, ...figures }));
renameSync(`${out}.new`, out);
