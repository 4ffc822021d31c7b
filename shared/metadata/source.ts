/** Reading a file piece by piece, wherever its bytes are. */
import type { MetadataItem } from '../domain/export';
import { isLanguageName } from './language-names';

export interface ByteSource {
  readonly size: number;
  /** Up to `length` bytes from `offset`; fewer at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Bytes in memory as a source. */
export function sourceOf(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
}

/** Longest value that is read and shown. */
const MOST_VALUE = 1000;
/** A hostile file may hold millions of boxes: what is behind this many findings is summed up. */
export const MOST_ITEMS = 2000;

/** What encoders and muxers write of themselves: no person, place or device. */
const OURS = /^(?:Lav[fc]\d*(?:[.\d]*)?(?: (?:lib)?[\w-]+)?|Lavf|Lavc|x264|H\.264|HEVC Coding)$/;
/** Names of tracks that say no more than what they hold. */
const PLAIN_HANDLERS = /^(?:Video|Sound|Subtitle|Data|Text)Handler$|^(?:Core Media )?(?:Video|Audio)$/;

/** What our own writers put at the head of a file. */
const HEADS = /^(?:Language: [\w-]+|Transcript)$/;

/** Whether a value says nothing of people, places or devices; `labels` are those an export put in on purpose. */
export function isHarmless(value: string, labels: readonly string[]): boolean {
  const plain = value.trim();
  const isOurs = [OURS, PLAIN_HANDLERS, HEADS].some((pattern) => pattern.test(plain));
  return plain === '' || isOurs || labels.includes(plain) || isLanguageName(plain);
}

/** A finding, with its value made fit to show. Harmless values are listed as expected. */
export function itemOf(
  place: string,
  value: string,
  offset: number | null,
  labels: readonly string[] = [],
): MetadataItem {
  const shown = value.replaceAll('\u0000', '').slice(0, MOST_VALUE);
  return {
    place: place.slice(0, 300),
    value: shown,
    offset,
    kind: isHarmless(shown, labels) ? 'expected' : 'left',
  };
}

/** Bytes as text: UTF-8 where it is, else the printable ASCII in them. */
export function textIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\u0000', '');
  } catch {
    const latin = Array.from(bytes.subarray(0, MOST_VALUE * 2), (byte) => String.fromCharCode(byte)).join('');
    return (latin.match(/[\x20-\x7e]{3,}/g) ?? []).join(' ');
  }
}

/** Big-endian unsigned number of up to six bytes. */
export function bigEndian(bytes: Uint8Array, offset: number, length: number): number {
  let value = 0;
  for (let index = 0; index < length; index++) value = value * 256 + (bytes[offset + index] ?? 0);
  return value;
}

/** Four bytes as a box or chunk name; bytes outside ASCII as Latin-1 (`©too`). */
export function fourCharacters(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}
