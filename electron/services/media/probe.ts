import { basename } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import type { MediaInfo } from '../../../shared/domain/media';
import { findShortfall, looksLikeList, looksLikeMov } from '../../../shared/ffmpeg/completeness';
import { ffmpegError } from '../../../shared/ffmpeg/errors';
import { safeInputArguments } from '../../../shared/ffmpeg/input';
import { isFootage, mayVaryInRate, mediaInfo } from '../../../shared/ffmpeg/media-info';
import { probeArguments, ProbeJson } from '../../../shared/ffmpeg/probe-json';
import { formatMessage } from '../../../shared/messages/index';
import { runTool, type ToolRun } from '../../platform/spawn';
import type { ToolPaths } from '../tools/tools';
import { readAt, withOpenFile } from './open-checked';
import { endOfPackets, lookAtRate } from './packets';

/** Far above what any sound file takes (0.1 s), far below what a person waits for. */
const LIMIT_MS = 20_000;

/**
 * What is in a media file, by ffprobe.
 *
 * Throws `not-found`, `no-permission`, `empty-file`, `not-media` (text, pictures, folders), `forbidden-format` (lists that
 * point to other files, which are never opened), `damaged-media` (no index, cut off), `too-large` (pictures over 36 MP),
 * `timeout` (20 s a step), `tool-missing`, `cancelled`.
 */
export async function probeMedia(path: string, tools: ToolPaths, signal?: AbortSignal): Promise<MediaInfo> {
  const name = basename(path);
  const { head, sizeBytes, shortfall } = await lookInside(path);
  if (looksLikeList(head)) throw new AppError('forbidden-format', { name });
  const run = await runTool({
    command: tools.ffprobe,
    args: probeArguments(safeInputArguments(path)),
    timeoutMs: LIMIT_MS,
    subject: name,
    signal,
  });
  if (shortfall !== null) throw cutOff(name, sizeBytes, shortfall);
  if (run.code !== 0) throw unreadable(run, path, head);
  const json = parseProbe(run.stdout, name);
  const source = { path, tools, signal };
  const video = json.streams.find(isFootage);
  const isUnsure = video && mayVaryInRate(video, json.format.format_name);
  const rate = isUnsure ? await lookAtRate(source, video.index) : null;
  const info = mediaInfo(json, { sizeBytes, rate });
  if (!info.video && !info.audio) throw new AppError('not-media', { name });
  if (info.durationMs > 0) return info;
  const main = info.video ?? info.audio;
  return { ...info, durationMs: main ? await endOfPackets(source, main.index, info) : 0 };
}

function lookInside(path: string) {
  return withOpenFile(path, async ({ file, sizeBytes }) => {
    const read = (offset: number, length: number) => readAt(file, offset, length);
    const found = await findShortfall(read, sizeBytes);
    return { head: await read(0, 4096), sizeBytes, shortfall: found?.expectedBytes ?? null };
  });
}

function cutOff(name: string, found: number, expected: number): AppError {
  return new AppError('damaged-media', {
    name,
    reason: formatMessage('media.damaged.cutOff', { found, expected }),
  });
}

/** ffprobe goes by the file's extension when nothing else speaks: it calls any text named .mp4 an MP4 without index. */
function unreadable(run: ToolRun, path: string, head: Uint8Array): AppError {
  const name = basename(path);
  const error = ffmpegError({ tool: 'ffprobe', code: run.code, stderr: run.stderrTail, name, paths: [path] });
  if (error.code !== 'damaged-media' || looksLikeMov(head)) return error;
  return new AppError('not-media', { name, log: error.detail['log'] ?? null });
}

function parseProbe(stdout: Buffer, name: string): ProbeJson {
  let raw: unknown;
  try {
    raw = JSON.parse(stdout.toString('utf8'));
  } catch {
    raw = null;
  }
  const parsed = ProbeJson.safeParse(raw);
  if (parsed.success) return parsed.data;
  const reason = formatMessage('media.damaged.unreadable');
  throw new AppError('damaged-media', { name, reason, log: parsed.error.message.slice(0, 500) });
}
