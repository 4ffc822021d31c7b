/** Where each field of the General Subtitle Information block stands (EBU Tech 3264-E, 3.1): first byte and length. */
export const FIELDS = {
  codePage: [0, 3],
  diskFormat: [3, 8],
  display: [11, 1],
  characterTable: [12, 2],
  language: [14, 2],
  programme: [16, 32],
  episode: [48, 32],
  translatedProgramme: [80, 32],
  translatedEpisode: [112, 32],
  translator: [144, 32],
  translatorContact: [176, 32],
  listReference: [208, 16],
  created: [224, 6],
  revised: [230, 6],
  revision: [236, 2],
  blocks: [238, 5],
  subtitles: [243, 5],
  groups: [248, 3],
  rowLength: [251, 2],
  rows: [253, 2],
  timeCodeStatus: [255, 1],
  programmeStart: [256, 8],
  firstCue: [264, 8],
  disks: [272, 1],
  disk: [273, 1],
  country: [274, 3],
  publisher: [277, 32],
  editor: [309, 32],
  editorContact: [341, 32],
  userData: [448, 576],
} as const satisfies Record<string, readonly [number, number]>;

export type HeaderField = keyof typeof FIELDS;

export const HEADER_BYTES = 1024;
export const BLOCK_BYTES = 128;
/** Bytes of text in one block, from byte 16 on. */
export const TEXT_BYTES = 112;

/** Control codes inside the text (Tech 3264-E, 3.2, TF). */
export const CODES = { italicOn: 0x80, italicOff: 0x81, newLine: 0x8a, unused: 0x8f } as const;

/** A header block of ASCII fields, spaces where nothing is said. Values longer than their field throw RangeError. */
export function writeHeader(values: Readonly<Partial<Record<HeaderField, string>>>): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES).fill(0x20);
  for (const [name, [from, length]] of Object.entries(FIELDS) as [HeaderField, readonly [number, number]][]) {
    const value = values[name] ?? '';
    if (value.length > length) throw new RangeError(`${name} is longer than ${length} bytes`);
    for (let index = 0; index < value.length; index++) bytes[from + index] = value.charCodeAt(index) & 0x7f;
  }
  return bytes;
}

/** A field's text without the spaces behind it, byte for byte as Latin-1. */
export function headerField(bytes: Uint8Array, name: HeaderField): string {
  const [from, length] = FIELDS[name];
  return String.fromCharCode(...bytes.subarray(from, from + length)).replace(/[\s\0]+$/, '');
}
