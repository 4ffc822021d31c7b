/**
 * Tells a file that was cut off from a whole one by its outermost boxes, which ffprobe does not: it calls a half-copied
 * MP4 with its index in front, or half a Matroska file, sound. Sources: ISO/IEC 14496-12 §4.2, RFC 8794 §4 to 6 (EBML).
 */

/** Reads up to `length` bytes at `offset`; fewer only at the end of the file. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>;

export interface Shortfall {
  /** How long the file should be at least, in bytes. */
  readonly expectedBytes: number;
}

/** Four-letter names an MP4 or MOV file can begin with. */
const FIRST_BOXES: readonly string[] = [
  'ftyp',
  'moov',
  'mdat',
  'wide',
  'free',
  'skip',
  'pnot',
  'styp',
  'moof',
  'sidx',
];
/** A file with more outermost boxes than this is fragmented; those play up to where they end. */
const MAX_BOXES = 64;
const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;

/** Whether a file begins as an MP4 or MOV does, so that a missing `moov` means damage and not another kind of file. */
export function looksLikeMov(head: Uint8Array): boolean {
  return head.length >= 8 && FIRST_BOXES.includes(boxName(head));
}

/** Whether a file begins like a list that makes players open other files: HLS, ffconcat, DASH, ASX, SMIL. */
export function looksLikeList(head: Uint8Array): boolean {
  // ASCII is all that ffmpeg looks for; a byte order mark and white space may stand before it.
  const letters = Array.from(head.subarray(0, 4096), (byte) => String.fromCharCode(byte));
  const text = letters
    .join('')
    .replace(/^[^!-~]+/, '')
    .toLowerCase();
  if (/^(#extm3u|ffconcat version|<asx|<smil|v=0\r?\n)/.test(text)) return true;
  return text.startsWith('<') && /<(mpd|smil|asx)\b/.test(text);
}

/** How much is missing of an MP4, MOV or Matroska file of `sizeBytes`; null where nothing is or it cannot be told. */
export async function findShortfall(read: ReadAt, sizeBytes: number): Promise<Shortfall | null> {
  const head = await read(0, 64);
  if (looksLikeMov(head)) return movShortfall(read, sizeBytes);
  if (head.length >= 16 && view(head).getUint32(0) === EBML) return matroskaShortfall(head, sizeBytes);
  return null;
}

async function movShortfall(read: ReadAt, sizeBytes: number): Promise<Shortfall | null> {
  let offset = 0;
  for (let count = 0; count < MAX_BOXES && offset < sizeBytes; count++) {
    const header = await read(offset, 16);
    if (header.length < 8) return { expectedBytes: offset + 8 };
    const name = boxName(header);
    // A fragmented recording that was interrupted is whole up to its last fragment.
    if (name === 'moof') return null;
    const size = boxSize(header);
    // 0: the last box, to the end of the file. Under 8: nonsense that ffprobe will judge.
    if (size < 8) return null;
    offset += size;
  }
  return offset > sizeBytes ? { expectedBytes: offset } : null;
}

function boxSize(header: Uint8Array): number {
  const short = view(header).getUint32(0);
  return short === 1 && header.length >= 16 ? Number(view(header).getBigUint64(8)) : short;
}

function boxName(header: Uint8Array): string {
  return String.fromCharCode(...header.subarray(4, 8));
}

/** A recorder that was stopped leaves the Segment's size unknown (all ones): such a file is taken as whole. */
function matroskaShortfall(head: Uint8Array, sizeBytes: number): Shortfall | null {
  const ebml = readVint(head, 4);
  if (!ebml || ebml.value === null) return null;
  const segmentAt = ebml.next + ebml.value;
  if (segmentAt + 4 > head.length || view(head).getUint32(segmentAt) !== SEGMENT) return null;
  const segment = readVint(head, segmentAt + 4);
  if (!segment || segment.value === null) return null;
  const expectedBytes = segment.next + segment.value;
  return expectedBytes > sizeBytes ? { expectedBytes } : null;
}

/** An EBML variable-size integer; `value` null where all its bits are ones (unknown). */
function readVint(bytes: Uint8Array, offset: number): { value: number | null; next: number } | null {
  const first = bytes[offset];
  if (!first) return null;
  const length = Math.clz32(first) - 23;
  if (offset + length > bytes.length) return null;
  let value = first & (0xff >> length);
  let isUnknown = value === 0xff >> length;
  for (const byte of bytes.subarray(offset + 1, offset + length)) {
    value = value * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  return { value: isUnknown ? null : value, next: offset + length };
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
