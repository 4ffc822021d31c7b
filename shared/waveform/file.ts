/**
 * A peak pyramid as bytes, for the cache. Little-endian:
 * `OSPK` · u32 version 1 · f64 buckets a second of level 0 · f64 durationMs · u32 levels · levels × u32 buckets ·
 * then each level's interleaved int8 min, max, finest first.
 */
import type { Pyramid } from './pyramid';
import { BUCKETS_PER_SECOND } from './scale';

const MAGIC = 0x4b50534f;
const VERSION = 1;
const FIXED_BYTES = 28;
/** More levels than 1,000 hours need. */
const MAX_LEVELS = 16;

/** Enough of a file's beginning for `parsePeakHeader`. */
export const PEAK_HEADER_BYTES = FIXED_BYTES + MAX_LEVELS * 4;

export interface PeakHeader {
  readonly bucketsPerSecond: number;
  readonly durationMs: number;
  /** Buckets of each level and where in the file they begin. */
  readonly levels: readonly { readonly buckets: number; readonly offset: number }[];
  readonly totalBytes: number;
}

/** The header's bytes; the levels' arrays follow it in the file as they are. */
export function formatPeakHeader({ levels }: Pyramid, durationMs: number): Uint8Array {
  const bytes = new Uint8Array(FIXED_BYTES + levels.length * 4);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, VERSION, true);
  view.setFloat64(8, BUCKETS_PER_SECOND, true);
  view.setFloat64(16, durationMs, true);
  view.setUint32(24, levels.length, true);
  levels.forEach((level, n) => view.setUint32(FIXED_BYTES + n * 4, level.length / 2, true));
  return bytes;
}

/** Reads the header from a file's first bytes; null where it is not a whole one of this version. */
export function parsePeakHeader(bytes: Uint8Array): PeakHeader | null {
  if (bytes.length < FIXED_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(24, true);
  const isOurs = view.getUint32(0, true) === MAGIC && view.getUint32(4, true) === VERSION;
  if (!isOurs || count < 1 || count > MAX_LEVELS || bytes.length < FIXED_BYTES + count * 4) return null;
  let offset = FIXED_BYTES + count * 4;
  const levels = Array.from({ length: count }, (_, n) => {
    const level = { buckets: view.getUint32(FIXED_BYTES + n * 4, true), offset };
    offset += level.buckets * 2;
    return level;
  });
  return {
    bucketsPerSecond: view.getFloat64(8, true),
    durationMs: view.getFloat64(16, true),
    levels,
    totalBytes: offset,
  };
}
