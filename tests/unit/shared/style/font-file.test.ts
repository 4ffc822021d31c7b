import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverageOf, rangesText } from '../../../../shared/style/cmap';
import { MAX_FONT_BYTES, readFontFile } from '../../../../shared/style/font-file';
import { FontFault } from '../../../../shared/style/sfnt';

const PACKAGES = join(import.meta.dirname, '../../../../node_modules/@expo-google-fonts');
const good = new Uint8Array(
  readFileSync(join(PACKAGES, 'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf')),
);

/** What is wrong with a file; null for nothing. Anything but a `FontFault` fails the test. */
function faultOf(bytes: Uint8Array): string | null {
  try {
    readFontFile(bytes);
    return null;
  } catch (error) {
    if (error instanceof FontFault) return error.kind;
    throw error;
  }
}

/** A copy with the entry of one table in the directory changed. */
function withTable(tag: string, change: (entry: DataView, file: Uint8Array) => void): Uint8Array {
  const bytes = good.slice();
  const view = new DataView(bytes.buffer);
  for (let n = 0; n < view.getUint16(4); n++) {
    const at = 12 + 16 * n;
    if (String.fromCharCode(...bytes.subarray(at, at + 4)) === tag)
      change(new DataView(bytes.buffer, at, 16), bytes);
  }
  return bytes;
}

const text = (value: string) => new TextEncoder().encode(value);

describe('readFontFile', () => {
  test('says what the file says', () => {
    const { coverage, ...facts } = readFontFile(good);
    expect(facts).toEqual({
      family: 'Noto Sans Hebrew',
      weight: 400,
      italic: false,
      ascentEm: 1.068,
      descentEm: 0.292,
      averageEm: 0.547,
    });
    const covered = coverageOf(coverage);
    expect(['א', 'ת', 'A'].map((letter) => covered.has(letter.codePointAt(0) ?? 0))).toEqual([
      true,
      true,
      true,
    ]);
    expect(covered.has('Ж'.codePointAt(0) ?? 0)).toBe(false);
  });

  test.each([
    ['nothing', new Uint8Array(), 'not-a-font'],
    ['a picture', text('\u0089PNG\r\n\u001a\n and more of it'), 'not-a-font'],
    ['a web font', text('wOF2 and what follows it in such a file'), 'web-font'],
    ['the first half', good.subarray(0, good.length >> 1), 'damaged'],
    ['a table beyond the end', withTable('cmap', (entry) => entry.setUint32(8, 0xfffffff0)), 'damaged'],
    ['no letters’ table', withTable('cmap', (entry) => entry.setUint32(0, 0)), 'damaged'],
    ['no outlines', withTable('glyf', (entry) => entry.setUint32(0, 0)), 'no-outlines'],
    [
      'an em of nothing',
      withTable('head', (entry, file) => file.fill(0, entry.getUint32(8) + 18, entry.getUint32(8) + 20)),
      'damaged',
    ],
    [
      'no names',
      withTable('name', (entry, file) => file.fill(0, entry.getUint32(8) + 2, entry.getUint32(8) + 4)),
      'no-name',
    ],
    [
      'a collection that points beyond its end',
      text('ttcf\u0000\u0001\u0000\u0000\u0000\u0000\u0000\u0001\u007f\u007f\u007f\u007f'),
      'damaged',
    ],
  ] as const)('refuses %s', (_, bytes, kind) => {
    expect(faultOf(bytes)).toBe(kind);
  });

  test.each(['Evil,Font', '{\\b1}', '@Vertical', 'two\nlines', ''])('refuses a font named %j', (name) => {
    expect(['unsafe-name', 'no-name']).toContain(faultOf(named(name)));
  });

  test('refuses what is larger than any font', () => {
    expect(faultOf(new Uint8Array(MAX_FONT_BYTES + 1))).toBe('too-large');
  });

  test('ends with a sentence for any damage', () => {
    const damages = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(damages, fc.nat(good.length), (changes, length) => {
        const bytes = good.slice(0, Math.max(400, length));
        for (const [at, value] of changes) bytes[at % Math.min(bytes.length, 600)] = value;
        faultOf(bytes);
      }),
    );
  });
});

/** The font with another family name in place of its own, as far as there is room. */
function named(name: string): Uint8Array {
  return withTable('name', (entry, file) => {
    const start = entry.getUint32(8);
    const view = new DataView(file.buffer);
    const texts = start + view.getUint16(start + 4);
    for (let n = 0; n < view.getUint16(start + 2); n++) {
      const record = start + 6 + 12 * n;
      if (view.getUint16(record + 6) !== 1) continue;
      view.setUint16(record + 8, name.length * 2);
      const from = texts + view.getUint16(record + 10);
      for (let at = 0; at < name.length; at++) view.setUint16(from + 2 * at, name.charCodeAt(at));
    }
  });
}

describe('coverage', () => {
  test('what is written is read', () => {
    const ranges = fc
      .uniqueArray(fc.nat(0x10ffff), { maxLength: 40 })
      .map((codes) => codes.sort((a, b) => a - b))
      .map((codes) =>
        codes.flatMap((from, n) => (n % 2 === 0 ? [[from, codes[n + 1] ?? from] as const] : [])),
      );
    fc.assert(
      fc.property(ranges, fc.nat(0x10ffff), (list, code) => {
        const isIn = (value: number) => list.some(([from, to]) => value >= from && value <= to);
        const read = coverageOf(rangesText(list));
        for (const value of [code, ...list.flatMap(([from, to]) => [from - 1, from, to, to + 1])])
          expect(read.has(value)).toBe(isIn(value));
      }),
    );
  });
});
