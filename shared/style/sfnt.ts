/** Why a file is no font that can be used. `web-font`: WOFF, which libass does not read. */
export type FontFaultKind =
  | 'not-a-font'
  | 'web-font'
  | 'too-large'
  | 'damaged'
  | 'no-outlines'
  | 'no-letters'
  | 'no-name'
  | 'unsafe-name';

/** A font file that is refused, and why. */
export class FontFault extends Error {
  constructor(readonly kind: FontFaultKind) {
    super(`font: ${kind}`);
    this.name = 'FontFault';
  }
}

/** A table of a font: big-endian numbers at byte offsets. Every read beyond its end throws `FontFault('damaged')`. */
export class FontTable {
  readonly length: number;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  u16(at: number): number {
    this.#check(at, 2);
    return this.#view.getUint16(at);
  }

  i16(at: number): number {
    this.#check(at, 2);
    return this.#view.getInt16(at);
  }

  u32(at: number): number {
    this.#check(at, 4);
    return this.#view.getUint32(at);
  }

  /** `length` bytes of UTF-16BE as text. */
  utf16(at: number, length: number): string {
    this.#check(at, length);
    const units = Array.from({ length: length >> 1 }, (_, n) => this.#view.getUint16(at + 2 * n));
    return String.fromCharCode(...units.slice(0, LONGEST_TEXT));
  }

  #check(at: number, length: number): void {
    if (at < 0 || at + length > this.length) throw new FontFault('damaged');
  }
}

/** No name is longer that anybody reads (UTF-16 units). */
const LONGEST_TEXT = 1000;

export interface FontReader {
  /** `0x00010000` for TrueType outlines, `OTTO` for CFF. */
  readonly version: number;
  /** Every table by its tag, as it lies in the file. */
  readonly tables: ReadonlyMap<string, Uint8Array>;
  has(tag: string): boolean;
  /** A table of at least so many bytes. Throws `FontFault('damaged')` where there is none. */
  table(tag: string, leastBytes: number): FontTable;
}

const COLLECTION = 0x74746366; // ttcf
const WEB_FONTS: readonly number[] = [0x774f4646, 0x774f4632]; // wOFF, wOF2
const VERSIONS: readonly number[] = [0x00010000, 0x4f54544f, 0x74727565]; // TrueType, OTTO, true
const MOST_TABLES = 256;
const HEADER_BYTES = 12;
const ENTRY_BYTES = 16;

export interface FontDirectory {
  /** As `FontReader` has it. */
  readonly version: number;
  /** Where in the file each table lies; nobody has looked whether the file is so long. */
  readonly tables: readonly { readonly tag: string; readonly from: number; readonly length: number }[];
}

/** What lies where in a font file, or in the first font of a collection, by the file's first bytes. Throws `FontFault`. */
export function readFontDirectory(bytes: Uint8Array): FontDirectory {
  if (bytes.length < HEADER_BYTES) throw new FontFault('not-a-font');
  const file = new FontTable(bytes);
  const start = file.u32(0) === COLLECTION ? file.u32(12) : 0;
  const version = file.u32(start);
  if (WEB_FONTS.includes(version)) throw new FontFault('web-font');
  if (!VERSIONS.includes(version)) throw new FontFault('not-a-font');
  const count = file.u16(start + 4);
  if (count === 0 || count > MOST_TABLES) throw new FontFault('damaged');
  const tables = Array.from({ length: count }, (_, n) => {
    const entry = start + HEADER_BYTES + ENTRY_BYTES * n;
    return { tag: tagOf(file.u32(entry)), from: file.u32(entry + 8), length: file.u32(entry + 12) };
  });
  return { version, tables };
}

/** Reads a font file, or the first font of a collection. Throws `FontFault`. */
export function openFont(bytes: Uint8Array): FontReader {
  const directory = readFontDirectory(bytes);
  const tables = new Map<string, Uint8Array>();
  for (const { tag, from, length } of directory.tables) {
    if (from + length > bytes.length) throw new FontFault('damaged');
    tables.set(tag, bytes.subarray(from, from + length));
  }
  return {
    version: directory.version,
    tables,
    has: (tag) => tables.has(tag),
    table(tag, leastBytes) {
      const found = tables.get(tag);
      if (!found || found.length < leastBytes) throw new FontFault('damaged');
      return new FontTable(found);
    },
  };
}

function tagOf(value: number): string {
  return String.fromCharCode(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
}

/** A font file of these tables, in the order of their tags, with true checksums. `tags` have four characters each. */
export function fontOfTables(version: number, tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const start = HEADER_BYTES + ENTRY_BYTES * sorted.length;
  const bytes = new Uint8Array(start + sorted.reduce((sum, [, table]) => sum + padded(table.length), 0));
  const view = new DataView(bytes.buffer);
  const power = Math.floor(Math.log2(Math.max(1, sorted.length)));
  view.setUint32(0, version);
  view.setUint16(4, sorted.length);
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * (sorted.length - 2 ** power));
  let at = start;
  for (const [n, [tag, table]] of sorted.entries()) {
    bytes.set(table, at);
    const entry = HEADER_BYTES + ENTRY_BYTES * n;
    for (let letter = 0; letter < 4; letter++) bytes[entry + letter] = tag.charCodeAt(letter);
    view.setUint32(entry + 4, checksum(view, at, padded(table.length)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, table.length);
    at += padded(table.length);
  }
  return bytes;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
