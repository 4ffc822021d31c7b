/** Packet listings by ffprobe: nothing is decoded. */
import { basename } from 'node:path';
import type { MediaInfo } from '../../../shared/domain/media';
import { ffmpegError } from '../../../shared/ffmpeg/errors';
import type { LookedAtRate } from '../../../shared/ffmpeg/media-info';
import { safeInputArguments } from '../../../shared/ffmpeg/input';
import { timelineOriginMs } from '../../../shared/ffmpeg/timeline';
import { FrameIndexBuilder, isVariable, usualGap } from '../../../shared/frames/build';
import { packetArguments, parsePacket, type Packet } from '../../../shared/frames/packets';
import { runTool } from '../../platform/spawn';
import type { ToolPaths } from '../tools/tools';

export interface PacketSource {
  readonly path: string;
  readonly tools: ToolPaths;
  readonly signal?: AbortSignal | undefined;
}

/** Pictures looked at to tell a variable rate: some 10 to 25 s. */
const LOOK_PACKETS = 600;
const LOOK_LIMIT_MS = 20_000;
/** A listing reads the whole file: hours of footage on a slow drive need minutes. */
const LIST_LIMIT_MS = 30 * 60_000;

/** Calls `take` for every packet of a stream, in decode order. Flat memory. Throws as `ffmpegError` says. */
export async function listPackets(
  { path, tools, signal }: PacketSource,
  stream: number,
  take: (packet: Packet) => void,
  limit?: { readonly packets: number; readonly ms: number },
): Promise<void> {
  const name = basename(path);
  const run = await runTool({
    command: tools.ffprobe,
    args: packetArguments(safeInputArguments(path), stream, limit?.packets),
    timeoutMs: limit?.ms ?? LIST_LIMIT_MS,
    subject: name,
    signal,
    onStdoutLine: (line) => {
      const packet = parsePacket(line);
      if (packet) take(packet);
    },
  });
  if (run.code === 0) return;
  throw ffmpegError({ tool: 'ffprobe', code: run.code, stderr: run.stderrTail, name, paths: [path] });
}

/** How evenly the first pictures of a video stream come. */
export async function lookAtRate(source: PacketSource, stream: number): Promise<LookedAtRate> {
  const builder = new FrameIndexBuilder();
  const limit = { packets: LOOK_PACKETS, ms: LOOK_LIMIT_MS };
  await listPackets(source, stream, (packet) => builder.add(packet), limit);
  const index = builder.finish(0);
  return { isVariable: isVariable(index), gapMs: usualGap(index.timesMs) };
}

/** Where a stream's last packet ends, in whole ms on the model's timeline, for files that do not say how long they are. */
export async function endOfPackets(source: PacketSource, stream: number, info: MediaInfo): Promise<number> {
  let endUs = 0;
  await listPackets(source, stream, ({ ptsUs, durationUs }) => {
    if (ptsUs !== null) endUs = Math.max(endUs, ptsUs + (durationUs ?? 0));
  });
  return Math.max(0, Math.round(endUs / 1000 - timelineOriginMs(info)));
}
