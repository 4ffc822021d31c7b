import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isCovered } from '../../../../shared/style/coverage';
import {
  familyForLanguage,
  fontFaces,
  fontFamilies,
  fontFamily,
  fontsFor,
  missingCharacters,
} from '../../../../shared/style/fonts';

const PACKAGES = join(import.meta.dirname, '../../../../node_modules/@expo-google-fonts');

/** Where a face's file is in its package: `NotoSans_700Bold_Italic.ttf` is `noto-sans/700Bold_Italic/…`. */
const pathOf = (file: string) => {
  const folder = file.replace(/^[^_]+_/, '').replace('.ttf', '');
  return join(PACKAGES, file.startsWith('NotoSansArabic') ? 'noto-sans-arabic' : 'noto-sans', folder, file);
};

interface Tables {
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly lineHeightEm: number;
  readonly covers: (codePoint: number) => boolean;
}

/** Reads what libass goes by: name id 1, OS/2, head and the cmap's format 12 or 4 (OpenType 1.9). */
function tables(bytes: Buffer): Tables {
  const table = new Map<string, number>();
  for (let n = 0; n < bytes.readUInt16BE(4); n++)
    table.set(bytes.toString('latin1', 12 + 16 * n, 16 + 16 * n), bytes.readUInt32BE(12 + 16 * n + 8));
  const at = (name: string) => table.get(name) ?? 0;
  const em = bytes.readUInt16BE(at('head') + 18);
  const os2 = at('OS/2');
  return {
    family: nameOf(bytes, at('name'), 1),
    weight: bytes.readUInt16BE(os2 + 4),
    italic: (bytes.readUInt16BE(os2 + 62) & 1) === 1,
    lineHeightEm: (bytes.readUInt16BE(os2 + 74) + bytes.readUInt16BE(os2 + 76)) / em,
    covers: cmapOf(bytes, at('cmap')),
  };
}

function nameOf(bytes: Buffer, start: number, id: number): string {
  const texts = start + bytes.readUInt16BE(start + 4);
  for (let n = 0; n < bytes.readUInt16BE(start + 2); n++) {
    const record = start + 6 + 12 * n;
    if (bytes.readUInt16BE(record) !== 3 || bytes.readUInt16BE(record + 6) !== id) continue;
    const from = texts + bytes.readUInt16BE(record + 10);
    return Buffer.from(bytes.subarray(from, from + bytes.readUInt16BE(record + 8)))
      .swap16()
      .toString('utf16le');
  }
  return '';
}

function cmapOf(bytes: Buffer, start: number): (codePoint: number) => boolean {
  const ranges: [number, number][] = [];
  for (let n = 0; n < bytes.readUInt16BE(start + 2); n++) {
    const sub = start + bytes.readUInt32BE(start + 4 + 8 * n + 4);
    if (bytes.readUInt16BE(sub) === 12)
      for (let g = 0; g < bytes.readUInt32BE(sub + 12); g++)
        ranges.push([bytes.readUInt32BE(sub + 16 + 12 * g), bytes.readUInt32BE(sub + 20 + 12 * g)]);
    if (bytes.readUInt16BE(sub) === 4) {
      const count = bytes.readUInt16BE(sub + 6) / 2;
      for (let s = 0; s < count; s++)
        ranges.push([bytes.readUInt16BE(sub + 16 + 2 * count + 2 * s), bytes.readUInt16BE(sub + 14 + 2 * s)]);
    }
  }
  return (codePoint) =>
    ranges.some(([from, to]) => codePoint >= from && codePoint <= to && codePoint < 0xffff + 0x100000);
}

describe('bundled files', () => {
  test.each(fontFaces.map((face) => [face.file, face] as const))('%s is what the list says', (file, face) => {
    const found = tables(readFileSync(pathOf(file)));
    const family = fontFamily(face.family);
    expect([found.family, found.weight, found.italic]).toEqual([face.family, face.weight, face.italic]);
    expect(found.lineHeightEm).toBeCloseTo(family.lineHeightEm, 6);
    expect(file).toMatch(/^[A-Za-z0-9_]+\.ttf$/);
  });

  test('build/build.mjs copies exactly these', () => {
    const script = readFileSync(join(PACKAGES, '../../build/build.mjs'), 'utf8');
    const copied = [...script.matchAll(/\/(\w+\.ttf)'/g)].map(([, file]) => file).sort();
    expect(copied).toEqual(fontFaces.map(({ file }) => file).sort());
  });

  test('every family can draw what the coverage table promises for it', () => {
    const [latin, arabic] = fontFamilies.map(({ faces }) =>
      faces.map(({ file }) => tables(readFileSync(pathOf(file)))),
    );
    const sample = [...'AzÄЯіңғүұқөһәđşαΩदे–“”…€№—', ...'عربيپچژگکیہے،؟٣۴ـ'].map((c) => c.codePointAt(0) ?? 0);
    for (const codePoint of sample) {
      expect(isCovered(codePoint)).toBe(true);
      const draws = [latin, arabic].some((faces) => faces?.every(({ covers }) => covers(codePoint)));
      expect([codePoint.toString(16), draws]).toEqual([codePoint.toString(16), true]);
    }
  });

  test.skipIf(!hasFontconfig())('fontconfig sees the same names', () => {
    for (const { file, family } of fontFaces)
      expect(execFileSync('fc-scan', ['-f', '%{family[0]}', pathOf(file)], { encoding: 'utf8' })).toBe(
        family,
      );
  });
});

function hasFontconfig(): boolean {
  try {
    execFileSync('fc-scan', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn('skipped: fc-scan is not installed');
    return false;
  }
}

describe('choosing', () => {
  test.each([
    ['en', 'Noto Sans'],
    ['kk', 'Noto Sans'],
    ['ru', 'Noto Sans'],
    ['ar', 'Noto Sans Arabic'],
    ['fa', 'Noto Sans Arabic'],
    ['ur', 'Noto Sans Arabic'],
    ['kk-Arab', 'Noto Sans Arabic'],
    ['zh', 'Noto Sans'],
    ['und', 'Noto Sans'],
  ])('%s is written with %s', (language, family) => {
    expect(familyForLanguage(language).family).toBe(family);
  });

  test.each([
    ['Hello', 'en', ['Noto Sans']],
    ['Hello سلام', 'en', ['Noto Sans', 'Noto Sans Arabic']],
    ['سلام', 'ar', ['Noto Sans Arabic']],
    ['سلام UN', 'ar', ['Noto Sans Arabic', 'Noto Sans']],
    ['', 'ar', ['Noto Sans Arabic']],
  ])('%j in %s', (text, language, families) => {
    expect(fontsFor(text, language).map(({ family }) => family)).toEqual(families);
  });

  test.each([
    ['Біз әіңғүұқөһ — “quoted”, 100 % №1', []],
    ['مرحبا، بالعالم؟', []],
    ['a\u200f\u2060\t\n\ufeff\u00ad', []],
    ['日本 日', ['日', '本']],
    ['ok 😀❤️', ['😀', '❤']],
    ['ไทย', ['ไ', 'ท', 'ย']],
  ])('characters of %j that no bundled font draws', (text, missing) => {
    expect(missingCharacters(text)).toEqual(missing);
  });

  test.each([
    [0x1f, false],
    [0x20, true],
    [0x7e, true],
    [0x7f, false],
    [0x1df1e, true],
    [0x1df1f, false],
    [0x10ffff, false],
  ])('code point %d at the edges of the table', (codePoint, covered) => {
    expect(isCovered(codePoint)).toBe(covered);
  });
});
