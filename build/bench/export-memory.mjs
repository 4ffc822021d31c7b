/** Bench: memory of the app while it exports a film of two hours, against one of ten minutes: it must not grow with the film. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleSources } from './support/load-sources.mjs';

const root = resolve(import.meta.dirname, '../..');
const [SHORT_S, LONG_S] = [600, 7200];
/** Peak of the long film's export as a multiple of the short one's. */
const GOAL = 1.25;
const SOURCES = [
  'electron/services/export/export-video.ts',
  'electron/services/media/probe.ts',
  'electron/services/safety/clearance.ts',
  'shared/style/styles.ts',
  'shared/video/complete.ts',
];

/** A small picture: memory here is the app's, not the encoder's, which runs in a process of its own. */
function makeFootage(path, seconds) {
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', `testsrc2=s=160x90:r=10:d=${seconds}`],
    ...['-f', 'lavfi', '-i', `sine=440:r=8000:d=${seconds}`, '-c:v', 'libx264', '-preset', 'ultrafast'],
    ...['-pix_fmt', 'yuv420p', '-c:a', 'aac', path],
  ]);
}

/** A program that exports one film and prints the most memory it had, in MB. A process of its own: peaks never go down. */
const program = (modules, folder, source, seconds) => `
const { peakMemoryMb } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'peak-memory.mjs')).href)});
const app = Object.assign({}, ...(await Promise.all(${JSON.stringify(modules)}.map((address) => import(address)))));
const { cleared, projectWith } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'support/project.mjs')).href)});
const tools = { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' };
const times = Array.from({ length: ${seconds} / 4 }, (_, n) => ({ startMs: n * 4000, endMs: n * 4000 + 3500 }));
await app.exportVideo({
  cleared: cleared(projectWith(times, app.defaultStyles()), app.Cleared),
  output: app.PLAIN_BURN_IN, trackIds: ['t'], mediaPath: ${JSON.stringify(source)},
  mediaInfo: await app.probeMedia(${JSON.stringify(source)}, tools), tools,
  targetPath: ${JSON.stringify(join(folder, `out-${seconds}.mp4`))},
  fontFolder: ${JSON.stringify(join(root, 'dist/fonts'))}, temporaryFolder: ${JSON.stringify(folder)},
});
console.log(peakMemoryMb());
`;

/** Prints one row and gives it back: peaks in MB and their ratio. */
export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'outspoken-bench-'));
  try {
    const modules = await bundleSources(SOURCES, join(folder, 'app'));
    const peakOf = (seconds) => {
      const source = join(folder, `in-${seconds}.mp4`);
      makeFootage(source, seconds);
      const file = join(folder, `run-${seconds}.mjs`);
      writeFileSync(file, program(modules, folder, source, seconds));
      return Number(execFileSync(process.execPath, [file], { encoding: 'utf8' }));
    };
    const [short, long] = [peakOf(SHORT_S), peakOf(LONG_S)];
    const row = {
      name: 'Memory of an export: two hours against ten minutes',
      longMb: Math.round(long),
      shortMb: Math.round(short),
      ratio: Number((long / short).toFixed(2)),
      goal: GOAL,
    };
    console.log(
      `${row.name}: ${row.longMb} MB / ${row.shortMb} MB = ${row.ratio} (goal ≤ ${GOAL}) ${row.ratio <= GOAL ? 'ok' : 'MISSED'}`,
    );
    return row;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bench();
