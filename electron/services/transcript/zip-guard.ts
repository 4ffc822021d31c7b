import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** The end record is 22 bytes and a comment of at most 65,535. */
const LONGEST_END = 22 + 0xffff;
const MOST_ENTRIES = 10_000;

/** What a look at a ZIP file found: sound, not a ZIP as Office writes it, or larger inside than allowed. */
export type ZipVerdict = 'sound' | 'damaged' | 'too-large';

/**
 * Whether a ZIP file's XML parts unpack to `maxBytes` at most in all. Each is really unpacked, one after another with a
 * hard stop, since the sizes a ZIP states may lie. Other parts (pictures) are never unpacked by us. ZIP64 counts as
 * damaged: no document needs it. Format: PKWARE APPNOTE 6.3.10, 4.3.
 */
export function inspectZip(bytes: Buffer, maxBytes: number): ZipVerdict {
  try {
    let left = maxBytes;
    for (const part of xmlParts(bytes)) {
      const size = unpackedSize(part, left);
      if (size === null) return 'too-large';
      left -= size;
    }
    return 'sound';
  } catch {
    // Offsets beyond the file and broken deflate streams both end here.
    return 'damaged';
  }
}

/**
 * The XML parts of a ZIP file, unpacked, up to `maxBytes` in all; the rest are named without content. Throws `RangeError`
 * for a damaged one.
 */
export function unpackedXml(bytes: Buffer, maxBytes: number): { name: string; text: string }[] {
  let left = maxBytes;
  return [...xmlParts(bytes)].flatMap((part) => {
    const size = unpackedSize(part, left);
    if (size === null) return [{ name: part.name, text: '' }];
    left -= size;
    const content = part.stored ? part.packed : inflateRawSync(part.packed);
    return [{ name: part.name, text: content.toString('utf8') }];
  });
}

interface Part {
  readonly name: string;
  readonly packed: Buffer;
  readonly stored: boolean;
}

function unpackedSize({ packed, stored }: Part, most: number): number | null {
  if (stored) return packed.length <= most ? packed.length : null;
  try {
    const size = inflateRawSync(packed, { maxOutputLength: most + 1 }).length;
    return size <= most ? size : null;
  } catch (error) {
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return null;
    throw error;
  }
}

function* xmlParts(bytes: Buffer): Generator<Part> {
  const end = endRecord(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new RangeError('too many parts');
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new RangeError('no directory entry');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    if (/\.(?:xml|rels)$/i.test(name)) yield { name, ...partAt(bytes, at) };
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

function partAt(bytes: Buffer, entry: number): Omit<Part, 'name'> {
  const method = bytes.readUInt16LE(entry + 10);
  const packedLength = bytes.readUInt32LE(entry + 20);
  const local = bytes.readUInt32LE(entry + 42);
  if (bytes.readUInt32LE(local) !== LOCAL_HEADER) throw new RangeError('no local header');
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (from + packedLength > bytes.length || (method !== 0 && method !== 8)) throw new RangeError('bad part');
  return { packed: bytes.subarray(from, from + packedLength), stored: method === 0 };
}

function endRecord(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - LONGEST_END); at--)
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw new RangeError('no end of directory');
}
