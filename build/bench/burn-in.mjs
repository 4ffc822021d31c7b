/** Bench: burning subtitles in through the app's path (checks and all) against the plain ffmpeg command with its settings. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { measured } from './support/clock.mjs';
import { loadSources } from './support/load-sources.mjs';
import { cleared, projectWith } from './support/project.mjs';

const root = resolve(import.meta.dirname, '../..');
/** A short campaign video. What is checked before and after costs the same half second or two of CPU however long the film is. */
const SECONDS = 180;
/** Rounds of each way, by turns, the first of a round changing. */
const ROUNDS = 4;
const GOAL = 1.03;
const SIZE = { width: 1280, height: 720 };

/** The parts of the app that are measured, and what they need. */
const SOURCES = [
  'electron/services/export/export-video.ts',
  'shared/video/complete.ts',
  'electron/services/media/probe.ts',
  'electron/services/safety/clearance.ts',
  'shared/formats/ass/write.ts',
  'shared/style/styles.ts',
];

/**
 * Sound, and a moving picture with so much grain that encoding costs what it does of 720p interviews; a key frame every second, as
 * cameras and phones write them.
 */
function makeFootage(path) {
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', `testsrc2=s=1280x720:r=25:d=${SECONDS}`],
    ...['-f', 'lavfi', '-i', `sine=440:r=48000:d=${SECONDS}`, '-vf', 'noise=alls=3:allf=t'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '20', '-g', '25', '-pix_fmt', 'yuv420p'],
    ...['-c:a', 'aac', path],
  ]);
}

/** A subtitle of three seconds every four. */
const cueTimes = Array.from({ length: SECONDS / 4 }, (_, n) => ({
  startMs: n * 4000 + 500,
  endMs: n * 4000 + 3500,
}));

function plainCommand(folder, source) {
  const args = [
    ...['-nostdin', '-v', 'error', '-y', '-i', source, '-vf', 'ass=subs.ass:fontsdir=fonts'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18', '-pix_fmt', 'yuv420p', '-c:a', 'copy'],
    ...['-movflags', '+faststart', 'plain.mp4'],
  ];
  if (spawnSync('ffmpeg', args, { cwd: folder, stdio: 'inherit' }).status !== 0)
    throw new Error('ffmpeg failed');
}

/** An ffmpeg that writes down what CPU time each of its runs took; that shell of two lines costs some ms a run. */
function countedFfmpeg(folder) {
  const [path, log] = [join(folder, 'ffmpeg'), join(folder, 'times.log')];
  writeFileSync(path, `#!/bin/sh\nffmpeg "$@"\ncode=$?\ntimes >> '${log}'\nexit $code\n`, { mode: 0o755 });
  /** Seconds of the longest run since the last call: the encoding. */
  const longest = () => {
    const runs = readFileSync(log, 'utf8').trim().split('\n');
    writeFileSync(log, '');
    // times(1): a line of the shell's own, then a line of its children's, user and system as minutes and seconds.
    const seconds = runs
      .filter((_, line) => line % 2 === 1)
      .map((line) =>
        [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, sec]) => sum + m * 60 + Number(sec), 0),
      );
    return Math.max(...seconds);
  };
  return { path, longest };
}

/** The fastest round is the one that other work on the machine disturbed least. */
const fastest = (values) => Math.min(...values);

/** Prints one row and gives it back: CPU seconds of both ways, their ratio (of the fastest round of each, run by turns) and the goal. */
export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'outspoken-bench-'));
  try {
    const app = await loadSources(SOURCES, join(folder, 'app'));
    const source = join(folder, 'in.mp4');
    makeFootage(source);
    const project = projectWith(cueTimes, app.defaultStyles());
    cpSync(join(root, 'dist/fonts'), join(folder, 'fonts'), { recursive: true });
    mkdirSync(join(folder, 'work'));
    const counted = countedFfmpeg(folder);
    const tools = { ffmpeg: counted.path, ffprobe: 'ffprobe' };
    const { tracks, styles, cues } = project;
    writeFileSync(
      join(folder, 'subs.ass'),
      app.writeAss({ cues, track: tracks[0], style: styles[0], video: SIZE, title: null }),
    );
    const ways = {
      app: async () =>
        app.exportVideo({
          ...{ cleared: cleared(project, app.Cleared), output: app.PLAIN_BURN_IN, trackIds: ['t'] },
          ...{ mediaPath: source, targetPath: join(folder, 'app.mp4') },
          // Probing is part of opening a project, not of an export, but is counted all the same.
          mediaInfo: await app.probeMedia(source, tools),
          ...{ tools, fontFolder: join(root, 'dist/fonts'), temporaryFolder: join(folder, 'work') },
        }),
      plain: async () => plainCommand(folder, source),
    };
    const times = { app: [], plain: [] };
    const beside = [];
    for (let round = 0; round < ROUNDS; round++)
      for (const way of round % 2 ? ['app', 'plain'] : ['plain', 'app']) {
        const time = await measured(ways[way]);
        times[way].push(time);
        if (way !== 'app') continue;
        const encoding = counted.longest();
        beside.push((time.cpu - encoding) / encoding);
      }
    const of = (way, what) => fastest(times[way].map((time) => time[what]));
    for (const way of Object.keys(times))
      console.log(`  ${way}: ${times[way].map(({ cpu }) => cpu.toFixed(1)).join(', ')} s of CPU`);
    const row = {
      name: `Burn-in: ${SECONDS} s of 720p, against the plain ffmpeg command`,
      appS: Number(of('app', 'cpu').toFixed(1)),
      plainS: Number(of('plain', 'cpu').toFixed(1)),
      ratio: Number((of('app', 'cpu') / of('plain', 'cpu')).toFixed(3)),
      wallRatio: Number((of('app', 'wall') / of('plain', 'wall')).toFixed(3)),
      // Of one run and so free of what two runs of the same command differ by, which can be more than the goal leaves.
      besideEncoding: Number((1 + fastest(beside)).toFixed(3)),
      goal: GOAL,
    };
    console.log(
      `${row.name}: ${row.appS} s / ${row.plainS} s = ${row.ratio} (wall ${row.wallRatio}; all but encoding alone ${row.besideEncoding}; goal ≤ ${GOAL}) ${row.ratio <= GOAL ? 'ok' : 'MISSED'}`,
    );
    return row;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bench();
