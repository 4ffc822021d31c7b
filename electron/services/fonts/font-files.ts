/** Font files of a computer, looked at by their small tables only: there may be a gigabyte of them. */
import { open, readdir, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { FontFacts } from '../../../shared/domain/font';
import { MAX_FONT_BYTES, readFontFile } from '../../../shared/style/font-file';
import { FontFault, fontOfTables, readFontDirectory } from '../../../shared/style/sfnt';

const FONT = /\.(?:ttf|otf|ttc|otc)$/i;
/** More are not looked at. */
const MOST_FILES = 5000;
const DEEPEST = 6;

/** Font files below these folders; ones that cannot be read are passed over. */
export async function* fontFilesIn(folders: readonly string[]): AsyncGenerator<string, void> {
  let left = MOST_FILES;
  const waiting = folders.map((path) => ({ path, depth: 0 }));
  for (let next = waiting.shift(); next && left > 0; next = waiting.shift()) {
    const { path, depth } = next;
    for (const entry of await readdir(path, { withFileTypes: true }).catch(() => [])) {
      const inside = join(path, entry.name);
      if (entry.isDirectory() && depth < DEEPEST) waiting.push({ path: inside, depth: depth + 1 });
      else if (FONT.test(entry.name) && left-- > 0) yield inside;
    }
  }
}

/** Everything that says what a font is called and draws. */
const READ_TABLES: readonly string[] = ['cmap', 'head', 'hhea', 'name', 'OS/2'];
const MAX_TABLE_BYTES = 4 * 1024 * 1024;
/** A directory has at most 256 entries of 16 bytes; before it, a collection lists its fonts. */
const DIRECTORY_BYTES = 64 * 1024;

/** What a font file says of itself, without reading its outlines. Throws `FontFault` and what reading throws. */
export async function readFontSketch(path: string): Promise<FontFacts> {
  const file = await open(path, 'r');
  try {
    if ((await file.stat()).size > MAX_FONT_BYTES) throw new FontFault('too-large');
    const { version, tables } = readFontDirectory(await readPart(file, 0, DIRECTORY_BYTES));
    const sketch = new Map<string, Uint8Array>();
    for (const { tag, from, length } of tables) {
      if (READ_TABLES.includes(tag) && length > MAX_TABLE_BYTES) throw new FontFault('damaged');
      sketch.set(tag, READ_TABLES.includes(tag) ? await readPart(file, from, length) : new Uint8Array());
    }
    return readFontFile(fontOfTables(version, sketch));
  } finally {
    await file.close();
  }
}

async function readPart(file: FileHandle, from: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  const { bytesRead } = await file.read(bytes, 0, length, from);
  return bytes.subarray(0, bytesRead);
}
