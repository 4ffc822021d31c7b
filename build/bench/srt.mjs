/** Bench: reading an SRT file of 100,000 cues, by Outspoken's loss-free reader against the `subtitle` package. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import subtitle from 'subtitle';
import { loadSources } from './support/load-sources.mjs';

const CUES = 100_000;
/** Rounds of each reader, in turn; the first warms up and is not counted. */
const ROUNDS = 7;
const GOAL = 1;

const two = (value) => String(value).padStart(2, '0');

function clock(ms) {
  const seconds = Math.floor(ms / 1000);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)},${String(ms % 1000).padStart(3, '0')}`;
}

function makeFile() {
  const cues = Array.from({ length: CUES }, (_, index) => {
    const start = index * 800;
    const text =
      index % 3 === 0 ? 'All human beings are born free' : 'Барлық адамдар тумысынан азат\nжәне тең';
    return `${index + 1}\n${clock(start)} --> ${clock(start + 700)}\n${text} ${index}\n`;
  });
  return cues.join('\n');
}

function cpuMs(work) {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, result };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Prints one row and gives it back: CPU ms of both, their ratio (median of rounds run in turn) and the goal. */
export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'outspoken-bench-'));
  try {
    const { parseSrt } = await loadSources(['shared/formats/srt/parse.ts'], folder);
    const text = makeFile();
    const ours = [];
    const theirs = [];
    for (let round = 0; round < ROUNDS; round++) {
      const own = cpuMs(() => parseSrt(text));
      const other = cpuMs(() => subtitle.parseSync(text));
      if (own.result.blocks.length !== CUES || other.result.length !== CUES || own.result.issues.length > 0)
        throw new Error('the readers do not agree on the file');
      if (round > 0) {
        ours.push(own.ms);
        theirs.push(other.ms);
      }
    }
    const row = {
      name: 'SRT: read 100,000 cues, against the subtitle package',
      oursMs: Math.round(median(ours)),
      theirsMs: Math.round(median(theirs)),
      ratio: Number((median(ours) / median(theirs)).toFixed(2)),
      goal: GOAL,
    };
    console.log(
      `${row.name}: ${row.oursMs} ms / ${row.theirsMs} ms = ${row.ratio} (goal ≤ ${row.goal.toFixed(1)}) ${row.ratio <= row.goal ? 'ok' : 'MISSED'}`,
    );
    return row;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bench();
