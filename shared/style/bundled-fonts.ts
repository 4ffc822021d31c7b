import type { FontFace } from './fonts';

interface Listed {
  readonly family: string;
  readonly scripts: readonly string[];
  /** Letters of those scripts. */
  readonly letters: RegExp;
  readonly ascentEm: number;
  readonly descentEm: number;
  readonly faces: readonly FontFace[];
}

function listed(
  family: string,
  scripts: readonly string[],
  letters: RegExp,
  [ascentEm, descentEm]: readonly [number, number],
  files: readonly (readonly [file: string, weight: 400 | 700, slant?: 'italic'])[],
): Listed {
  const faces = files.map(([file, weight, slant]) => ({ file, family, weight, italic: slant === 'italic' }));
  return { family, scripts, letters, ascentEm, descentEm, faces };
}

/**
 * The fonts in the app, as packed by @expo-google-fonts 0.4 (Noto Sans 2.015, Arabic 2.013, Hebrew 3.001, Thai 2.002; OFL 1.1).
 * Noto Sans has Devanagari in it. What is said here of each is what its files say; a test compares.
 */
export const bundledFamilies: readonly Listed[] = [
  listed(
    'Noto Sans',
    ['Latn', 'Cyrl', 'Grek', 'Deva'],
    /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Devanagari}]/u,
    [1.124, 0.395],
    [
      ['NotoSans_400Regular.ttf', 400],
      ['NotoSans_400Regular_Italic.ttf', 400, 'italic'],
      ['NotoSans_700Bold.ttf', 700],
      ['NotoSans_700Bold_Italic.ttf', 700, 'italic'],
    ],
  ),
  listed(
    'Noto Sans Arabic',
    ['Arab'],
    /\p{Script=Arabic}/u,
    [1.431, 0.738],
    [
      ['NotoSansArabic_400Regular.ttf', 400],
      ['NotoSansArabic_700Bold.ttf', 700],
    ],
  ),
  listed(
    'Noto Sans Hebrew',
    ['Hebr'],
    /\p{Script=Hebrew}/u,
    [1.068, 0.292],
    [
      ['NotoSansHebrew_400Regular.ttf', 400],
      ['NotoSansHebrew_700Bold.ttf', 700],
    ],
  ),
  listed(
    'Noto Sans Thai',
    ['Thai'],
    /\p{Script=Thai}/u,
    [1.061, 0.45],
    [
      ['NotoSansThai_400Regular.ttf', 400],
      ['NotoSansThai_700Bold.ttf', 700],
    ],
  ),
];
