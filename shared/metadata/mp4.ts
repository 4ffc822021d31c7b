/** Metadata in MP4, MOV and M4A (ISO 14496-12, Apple's QuickTime File Format): every place a box can hold some. */
import type { MetadataItem } from '../domain/export';
import { bigEndian, fourCharacters, itemOf, MOST_ITEMS, textIn, type ByteSource } from './source';

const CONTAINERS = new Set([
  'moov',
  'trak',
  'mdia',
  'minf',
  'stbl',
  'dinf',
  'edts',
  'mvex',
  'moof',
  'traf',
  'tref',
  'gmhd',
]);
/** Boxes that hold nothing a person could have written. */
const PLAIN = new Set([
  ...[
    'ftyp',
    'styp',
    'mdat',
    'wide',
    'sidx',
    'ssix',
    'mfra',
    'elst',
    'dref',
    'url ',
    'vmhd',
    'smhd',
    'nmhd',
    'sthd',
    'gmin',
  ],
  ...[
    'stts',
    'ctts',
    'stss',
    'stsc',
    'stsz',
    'stz2',
    'stco',
    'co64',
    'sgpd',
    'sbgp',
    'sdtp',
    'cslg',
    'stps',
    'subs',
    'saiz',
  ],
  ...[
    'saio',
    'trex',
    'mehd',
    'trep',
    'mfhd',
    'tfhd',
    'tfdt',
    'trun',
    'iods',
    'tapt',
    'clef',
    'prof',
    'enof',
    'clip',
    'matt',
  ],
  ...['load', 'pitm', 'text'],
]);
const SAMPLE_PARTS = new Set([
  ...[
    'avcC',
    'hvcC',
    'av1C',
    'vpcC',
    'colr',
    'pasp',
    'btrt',
    'esds',
    'fiel',
    'chan',
    'wave',
    'clap',
    'dOps',
    'dac3',
    'dec3',
  ],
  ...['glbl', 'gama', 'mdcv', 'clli', 'SmDm', 'CoLL', 'ftab', 'cdsc', 'frma', 'chrm'],
]);
const TIMED = new Set(['mvhd', 'tkhd', 'mdhd']);
const MOST_DEPTH = 12;
/** A box of text is read up to here. */
const MOST_READ = 8192;
/** Padding is looked through up to here for what an editor left in it. */
const MOST_PADDING = 1 << 20;
/** Bytes of a sample description before its parts, by what the track holds (ISO 14496-12, 12.1.3 and 12.2.3). */
const ENTRY_HEAD: Readonly<Record<string, number>> = { vide: 86, soun: 36 };
const COMPRESSOR_AT = 50;

interface Box {
  readonly type: string;
  /** Where its content begins and ends in the file. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
}

interface Walk {
  readonly source: ByteSource;
  readonly labels: readonly string[];
  readonly items: MetadataItem[];
  /** Kind of the track the walk is in (`vide`, `soun`…). */
  handler: string;
  /** Names of `mdta` keys, from 1. */
  keys: string[];
}

/** Every piece of metadata in an MP4 or MOV file, with where it stands. Never throws for what the bytes say; reads headers only. */
export async function mp4Metadata(
  source: ByteSource,
  labels: readonly string[] = [],
): Promise<MetadataItem[]> {
  const walk: Walk = { source, labels, items: [], handler: '', keys: [] };
  await walkBoxes(walk, 0, source.size, '', 0);
  return walk.items;
}

async function walkBoxes(walk: Walk, from: number, to: number, path: string, depth: number): Promise<void> {
  for (let at = from; at + 8 <= to && walk.items.length < MOST_ITEMS;) {
    const box = await boxAt(walk.source, at, to);
    if (!box) {
      await noteRest(walk, at, to, path);
      return;
    }
    await lookAt(walk, box, path === '' ? box.type : `${path}/${box.type}`, depth);
    at = box.to;
  }
}

async function boxAt(source: ByteSource, at: number, to: number): Promise<Box | null> {
  const head = await source.read(at, 16);
  const type = fourCharacters(head, 4);
  let size = bigEndian(head, 0, 4);
  let header = 8;
  if (size === 1) {
    size = bigEndian(head, 10, 6);
    header = 16;
  } else if (size === 0) size = to - at;
  return size < header || at + size > to ? null : { type, from: at + header, to: at + size, start: at };
}

async function lookAt(walk: Walk, box: Box, path: string, depth: number): Promise<void> {
  const { type, from, to } = box;
  if (depth > MOST_DEPTH) return;
  if (type === 'trak') walk.handler = '';
  if (CONTAINERS.has(type)) return walkBoxes(walk, from, to, path, depth + 1);
  if (type === 'udta') return walkUserData(walk, box, path, depth);
  if (type === 'meta') return walkMeta(walk, box, path, depth);
  if (TIMED.has(type)) return noteTimes(walk, box, path);
  if (type === 'hdlr') return noteHandler(walk, box, path);
  if (type === 'stsd') return noteDescriptions(walk, box, path);
  if (type === 'free' || type === 'skip') return notePadding(walk, box, path);
  if (type === 'chap' || type === 'tmcd')
    return note(walk, box, path, `a track of ${type === 'chap' ? 'chapters' : 'time codes'}`);
  if (!PLAIN.has(type) && !(path.includes('tref/') || path.startsWith('mdat')))
    await noteText(walk, box, path);
}

/** QuickTime's user data: each box is a piece of metadata, some in a `meta` box of their own. */
async function walkUserData(walk: Walk, { from, to }: Box, path: string, depth: number): Promise<void> {
  for (let at = from; at + 8 <= to && walk.items.length < MOST_ITEMS;) {
    const box = await boxAt(walk.source, at, to);
    // Four zero bytes may end the list.
    if (!box) return noteRest(walk, at, to, path);
    if (box.type === 'meta') await walkMeta(walk, box, `${path}/meta`, depth);
    else if (box.type === 'free' || box.type === 'skip') await notePadding(walk, box, `${path}/${box.type}`);
    else await noteText(walk, box, `${path}/${box.type}`);
    at = box.to;
  }
}

/** `meta` is a full box in MP4 (four bytes of version first) and a plain one in QuickTime. */
async function walkMeta(walk: Walk, { from, to }: Box, path: string, depth: number): Promise<void> {
  const head = await walk.source.read(from, 8);
  const start = fourCharacters(head, 4) === 'hdlr' ? from : from + 4;
  for (let at = start; at + 8 <= to && walk.items.length < MOST_ITEMS;) {
    const box = await boxAt(walk.source, at, to);
    if (!box) return;
    const inside = `${path}/${box.type}`;
    if (box.type === 'keys') walk.keys = await keysIn(walk.source, box);
    else if (box.type === 'ilst') await walkList(walk, box, inside);
    else if (box.type === 'free') await notePadding(walk, box, inside);
    else if (box.type !== 'hdlr' && depth < MOST_DEPTH) await noteText(walk, box, inside);
    at = box.to;
  }
}

async function keysIn(source: ByteSource, { from, to }: Box): Promise<string[]> {
  const bytes = await source.read(from, Math.min(to - from, 65536));
  const keys = [''];
  for (let at = 8; at + 8 <= bytes.length;) {
    const size = bigEndian(bytes, at, 4);
    if (size < 8) break;
    keys.push(textIn(bytes.subarray(at + 8, at + size)));
    at += size;
  }
  return keys;
}

async function walkList(walk: Walk, { from, to }: Box, path: string): Promise<void> {
  for (let at = from; at + 8 <= to && walk.items.length < MOST_ITEMS;) {
    const box = await boxAt(walk.source, at, to);
    if (!box) return;
    const index = bigEndian(
      Uint8Array.from(box.type, (letter) => letter.charCodeAt(0)),
      0,
      4,
    );
    const name = walk.keys[index] ?? box.type;
    const bytes = await walk.source.read(box.from, Math.min(box.to - box.from, MOST_READ));
    // A `data` box inside: 16 bytes of head, type and country, then the value.
    const value = fourCharacters(bytes, 4) === 'data' ? bytes.subarray(16) : bytes;
    walk.items.push(itemOf(`${path}/${name}`, textIn(value), box.start, walk.labels));
    at = box.to;
  }
}

/** Seconds since 1904; zero where nothing is said. */
async function noteTimes(walk: Walk, box: Box, path: string): Promise<void> {
  const bytes = await walk.source.read(box.from, 20);
  const wide = bytes[0] === 1 ? 8 : 4;
  const [made, changed] = [4, 4 + wide].map(
    (at) => bigEndian(bytes, at + wide - 4, 4) + (wide === 8 ? bigEndian(bytes, at, 4) : 0),
  );
  if (made || changed)
    note(walk, box, `${path} (date)`, `made ${made ?? 0}, changed ${changed ?? 0} (seconds since 1904)`);
}

async function noteHandler(walk: Walk, box: Box, path: string): Promise<void> {
  const bytes = await walk.source.read(box.from, Math.min(box.to - box.from, 1024));
  const kind = fourCharacters(bytes, 8);
  if (kind !== 'alis' && kind !== 'url ') walk.handler = kind;
  const raw = bytes.subarray(24);
  // QuickTime counts the name's bytes in front of it.
  const name = textIn(raw[0] === raw.length - 1 ? raw.subarray(1) : raw).trim();
  if (name !== '') walk.items.push(itemOf(`${path} (name)`, name, box.from + 24, walk.labels));
  if (kind === 'meta' || kind === 'tmcd' || kind === 'camm')
    note(walk, box, path, `a track of data (${kind})`);
}

async function noteDescriptions(walk: Walk, { from, to }: Box, path: string): Promise<void> {
  for (let at = from + 8; at + 16 <= to && walk.items.length < MOST_ITEMS;) {
    const entry = await boxAt(walk.source, at, to);
    if (!entry) return;
    const place = `${path}/${entry.type}`;
    if (walk.handler === 'vide') {
      const compressor = await walk.source.read(entry.start + COMPRESSOR_AT, 32);
      const name = textIn(compressor.subarray(1, 1 + (compressor[0] ?? 0)));
      if (name !== '')
        walk.items.push(itemOf(`${place} (compressor)`, name, entry.start + COMPRESSOR_AT, walk.labels));
    }
    const head = ENTRY_HEAD[walk.handler];
    if (head !== undefined)
      for (let part = entry.start + head; part + 8 <= entry.to;) {
        const box = await boxAt(walk.source, part, entry.to);
        if (!box) break;
        if (!SAMPLE_PARTS.has(box.type)) await noteText(walk, box, `${place}/${box.type}`);
        part = box.to;
      }
    at = entry.to;
  }
}

async function notePadding(walk: Walk, box: Box, path: string): Promise<void> {
  const bytes = await walk.source.read(box.from, Math.min(box.to - box.from, MOST_PADDING));
  const text = textIn(bytes);
  if (bytes.some((byte) => byte !== 0) && !isLibavPadding(text))
    note(walk, box, path, text || 'bytes that are not zero');
}

/** ffmpeg's MOV muxer leaves a short mark in its padding. */
function isLibavPadding(text: string): boolean {
  return /^(?:Lavf|Lavc)?[\d.]*$/.test(text.trim());
}

async function noteText(walk: Walk, box: Box, path: string): Promise<void> {
  const bytes = await walk.source.read(box.from, Math.min(box.to - box.from, MOST_READ));
  note(walk, box, path, textIn(bytes) || `${box.to - box.from} bytes`);
}

/** Bytes at the end of a box or file that are no box. */
async function noteRest(walk: Walk, at: number, to: number, path: string): Promise<void> {
  const bytes = await walk.source.read(at, Math.min(to - at, MOST_READ));
  if (bytes.some((byte) => byte !== 0))
    walk.items.push({
      ...itemOf(`${path === '' ? 'end of file' : path} (no box)`, textIn(bytes) || `${to - at} bytes`, at),
      kind: 'left',
    });
}

function note(walk: Walk, box: Box, path: string, value: string): void {
  walk.items.push(itemOf(path, value, box.start, walk.labels));
}
