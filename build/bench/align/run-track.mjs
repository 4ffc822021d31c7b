/**
 * Aligns one track as the app does and writes what was found: `node run-track.mjs BUNDLE TRACK OUT`. A process of its own, so
 * that its highest memory is the track's.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { peakMemoryMb } from '../peak-memory.mjs';

const [bundle, track, out] = process.argv.slice(2);
const { alignProject } = await import(pathToFileURL(bundle).href);
const { sentencesOf, sentenceConfidence } = await import(
  pathToFileURL(join(dirname(bundle), 'sentence-words.js')).href
);
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

/**
 * By fragment: what the least sure of its sentences has, as the app lists them: fragments may have several, and an edge that is
 * wrong is that of one. Dots alone are no sentence.
 */
function confidencesOf(words) {
  const byId = new Map(words.map((word) => [word.wordId, word]));
  return paragraphs.map((paragraph) => {
    const timed = paragraph.words.map((word) => ({ ...word, ...byId.get(word.id) }));
    const sentences = sentencesOf(timed, paragraph.language ?? language);
    const sounding = sentences.filter((list) => list.some((word) => /[\p{L}\p{N}]/u.test(word.text)));
    return Math.min(...sounding.map(sentenceConfidence));
  });
}

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
writeFileSync(
  `${out}.new`,
  JSON.stringify({ ...answer, confidences: confidencesOf(answer.words), ...figures }),
);
renameSync(`${out}.new`, out);
