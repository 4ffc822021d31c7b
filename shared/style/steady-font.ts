import { fontOfTables, openFont } from './sfnt';

/** Program of a font without hints as Google's tools write it. FreeType from 2.13 on takes so short a one for none at all. */
const LONGEST_EMPTY_PROGRAM = 7;
/** PUSHB[0] 0, POP: does nothing (OpenType 1.9.1, "The TrueType Instruction Set"). */
const DOES_NOTHING = [0xb0, 0x00, 0x21] as const;

/**
 * The font as every FreeType spaces it alike: what both libass are given.
 *
 * FreeType hints a TrueType font by itself where it finds no instructions in it, and rounds advances as it does; its versions
 * differ in what they take for none (`FT_Load_Glyph`: no `prep` program, or none longer than 7 bytes). A line of text came out
 * up to 1 % wider in one libass than in the other. With a program of some bytes that does nothing none of them hints. A font with
 * instructions of its own, or with CFF outlines, comes back as it is; of a collection, the first font. Linear; throws `FontFault`.
 */
export function steadyFont(bytes: Uint8Array): Uint8Array {
  const { version, tables } = openFont(bytes);
  const program = tables.get('prep') ?? new Uint8Array();
  const isHinted = tables.has('fpgm') || program.length > LONGEST_EMPTY_PROGRAM;
  if (!tables.has('glyf') || isHinted) return isPlain(bytes) ? bytes : fontOfTables(version, tables);
  const longer = new Uint8Array(LONGEST_EMPTY_PROGRAM + 3 * DOES_NOTHING.length);
  longer.set(program);
  for (let at = program.length; at + 3 <= longer.length; at += 3) longer.set(DOES_NOTHING, at);
  const length = program.length + 3 * Math.floor((longer.length - program.length) / 3);
  return fontOfTables(version, new Map([...tables, ['prep', longer.subarray(0, length)]]));
}

/** No collection. */
function isPlain(bytes: Uint8Array): boolean {
  return bytes[0] !== 't'.charCodeAt(0) || bytes[1] !== 't'.charCodeAt(0) || bytes[2] !== 'c'.charCodeAt(0);
}
