import { basename, join } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import type { FrameIndex, MediaInfo } from '../../../shared/domain/media';
import type { Fingerprint } from '../../../shared/domain/project';
import { timelineOriginMs } from '../../../shared/ffmpeg/timeline';
import { FrameIndexBuilder } from '../../../shared/frames/build';
import { formatFrameIndex, parseFrameIndex } from '../../../shared/frames/file';
import type { ToolPaths } from '../tools/tools';
import { readCache, writeCache } from './cache';
import { fingerprintKey } from './fingerprint';
import { listPackets } from './packets';

export interface FrameIndexOptions {
  readonly info: MediaInfo;
  readonly cacheFolder: string;
  readonly fingerprint: Fingerprint;
  readonly signal?: AbortSignal | undefined;
  /** Called with 0..1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/**
 * When every picture appears, on the model's timeline, from the packets' times: edit lists and start offsets applied, in
 * order of presentation. Linear but for one sort; read from the cache when the same file was indexed before.
 * Throws `no-video`, `damaged-media`, `cancelled`, and what `listPackets` throws.
 */
export async function buildFrameIndex(
  path: string,
  tools: ToolPaths,
  options: FrameIndexOptions,
): Promise<FrameIndex> {
  const { info, cacheFolder, fingerprint, signal, onProgress } = options;
  const name = basename(path);
  if (!info.video) throw new AppError('no-video', { name });
  const file = join(cacheFolder, `${fingerprintKey(fingerprint)}.frames`);
  const cached = await readCache(file);
  const known = cached && parseFrameIndex(cached);
  if (known) return known;

  const builder = new FrameIndexBuilder();
  const originMs = timelineOriginMs(info);
  const expectedUs = Math.max(1, info.durationMs) * 1000;
  await listPackets({ path, tools, signal }, info.video.index, (packet) => {
    builder.add(packet);
    if (packet.ptsUs !== null)
      onProgress?.(Math.min(1, Math.max(0, (packet.ptsUs - originMs * 1000) / expectedUs)));
  });
  const index = builder.finish(originMs);
  if (index.timesMs.length === 0) throw new AppError('no-video', { name });
  await writeCache(file, [formatFrameIndex(index)]);
  return index;
}
