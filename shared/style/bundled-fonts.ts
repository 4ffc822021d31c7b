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

/** Weights that every bundled family has files of, with what their names end in. */
export const WEIGHTS: readonly (readonly [weight: number, name: string])[] = [
  [100, 'Thin'],
  [200, 'ExtraLight'],
  [300, 'Light'],
  [400, 'Regular'],
  [500, 'Medium'],
  [600, 'SemiBold'],
  [700, 'Bold'],
  [800, 'ExtraBold'],
  [900, 'Black'],
];

/** Whether a weight is one of the two that go by the family's own name. */
export function isPlainWeight(weight: number): boolean {
  return weight === 400 || weight === 700;
}

/** The files of the thinnest two say 250 of themselves: GDI made anything less bold. */
const LEAST_SAID = 250;

function listed(
  family: string,
  scripts: readonly string[],
  letters: RegExp,
  [ascentEm, descentEm]: readonly [number, number],
  slants: readonly ('' | '_Italic')[] = [''],
): Listed {
  const faces = WEIGHTS.flatMap(([weight, name]) =>
    slants.map((slant): FontFace => ({
      file: `${family.replaceAll(' ', '')}_${weight}${name}${slant}.ttf`,
      family: isPlainWeight(weight) ? family : `${family} ${name}`,
      weight: Math.max(LEAST_SAID, weight),
      italic: slant !== '',
    })),
  );
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
    ['', '_Italic'],
  ),
  listed('Noto Sans Arabic', ['Arab'], /\p{Script=Arabic}/u, [1.431, 0.738]),
  listed('Noto Sans Hebrew', ['Hebr'], /\p{Script=Hebrew}/u, [1.068, 0.292]),
  listed('Noto Sans Thai', ['Thai'], /\p{Script=Thai}/u, [1.061, 0.45]),
];
