/** Metadata in Matroska and WebM (RFC 9559). */
import type { MetadataItem } from '../domain/export';
import { bigEndian, itemOf, MOST_ITEMS, textIn, type ByteSource } from './source';

const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const CONTAINERS: Readonly<Record<number, string>> = {
  [SEGMENT]: 'Segment',
  0x1549a966: 'Info',
  0x1654ae6b: 'Tracks',
  0xae: 'Track',
  0x1254c367: 'Tags',
  0x7373: 'Tag',
  0x67c8: 'SimpleTag',
  0x1043a770: 'Chapters',
  0x45b9: 'Edition',
  0xb6: 'Chapter',
  0x80: 'ChapterDisplay',
  0x1941a469: 'Attachments',
  0x61a7: 'AttachedFile',
};
/** Elements that hold text, or bytes worth telling. */
const TOLD: Readonly<Record<number, string>> = {
  ...{
    0x7ba9: 'Title',
    0x4d80: 'MuxingApp',
    0x5741: 'WritingApp',
    0x7384: 'SegmentFilename',
    0x3c83ab: 'PrevFilename',
  },
  ...{
    0x3e83bb: 'NextFilename',
    0x536e: 'Name',
    0x258688: 'CodecName',
    0x4487: 'TagString',
    0x4485: 'TagBinary',
  },
  ...{ 0x85: 'ChapString', 0x5654: 'ChapterStringUID', 0x466e: 'FileName', 0x467e: 'FileDescription' },
};
const DATE = 0x4461;
const TAG_NAME = 0x45a3;
const SEGMENT_UID = 0x73a4;
const VOID = 0xec;
/** Tags that hold times and counts which any player could work out. */
const COUNTS = /^(?:DURATION|BPS|NUMBER_OF_FRAMES|NUMBER_OF_BYTES)(?:-\w+)?$/;
const MOST_READ = 8192;
const MOST_DEPTH = 10;

interface Element {
  readonly id: number;
  readonly start: number;
  readonly from: number;
  /** Null where the size is not known: a live recording. */
  readonly to: number | null;
}

/** Every piece of metadata in a Matroska or WebM file. Never throws for what the bytes say; sound and picture are passed over. */
export async function matroskaMetadata(
  source: ByteSource,
  labels: readonly string[] = [],
): Promise<MetadataItem[]> {
  const items: MetadataItem[] = [];
  await walk(source, 0, source.size, '', 0, items, labels);
  return items;
}

async function walk(
  source: ByteSource,
  from: number,
  to: number,
  path: string,
  depth: number,
  items: MetadataItem[],
  labels: readonly string[],
): Promise<void> {
  let tag = '';
  for (let at = from; at + 2 <= to && items.length < MOST_ITEMS;) {
    const element = await elementAt(source, at);
    if (!element) return;
    const { id, start } = element;
    const end = Math.min(element.to ?? to, to);
    const name = CONTAINERS[id];
    // A cluster of unknown size: what follows are its blocks, then the next cluster; all are passed over one by one.
    if (id === CLUSTER && element.to === null) {
      at = element.from;
      continue;
    }
    const read = () => source.read(element.from, Math.min(end - element.from, MOST_READ));
    if (name !== undefined && depth < MOST_DEPTH)
      await walk(source, element.from, end, path === '' ? name : `${path}/${name}`, depth + 1, items, labels);
    else if (id === TAG_NAME) tag = textIn(await read());
    else if (TOLD[id] !== undefined) {
      const place = `${path}/${id === 0x4487 || id === 0x4485 ? tag : TOLD[id]}`;
      const item = itemOf(place, textIn(await read()), start, labels);
      items.push(COUNTS.test(tag) && path.endsWith('SimpleTag') ? { ...item, kind: 'expected' } : item);
    } else if (id === DATE) {
      const nanoseconds = bigEndian(await read(), 2, 6);
      items.push(itemOf(`${path}/DateUTC`, `${nanoseconds} (bytes 3 to 8 of nanoseconds since 2001)`, start));
    } else if (id === SEGMENT_UID) {
      const bytes = await read();
      if (bytes.some((byte) => byte !== 0))
        items.push({ ...itemOf(`${path}/SegmentUID`, hex(bytes), start), kind: 'expected' });
    } else if (id === VOID) {
      const bytes = await read();
      if (bytes.some((byte) => byte !== 0))
        items.push(itemOf(`${path}/Void`, textIn(bytes) || 'bytes that are not zero', start));
    }
    at = end;
  }
}

async function elementAt(source: ByteSource, at: number): Promise<Element | null> {
  const head = await source.read(at, 12);
  const idLength = lengthOf(head[0] ?? 0);
  if (idLength === 0 || idLength > 4) return null;
  const sizeLength = lengthOf(head[idLength] ?? 0);
  if (sizeLength === 0) return null;
  const raw = Uint8Array.from(head.subarray(idLength, idLength + sizeLength));
  raw[0] = (raw[0] ?? 0) & (0xff >> sizeLength);
  const isUnknown = raw.every((byte, index) => byte === (index === 0 ? 0xff >> sizeLength : 0xff));
  const size = sizeLength > 7 ? bigEndian(raw, 2, 6) : bigEndian(raw, 0, sizeLength);
  const from = at + idLength + sizeLength;
  return { id: bigEndian(head, 0, idLength), start: at, from, to: isUnknown ? null : from + size };
}

/** Length of a variable number from its first byte; 0 for none. */
function lengthOf(first: number): number {
  return first === 0 ? 0 : Math.clz32(first) - 23;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
