/** What a file says besides what it shows. Every finished export is looked through here, and any file by `outspoken scan`. */
import { basename, extname } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import type { MetadataItem } from '../../../shared/domain/export';
import { safeInputArguments } from '../../../shared/ffmpeg/input';
import { id3Metadata } from '../../../shared/metadata/id3';
import { matroskaMetadata } from '../../../shared/metadata/matroska';
import { mp4Metadata } from '../../../shared/metadata/mp4';
import { METADATA_QUESTIONS, probedMetadata } from '../../../shared/metadata/probe';
import { SEI_UNITS, seiMetadata } from '../../../shared/metadata/sei';
import { fourCharacters, type ByteSource } from '../../../shared/metadata/source';
import { textMetadata } from '../../../shared/metadata/texts';
import { readFileCapped } from '../../platform/files';
import { runTool } from '../../platform/spawn';
import { readAt, withOpenFile } from '../media/open-checked';
import { decodeText } from '../text/decode';
import type { ToolPaths } from '../tools/tools';
import { unpackedXml } from '../transcript/zip-guard';

export interface MetadataOptions {
  /** Labels an export put in on purpose (track titles): listed as expected. */
  readonly labels?: readonly string[];
  /** Null: ffprobe is not asked and the picture stream not looked through. */
  readonly tools: ToolPaths | null;
  readonly signal?: AbortSignal | undefined;
}

const TEXT_KINDS: Readonly<Record<string, Parameters<typeof textMetadata>[1]>> = {
  ...{
    '.srt': 'srt',
    '.sbv': 'srt',
    '.csv': 'srt',
    '.tsv': 'srt',
    '.txt': 'srt',
    '.json': 'srt',
    '.vtt': 'vtt',
    '.ass': 'ass',
  },
  ...{
    '.ssa': 'ass',
    '.ttml': 'ttml',
    '.dfxp': 'ttml',
    '.itt': 'ttml',
    '.xml': 'ttml',
    '.html': 'html',
    '.htm': 'html',
  },
};
const MAX_TEXT_BYTES = 50 * 1024 * 1024;
const PROBE_LIMIT_MS = 30_000;
/** Messages of a whole film; a stream of nothing else may be long, its first part tells enough. */
const MAX_SEI_BYTES = 16 * 1024 * 1024;

/**
 * Every piece of metadata in a file, with where it stands: our own reading of MP4, MOV, Matroska, WebM, MP3, Word and subtitle
 * files, and ffprobe's of all it can open. Throws `not-found`, `no-permission`, `empty-file`, `too-large` (texts), `cancelled`.
 */
export async function fileMetadata(path: string, options: MetadataOptions): Promise<MetadataItem[]> {
  const ending = extname(path).toLowerCase();
  if (ending === '.docx') return docxMetadata(path);
  if (ending === '.stl') return stlMetadata(path);
  const kind = TEXT_KINDS[ending];
  if (kind) {
    const bytes = await readFileCapped(path, MAX_TEXT_BYTES);
    return bytes.length === 0 ? [] : textMetadata(decodeText(bytes, null, basename(path)).text, kind);
  }
  const own = await containerMetadata(path, options.labels);
  const probed = options.tools ? await probedFile(path, options.tools, options) : [];
  // What both found is listed once, with its place in the file.
  const known = new Set(own.map(({ value }) => value));
  return [...own, ...probed.filter(({ value }) => !known.has(value))];
}

/** Our own reading of a container, without any tool: fast, headers only. */
export async function containerMetadata(
  path: string,
  labels: readonly string[] = [],
): Promise<MetadataItem[]> {
  return withOpenFile(path, async ({ file, sizeBytes }) => {
    const source: ByteSource = {
      size: sizeBytes,
      read: (offset, length) => readAt(file, offset, Math.max(0, Math.min(length, sizeBytes - offset))),
    };
    const head = await source.read(0, 12);
    if (head[0] === 0x1a && head[1] === 0x45 && head[2] === 0xdf && head[3] === 0xa3)
      return matroskaMetadata(source, labels);
    if (/^(?:ftyp|moov|mdat|wide|free|skip|styp)$/.test(fourCharacters(head, 4)))
      return mp4Metadata(source, labels);
    return id3Metadata(source);
  });
}

async function probedFile(
  path: string,
  tools: ToolPaths,
  { labels, signal }: MetadataOptions,
): Promise<MetadataItem[]> {
  const run = await runTool({
    command: tools.ffprobe,
    args: [...METADATA_QUESTIONS, ...safeInputArguments(path)],
    timeoutMs: PROBE_LIMIT_MS,
    subject: basename(path),
    signal,
  });
  if (run.code !== 0) return [];
  const json: unknown = JSON.parse(run.stdout.toString('utf8'));
  return [...probedMetadata(json, labels), ...(await pictureMessages(path, json, tools, signal))];
}

async function pictureMessages(
  path: string,
  json: unknown,
  tools: ToolPaths,
  signal: AbortSignal | undefined,
): Promise<MetadataItem[]> {
  const units = Object.entries(SEI_UNITS).find(([codec]) =>
    JSON.stringify(json).includes(`"codec_name":"${codec}"`),
  )?.[1];
  if (!units) return [];
  const chunks: Buffer[] = [];
  let bytes = 0;
  const run = await runTool({
    command: tools.ffmpeg,
    args: [
      ...['-nostdin', '-hide_banner', '-nostats', '-v', 'error'],
      ...safeInputArguments(path),
      ...[
        '-map',
        '0:v:0',
        '-c',
        'copy',
        '-bsf:v',
        `filter_units=pass_types=${units.types}`,
        '-f',
        units.format,
        'pipe:1',
      ],
    ],
    signal,
    onStdout: (chunk) => {
      if (bytes < MAX_SEI_BYTES) chunks.push(chunk);
      bytes += chunk.length;
    },
  });
  return run.code === 0 ? seiMetadata(Buffer.concat(chunks), units.headBytes) : [];
}

/** Parts that hold who, when and with what; the text itself is no metadata, its authors' marks are. */
const DOCUMENT_PARTS = /^(?:docProps\/|customXml\/|word\/(?:comments|people|settings)|\[trash\])/i;

async function docxMetadata(path: string): Promise<MetadataItem[]> {
  const bytes = await readFileCapped(path, MAX_TEXT_BYTES);
  let parts;
  try {
    parts = unpackedXml(bytes, MAX_TEXT_BYTES);
  } catch {
    throw new AppError('unreadable-text', { name: basename(path), reason: 'it is no Word document' });
  }
  return parts.flatMap(({ name, text }) => {
    const found = textMetadata(text, 'xml', name);
    return DOCUMENT_PARTS.test(name)
      ? found
      : found.filter(({ place }) => place.endsWith('author') || place.endsWith('comment'));
  });
}

/** Free fields of EBU STL's head (Tech 3264-E, 4.2): titles, names, dates. By position. */
const STL_FIELDS: readonly (readonly [place: string, from: number, to: number])[] = [
  ...([
    ['original programme title', 16, 48],
    ['original episode title', 48, 80],
    ['translated programme title', 80, 112],
    ['translated episode title', 112, 144],
    ["translator's name", 144, 176],
    ["translator's contact", 176, 208],
    ['subtitle list reference', 208, 224],
    ['publisher', 277, 309],
    ["editor's name", 309, 341],
    ["editor's contact", 341, 373],
    ['user-defined area', 448, 1024],
  ] as const),
];

async function stlMetadata(path: string): Promise<MetadataItem[]> {
  const head = (await readFileCapped(path, MAX_TEXT_BYTES)).subarray(0, 1024);
  return STL_FIELDS.flatMap(([place, from, to]) => {
    const value = head.toString('latin1', from, to).trim();
    return value === '' ? [] : [{ place: `EBU STL ${place}`, value, offset: from, kind: 'left' as const }];
  });
}
