/** Bench: smart burn-in against a full one of the same film, with subtitles in 30 % of its time. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { measured } from './support/clock.mjs';
import { loadSources } from './support/load-sources.mjs';
import { cleared, projectWith } from './support/project.mjs';

const root = resolve(import.meta.dirname, '../..');
const SECONDS = 60;
const ROUNDS = 2;
/** CPU of the full encode as a multiple of the smart one's. */
const GOAL = 2.5;
const TOOLS = { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' };
const SOURCES = [
  'electron/services/export/export-video.ts',
  'electron/services/media/probe.ts',
  'electron/services/safety/clearance.ts',
  'shared/style/styles.ts',
  'shared/video/complete.ts',
];

/** 1080p with grain and a key frame a second, as cameras and phones record. */
function makeFootage(path) {
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', `testsrc2=s=1920x1080:r=25:d=${SECONDS}`],
    ...['-f', 'lavfi', '-i', `sine=440:r=48000:d=${SECONDS}`, '-vf', 'noise=alls=3:allf=t'],
    ...[
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-crf',
      '20',
      '-bf',
      '2',
      '-g',
      '25',
      '-pix_fmt',
      'yuv420p',
    ],
    ...['-c:a', 'aac', path],
  ]);
}

/** Three seconds of each ten show a subtitle, from the start of a second: 30 % of the time, 30 % of the groups. */
const cueTimes = Array.from({ length: SECONDS / 10 }, (_, n) => ({
  startMs: n * 10_000 + 4000,
  endMs: n * 10_000 + 6950,
}));

/** Prints one row and gives it back: CPU seconds of both ways and how many times less the smart one takes. */
export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'outspoken-bench-'));
  try {
    const app = await loadSources(SOURCES, join(folder, 'app'));
    const source = join(folder, 'in.mp4');
    makeFootage(source);
    const project = projectWith(cueTimes, app.defaultStyles());
    const mediaInfo = await app.probeMedia(source, TOOLS);
    const way = (smart) => async () => {
      const made = await app.exportVideo({
        ...{
          cleared: cleared(project, app.Cleared),
          output: { ...app.PLAIN_BURN_IN, smart },
          trackIds: ['t'],
        },
        ...{ mediaPath: source, mediaInfo, targetPath: join(folder, `${smart}.mp4`), tools: TOOLS },
        ...{ fontFolder: join(root, 'dist/fonts'), temporaryFolder: folder },
      });
      if (smart !== made.checks.some(({ code }) => code === 'smart'))
        throw new Error('the wrong way was taken');
    };
    const times = { smart: [], full: [] };
    for (let round = 0; round < ROUNDS; round++) {
      times.full.push((await measured(way(false))).cpu);
      times.smart.push((await measured(way(true))).cpu);
    }
    const least = (values) => Math.min(...values);
    const [full, smart] = [least(times.full), least(times.smart)];
    const row = {
      name: `Smart burn-in: ${SECONDS} s of 1080p, subtitles in 30 % of it, against encoding all`,
      fullS: Number(full.toFixed(1)),
      smartS: Number(smart.toFixed(1)),
      ratio: Number((full / smart).toFixed(2)),
      goal: GOAL,
    };
    console.log(
      `${row.name}: ${row.fullS} s / ${row.smartS} s = ${row.ratio} times less (goal ≥ ${GOAL}) ${row.ratio >= GOAL ? 'ok' : 'MISSED'}`,
    );
    return row;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bench();
