import { describe, expect, it } from 'vitest';
import { findShortfall, looksLikeList, looksLikeMov } from '../../../../shared/ffmpeg/completeness';

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const bytes = (...parts: (number[] | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...ascii(part)] : part)));
/** A box with `size` in its header and `content` zero bytes behind it. */
const box = (size: number, name: string, content = size - 8) =>
  bytes(
    [(size >> 24) & 255, (size >> 16) & 255, (size >> 8) & 255, size & 255],
    name,
    Array<number>(content).fill(0),
  );
const join = (...parts: Uint8Array[]) => bytes(...parts.map((part) => [...part]));
const check = (file: Uint8Array) =>
  findShortfall(async (offset, length) => file.slice(offset, offset + length), file.length);

/** 64-bit size: 16 bytes of header. */
const largeBox = (size: number, content: number) =>
  bytes(
    [0, 0, 0, 1],
    'mdat',
    [0, 0, 0, 0, 0, 0, (size >> 8) & 255, size & 255],
    Array<number>(content).fill(0),
  );
const mkv = (sizeBytes: number[], content: number) =>
  bytes(
    [0x1a, 0x45, 0xdf, 0xa3, 0x84, 1, 2, 3, 4, 0x18, 0x53, 0x80, 0x67],
    sizeBytes,
    Array<number>(content).fill(0),
  );

describe('findShortfall', () => {
  it.each([
    ['whole MP4', join(box(16, 'ftyp'), box(100, 'moov'), box(50, 'mdat')), null],
    ['mdat cut off', join(box(16, 'ftyp'), box(100, 'moov'), box(50, 'mdat', 10)), 166],
    ['cut within a box header', join(box(16, 'ftyp'), bytes([0, 0])), 24],
    ['mdat to the end of the file', join(box(16, 'ftyp'), box(0, 'mdat', 30)), null],
    ['large mdat, whole', join(box(16, 'ftyp'), largeBox(300, 284)), null],
    ['large mdat, cut off', join(box(16, 'ftyp'), largeBox(300, 100)), 316],
    [
      'interrupted fragments',
      join(box(16, 'ftyp'), box(20, 'moov'), box(20, 'moof'), box(90, 'mdat', 3)),
      null,
    ],
    ['nonsense size', join(box(16, 'ftyp'), box(3, 'mdat', 30)), null],
    ['Matroska, whole', mkv([0x8a], 10), null],
    ['Matroska, cut off', mkv([0x8a], 4), 24],
    ['Matroska, 8-byte size', mkv([1, 0, 0, 0, 0, 0, 1, 0], 4), 277],
    ['Matroska of unknown size', mkv([1, 255, 255, 255, 255, 255, 255, 255], 4), null],
    ['another kind', ascii('RIFF....WAVE, whatever it says'), null],
    ['empty', new Uint8Array(0), null],
  ])('%s', async (_, file, expected) => {
    expect((await check(file))?.expectedBytes ?? null).toBe(expected);
  });

  it('takes no longer for a file of tiny boxes', async () => {
    let reads = 0;
    const read = async () => {
      reads++;
      return box(8, 'free', 56);
    };
    expect(await findShortfall(read, 1e9)).toBeNull();
    expect(reads).toBeLessThan(100);
  });
});

it.each([
  ['#EXTM3U\n#EXTINF:2,\na.mp4', true],
  ['\ufeff\n #EXTM3U'.replace('\ufeff', '\xef\xbb\xbf'), true],
  ['ffconcat version 1.0\nfile a.mp4', true],
  ['<?xml version="1.0"?>\n<MPD xmlns="urn:mpeg:dash:schema:mpd:2011">', true],
  ['<asx version="3.0"><entry>', true],
  ['v=0\r\no=- 0 0 IN IP4 127.0.0.1', true],
  ['Interview with #EXTM3U in it', false],
  ['<html><body>', false],
  ['', false],
])('a list: %j is %s', (text, isList) => {
  expect(looksLikeList(ascii(text))).toBe(isList);
});

it('knows the beginning of an MP4', () => {
  expect(looksLikeMov(box(16, 'ftyp'))).toBe(true);
  expect(looksLikeMov(ascii('Hello there'))).toBe(false);
  expect(looksLikeMov(ascii('ftyp'))).toBe(false);
});
