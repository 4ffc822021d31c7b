/** Bench: what the guard and the queue cost. CPU time of this process, so that other work on the machine counts little. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadSources } from './support/load-sources.mjs';

const CUES = 2000;
const NAMES = 200;
/** Goal of the product for looking through a film. */
const GUARD_GOAL_MS = 50;
const FILES = 60;
const ROUNDS = 6;

const SYLLABLES = 'жа на ай ге рі ну ла се ма ри ко ва ди ал та бе са ер ку шы'.split(' ');
const WORDS =
  'мы записали свидетельства тридцати четырёх женщин из шести городов нашей республики everyone has the right to life liberty and security of person барлық адамдар тумысынан азат және қадір-қасиеті мен құқықтары тең болып дүниеге келеді'.split(
    ' ',
  );

/** The same numbers in every run (Park and Miller's generator). */
function numbers(seed) {
  return (below) => (seed = (seed * 48271) % 2147483647) % below;
}

async function cpuMs(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function guardInput() {
  const random = numbers(7);
  const word = () => Array.from({ length: 2 + random(3) }, () => SYLLABLES[random(20)]).join('');
  const plain = { kind: 'person', languages: [], pseudonym: null };
  const names = Array.from({ length: NAMES }, () => ({
    name: `${word()}н ${word()}а`,
    aliases: [`${word()}а`],
    ...plain,
  }));
  const text = () => Array.from({ length: 12 }, () => WORDS[random(WORDS.length)]).join(' ');
  const texts = Array.from({ length: CUES }, (_, n) => ({
    kind: 'cue',
    place: String(n),
    recordId: null,
    language: 'ru',
    text: text(),
  }));
  return { names, texts };
}

async function guardRow({ createGuard }) {
  const { names, texts } = guardInput();
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    // Prepared lists are kept by what they say: each round has another one.
    const other = names.map((entry) => ({ ...entry, pseudonym: `P${round}` }));
    rounds.push(await cpuMs(() => createGuard(other).find(texts)));
  }
  const ms = Math.round(median(rounds.slice(1)));
  console.log(
    `names: ${CUES} cues against ${NAMES} names, list prepared anew: ${ms} ms CPU (goal ≤ ${GUARD_GOAL_MS}) ${ms <= GUARD_GOAL_MS ? 'ok' : 'MISSED'}; first time ${Math.round(rounds[0])} ms`,
  );
}

function project() {
  const track = {
    id: 't',
    order: 0,
    kind: 'source',
    language: 'en',
    name: '',
    direction: 'ltr',
    profileId: 'p',
    styleId: 's',
  };
  const cues = Array.from({ length: 500 }, (_, n) => ({
    ...{
      id: `c${n}`,
      trackId: 't',
      startMs: n * 3000,
      endMs: n * 3000 + 2500,
      text: `All human beings are born free ${n}`,
    },
    ...{
      speakerId: null,
      wordIds: [],
      sourceCueId: null,
      position: 'bottom',
      status: 'timed',
      stale: false,
      timedByHand: false,
    },
  }));
  return {
    meta: { id: 'p', title: 'Film', language: 'en', media: null },
    speakers: [],
    paragraphs: [],
    tracks: [track],
    cues,
    styles: [],
  };
}

async function queueRow({ createQueue, createJobs, exportSubtitles, Cleared }, folder) {
  const film = project();
  const text = { encoding: 'utf8', bom: false, lineEnd: 'lf' };
  const output = { kind: 'subtitles', format: 'srt', speakers: false, text };
  const scope = { trackIds: ['t'], speakers: false, transcript: false, labels: false };
  const [plain, queued] = ['plain', 'queued'].map((name) => join(folder, name));
  for (const path of [plain, queued]) mkdirSync(path);
  const alone = await cpuMs(async () => {
    for (let n = 0; n < FILES; n++)
      await exportSubtitles({
        cleared: Cleared.from(film, scope, { names: [] }),
        trackId: 't',
        format: 'srt',
        targetPath: join(plain, `${n}.srt`),
      });
  });
  let ended = () => undefined;
  const all = new Promise((resolve) => (ended = resolve));
  const queue = createQueue({
    folder: join(folder, 'queue'),
    jobs: createJobs({ concurrency: 2, onChange: () => undefined }),
    means: {
      version: '0',
      tools: { list: async () => [], paths: async () => Promise.reject(new Error('none')) },
      fontFolder: '',
      cacheFolder: folder,
    },
    onChange: ({ entries }) =>
      entries.length === FILES && entries.every(({ state }) => state === 'done') ? ended() : undefined,
    onProgress: () => undefined,
    keepAwake: null,
  });
  const items = Array.from({ length: FILES }, (_, n) => ({
    id: `i${n}`,
    output,
    trackIds: ['t'],
    languages: ['en'],
    name: `${n}.srt`,
  }));
  const places = {
    folder: queued,
    projectPath: null,
    mediaPath: null,
    listFolders: [folder],
    sourcePaths: [],
    override: null,
  };
  const inQueue = await cpuMs(async () => {
    await queue.add({ project: film, items, ...places });
    await all;
  });
  await queue.dispose();
  console.log(
    `queue: ${FILES} SRT files of 500 cues, ${(inQueue / FILES).toFixed(1)} ms CPU each in the queue with checks, scan and record, ${(alone / FILES).toFixed(1)} ms written alone: ${((inQueue - alone) / FILES).toFixed(1)} ms a file on top`,
  );
}

/** Prints both rows. */
export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'outspoken-bench-'));
  try {
    const sources = [
      ...['shared/safety/guard.ts', 'electron/services/export/queue.ts', 'electron/services/jobs/jobs.ts'],
      ...['electron/services/export/subtitles.ts', 'electron/services/safety/clearance.ts'],
    ];
    const app = await loadSources(sources, join(folder, 'app'));
    await guardRow(app);
    await queueRow(app, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bench();
