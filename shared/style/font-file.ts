import type { FontFacts } from '../domain/font';
import { readCoverage, rangesText } from './cmap';
import { FontFault, type FontReader, openFont } from './sfnt';

/** Larger files are refused: the largest CJK fonts in use have some 25 MB. */
export const MAX_FONT_BYTES = 48 * 1024 * 1024;

const LONGEST_NAME = 100;
/** Would end a field or begin an instruction in ASS; `@` asks libass for vertical letters. */
const UNSAFE_NAME = /[,{}\\\p{Cc}\p{Surrogate}]|^@/u;

/**
 * Reads a TrueType or OpenType file, or the first font of a collection. The file is hostile: every offset is looked at
 * before it is used, tables are capped, and nothing is read twice. Linear.
 *
 * Throws `FontFault`. Source: OpenType 1.9.1, "The OpenType Font File", `head`, `hhea`, `name`, `OS/2`, `cmap`.
 */
export function readFontFile(bytes: Uint8Array): FontFacts {
  if (bytes.length > MAX_FONT_BYTES) throw new FontFault('too-large');
  const font = openFont(bytes);
  const head = font.table('head', 54);
  const em = head.u16(18);
  if (em < 16 || em > 16_384) throw new FontFault('damaged');
  if (!font.has('glyf') && !font.has('CFF ') && !font.has('CFF2')) throw new FontFault('no-outlines');
  const os2 = font.has('OS/2') ? font.table('OS/2', 78) : null;
  const { ascent, descent } = verticals(font, os2);
  if (ascent + descent <= 0 || ascent + descent > em * 8) throw new FontFault('damaged');
  const ranges = readCoverage(font.table('cmap', 4));
  if (ranges.length === 0) throw new FontFault('no-letters');
  const kin = kinName(font);
  return {
    family: familyName(font),
    ...(kin === null ? {} : { kin }),
    weight: Math.min(1000, Math.max(1, os2?.u16(4) ?? 400)),
    italic: os2 ? (os2.u16(62) & 1) === 1 : (head.u16(44) & 2) === 2,
    ascentEm: ascent / em,
    descentEm: descent / em,
    averageEm: Math.min(2, Math.max(0.1, (os2?.i16(2) ?? em / 2) / em)),
    coverage: rangesText(ranges),
  };
}

function verticals(font: FontReader, os2: FontTable | null): { ascent: number; descent: number } {
  const win = os2 ? { ascent: os2.i16(74), descent: os2.i16(76) } : { ascent: 0, descent: 0 };
  if (win.ascent + win.descent !== 0) return win;
  const hhea = font.table('hhea', 36);
  return { ascent: hhea.i16(4), descent: -hhea.i16(6) };
}

type FontTable = ReturnType<FontReader['table']>;

const WINDOWS = 3;
const FAMILY = 1;
const KIN = 16;
const RECORD_BYTES = 12;

function familyName(font: FontReader): string {
  const name = nameIn(font, FAMILY);
  if (name === null) throw new FontFault('no-name');
  if (name.length > LONGEST_NAME || UNSAFE_NAME.test(name)) throw new FontFault('unsafe-name');
  return name;
}

/** Only told apart by it, never written anywhere: one that is odd is as good as none. */
function kinName(font: FontReader): string | null {
  const name = nameIn(font, KIN);
  return name !== null && name.length <= LONGEST_NAME ? name : null;
}

/** The first name of that id for Windows; null for none. */
function nameIn(font: FontReader, id: number): string | null {
  const names = font.table('name', 6);
  const count = Math.min(names.u16(2), Math.floor((names.length - 6) / RECORD_BYTES));
  const texts = names.u16(4);
  for (let n = 0; n < count; n++) {
    const record = 6 + RECORD_BYTES * n;
    if (names.u16(record) !== WINDOWS || names.u16(record + 6) !== id) continue;
    const name = names.utf16(texts + names.u16(record + 10), names.u16(record + 8)).trim();
    if (name !== '') return name;
  }
  return null;
}
