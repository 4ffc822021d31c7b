import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import type { MediaInfo } from '../../../shared/domain/media';
import { ffmpegError, saysDiskFull } from '../../../shared/ffmpeg/errors';
import { createProgressParser, type EncodeProgress } from '../../../shared/ffmpeg/progress';
import { proxyArguments } from '../../../shared/ffmpeg/proxy';
import { runTool } from '../../platform/spawn';
import type { ToolPaths } from '../tools/tools';
import { fileError } from './open-checked';
import { probeMedia } from './probe';

export interface ProxyOptions {
  readonly info: MediaInfo;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: EncodeProgress) => void) | undefined;
  /** Where ffmpeg is run: holds what its filters read. Ours if left out. */
  readonly folder?: string | undefined;
  /** What to ask of ffmpeg; a preview for the editor if left out. */
  readonly argumentsOf?: typeof proxyArguments;
}

/** A proxy may end this much before the footage says it does: cameras round, and damaged ends are dropped. */
const MISSING_MS = 2000;
const MISSING_SHARE = 0.05;

/**
 * Makes a preview of footage that Chromium cannot show, at `target` (its folder must exist). The name appears only once
 * the file is whole, checked and on disk; whatever goes wrong, the temporary one is removed.
 * Throws `disk-full`, `no-permission`, `verification`, `cancelled`, and what `ffmpegError` tells apart.
 */
export async function makeProxy(
  path: string,
  target: string,
  tools: ToolPaths,
  options: ProxyOptions,
): Promise<void> {
  const temporary = join(dirname(target), `.${randomUUID()}.part.mp4`);
  try {
    await encode(path, temporary, tools, options);
    await verify(temporary, target, tools, options);
    await sync(temporary);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw fileError(error, target) ?? error;
  }
}

async function encode(
  path: string,
  temporary: string,
  tools: ToolPaths,
  { info, folder, signal, onProgress, argumentsOf = proxyArguments }: ProxyOptions,
) {
  const parse = createProgressParser(info.durationMs);
  const run = await runTool({
    command: tools.ffmpeg,
    args: argumentsOf(path, temporary, info),
    cwd: folder,
    signal,
    onStdoutLine: (line) => {
      const progress = parse(line);
      if (progress) onProgress?.(progress);
    },
  });
  // ffmpeg 5.1 ends with 0 on a full disk.
  if (run.code === 0 && !saysDiskFull(run.stderrTail)) return;
  const name = basename(path);
  const targetName = basename(temporary);
  throw ffmpegError({
    tool: 'ffmpeg',
    code: run.code,
    stderr: run.stderrTail,
    name,
    targetName,
    paths: [path, temporary],
  });
}

async function verify(temporary: string, target: string, tools: ToolPaths, { info, signal }: ProxyOptions) {
  const made = await probeMedia(temporary, tools, signal);
  const least = info.durationMs * (1 - MISSING_SHARE) - MISSING_MS;
  const isWhole = made.durationMs >= least && (made.video === null) === (info.video === null);
  if (isWhole && made.playable) return;
  const reason = `${made.durationMs} ms of ${info.durationMs} ms`;
  throw new AppError('verification', { name: basename(target), reason });
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
