/** Bench: burning subtitles in through the app's path (checks and all) against the plain ffmpeg command with its settings. */
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { measured } from './support/clock.mjs';
import { bundleSources } from './support/load-sources.mjs';
import { cleared, projectWith } from './support/project.mjs';

const root = resolve(import.meta.dirname, '../..');
/** A short campaign video. What is checked before and after costs the same half second or two of CPU however long the film is. */
const SECONDS = 180;
/**
 * A round is both ways at the same time, each on a core of its own; in the next they change places. So whatever else disturbs the
 * machine, which makes runs of one and the same command differ by a tenth, disturbs both.
 */
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

function plainCommand(folder) {
  const args = [
    ...['-nostdin', '-v', 'error', '-y', '-i', 'in.mp4', '-vf', 'ass=subs.ass:fontsdir=fonts'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18', '-pix_fmt', 'yuv420p', '-c:a', 'copy'],
    ...['-movflags', '+faststart', 'plain.mp4'],
  ];
  if (spawnSync('ffmpeg', args, { cwd: folder, stdio: 'inherit' }).status !== 0)
    throw new Error('ffmpeg failed');
}

/** The app's way, of its sources bundled under these addresses. */
async function appExport(folder, addresses) {
  const app = Object.assign({}, ...(await Promise.all(addresses.map((address) => import(address)))));
  const project = projectWith(cueTimes, app.defaultStyles());
  const source = join(folder, 'in.mp4');
  const tools = { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' };
  return async () =>
    app.exportVideo({
      ...{ cleared: cleared(project, app.Cleared), output: app.PLAIN_BURN_IN, trackIds: ['t'] },
      ...{ mediaPath: source, targetPath: join(folder, 'app.mp4') },
      // Probing is part of opening a project, not of an export, but is counted all the same.
      mediaInfo: await app.probeMedia(source, tools),
      ...{ tools, fontFolder: join(root, 'dist/fonts'), temporaryFolder: join(folder, 'work') },
    });
}

/** One way, in a process of its own, which prints what it took. */
async function runWay(way, folder, addresses) {
  const work = way === 'app' ? await appExport(folder, addresses) : async () => plainCommand(folder);
  console.log(JSON.stringify(await measured(work)));
}

/** Seconds of CPU and wall that `way` took, on the `core`th core where the system lets one choose. */
async function measuredOn(core, way, folder, addresses) {
  const command = [process.execPath, import.meta.filename, way, folder, ...addresses];
  const pinned = process.platform === 'linux' ? ['taskset', '-c', String(core), ...command] : command;
  const { stdout } = await promisify(execFile)(pinned[0], pinned.slice(1));
  return JSON.parse(stdout);
}

/** Prints one row and gives it back: CPU seconds of both ways over all rounds, their ratio and the goal. */
export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'outspoken-bench-'));
  try {
    const addresses = await bundleSources(SOURCES, join(folder, 'app'));
    const app = Object.assign({}, ...(await Promise.all(addresses.map((address) => import(address)))));
    makeFootage(join(folder, 'in.mp4'));
    const { tracks, styles, cues } = projectWith(cueTimes, app.defaultStyles());
    cpSync(join(root, 'dist/fonts'), join(folder, 'fonts'), { recursive: true });
    mkdirSync(join(folder, 'work'));
    writeFileSync(
      join(folder, 'subs.ass'),
      app.writeAss({ cues, track: tracks[0], style: styles[0], video: SIZE, title: null }),
    );
    const sum = { app: { cpu: 0, wall: 0 }, plain: { cpu: 0, wall: 0 } };
    for (let round = 0; round < ROUNDS; round++) {
      const times = await Promise.all(
        ['app', 'plain'].map((way, n) => measuredOn((n + round) % 2, way, folder, addresses)),
      );
      for (const [n, way] of ['app', 'plain'].entries()) {
        sum[way].cpu += times[n].cpu;
        sum[way].wall += times[n].wall;
      }
      console.log(
        `  round ${round + 1}: app ${times[0].cpu.toFixed(1)}, plain ${times[1].cpu.toFixed(1)} s of CPU`,
      );
    }
    const ratio = (what) => Number((sum.app[what] / sum.plain[what]).toFixed(3));
    const row = {
      name: `Burn-in: ${SECONDS} s of 720p, against the plain ffmpeg command`,
      appS: Number(sum.app.cpu.toFixed(1)),
      plainS: Number(sum.plain.cpu.toFixed(1)),
      ...{ ratio: ratio('cpu'), wallRatio: ratio('wall') },
      goal: GOAL,
    };
    console.log(
      `${row.name}: ${row.appS} s / ${row.plainS} s = ${row.ratio} (wall ${row.wallRatio}; goal ≤ ${GOAL}) ${row.ratio <= GOAL ? 'ok' : 'MISSED'}`,
    );
    return row;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [way, folder, ...addresses] = process.argv.slice(2);
  if (way) await runWay(way, folder, addresses);
  else await bench();
}
