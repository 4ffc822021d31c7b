#!/usr/bin/env node
/**
 * Fits the weights of `shared/align/confidence.ts` to the development set: `node build/bench/align/calibrate.mjs [--only=REGEX]`.
 *
 * Logistic regression (Newton's method, weak ridge) of "an edge is wrong by over half a second" on the evidence of a
 * sentence's edges. Wrong ones are few and weigh more (`WRONG_WEIGHT`), so that about one right sentence in twenty is doubted.
 * Beside the tracks' own text each clean track is also aligned with an eighth of its sentences replaced by words drawn from
 * the whole text: all of these are wrong. Prints what weights fitted without a language, and without a track, catch there, then
 * those fitted to all, to be copied. What was observed is kept by state of the engine and track, so it may be stopped and run again.
 */
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'vite';
import { bundleAligner } from './bundle.mjs';
import { makeSet, readTrack } from './make-set.mjs';
import { seeded } from './sound.mjs';

const LIMIT_S = 0.5;
const RIDGE = 2;
/** What a wrong edge weighs: how many right ones there are to each, to this power. With 1, one right sentence in twelve was doubted. */
const WRONG_WEIGHT = 0.83;
const STEPS = 30;
const root = resolve(import.meta.dirname, '../../..');

/** The share of sentences from 45 to 58 % of the text, said otherwise than they are. */
function withInvented(track) {
  const random = seeded(11);
  const words = track.fragments.flatMap(({ text }) => text.split(/\s+/));
  const from = Math.floor(track.fragments.length * 0.45);
  const to = Math.floor(track.fragments.length * 0.58);
  const draw = () => words[Math.floor(random() * words.length)].replace(/[.,]$/, '');
  const invented = ({ text }) => ({
    text: `${text.split(/\s+/).map(draw).join(' ')}.`,
    start: -900,
    end: -900,
  });
  return {
    ...track,
    fragments: track.fragments.map((fragment, at) => (at >= from && at < to ? invented(fragment) : fragment)),
  };
}

function paragraphsOf({ fragments, language }) {
  return fragments.map(({ text }, order) => ({
    ...{ id: `p${order}`, order, speakerId: null, language, hintMs: null },
    words: text
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word, place) => ({ id: `${order}-${place}`, text: word })),
  }));
}

function samplesOf(path) {
  const bytes = readFileSync(`${path}.wav`);
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset + 44, bytes.byteOffset + bytes.length));
}

/** Aligns a track: for each sentence the evidence of its utterances (null: not found), and which of its edges are wrong. */
async function observe(engine, espeak, path, track) {
  const utterances = engine.utterancesOf(paragraphsOf(track), track.language);
  const spoken = engine.speakTranscript(espeak, utterances);
  const recording = engine.hear(engine.inOnePiece(engine.mfcc(samplesOf(path), 16_000)));
  const reference = await engine.readReference(spoken, new engine.BindingWords([], recording.rows), () => {});
  const coarse = engine.matchCoarsely(recording, reference, [], () => {});
  const { match } = engine.matchFinely(recording, reference, coarse, () => {});
  const times = new Map(engine.wordTimes(reference, match, recording).map((word) => [word.wordId, word]));
  const evidence = engine.evidenceOf(reference, match, recording.levelDb);
  return track.fragments.map(({ start, end }, sentence) => {
    const own = reference.utterances.flatMap(({ wordIds }, at) =>
      Number(wordIds[0].split('-')[0]) === sentence ? [{ evidence: evidence[at], words: wordIds }] : [],
    );
    const placed = own
      .flatMap(({ words }) => words.map((id) => times.get(id)))
      .filter((word) => word.startMs !== null);
    const isOff = (found, truth) => placed.length === 0 || Math.abs(found / 1000 - truth) > LIMIT_S;
    return {
      language: track.language,
      track: basename(path),
      own,
      isStartWrong: isOff(placed[0]?.startMs, start),
      isEndWrong: isOff(placed.at(-1)?.endMs, end),
    };
  });
}

const isWrong = ({ isStartWrong, isEndWrong }) => isStartWrong || isEndWrong;

function fit(sentences, keys) {
  const rows = sentences.flatMap(({ own, isStartWrong, isEndWrong }) =>
    [
      [own[0]?.evidence?.start, isStartWrong],
      [own.at(-1)?.evidence?.end, isEndWrong],
    ].flatMap(([evidence, isWrong]) =>
      evidence ? [{ x: [1, ...keys.map((key) => evidence[key])], y: isWrong ? 1 : 0 }] : [],
    ),
  );
  const wrong = rows.filter(({ y }) => y === 1).length;
  const width = keys.length + 1;
  let weights = new Array(width).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const system = Array.from({ length: width }, (_, a) => {
      const row = new Array(width + 1).fill(0);
      if (a > 0) [row[a], row[width]] = [RIDGE, -RIDGE * weights[a]];
      return row;
    });
    for (const { x, y } of rows) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, a) => sum + value * weights[a], 0)));
      const count = y === 1 ? ((rows.length - wrong) / wrong) ** WRONG_WEIGHT : 1;
      for (let a = 0; a < width; a++) {
        system[a][width] += count * (y - p) * x[a];
        for (let b = 0; b < width; b++) system[a][b] += count * p * (1 - p) * x[a] * x[b];
      }
    }
    const change = solve(system);
    weights = weights.map((weight, a) => weight + change[a]);
  }
  return weights;
}

/** Gauss–Jordan elimination with row exchange. */
function solve(system) {
  const width = system.length;
  for (let a = 0; a < width; a++) {
    const pivot = system
      .slice(a)
      .reduce((best, row, at) => (Math.abs(row[a]) > Math.abs(system[best][a]) ? a + at : best), a);
    [system[a], system[pivot]] = [system[pivot], system[a]];
    for (let row = 0; row < width; row++) {
      if (row === a) continue;
      const factor = system[row][a] / system[a][a];
      for (let b = a; b <= width; b++) system[row][b] -= factor * system[a][b];
    }
  }
  return system.map((row, a) => row[width] / row[a]);
}

/** Of the least sure of its utterances. */
function confidence({ own }, weights, keys) {
  const oddsOf = (edge) => keys.reduce((total, key, at) => total + weights[at + 1] * edge[key], weights[0]);
  const sure = own.map(({ evidence }) =>
    evidence ? 1 / (1 + Math.exp(Math.max(oddsOf(evidence.start), oddsOf(evidence.end)))) : 0,
  );
  return Math.min(...sure);
}

function report(name, sentences, weightsOf, keys) {
  const share = (list) =>
    `${((100 * list.filter((each) => confidence(each, weightsOf(each), keys) < 0.5).length) / Math.max(1, list.length)).toFixed(1)} % of ${list.length}`;
  const wrong = sentences.filter(isWrong);
  console.log(
    `${name}: flagged ${share(wrong)} wrong and ${share(sentences.filter((each) => !isWrong(each)))} right sentences`,
  );
}

const only = new RegExp(process.argv.find((argument) => argument.startsWith('--only='))?.slice(7) ?? '.');
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true },
});
const modules = [
  ...['coarse', 'fine', 'guidance', 'recording', 'reference', 'word-times', 'evidence', 'mfcc'].map(
    (name) => `align/${name}`,
  ),
  'spoken/utterances',
].map((name) => `/shared/${name}.ts`);
const engine = Object.assign(
  {},
  ...(await Promise.all(
    [...modules, '/electron/services/speech/espeak.ts', '/electron/services/speech/speak-transcript.ts'].map(
      (path) => server.ssrLoadModule(path),
    ),
  )),
);
const cache = join(homedir(), '.cache/outspoken-bench-align');
const kept = join(cache, 'evidence', (await bundleAligner()).engine);
mkdirSync(kept, { recursive: true });

/** Of a track, from its file where it was observed before. */
async function observed(name, path, text) {
  const file = join(kept, `${name}.json`);
  if (!existsSync(file)) {
    writeFileSync(
      `${file}.new`,
      JSON.stringify(await observe(engine, await engine.Espeak.load(), path, text)),
    );
    renameSync(`${file}.new`, file);
  }
  console.log(name);
  return JSON.parse(readFileSync(file, 'utf8'));
}

const sentences = [];
for (const path of makeSet(cache, 600, (name) => only.test(name))) {
  const track = readTrack(path);
  sentences.push(...(await observed(basename(path), path, track)));
  if (path.endsWith('__clean'))
    sentences.push(...(await observed(`${basename(path)}-invented`, path, withInvented(track))));
}
await server.close();
const keys = Object.keys(sentences.flatMap(({ own }) => own).find(({ evidence }) => evidence).evidence.start);
for (const by of ['language', 'track']) {
  const groups = [...new Set(sentences.map((each) => each[by]))];
  if (groups.length < 2) continue;
  const without = new Map(
    groups.map((group) => [
      group,
      fit(
        sentences.filter((each) => each[by] !== group),
        keys,
      ),
    ]),
  );
  for (const group of groups)
    report(
      `${group}, fitted without it`,
      sentences.filter((each) => each[by] === group),
      (each) => without.get(each[by]),
      keys,
    );
  report(`all, each fitted without its ${by}`, sentences, (each) => without.get(each[by]), keys);
}
const weights = fit(sentences, keys);
console.log(['bias', ...keys].map((key, at) => `${key}: ${weights[at].toFixed(3)}`).join('\n'));
