/**
 * Bench: waveform of an hour of sound, by the app's own service, against `ffmpeg -f null` decoding the same (goal ≤ 1.15),
 * and the peak memory of our process (goal < 200 MB). Both run in turn; the ratio is of the fastest run of each, which
 * other work on the machine disturbs least.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleSources } from './support/load-sources.mjs';

const MINUTES = 60;
const ROUNDS = 4;
const GOAL_RATIO = 1.15;
const GOAL_MB = 200;

function run(command, args) {
  const begin = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return { seconds: (performance.now() - begin) / 1000, stdout };
}

/** A minute of noise as stereo AAC, repeated without encoding it again; kept for the next time. */
function makeSound() {
  const folder = join(tmpdir(), 'outspoken-bench');
  const path = join(folder, `sound-${MINUTES}-min.m4a`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const [minute, half] = [join(folder, 'minute.m4a'), join(folder, 'half-made.m4a')];
  const noise = ['-f', 'lavfi', '-i', 'anoisesrc=c=pink:r=48000:d=60:a=0.3', '-ac', '2'];
  run('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...noise, '-c:a', 'aac', '-b:a', '128k', minute]);
  const repeat = ['-stream_loop', String(MINUTES - 1), '-i', minute, '-c', 'copy'];
  run('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...repeat, half]);
  renameSync(half, path);
  return path;
}

/** A process of its own, so that its peak memory is the waveform's; the clock runs only while the app would wait. */
function runService(service, sound, folder) {
  const options = {
    info: {
      container: 'mov,mp4,m4a,3gp,3g2,mj2',
      startMs: 0,
      durationMs: MINUTES * 60_000,
      audio: { index: 0, sampleRateHz: 48_000 },
    },
    fingerprint: { sizeBytes: 0, headSha256: '', tailSha256: '' },
    cacheFolder: mkdtempSync(join(folder, 'cache-')),
  };
  const program = `
    const { peakMemoryMb } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'peak-memory.mjs')).href)});
    const { buildWaveform } = await import(${JSON.stringify(service)});
    const begin = performance.now();
    const made = await buildWaveform(${JSON.stringify(sound)}, { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' }, ${JSON.stringify(options)});
    const seconds = (performance.now() - begin) / 1000;
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6;
    console.log(JSON.stringify({ seconds, memoryMb: peakMemoryMb(), cpuSeconds, buckets: made.levels[0].buckets }));`;
  const made = JSON.parse(run(process.execPath, ['--input-type=module', '-e', program]).stdout);
  const expected = MINUTES * 60 * 100;
  if (Math.abs(made.buckets / expected - 1) > 0.01)
    throw new Error(`${made.buckets} buckets, not ${expected}`);
  return made;
}

export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'outspoken-bench-'));
  try {
    const sound = makeSound();
    const [service] = await bundleSources(['electron/services/waveform/waveform.ts'], folder);
    const decode = ['-nostdin', '-v', 'error', '-i', sound, '-vn', '-f', 'null', '-'];
    const rounds = Array.from({ length: ROUNDS }, () => ({
      plain: run('ffmpeg', decode).seconds,
      ours: runService(service, sound, folder),
    }));
    const plain = Math.min(...rounds.map((round) => round.plain));
    const ours = Math.min(...rounds.map((round) => round.ours.seconds));
    const cpu = Math.min(...rounds.map((round) => round.ours.cpuSeconds));
    const megabytes = Math.max(...rounds.map((round) => round.ours.memoryMb));
    console.log(`waveform of ${MINUTES} min: ${ours.toFixed(2)} s (of it our own CPU ${cpu.toFixed(2)} s)`);
    console.log(`ffmpeg -f null of the same: ${plain.toFixed(2)} s`);
    console.log(`ratio: ${(ours / plain).toFixed(3)} (goal ≤ ${GOAL_RATIO})`);
    console.log(`peak memory of our process: ${megabytes.toFixed(0)} MB (goal < ${GOAL_MB})`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
