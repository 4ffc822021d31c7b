import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import {
  LEVEL_HEADER_BYTES,
  parseLevelHeader,
  type LevelFileKind,
  type LevelHeader,
} from '../../../shared/waveform/level-file';
import { fileError, readAt } from './open-checked';

/** What a cached file of a kind says of itself; null where it is not there or not whole. */
export async function readLevelHeader(kind: LevelFileKind, file: string): Promise<LevelHeader | null> {
  try {
    const { size } = await stat(file);
    const handle = await open(file, 'r');
    try {
      const header = parseLevelHeader(kind, await readAt(handle, 0, LEVEL_HEADER_BYTES));
      return header?.totalBytes === size ? header : null;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (fileError(error, file)?.code === 'not-found') return null;
    throw fileError(error, file) ?? error;
  }
}

/**
 * The bytes of the buckets `[from, to)` of a level, cut off at the level's end; empty past it or for a level that is not there.
 * Throws `not-found` where the file is gone or no whole one: build it anew.
 */
export async function readBuckets(
  kind: LevelFileKind,
  file: string,
  level: number,
  from: number,
  to: number,
): Promise<Uint8Array> {
  const header = await readLevelHeader(kind, file);
  if (!header) throw new AppError('not-found', { name: basename(file) });
  const place = header.levels[level];
  if (!place) return new Uint8Array(0);
  const first = Math.min(Math.max(0, from), place.buckets);
  const last = Math.min(Math.max(first, to), place.buckets);
  const handle = await open(file, 'r');
  try {
    const start = place.offset + first * kind.bucketBytes;
    return await readAt(handle, start, (last - first) * kind.bucketBytes);
  } finally {
    await handle.close();
  }
}
