/** Small font files made from a bundled one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontOfTables, openFont } from '../../shared/style/sfnt';

const NOTO = join(
  import.meta.dirname,
  '../../node_modules/@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
);
/** A glyph of Noto Sans that is no empty box: the capital A. */
const SOME_GLYPH = 36;

/** A font of that name with a picture for each of these characters, and for nothing else. */
export function fontWith(characters: string, family: string): Uint8Array {
  const { version, tables } = openFont(readFileSync(NOTO));
  const codes = [...new Set(characters)].map((character) => character.codePointAt(0) ?? 0);
  return fontOfTables(
    version,
    new Map([...tables, ['cmap', coverageTable(codes.sort((a, b) => a - b))], ['name', nameTable(family)]]),
  );
}

/** `cmap` with one subtable of format 12 for Windows (OpenType 1.9.1). */
function coverageTable(codes: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(12 + 16 + 12 * codes.length));
  view.setUint16(2, 1);
  view.setUint16(4, 3);
  view.setUint16(6, 10);
  view.setUint32(8, 12);
  view.setUint16(12, 12);
  view.setUint32(16, 16 + 12 * codes.length);
  view.setUint32(24, codes.length);
  for (const [n, code] of codes.entries())
    for (const [field, value] of [code, code, SOME_GLYPH].entries())
      view.setUint32(28 + 12 * n + 4 * field, value);
  return new Uint8Array(view.buffer);
}

/** `name` with the family for Windows. */
function nameTable(family: string): Uint8Array {
  const view = new DataView(new ArrayBuffer(18 + 2 * family.length));
  const fields = [0, 1, 18, 3, 1, 0x409, 1, 2 * family.length, 0];
  for (const [n, field] of fields.entries()) view.setUint16(2 * n, field);
  for (let n = 0; n < family.length; n++) view.setUint16(18 + 2 * n, family.charCodeAt(n));
  return new Uint8Array(view.buffer);
}
