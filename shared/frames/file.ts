/**
 * A frame index as bytes, for the cache. Little-endian:
 * `OSFI` · u32 version 1 · u32 count · u32 0 · f64 endMs · count × f64 timesMs · count × u8 key frame flags.
 */
import type { FrameIndex } from '../domain/media';

const MAGIC = 0x4946534f;
const VERSION = 1;
const HEADER_BYTES = 24;

/** The bytes of an index; `parseFrameIndex` gives it back. */
export function formatFrameIndex({ timesMs, endMs, keyFrames }: FrameIndex): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + timesMs.length * 9);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, VERSION, true);
  view.setUint32(8, timesMs.length, true);
  view.setFloat64(16, endMs, true);
  timesMs.forEach((time, n) => view.setFloat64(HEADER_BYTES + n * 8, time, true));
  bytes.set(keyFrames, HEADER_BYTES + timesMs.length * 8);
  return bytes;
}

/** Reads an index back; null where the bytes are not a whole one of this version (the cache is then made anew). */
export function parseFrameIndex(bytes: Uint8Array): FrameIndex | null {
  if (bytes.length < HEADER_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(8, true);
  const isOurs = view.getUint32(0, true) === MAGIC && view.getUint32(4, true) === VERSION;
  if (!isOurs || count === 0 || bytes.length !== HEADER_BYTES + count * 9) return null;
  const timesMs = new Float64Array(count);
  for (let n = 0; n < count; n++) timesMs[n] = view.getFloat64(HEADER_BYTES + n * 8, true);
  // A copy by construction: `slice` of node's Buffer would share its memory.
  const keyFrames = new Uint8Array(bytes.subarray(HEADER_BYTES + count * 8));
  return { timesMs, endMs: view.getFloat64(16, true), keyFrames };
}
