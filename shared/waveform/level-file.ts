/**
 * Something kept at several levels of detail, as bytes for the cache. Little-endian:
 * four letters · u32 version 1 · f64 buckets a second of level 0 · f64 durationMs · u32 levels · levels × u32 buckets ·
 * then each level's buckets, finest first.
 */
import { BANDS, COLUMNS_PER_SECOND } from '../spectrogram/spectrogram';
import { BUCKETS_PER_SECOND } from './scale';

/** What such a file holds. */
export interface LevelFileKind {
  /** Its first four bytes. */
  readonly magic: number;
  readonly bucketsPerSecond: number;
  readonly bucketBytes: number;
}

/** `OSPK`: interleaved int8 min, max of each bucket. */
export const PEAK_FILE: LevelFileKind = {
  magic: 0x4b50534f,
  bucketsPerSecond: BUCKETS_PER_SECOND,
  bucketBytes: 2,
};

/** `OSSG`: the loudness of each pitch, a column a bucket. */
export const SPECTROGRAM_FILE: LevelFileKind = {
  magic: 0x4753534f,
  bucketsPerSecond: COLUMNS_PER_SECOND,
  bucketBytes: BANDS,
};

const VERSION = 1;
const FIXED_BYTES = 28;
/** More levels than 1,000 hours need. */
const MAX_LEVELS = 16;

/** Enough of a file's beginning for `parseLevelHeader`. */
export const LEVEL_HEADER_BYTES = FIXED_BYTES + MAX_LEVELS * 4;

export interface LevelHeader {
  readonly bucketsPerSecond: number;
  readonly durationMs: number;
  /** Buckets of each level and where in the file they begin. */
  readonly levels: readonly { readonly buckets: number; readonly offset: number }[];
  readonly totalBytes: number;
}

/** A whole file, in pieces to be written one after another: the header, then the levels as they are. */
export function levelFileParts(
  kind: LevelFileKind,
  levels: readonly (Int8Array | Uint8Array)[],
  durationMs: number,
): Uint8Array[] {
  const bytes = new Uint8Array(FIXED_BYTES + levels.length * 4);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, kind.magic, true);
  view.setUint32(4, VERSION, true);
  view.setFloat64(8, kind.bucketsPerSecond, true);
  view.setFloat64(16, durationMs, true);
  view.setUint32(24, levels.length, true);
  levels.forEach((level, n) => view.setUint32(FIXED_BYTES + n * 4, level.length / kind.bucketBytes, true));
  return [bytes, ...levels.map((level) => new Uint8Array(level.buffer, level.byteOffset, level.byteLength))];
}

/** Reads the header from a file's first bytes; null where it is not a whole one of this kind and version. */
export function parseLevelHeader(kind: LevelFileKind, bytes: Uint8Array): LevelHeader | null {
  if (bytes.length < FIXED_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(24, true);
  const isOurs = view.getUint32(0, true) === kind.magic && view.getUint32(4, true) === VERSION;
  if (!isOurs || count < 1 || count > MAX_LEVELS || bytes.length < FIXED_BYTES + count * 4) return null;
  let offset = FIXED_BYTES + count * 4;
  const levels = Array.from({ length: count }, (_, n) => {
    const level = { buckets: view.getUint32(FIXED_BYTES + n * 4, true), offset };
    offset += level.buckets * kind.bucketBytes;
    return level;
  });
  return {
    bucketsPerSecond: view.getFloat64(8, true),
    durationMs: view.getFloat64(16, true),
    levels,
    totalBytes: offset,
  };
}
