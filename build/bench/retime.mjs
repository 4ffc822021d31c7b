/**
 * Bench: putting subtitles in step by sound alone. Ten-minute talks are made of the sample's sentences with other pauses (true
 * times known), mixed with nothing, noise or music at 10 dB; their cues are put out of step in every way and back again. Prints
 * the share of cues within 100/200/500 ms; beside it ffsubsync and alass where they are installed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadSources } from './support/load-sources.mjs';

const root = resolve(import.meta.dirname, '../..');
const outspoken = join(root, 'build/outspoken.mjs');
const RATE_HZ = 16_000;
const TALKS = 2;
const TALK_MS = 600_000;
const NOISES = ['clean', 'noise', 'music'];
const SNR_DB = 10;

/** mulberry32 */
function randomOf(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SOURCES = ['retime', 'activity', 'reference'].map((name) => `shared/retime/${name}.ts`);

/** The sample's sentences: their sound with a little room around, and their words from the sentence's start. */
function sentences(folder) {
  const { words } = JSON.parse(readFileSync(join(folder, 'sample-interview.words.json'), 'utf8'));
  const pcm = execFileSync(
    'ffmpeg',
    [
      '-v',
      'error',
      '-i',
      join(folder, 'sample-interview.mp4'),
      '-ac',
      '1',
      '-ar',
      String(RATE_HZ),
      '-f',
      's16le',
      '-',
    ],
    { maxBuffer: 1 << 28 },
  );
  const samples = new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length >> 1);
  const bySentence = new Map();
  for (const word of words) bySentence.set(word.sentence, [...(bySentence.get(word.sentence) ?? []), word]);
  return [...bySentence.values()].map((own) => {
    const [from, to] = [own[0].startMs - 60, own.at(-1).endMs + 120];
    const at = (ms) => Math.round((ms * RATE_HZ) / 1000);
    return {
      samples: samples.slice(at(from), at(to)),
      words: own.map(({ startMs, endMs }) => ({ startMs: startMs - from, endMs: endMs - from })),
    };
  });
}

/** A talk with pauses of 0.2 to 2 s, and its cues: up to nine words each, as people cut them. */
function makeTalk(random, pool, lengthMs) {
  const samples = new Int16Array((lengthMs * RATE_HZ) / 1000);
  const cues = [];
  let at = 1000 + 4000 * random();
  for (;;) {
    const sentence = pool[Math.floor(random() * pool.length)];
    if (at + (sentence.samples.length * 1000) / RATE_HZ > lengthMs - 1000) return { samples, cues };
    samples.set(sentence.samples, Math.round((at * RATE_HZ) / 1000));
    for (let from = 0; from < sentence.words.length;) {
      const left = sentence.words.length - from;
      const count = left <= 9 ? left : Math.min(left - 3, 5 + Math.floor(random() * 5));
      const [first, last] = [sentence.words[from], sentence.words[from + count - 1]];
      cues.push({ startMs: Math.round(at + first.startMs), endMs: Math.round(at + last.endMs) });
      from += count;
    }
    const pause = 200 + 1800 * random() ** 2 + (random() < 0.05 ? 6000 * random() : 0);
    at += (sentence.samples.length * 1000) / RATE_HZ + pause;
  }
}

function withSound(samples, kind, random) {
  if (kind === 'clean') return samples;
  const other = Float32Array.from(samples, kind === 'noise' ? pinkNoise(random) : music(random));
  const power = (values) => values.reduce((sum, value) => sum + value * value, 0) / values.length;
  const scale = Math.sqrt(power(Float32Array.from(samples)) / power(other) / 10 ** (SNR_DB / 10));
  return samples.map((value, n) => Math.max(-32768, Math.min(32767, value + scale * other[n])));
}

function pinkNoise(random) {
  const rows = new Float64Array(12);
  return (_, n) => {
    rows[Math.min(11, 31 - Math.clz32((n + 1) & -(n + 1)))] = random() - 0.5;
    return rows.reduce((sum, value) => sum + value, random() - 0.5);
  };
}

/** Struck chords with a beat: loud at the stroke, dying away. */
function music(random) {
  const notes = [0, 0, 0, 0];
  let since = 0;
  return (_, n) => {
    if (n % Math.round(RATE_HZ * 0.5) === 0) {
      since = n;
      const base = 110 * 2 ** (Math.floor(random() * 12) / 12);
      [0, 4, 7, 12].forEach((tone, index) => (notes[index] = base * 2 ** (tone / 12) * 2));
    }
    const t = n / RATE_HZ;
    const loudness = 0.3 + Math.exp((-4 * (n - since)) / RATE_HZ);
    return (
      loudness *
      notes.reduce(
        (sum, hz) => sum + Math.sin(2 * Math.PI * hz * t) + 0.4 * Math.sin(4 * Math.PI * hz * t),
        0,
      )
    );
  };
}

const shifted = (cues, ms) => cues.map((cue) => ({ startMs: cue.startMs + ms, endMs: cue.endMs + ms }));
const scaled = (cues, rate) =>
  cues.map((cue) => ({ startMs: Math.round(cue.startMs * rate), endMs: Math.round(cue.endMs * rate) }));

/** Ways of being out of step: cues as the file has them, and for each its truth (null: not in the recording). */
const WAYS = {
  'in step': (cues) => ({ cues, truth: cues }),
  offset: (cues, random) => {
    const kept = cues.slice(3);
    return {
      cues: shifted(kept, Math.round((random() - 0.5) * 2 * Math.min(60_000, kept[0].startMs))),
      truth: kept,
    };
  },
  '25 / 23.976': (cues) => ({ cues: scaled(cues, 24_000 / 1001 / 25), truth: cues }),
  'drift 0.3 %': (cues) => ({ cues: shifted(scaled(cues, 1.003), 1500), truth: cues }),
  'piece cut out of film': (cues, random) => cutOut(cues, random, 45_000),
  'piece put into film': (cues, random) => {
    const at = Math.floor(cues.length * (0.3 + 0.4 * random()));
    const file = cues.map((cue, n) => (n < at ? cue : shifted([cue], 30_000)[0]));
    return { cues: shifted(file, 0), truth: cues, undo: true };
  },
  'three cuts, offset': (cues, random) => {
    const [a, b, c] = [0.2, 0.5, 0.8].map((share) =>
      Math.floor(cues.length * (share + 0.08 * (random() - 0.5))),
    );
    const by = (n) => (n < a ? 0 : n < b ? 12_000 : n < c ? 19_000 : 40_000) + 8000;
    return { cues: cues.map((cue, n) => shifted([cue], by(n))[0]), truth: cues };
  },
  'third of cues missing': (cues, random) => {
    const kept = cues.filter(() => random() > 0.33);
    return { cues: shifted(kept, 7300), truth: kept };
  },
  'translated, late ends': (cues, random) => {
    const kept = cues.filter(() => random() > 0.1);
    const file = kept.map((cue, n) => {
      const room = (kept[n + 1]?.startMs ?? cue.endMs + 2000) - 80;
      const startMs = cue.startMs + Math.round((random() - 0.6) * 200);
      return {
        startMs,
        endMs: Math.max(startMs + 500, Math.min(room, cue.endMs + Math.round(random() * 1200))),
      };
    });
    return { cues: shifted(file, 5000), truth: file };
  },
};

/** The film lacks what these cues say for `lengthMs`; given as cues of the whole and the truth in the shortened film. */
function cutOut(cues, random, lengthMs) {
  const from = cues[Math.floor(cues.length * (0.3 + 0.4 * random()))].startMs - 100;
  const file = cues.flatMap((cue) => (cue.startMs < from ? [cue] : shifted([cue], lengthMs)));
  const extra = cues
    .filter((cue) => cue.endMs < lengthMs - 500)
    .map((cue) => shifted([cue], from + 200)[0])
    .reverse();
  const first = cues.findIndex((cue) => cue.startMs >= from);
  // What the file has and the film has not: cues of other rhythm in the hole.
  const added = extra.reverse().map((cue) => ({ startMs: cue.startMs, endMs: cue.endMs }));
  return {
    cues: [...file.slice(0, first), ...added, ...file.slice(first)],
    truth: [...cues.slice(0, first), ...added.map(() => null), ...cues.slice(first)],
  };
}

const two = (value, digits = 2) => String(value).padStart(digits, '0');
const clock = (ms) =>
  `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)},${two(ms % 1000, 3)}`;
const srt = (cues) =>
  cues.map(({ startMs, endMs }, n) => `${n + 1}\n${clock(startMs)} --> ${clock(endMs)}\nx\n`).join('\n');
const timesOf = (text) =>
  [...text.matchAll(/(\d+):(\d+):(\d+),(\d+) -->/g)].map(
    ([, h, m, s, ms]) => ((+h * 60 + +m) * 60 + +s) * 1000 + +ms,
  );

const installed = (name) => spawnSync(name, ['--help'], { stdio: 'ignore' }).status === 0;

/** Start times by another program; it writes every cue, so those without a place have a time too. */
function byPeer(name, folder, wav, cues) {
  const [from, to] = [join(folder, 'peer-in.srt'), join(folder, 'peer-out.srt')];
  writeFileSync(from, srt(cues));
  rmSync(to, { force: true });
  const args = name === 'alass' ? [wav, from, to] : [wav, '-i', from, '-o', to];
  spawnSync(name, args, { stdio: 'ignore' });
  try {
    return timesOf(readFileSync(to, 'utf8'));
  } catch {
    return cues.map(() => null);
  }
}

function wavOf(samples, path) {
  spawnSync(
    'ffmpeg',
    ['-v', 'error', '-y', '-f', 's16le', '-ar', String(RATE_HZ), '-ac', '1', '-i', '-', path],
    {
      input: Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength),
    },
  );
}

function tally(row, starts, truth) {
  truth.forEach((cue, n) => {
    const found = starts[n] ?? null;
    if (cue === null) {
      row.extra++;
      if (found === null) row.leftOut++;
    } else row.errors.push(found === null ? Infinity : Math.abs(found - cue.startMs));
  });
}

const within = ({ errors }) =>
  [100, 200, 500]
    .map((limit) => (100 * errors.filter((error) => error <= limit).length) / Math.max(1, errors.length))
    .map((share) => share.toFixed(1).padStart(5))
    .join(' ');

const newRow = () => ({ errors: [], extra: 0, leftOut: 0 });

/** Prints one row for each way and sound, then what other recordings' subtitles and the speed come to. */
export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'outspoken-bench-retime-'));
  try {
    execFileSync(process.execPath, [outspoken, 'sample', folder], { stdio: 'ignore' });
    const pool = sentences(folder);
    const engine = await loadSources(SOURCES, join(folder, 'engine'));
    const peers = ['ffsubsync', 'alass'].filter(installed);
    console.log(`% of cue starts within 100 / 200 / 500 ms (${TALKS} talks of ${TALK_MS / 60_000} minutes)`);
    console.log(`${''.padEnd(32)}${['outspoken', ...peers].map((name) => name.padEnd(20)).join('')}`);
    let [spentMs, heardMs, refused, tried] = [0, 0, 0, 0];
    for (const kind of NOISES) {
      const rows = new Map(
        Object.keys(WAYS).map((way) => [
          way,
          new Map(['outspoken', ...peers].map((name) => [name, newRow()])),
        ]),
      );
      const strangers = [];
      for (let talk = 0; talk < TALKS; talk++) {
        const random = randomOf(1000 * talk + 7);
        const { samples, cues } = makeTalk(random, pool, TALK_MS);
        strangers.push(makeTalk(randomOf(5000 + talk), pool, TALK_MS).cues);
        const mixed = withSound(samples, kind, randomOf(77 + talk));
        const wav = join(folder, 'talk.wav');
        if (peers.length > 0) wavOf(mixed, wav);
        const from = performance.now();
        const reference = engine.referenceOf(engine.speechActivity(mixed, RATE_HZ).values, TALK_MS, null);
        spentMs += performance.now() - from;
        for (const [way, make] of Object.entries(WAYS)) {
          const made = make(cues, random);
          const start = performance.now();
          tally(rows.get(way).get('outspoken'), outspokenStarts(engine, made.cues, reference), made.truth);
          spentMs += performance.now() - start;
          heardMs += TALK_MS;
          for (const peer of peers)
            tally(rows.get(way).get(peer), byPeer(peer, folder, wav, made.cues), made.truth);
        }
        for (const stranger of strangers.slice(-1)) {
          tried++;
          if (outspokenStarts(engine, stranger, reference).every((start) => start === null)) refused++;
        }
      }
      for (const [way, byName] of rows) {
        const cells = [...byName.values()].map((row) => within(row).padEnd(20)).join('');
        const { extra, leftOut } = byName.get('outspoken');
        const note = extra > 0 ? `(${leftOut} of ${extra} without a place left out)` : '';
        console.log(`${kind.padEnd(7)}${way.padEnd(25)}${cells}${note}`);
      }
    }
    console.log(`subtitles of another talk refused: ${refused} of ${tried}`);
    console.log(`speed: ${Math.round(heardMs / spentMs)} × real time`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function outspokenStarts(engine, cues, reference) {
  try {
    return engine.retime(cues, reference, TALK_MS).times.map((span) => span?.startMs ?? null);
  } catch (error) {
    if (error.code !== 'no-fit') throw error;
    return cues.map(() => null);
  }
}
