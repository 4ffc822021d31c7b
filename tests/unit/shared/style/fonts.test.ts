import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../../../shared/style/cmap';
import { readFontFile } from '../../../../shared/style/font-file';
import {
  familyForLanguage,
  fontFaces,
  fontFamilies,
  inWeight,
  isCovered,
  missingCharacters,
} from '../../../../shared/style/fonts';

const PACKAGES = join(import.meta.dirname, '../../../../node_modules/@expo-google-fonts');

/** Where a face's file is in its package: `NotoSans_700Bold_Italic.ttf` is `noto-sans/700Bold_Italic/…`. */
const pathOf = (file: string) => {
  const folder = file.replace(/^[^_]+_/, '').replace('.ttf', '');
  const script = /^NotoSans(Arabic|Hebrew|Thai)/.exec(file)?.[1];
  return join(PACKAGES, script ? `noto-sans-${script.toLowerCase()}` : 'noto-sans', folder, file);
};

/** The family that a file belongs to, whatever its weight. */
const familyOfFace = (name: string) => {
  const found = fontFamilies.find(({ weights }) => weights.some(({ family }) => family === name));
  if (!found) throw new Error(`no family has ${name}`);
  return found;
};

describe('bundled files', () => {
  test.each(fontFaces.map((face) => [face.file, face] as const))('%s is what the list says', (file, face) => {
    const found = readFontFile(readFileSync(pathOf(file)));
    const family = familyOfFace(face.family);
    expect([found.family, found.weight, found.italic]).toEqual([face.family, face.weight, face.italic]);
    expect([found.ascentEm, found.descentEm]).toEqual([family.ascentEm, family.descentEm]);
    expect(file).toMatch(/^[A-Za-z0-9_]+\.ttf$/);
  });

  test('every file of the packages is listed, since build/build.mjs copies them all', () => {
    const files = readdirSync(PACKAGES, { recursive: true, encoding: 'utf8' });
    const packed = files.filter((path) => path.endsWith('.ttf')).map((path) => basename(path));
    expect(packed.sort()).toEqual(fontFaces.map(({ file }) => file).sort());
  });

  test.each(fontFamilies.map((family) => [family.family, family] as const))(
    'the coverage of %s is that of its files',
    (_, { faces, coverage }) => {
      const files = faces.map(({ file }) => coverageOf(readFontFile(readFileSync(pathOf(file))).coverage));
      const wrong: string[] = [];
      for (let code = 0; code <= 0x1ffff; code++)
        if (coverage.has(code) !== files.every((file) => file.has(code))) wrong.push(code.toString(16));
      expect(wrong).toEqual([]);
    },
  );

  test('letters of every language a campaign has asked for are there', () => {
    const letters = 'AzÄЯіңғүұқөһәđşαΩदे–“”…€№—عربيپچژگکیہے،؟٣۴ـשָׁלוֹםไทยที่';
    expect(missingCharacters(letters)).toEqual([]);
  });

  test.skipIf(!hasFontconfig())('fontconfig sees the same names', () => {
    for (const { file, family } of fontFaces) {
      const names = execFileSync('fc-scan', ['-f', '%{family}', pathOf(file)], { encoding: 'utf8' });
      expect(names.split(',')).toContain(family);
    }
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

describe('weights', () => {
  const [sans] = fontFamilies;
  test.each([
    [{ bold: false }, 'Noto Sans', false],
    [{ bold: true }, 'Noto Sans', true],
    [{ bold: true, weight: 600 }, 'Noto Sans SemiBold', false],
    [{ bold: false, weight: 700 }, 'Noto Sans', true],
    [{ bold: true, weight: 400 }, 'Noto Sans', false],
    [{ bold: false, weight: 340 }, 'Noto Sans Light', false],
    [{ bold: false, weight: 1000 }, 'Noto Sans Black', false],
  ])('%o is drawn with %s, bold %s', (style, name, bold) => {
    const drawn = inWeight(sans, style, []);
    expect([drawn.family.family, drawn.bold]).toEqual([name, bold]);
    expect(drawn.family.coverage).toBe(sans.coverage);
  });
});

describe('choosing', () => {
  test.each([
    ['en', 'Noto Sans'],
    ['kk', 'Noto Sans'],
    ['ru', 'Noto Sans'],
    ['ar', 'Noto Sans Arabic'],
    ['fa', 'Noto Sans Arabic'],
    ['ur', 'Noto Sans Arabic'],
    ['kk-Arab', 'Noto Sans Arabic'],
    ['he', 'Noto Sans Hebrew'],
    ['th', 'Noto Sans Thai'],
    ['hi', 'Noto Sans'],
    ['zh', 'Noto Sans'],
    ['und', 'Noto Sans'],
  ])('%s is written with %s', (language, family) => {
    expect(familyForLanguage(language).family).toBe(family);
  });

  test.each([
    ['Біз әіңғүұқөһ — “quoted”, 100 % №1', []],
    ['مرحبا، بالعالم؟', []],
    ['a\u200f\u2060\t\n\ufeff\u00ad', []],
    ['日本 日', ['日', '本']],
    ['ok 😀❤️', ['😀', '❤']],
    ['ไทย ἀ שלום', []],
    ['ქართული', ['ქ', 'ა', 'რ', 'თ', 'უ', 'ლ', 'ი']],
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
