/** Metadata around an MP3: ID3v2 in front, ID3v1 and APE behind (id3.org; APEv2). */
import type { MetadataItem } from '../domain/export';
import { bigEndian, itemOf, MOST_ITEMS, textIn, type ByteSource } from './source';

const MOST_TAG = 16 * 1024 * 1024;
const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes);

/** Every frame of the tags. Never throws for what the bytes say. */
export async function id3Metadata(source: ByteSource): Promise<MetadataItem[]> {
  const items: MetadataItem[] = [];
  const head = await source.read(0, 10);
  if (latin(head.subarray(0, 3)) === 'ID3') {
    const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((head[at] ?? 0) & 0x7f), 0);
    addFrames(items, await source.read(10, Math.min(size, MOST_TAG)), head[3] ?? 4);
  }
  const tail = await source.read(Math.max(0, source.size - 160), 160);
  const v1 = tail.length - 128;
  if (v1 >= 0 && latin(tail.subarray(v1, v1 + 3)) === 'TAG')
    items.push(itemOf('ID3v1', textIn(tail.subarray(v1 + 3)), source.size - 128));
  for (const at of [tail.length - 32, v1 - 32])
    if (at >= 0 && latin(tail.subarray(at, at + 8)) === 'APETAGEX')
      await addApe(items, source, source.size - tail.length + at, tail.subarray(at));
  return items;
}

function addFrames(items: MetadataItem[], bytes: Uint8Array, version: number): void {
  const [idLength, headLength] = version === 2 ? [3, 6] : [4, 10];
  for (let at = 0; at + headLength <= bytes.length && items.length < MOST_ITEMS;) {
    const id = latin(bytes.subarray(at, at + idLength));
    if (!/^[A-Z0-9]{3,4}$/.test(id)) break;
    const raw = bytes.subarray(at + idLength, at + idLength + (version === 2 ? 3 : 4));
    const size =
      version === 4 ? raw.reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0) : bigEndian(raw, 0, raw.length);
    items.push(
      itemOf(`ID3v2/${id}`, frameText(bytes.subarray(at + headLength, at + headLength + size)), 10 + at),
    );
    at += headLength + size;
  }
}

/** The first byte of a text says its encoding: 1 and 2 are UTF-16. */
function frameText(body: Uint8Array): string {
  const encoding = body[0];
  if (encoding !== 1 && encoding !== 2)
    return textIn(encoding === 0 || encoding === 3 ? body.subarray(1) : body);
  const isBig = encoding === 2 || (body[1] === 0xfe && body[2] === 0xff);
  return new TextDecoder(isBig ? 'utf-16be' : 'utf-16le')
    .decode(body.subarray(1))
    .replaceAll(/[\u0000\ufeff]/g, '');
}

async function addApe(
  items: MetadataItem[],
  source: ByteSource,
  at: number,
  footer: Uint8Array,
): Promise<void> {
  const size = footer.slice(12, 16).reduceRight((sum, byte) => sum * 256 + byte, 0);
  const from = Math.max(0, at + 32 - Math.min(size, MOST_TAG));
  items.push(itemOf('APE', textIn(await source.read(from, at - from)) || 'a tag', from));
}
