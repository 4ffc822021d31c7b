import { extname } from 'node:path';
import type { EncodingGuess, TextIssue } from '../../../shared/api/contract';
import { readRows } from '../../../shared/formats/csv/rows';
import { decodeText } from '../text/decode';
import { readDocx } from '../transcript/docx';
import { readTranscript, type TranscriptInput } from '../transcript/read';

/** A translation as handed in. */
export interface TranslationText {
  readonly paragraphs: readonly string[];
  /** The cells of each row, where it is a table; null for running text. */
  readonly cells: readonly (readonly string[])[] | null;
  /** Null for pasted text and documents that carry their own encoding. */
  readonly encoding: EncodingGuess | null;
  readonly issues: readonly TextIssue[];
}

const MAX_BYTES = 50 * 1024 * 1024;
/** Share of the lines that must hold the separator for a text to be a table. */
const TABLE = 0.8;

/**
 * Reads a translation: everything a transcript can be (text, Word, subtitles), and tables of CSV, TSV or Word. `encoding` null:
 * recognised. Throws as `readTranscript`.
 */
export async function readTranslation(
  input: TranscriptInput,
  language: string,
  encoding: string | null,
): Promise<TranslationText> {
  const table = await readTable(input, encoding);
  const draft = await readTranscript(input, language, encoding).catch((error: unknown) => {
    // A table of texts is no transcript, and needs not be one.
    if (table) return null;
    throw error;
  });
  return {
    paragraphs: draft?.paragraphs.map(({ text }) => text) ?? table?.flat() ?? [],
    cells: table,
    encoding: draft?.encoding ?? null,
    issues: draft?.issues ?? [],
  };
}

async function readTable(
  input: TranscriptInput,
  encoding: string | null,
): Promise<readonly (readonly string[])[] | null> {
  if ('text' in input) return cellsOf(input.text, '\t');
  const { bytes, name } = input;
  const ending = extname(name).toLowerCase();
  if (ending === '.docx') {
    const { text } = await readDocx(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      name,
      MAX_BYTES,
    );
    return cellsOf(text, '\t');
  }
  if (bytes.length === 0 || !['.csv', '.tsv', '.tab', '.txt'].includes(ending)) return null;
  const { text } = decodeText(bytes, encoding, name);
  if (ending !== '.csv') return cellsOf(text, '\t');
  return cellsOf(text, ',') ?? cellsOf(text, ';') ?? cellsOf(text, '\t');
}

/** The cells of a table; null where most rows are not of several cells. */
function cellsOf(text: string, separator: string): readonly (readonly string[])[] | null {
  const rows = readRows(text, separator).rows.map(({ cells }) => cells);
  const wide = rows.filter((cells) => cells.length > 1);
  return wide.length > 1 && wide.length >= TABLE * rows.length ? rows : null;
}
