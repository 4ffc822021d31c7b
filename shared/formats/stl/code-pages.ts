import { ISO_6937 } from './iso6937';

/** A character table of EBU STL: bytes to text and back. `null` where there is none. */
export interface CodePage {
  /** Character code table number of the header (CCT). */
  readonly number: '00' | '01' | '02' | '03' | '04';
  /** For messages. */
  readonly name: string;
  /** The bytes of one character (a base letter with its marks); null where the table lacks it. */
  encode(character: string): readonly number[] | null;
  /** Text of bytes that hold no control code. Bytes without meaning become `�`. */
  decode(bytes: readonly number[]): string;
}

/** Bytes from 0xA0 on as `[first byte, first code point, count]`: the upper halves of ISO 8859-5 to -8. */
type Ranges = readonly (readonly [number, number, number])[];

const CYRILLIC: Ranges = [
  [0xa0, 0xa0, 1],
  [0xa1, 0x401, 12],
  [0xad, 0xad, 1],
  [0xae, 0x40e, 66],
  [0xf0, 0x2116, 1],
  [0xf1, 0x451, 12],
  [0xfd, 0xa7, 1],
  [0xfe, 0x45e, 2],
];
const ARABIC: Ranges = [
  [0xa0, 0xa0, 1],
  [0xa4, 0xa4, 1],
  [0xac, 0x60c, 1],
  [0xad, 0xad, 1],
  [0xbb, 0x61b, 1],
  [0xbf, 0x61f, 1],
  [0xc1, 0x621, 26],
  [0xe0, 0x640, 19],
];
const GREEK: Ranges = [
  [0xa0, 0xa0, 1],
  [0xa1, 0x2018, 2],
  [0xa3, 0xa3, 1],
  [0xa6, 0xa6, 4],
  [0xab, 0xab, 3],
  [0xaf, 0x2015, 1],
  [0xb0, 0xb0, 4],
  [0xb4, 0x384, 3],
  [0xb7, 0xb7, 1],
  [0xb8, 0x388, 3],
  [0xbb, 0xbb, 1],
  [0xbc, 0x38c, 1],
  [0xbd, 0xbd, 1],
  [0xbe, 0x38e, 20],
  [0xd3, 0x3a3, 44],
];
const HEBREW: Ranges = [
  [0xa0, 0xa0, 1],
  [0xa2, 0xa2, 8],
  [0xaa, 0xd7, 1],
  [0xab, 0xab, 15],
  [0xba, 0xf7, 1],
  [0xbb, 0xbb, 4],
  [0xdf, 0x2017, 1],
  [0xe0, 0x5d0, 27],
];

/** The tables of EBU Tech 3264-E, appendix 2, by CCT: ISO 6937-2, 8859-5 (1988), -6, -7 (1987), -8. */
export const CODE_PAGES: readonly CodePage[] = [
  ISO_6937,
  halves('01', 'Cyrillic', CYRILLIC),
  halves('02', 'Arabic', ARABIC),
  halves('03', 'Greek', GREEK),
  halves('04', 'Hebrew', HEBREW),
];

function halves(number: CodePage['number'], name: string, ranges: Ranges): CodePage {
  const toText = new Map<number, string>();
  for (let byte = 0x20; byte < 0x7f; byte++) toText.set(byte, String.fromCharCode(byte));
  for (const [first, point, count] of ranges)
    for (let offset = 0; offset < count; offset++)
      toText.set(first + offset, String.fromCharCode(point + offset));
  const toBytes = new Map([...toText].map(([byte, text]): [string, readonly number[]] => [text, [byte]]));
  return {
    number,
    name,
    encode: (character) => toBytes.get(character) ?? null,
    decode: (bytes) => bytes.map((byte) => toText.get(byte) ?? '\ufffd').join(''),
  };
}
