import type { DocumentCues, SubtitleCue } from '../document/cues';
import { IssueList, quoted } from '../document/issues';
import { ItalicWriter, tidyLines } from '../document/italics';
import { heldTime } from '../document/times';
import { CODE_PAGES, type CodePage } from './code-pages';
import { BLOCK_BYTES, CODES, HEADER_BYTES, headerField, TEXT_BYTES, type HeaderField } from './header';
import { languageOfStlCode } from './languages';

const LAST_BLOCK = 0xff;
const USER_DATA = 0xfe;
const COMMENT = 1;
const RATES: Readonly<Record<string, number>> = { '23': 24, '24': 24, '25': 25, '30': 30, '50': 50 };
/** What the header may say about people and programmes; the product holds none of it. */
const TOLD: readonly HeaderField[] = [
  ...(['programme', 'episode', 'translatedProgramme', 'translatedEpisode', 'translator'] as const),
  ...(['translatorContact', 'listReference', 'publisher', 'editor', 'editorContact', 'userData'] as const),
];

/** Whether bytes begin like an EBU STL file: a code page of three digits and `STL`. */
export function looksLikeStl(bytes: Uint8Array): boolean {
  return bytes.length >= HEADER_BYTES && /^\d{3}STL/.test(String.fromCharCode(...bytes.subarray(0, 6)));
}

/**
 * Reads EBU STL (EBU Tech 3264-E): open and teletext subtitles, all five character tables, extension blocks, 24 to 50
 * frames a second. Times count from the programme's start where the header names one. Never throws; lines of issues are
 * block numbers, 0 for the header. Linear.
 */
export function parseStl(bytes: Uint8Array): DocumentCues {
  const issues = new IssueList();
  const reader = new StlReader(bytes, issues);
  const count = Math.floor(Math.max(0, bytes.length - HEADER_BYTES) / BLOCK_BYTES);
  if ((bytes.length - HEADER_BYTES) % BLOCK_BYTES !== 0) issues.add(count + 1, 'stl-short');
  for (let index = 0; index < count; index++)
    reader.take(
      bytes.subarray(HEADER_BYTES + index * BLOCK_BYTES, HEADER_BYTES + (index + 1) * BLOCK_BYTES),
      index + 1,
    );
  return {
    cues: reader.end(),
    issues: issues.sorted(),
    language: languageOfStlCode(headerField(bytes, 'language')),
  };
}

class StlReader {
  readonly #cues: SubtitleCue[] = [];
  readonly #issues: IssueList;
  readonly #page: CodePage;
  readonly #rate: number;
  readonly #rows: number;
  readonly #startMs: number;
  #text: number[] = [];

  constructor(bytes: Uint8Array, issues: IssueList) {
    this.#issues = issues;
    const table = headerField(bytes, 'characterTable');
    const page = CODE_PAGES.find(({ number }) => number === table);
    if (!page) issues.add(0, 'stl-unknown-page', { page: quoted(table) });
    this.#page = page ?? (CODE_PAGES[0] as CodePage);
    const format = headerField(bytes, 'diskFormat');
    const rate = RATES[/^STL(\d{2})/.exec(format)?.[1] ?? ''];
    if (rate === undefined) issues.add(0, 'stl-rate', { rate: quoted(format) });
    this.#rate = rate ?? 25;
    this.#rows = Number(headerField(bytes, 'rows')) || 23;
    const start = /^(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(headerField(bytes, 'programmeStart'));
    this.#startMs = start ? this.#timeOf(start.slice(1).map(Number)) : 0;
    const told = TOLD.map((name) => headerField(bytes, name).trim()).filter((value) => value !== '');
    if (told.length > 0) issues.add(0, 'stl-header', { text: quoted(told.join('; ')) });
  }

  take(block: Uint8Array, number: number): void {
    const extension = block[3] ?? 0;
    if (extension === USER_DATA) return;
    for (const byte of block.subarray(BLOCK_BYTES - TEXT_BYTES))
      if (byte !== CODES.unused) this.#text.push(byte);
    if (extension !== LAST_BLOCK) return;
    const { text, dropped } = this.#decode(this.#text, number);
    this.#text = [];
    if (block[15] === COMMENT) return this.#issues.add(number, 'stl-comment', { text: quoted(text) });
    if (dropped) this.#issues.add(number, 'stl-control');
    if (text === '') this.#issues.add(number, 'empty-cue');
    this.#cues.push({
      startMs: this.#timeOf([...block.subarray(5, 9)]),
      endMs: this.#timeOf([...block.subarray(9, 13)]),
      text,
      position: (block[13] ?? this.#rows) < this.#rows / 2 ? 'top' : 'bottom',
      speaker: null,
    });
  }

  end(): SubtitleCue[] {
    const first = this.#cues.reduce((least, { startMs }) => Math.min(least, startMs), Infinity);
    const shift = this.#startMs > 0 && first >= this.#startMs ? this.#startMs : 0;
    if (shift > 0) this.#issues.add(0, 'stl-start', { start: new Date(shift).toISOString().slice(11, 19) });
    if (this.#cues.length === 0) this.#issues.add(0, 'no-cues');
    return this.#cues.map((cue, index) => ({
      ...cue,
      startMs: heldTime(cue.startMs - shift, index + 1, this.#issues),
      endMs: heldTime(Math.max(0, cue.endMs - shift), index + 1, this.#issues),
    }));
  }

  #timeOf([hours = 0, minutes = 0, seconds = 0, frames = 0]: readonly number[]): number {
    return (hours * 3600 + minutes * 60 + seconds) * 1000 + Math.round((frames * 1000) / this.#rate);
  }

  #decode(bytes: readonly number[], line: number): { text: string; dropped: boolean } {
    const out = new ItalicWriter();
    let [italic, dropped] = [false, false];
    let pending: number[] = [];
    const flush = () => {
      const text = this.#page.decode(pending);
      if (text.includes('\ufffd')) {
        const byte = pending.map((each) => each.toString(16)).join(' ');
        this.#issues.add(line, 'stl-byte', { byte: quoted(byte), page: this.#page.name });
      }
      out.add(text, italic);
      pending = [];
    };
    for (const byte of bytes) {
      const isControl = byte < 0x20 || (byte >= 0x80 && byte < 0xa0);
      if (!isControl) {
        pending.push(byte);
        continue;
      }
      flush();
      if (byte === CODES.newLine) out.add('\n', italic);
      else if (byte === CODES.italicOn || byte === CODES.italicOff) italic = byte === CODES.italicOn;
      else if (byte < 0x20) {
        // A teletext attribute takes the place of a character; white text in a box is what everybody has.
        out.add(' ', italic);
        dropped ||= ![0x07, 0x0a, 0x0b, 0x0c, 0x0d].includes(byte);
      } else dropped ||= byte === 0x82;
    }
    flush();
    return { text: tidyLines(withoutPadding(out.finish().text, bytes)), dropped };
  }
}

/** Teletext attributes leave spaces around each line; a file without any keeps its spaces. */
function withoutPadding(text: string, bytes: readonly number[]): string {
  const isTeletext = bytes.some((byte) => byte < 0x20);
  return text
    .split('\n')
    .map((line) => (isTeletext ? line.replaceAll(/ {2,}/g, ' ').trim() : line))
    .filter((line) => line.trim() !== '')
    .join('\n');
}
