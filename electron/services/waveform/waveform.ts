import { basename, join } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import type { AudioStream, MediaInfo } from '../../../shared/domain/media';
import type { Fingerprint } from '../../../shared/domain/project';
import { decodeAudioArguments } from '../../../shared/ffmpeg/decode-audio';
import { ffmpegError } from '../../../shared/ffmpeg/errors';
import { levelFileParts, PEAK_FILE, type LevelHeader } from '../../../shared/waveform/level-file';
import { PyramidBuilder } from '../../../shared/waveform/pyramid';
import { BUCKETS_PER_SECOND } from '../../../shared/waveform/scale';
import { runTool } from '../../platform/spawn';
import { writeCache } from '../media/cache';
import { fingerprintKey } from '../media/fingerprint';
import { readBuckets, readLevelHeader } from '../media/level-file';
import type { ToolPaths } from '../tools/tools';

export interface WaveformOptions {
  readonly info: MediaInfo;
  readonly cacheFolder: string;
  readonly fingerprint: Fingerprint;
  readonly signal?: AbortSignal | undefined;
  /** Called with 0..1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

export interface Waveform {
  /** The peak file, for `readPeaks`. */
  readonly file: string;
  readonly bucketsPerSecond: number;
  /** Finest first. */
  readonly levels: readonly { readonly buckets: number }[];
  readonly durationMs: number;
}

/**
 * The peak pyramid of a file's main sound stream, sample 0 at the model's time 0, from the cache when it was made before.
 *
 * One streaming pass: ffmpeg decodes in its own process, ours takes 64 KiB at a time (some 30 µs of work each) and keeps
 * 200 bytes a second of sound. A damaged stretch is drawn as silence; a file of which nothing decodes is an error.
 * Throws `no-audio`, `damaged-media`, `unknown-codec`, `disk-full`, `tool-missing`, `cancelled`.
 */
export async function buildWaveform(
  path: string,
  tools: ToolPaths,
  options: WaveformOptions,
): Promise<Waveform> {
  const { info, cacheFolder, fingerprint } = options;
  if (!info.audio) throw new AppError('no-audio', { name: basename(path) });
  const file = join(cacheFolder, `${fingerprintKey(fingerprint)}.peaks`);
  const known = await readLevelHeader(PEAK_FILE, file);
  if (known) return describe(file, known);

  const builder = await decode(path, tools, info.audio, options);
  const pyramid = builder.finish();
  await writeCache(file, levelFileParts(PEAK_FILE, pyramid.levels, builder.durationMs));
  const levels = pyramid.levels.map(({ length }) => ({ buckets: length / 2 }));
  return { file, bucketsPerSecond: BUCKETS_PER_SECOND, levels, durationMs: builder.durationMs };
}

async function decode(
  path: string,
  { ffmpeg }: ToolPaths,
  audio: AudioStream,
  { info, signal, onProgress }: WaveformOptions,
): Promise<PyramidBuilder> {
  const name = basename(path);
  const builder = new PyramidBuilder(audio.sampleRateHz);
  const run = await runTool({
    command: ffmpeg,
    args: decodeAudioArguments(path, { ...info, stream: audio.index, rateHz: audio.sampleRateHz }),
    signal,
    onStdout: (chunk) => {
      builder.push(chunk);
      if (info.durationMs > 0) onProgress?.(Math.min(1, builder.durationMs / info.durationMs));
    },
  });
  if (run.code !== 0 || builder.durationMs === 0)
    throw ffmpegError({ tool: 'ffmpeg', code: run.code, stderr: run.stderrTail, name, paths: [path] });
  return builder;
}

/**
 * Interleaved int8 min, max of the buckets `[from, to)` of a level, cut off at the level's end; empty past it or for a level
 * that is not there. Throws `not-found` where the peak file is gone or no whole one: build it anew.
 */
export async function readPeaks(file: string, level: number, from: number, to: number): Promise<Int8Array> {
  const bytes = await readBuckets(PEAK_FILE, file, level, from, to);
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** What a peak file holds; null where it is not there or not whole. */
export async function readWaveform(file: string): Promise<Waveform | null> {
  const header = await readLevelHeader(PEAK_FILE, file);
  return header && describe(file, header);
}

function describe(file: string, { bucketsPerSecond, durationMs, levels }: LevelHeader): Waveform {
  return { file, bucketsPerSecond, durationMs, levels: levels.map(({ buckets }) => ({ buckets })) };
}
