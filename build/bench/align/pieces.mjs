/**
 * Stretches of half a minute aligned again after the whole, as a person does: `node pieces.mjs TRACK [COUNT]`. Prints how long
 * they take and how near their sentences come, by what the whole taught and without it.
 */
import { pathToFileURL } from 'node:url';
import { bundleAligner } from './bundle.mjs';
import { readTrack } from './make-set.mjs';
import { sentenceErrors, within } from './score.mjs';

const STRETCH_S = 30;
const PAUSE_MS = 500;

const [path, count = '8'] = process.argv.slice(2);
const track = readTrack(path);
const { alignProject, readyForPieces } = await import(pathToFileURL((await bundleAligner()).bundle).href);
const paragraphs = track.fragments.map(({ text }, order) => ({
  ...{ id: `p${order}`, order, speakerId: null, language: null, hintMs: null },
  words: text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word, place) => ({
      id: `w${order}-${place}`,
      text: word,
      ...{ startMs: null, endMs: null, confidence: null },
    })),
}));
const project = { mediaPath: `${path}.wav`, ffmpegPath: 'ffmpeg', paragraphs, language: track.language };
const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** Fragments `[from, to)` and the sound between their neighbours. */
function stretch(number) {
  const { fragments, seconds } = track;
  const from = Math.floor((fragments.length * (number + 0.5)) / Number(count));
  let to = from + 1;
  while (to < fragments.length && fragments[to].end - fragments[from].start < STRETCH_S) to++;
  const range = {
    startMs: Math.round(1000 * (fragments[from - 1]?.end ?? 0)),
    endMs: Math.round(1000 * (fragments[to]?.start ?? seconds)),
    wordIds: paragraphs.slice(from, to).flatMap(({ words }) => words.map(({ id }) => id)),
  };
  return { from, to, range };
}

async function measure(name, taught) {
  const [walls, cpus, errors] = [[], [], []];
  readyForPieces();
  await pause();
  for (let number = 0; number < Number(count); number++) {
    const { from, to, range } = stretch(number);
    const start = performance.now();
    const cpu = process.cpuUsage();
    const found = await alignProject({ ...project, range, taught });
    const { user, system } = process.cpuUsage(cpu);
    walls.push((performance.now() - start) / 1000);
    cpus.push((user + system) / 1e6);
    errors.push(...sentenceErrors(track, found).slice(from, to));
    // What a thread does after its answer is not to be paid by the next.
    await pause();
  }
  const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1].toFixed(2);
  const near = (edge) =>
    within(
      errors.map((error) => error[edge]),
      0.2,
    ).toFixed(1);
  console.log(
    `${name}: median ${median(walls)} s, slowest ${Math.max(...walls).toFixed(2)} s (CPU ${median(cpus)} s); of ${errors.length} sentences within 200 ms: starts ${near('start')} %, ends ${near('end')} %`,
  );
}

let taught;
await alignProject({ ...project, onTaught: (all) => (taught = all) });
await measure('by what the whole taught', taught);
await measure('the same after a restart', { ...taught, said: new Map() });
await measure('by themselves', undefined);
