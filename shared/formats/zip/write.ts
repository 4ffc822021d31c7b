/** Bytes of a file inside a ZIP, by its path with `/`. */
export type ZipParts = Readonly<Record<string, Uint8Array>>;

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8 (general purpose bit 11). */
const UTF8_NAMES = 0x0800;
/** 1 January 1980, midnight, the first date the format can say: no file tells when it was made. */
const NO_DATE = 0x0021;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/**
 * A ZIP file of stored (not packed) parts in the given order: same parts, same bytes. No dates, no owners, no comments.
 * Format: PKWARE APPNOTE 6.3.10. Under 4 GiB and 65,535 parts.
 */
export function writeZip(parts: ZipParts): Uint8Array {
  const locals: Uint8Array[] = [];
  const entries: Uint8Array[] = [];
  let offset = 0;
  for (const [path, bytes] of Object.entries(parts)) {
    const name = new TextEncoder().encode(path);
    const shared = [
      ...[two(VERSION), two(UTF8_NAMES), two(0), two(0), two(NO_DATE), four(crc32(bytes))],
      ...[four(bytes.length), four(bytes.length), two(name.length), two(0)],
    ].flat();
    const local = joined([four(LOCAL_HEADER), shared, name, bytes]);
    const own = [two(0), two(0), two(0), four(0), four(offset)].flat();
    entries.push(joined([four(DIRECTORY_ENTRY), two(VERSION), shared, own, name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = joined(entries);
  const count = two(entries.length);
  const end = [four(END_OF_DIRECTORY), two(0), two(0), count, count, four(directory.length), four(offset)];
  return joined([...locals, directory, ...end, two(0)]);
}

function two(value: number): number[] {
  return [value & 0xff, (value >>> 8) & 0xff];
}

function four(value: number): number[] {
  return [...two(value & 0xffff), ...two(value >>> 16)];
}

function joined(pieces: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}
