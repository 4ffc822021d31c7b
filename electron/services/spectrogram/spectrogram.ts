import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/api/errors';
import type { MediaInfo } from '../../../shared/domain/media';
import type { Fingerprint } from '../../../shared/domain/project';
import { decodeAudioArguments } from '../../../shared/ffmpeg/decode-audio';
import { ffmpegError } from '../../../shared/ffmpeg/errors';
import { SPECTROGRAM_RATE_HZ } from '../../../shared/spectrogram/spectrogram';
import { SPECTROGRAM_FILE, type LevelHeader } from '../../../shared/waveform/level-file';
import { runTool } from '../../platform/spawn';
import { runWorker } from '../../platform/workers';
import { fingerprintKey } from '../media/fingerprint';
import { readLevelHeader } from '../media/level-file';
import type { ToolPaths } from '../tools/tools';

export interface SpectrogramOptions {
  readonly info: MediaInfo;
  readonly cacheFolder: string;
  readonly fingerprint: Fingerprint;
  readonly signal?: AbortSignal | undefined;
  /** Called with 0..1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/** Where a file's spectrogram is kept. */
export function spectrogramFile({
  cacheFolder,
  fingerprint,
}: Pick<SpectrogramOptions, 'cacheFolder' | 'fingerprint'>): string {
  return join(cacheFolder, `${fingerprintKey(fingerprint)}.pitches`);
}

const Made = z.object({ durationMs: z.number() });

/**
 * The spectrogram of a file's main sound stream, column 0 at the model's time 0, from the cache when it was made before. ffmpeg
 * decodes in its own process, a worker computes; 5.3 KB are kept a second of sound.
 * Throws `no-audio`, `damaged-media`, `unknown-codec`, `disk-full`, `tool-missing`, `cancelled`.
 */
export async function buildSpectrogram(
  path: string,
  tools: ToolPaths,
  options: SpectrogramOptions,
): Promise<LevelHeader> {
  const { info, signal } = options;
  const name = basename(path);
  if (!info.audio) throw new AppError('no-audio', { name });
  const file = spectrogramFile(options);
  const known = await readLevelHeader(SPECTROGRAM_FILE, file);
  if (known) return known;
  await runWorker(
    'spectrogram',
    { file },
    { signal, feed: (send) => decode(path, tools, options, send) },
  ).then((raw) => {
    if (Made.parse(raw).durationMs === 0) throw new AppError('no-audio', { name });
  });
  const made = await readLevelHeader(SPECTROGRAM_FILE, file);
  if (!made) throw new AppError('internal', { reason: 'the spectrogram was not kept' });
  return made;
}

async function decode(
  path: string,
  { ffmpeg }: ToolPaths,
  { info, signal, onProgress }: SpectrogramOptions,
  send: (piece: Uint8Array) => Promise<void>,
): Promise<void> {
  if (!info.audio) return;
  let bytes = 0;
  const bytesPerMs = (2 * SPECTROGRAM_RATE_HZ) / 1000;
  const run = await runTool({
    command: ffmpeg,
    args: decodeAudioArguments(path, {
      ...info,
      stream: info.audio.index,
      rateHz: SPECTROGRAM_RATE_HZ,
      sample: 's16',
    }),
    signal,
    onStdout: async (chunk) => {
      bytes += chunk.length;
      await send(chunk);
      if (info.durationMs > 0) onProgress?.(Math.min(1, bytes / bytesPerMs / info.durationMs));
    },
  });
  if (run.code !== 0 || bytes === 0)
    throw ffmpegError({
      tool: 'ffmpeg',
      code: run.code,
      stderr: run.stderrTail,
      name: basename(path),
      paths: [path],
    });
}
