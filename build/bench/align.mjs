#!/usr/bin/env node
/**
 * Bench: alignment against exact truth, and the goals of the issue. `npm run bench:align -- [OPTIONS]`
 * What was measured is kept by state of the engine and track, so it may be stopped at any time, run in parts (`--only`) and
 * run again for the table of all.
 *
 *   --only=REGEX    tracks by name, `<es|fr|it|en>__<condition>`; conditions are in align/conditions.mjs, and `clean`
 *   --held-out      tracks of the voices that nothing was fitted to, `ru__<condition>`, instead
 *   --seconds=600   length of the clean tracks
 *   --jobs=1        tracks at once; figures of speed are only true with 1 on an idle machine
 *   --no-sample, --no-wrong   leave these parts out; the sample needs `npm run build`
 *   --hours=3       also aligns that many hours at once, for its memory
 *   --fresh         measures again what was measured before
 *   --cache=FOLDER  where packages and tracks are kept (72 tracks of ten minutes: 1.4 GB)
 *
 * aeneas and Echogarden are measured beside ours where they are installed, and kept too: `align/peers.mjs` says how to install them.
 *
 * Stretches aligned again after the whole are measured by `align/pieces.mjs`.
 *
 * The development set is made from Debian's recorded prompts (`apt-get download`), so it needs Debian and its archive.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleAligner } from './align/bundle.mjs';
import { HELD_OUT, VOICES } from './align/clips.mjs';
import { HALF_SAID } from './align/conditions.mjs';
import { makeLong } from './align/make-long.mjs';
import { makeSet, readTrack } from './align/make-set.mjs';
import { findPeers, runPeer } from './align/peers.mjs';
import { measureSample } from './align/sample.mjs';
import { sentenceErrors } from './align/score.mjs';
import { printGoals, printHeading, printRow } from './align/tables.mjs';
import { makeWrongTexts } from './align/wrong-texts.mjs';

const runTrack = join(import.meta.dirname, 'align/run-track.mjs');

function optionsOf(args) {
  const value = (name, otherwise) =>
    args.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
  return {
    only: new RegExp(value('only', '.')),
    seconds: Number(value('seconds', 600)),
    hours: Number(value('hours', 0)),
    jobs: Number(value('jobs', 1)),
    cache: resolve(value('cache', join(homedir(), '.cache/outspoken-bench-align'))),
    hasSample: !args.includes('--no-sample'),
    hasWrong: !args.includes('--no-wrong'),
    voices: args.includes('--held-out') ? HELD_OUT : VOICES,
    isFresh: args.includes('--fresh'),
  };
}

const inOwnProcess = (args) =>
  new Promise((done) =>
    spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] }).on('exit', done),
  );

/** Runs `work` over `items`, `jobs` at a time. */
async function inParallel(items, jobs, work) {
  const queue = [...items];
  const one = async () => {
    for (let item; (item = queue.shift()) !== undefined;) await work(item);
  };
  await Promise.all(Array.from({ length: jobs }, one));
}

/** What tells a track from every other, its sound by its length: tracks are made the same everywhere. */
const identity = (track) =>
  createHash('sha256')
    .update(readFileSync(`${track}.json`))
    .update(String(statSync(`${track}.wav`).size))
    .digest('hex')
    .slice(0, 8);

/** What `measure(out)` wrote about a track, now or before. `kept`: folder of what that aligner did before. */
async function measured({ kept, isFresh }, track, measure) {
  const out = join(kept, `${basename(track)}-${identity(track)}.json`);
  if (isFresh || !existsSync(out)) await measure(out);
  const { seconds } = readTrack(track);
  const found = JSON.parse(readFileSync(out, 'utf8'));
  return { ...found, timesRealTime: seconds / found.seconds, timesCpu: seconds / found.cpuSeconds };
}

const alignTrack = (engine, track) =>
  measured(engine, track, (out) => inOwnProcess([runTrack, engine.bundle, track, out]));

/** Failures are not kept: they are of the installation rather than of the peer. */
const alignTrackByPeer = (peer, track) =>
  measured(peer, track, (out) => runPeer(peer, track, out)).catch(({ message }) => ({
    ...{ words: [], error: message },
    ...{ timesRealTime: NaN, timesCpu: NaN, memoryMb: NaN },
  }));

/** A row for each track and aligner; `peer` is null in ours. */
async function measureSet(engine, peers, tracks, jobs) {
  const rows = [];
  printHeading();
  await inParallel(tracks, jobs, async (path) => {
    const track = readTrack(path);
    const add = (peer, found) => {
      const sentences = sentenceErrors(track, found);
      printRow(peer ? `  ${peer.title}` : basename(path), sentences, found);
      rows.push({ ...found, peer, condition: track.condition, sentences });
    };
    add(null, await alignTrack(engine, path));
    for (const peer of peers) add(peer, await alignTrackByPeer(peer, path));
  });
  return rows;
}

/** The sentences of an aligner's clean tracks and of its hard ones, which are also printed, as are those of half texts. */
function sumUp(rows, peer) {
  const own = rows.filter((row) => row.peer === peer);
  const sentencesOf = (fits) => own.flatMap(({ condition, sentences }) => (fits(condition) ? sentences : []));
  const isHalf = (condition) => HALF_SAID.includes(condition);
  const clean = sentencesOf((condition) => condition === 'clean');
  const hard = sentencesOf((condition) => condition !== 'clean' && !isHalf(condition));
  const half = sentencesOf(isHalf);
  const title = peer ? `  ${peer.title}` : 'all';
  printRow(`${title} clean`, clean, null);
  printRow(`${title} hard`, hard, null);
  if (half.length > 0) printRow(`${title} half the text`, half, null);
  return { own, clean, hard };
}

/** A recording of hours. */
async function measureLong(engine, cache, hours) {
  const path = makeLong(cache, hours);
  const found = await alignTrack(engine, path);
  printRow(basename(path), sentenceErrors(readTrack(path), found), found);
  return { hours, ...found };
}

/** By sound with a wrong text: whether it was refused. */
async function measureWrongTexts(engine, tracks, jobs, folder) {
  const clean = tracks.filter((path) => path.endsWith('__clean'));
  const refused = [];
  await inParallel(makeWrongTexts(clean, folder), jobs, async (path) => {
    const { error } = await alignTrack(engine, path);
    refused.push(error === 'mismatch');
    console.log(`${basename(path).padEnd(40)} ${error ?? 'NOT REFUSED'}`);
  });
  return refused;
}

export async function bench(args = []) {
  const options = optionsOf(args);
  const folder = mkdtempSync(join(tmpdir(), 'outspoken-bench-align-'));
  try {
    const { bundle, engine: name } = await bundleAligner();
    const kept = join(options.cache, 'results', name);
    mkdirSync(kept, { recursive: true });
    const engine = { bundle, kept, isFresh: options.isFresh };
    console.log(`engine ${name}`);
    const sample = options.hasSample ? measureSample() : [];
    for (const { edition, starts, ends, timesRealTime } of sample)
      console.log(
        `${edition.padEnd(18)} words within 100 ms: starts ${starts.toFixed(1)} %, ends ${ends.toFixed(1)} %; × real time ${timesRealTime.toFixed(1)}`,
      );
    const tracks = makeSet(options.cache, options.seconds, (name) => options.only.test(name), options.voices);
    const peers = findPeers().map((peer) => {
      const kept = join(options.cache, 'results', peer.id);
      mkdirSync(kept, { recursive: true });
      return { ...peer, kept, isFresh: options.isFresh };
    });
    const rows = await measureSet(engine, peers, tracks, options.jobs);
    const long = options.hours > 0 ? await measureLong(engine, options.cache, options.hours) : null;
    const wrongTexts = options.hasWrong ? await measureWrongTexts(engine, tracks, options.jobs, folder) : [];
    const { own, clean, hard } = sumUp(rows, null);
    for (const peer of peers) sumUp(rows, peer);
    printGoals({ clean, hard, all: [...clean, ...hard], sample, wrongTexts, tracks: own, long });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await bench(process.argv.slice(2));
