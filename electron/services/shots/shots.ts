import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/api/errors';
import type { MediaInfo } from '../../../shared/domain/media';
import type { Fingerprint } from '../../../shared/domain/project';
import { ffmpegError } from '../../../shared/ffmpeg/errors';
import { createShotParser, findShotsArguments } from '../../../shared/shots/find';
import { runTool } from '../../platform/spawn';
import { readCache, writeCache } from '../media/cache';
import { fingerprintKey } from '../media/fingerprint';
import type { ToolPaths } from '../tools/tools';

export interface FindShotsOptions {
  readonly info: MediaInfo;
  readonly cacheFolder: string;
  readonly fingerprint: Fingerprint;
  readonly signal?: AbortSignal | undefined;
  /** Called with 0..1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

const Cached = z.object({ version: z.literal(1), shotsMs: z.array(z.number()) });

function cacheFile({ cacheFolder, fingerprint }: Pick<FindShotsOptions, 'cacheFolder' | 'fingerprint'>) {
  return join(cacheFolder, `${fingerprintKey(fingerprint)}.shots`);
}

/** When shots begin (ms of the model's timeline, with fractions), as far as they were looked for before; null otherwise. */
export async function knownShots(
  options: Pick<FindShotsOptions, 'cacheFolder' | 'fingerprint'>,
): Promise<number[] | null> {
  const bytes = await readCache(cacheFile(options));
  if (!bytes) return null;
  try {
    return Cached.parse(JSON.parse(new TextDecoder().decode(bytes))).shotsMs;
  } catch {
    // Damaged or of another version: it is made anew.
    return null;
  }
}

/**
 * Looks at every picture of the footage for shot changes, and keeps what it finds in the cache.
 * Throws `no-video`, `damaged-media`, `unknown-codec`, `disk-full`, `cancelled`.
 */
export async function findShots(
  path: string,
  tools: ToolPaths,
  options: FindShotsOptions,
): Promise<number[]> {
  const { info, signal, onProgress } = options;
  const name = basename(path);
  if (!info.video) throw new AppError('no-video', { name });
  const known = await knownShots(options);
  if (known) return known;
  const parser = createShotParser();
  const run = await runTool({
    command: tools.ffmpeg,
    args: findShotsArguments(path, info.video.index, info),
    signal,
    onStdoutLine: (line) => {
      const atMs = parser.line(line);
      if (atMs !== null && info.durationMs > 0)
        onProgress?.(Math.min(1, Math.max(0, atMs / info.durationMs)));
    },
  });
  if (run.code !== 0)
    throw ffmpegError({ tool: 'ffmpeg', code: run.code, stderr: run.stderrTail, name, paths: [path] });
  const shotsMs = parser.shots();
  const text = JSON.stringify({ version: 1, shotsMs } satisfies z.infer<typeof Cached>);
  await writeCache(cacheFile(options), [new TextEncoder().encode(text)]);
  return shotsMs;
}
