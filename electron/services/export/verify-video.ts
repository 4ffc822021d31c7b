/** Checks of a finished video before it gets its name: ffmpeg 5.1 ends with 0 on files that nothing can play. */
import { AppError } from '../../../shared/api/errors';
import type { MediaInfo } from '../../../shared/domain/media';
import { safeInputArguments } from '../../../shared/ffmpeg/input';
import { timelineOriginMs } from '../../../shared/ffmpeg/timeline';
import { formatMessage, type MessageKey, type MessageValues } from '../../../shared/messages/index';
import { runTool } from '../../platform/spawn';
import { probeMedia } from '../media/probe';
import type { ToolPaths } from '../tools/tools';

export interface VerifyOptions {
  readonly path: string;
  /** Name for messages: the final one. */
  readonly name: string;
  readonly expected: ExpectedVideo;
  readonly tools: ToolPaths;
  readonly signal?: AbortSignal | undefined;
}

/** What a finished video must be. */
export interface ExpectedVideo {
  /** 0 where nobody knows. */
  readonly durationMs: number;
  readonly hasSound: boolean;
  /** As shown; null where the picture was copied. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** Sound that is copied ends with its last packet, and containers round: closer than this nothing is missing. */
const TOLERANCE_MS = 250;
const TAIL_MS = 2000;
/** Decoding every frame from the last key frame on would cost 1 to 2 % of a minute's export. */
const KEY_FRAMES = ['-skip_frame', 'nokey', '-noaccurate_seek'];
const TAIL_LIMIT_MS = 120_000;

/**
 * Reads a video back: it holds a picture of the right size and, where it should, sound; it is as long as expected within a
 * frame or 0.25 s; its last key frame decodes and all packets behind it are whole. Returns what was found.
 * Throws `verification` and `cancelled`.
 */
export async function verifyVideo(options: VerifyOptions): Promise<MediaInfo> {
  const { expected, signal, tools, path } = options;
  const found = await probeMedia(path, tools, signal).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw failed(options, 'export.reason.unreadable');
  });
  if (!found.video) throw failed(options, 'export.reason.noPicture');
  if (expected.hasSound && !found.audio) throw failed(options, 'export.reason.noSound');
  const { displayWidth, displayHeight } = found.video;
  if (expected.size && (displayWidth !== expected.size.width || displayHeight !== expected.size.height))
    throw failed(options, 'export.reason.size', {
      found: `${displayWidth}×${displayHeight}`,
      expected: `${expected.size.width}×${expected.size.height}`,
    });
  const expectedMs = expected.durationMs;
  const frameMs = found.video.frameRate ? (1000 * found.video.frameRate.den) / found.video.frameRate.num : 0;
  if (expectedMs > 0 && Math.abs(found.durationMs - expectedMs) > Math.max(TOLERANCE_MS, frameMs))
    throw failed(options, 'export.reason.duration', {
      found: (found.durationMs / 1000).toFixed(1),
      expected: (expectedMs / 1000).toFixed(1),
    });
  await readTail(options);
  return found;
}

/** Where the later of main picture and sound ends on the model's timeline, in ms; the file's own word where they do not say. */
export function filmDuration(source: MediaInfo): number {
  const origin = timelineOriginMs(source);
  let end = 0;
  for (const stream of [source.video, source.audio]) {
    if (!stream) continue;
    if (stream.durationMs === null || stream.durationMs === 0) return source.durationMs;
    end = Math.max(end, stream.startMs + stream.durationMs - origin);
  }
  return end;
}

/**
 * A file cut short keeps its index in front and says its full length: only reading its end tells. The decoder takes every
 * packet behind the last key frame apart, which shows missing or zeroed bytes, without drawing them.
 */
async function readTail(options: VerifyOptions): Promise<void> {
  const { path, tools, signal, name } = options;
  let frames = 0;
  const run = await runTool({
    command: tools.ffmpeg,
    args: [
      ...['-nostdin', '-hide_banner', '-nostats', '-v', 'error', '-xerror'],
      ...safeInputArguments(path, { extra: [...KEY_FRAMES, '-sseof', `-${TAIL_MS / 1000}`] }),
      ...['-map', '0:v:0', '-progress', 'pipe:1', '-f', 'null', '-'],
    ],
    signal,
    timeoutMs: TAIL_LIMIT_MS,
    subject: name,
    onStdoutLine: (line) => {
      if (line.startsWith('frame=')) frames = Number(line.slice('frame='.length));
    },
  });
  if (run.code !== 0 || !(frames > 0)) throw failed(options, 'export.reason.tail');
}

function failed({ name }: VerifyOptions, reason: MessageKey, values: MessageValues = {}): AppError {
  return new AppError('verification', { name, reason: formatMessage(reason, values) });
}
