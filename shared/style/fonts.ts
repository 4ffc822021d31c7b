import { likelyLocale } from '../text/locale';
import { isCovered } from './coverage';

/** One bundled font file. `family`, `weight` and `italic` are what the file itself says (fc-scan), so libass finds it by them. */
export interface FontFace {
  /** File name in `dist/fonts`; plain ASCII, safe in any folder and filter. */
  readonly file: string;
  readonly family: string;
  readonly weight: 400 | 700;
  readonly italic: boolean;
}

export interface FontFamily {
  readonly family: string;
  /** ISO 15924 codes it is made for; the first family that names a script draws it. */
  readonly scripts: readonly string[];
  /**
   * Height of a line in em: OS/2 usWinAscent + usWinDescent. libass takes a font size for this height, so the same size
   * draws Noto Sans Arabic at 0.70 of Noto Sans. Multiplying an em size by it gives all families the same em.
   */
  readonly lineHeightEm: number;
  readonly faces: readonly FontFace[];
}

const face = (family: string, file: string, weight: 400 | 700, italic = false): FontFace => ({
  family,
  file,
  weight,
  italic,
});

const NOTO_SANS = 'Noto Sans';
const NOTO_SANS_ARABIC = 'Noto Sans Arabic';

/** Noto Sans 2.015 and Noto Sans Arabic 2.012, as packed by @expo-google-fonts 0.4. */
export const fontFamilies: readonly [FontFamily, ...FontFamily[]] = [
  {
    family: NOTO_SANS,
    scripts: ['Latn', 'Cyrl', 'Grek', 'Deva'],
    lineHeightEm: 1.519,
    faces: [
      face(NOTO_SANS, 'NotoSans_400Regular.ttf', 400),
      face(NOTO_SANS, 'NotoSans_400Regular_Italic.ttf', 400, true),
      face(NOTO_SANS, 'NotoSans_700Bold.ttf', 700),
      face(NOTO_SANS, 'NotoSans_700Bold_Italic.ttf', 700, true),
    ],
  },
  {
    family: NOTO_SANS_ARABIC,
    scripts: ['Arab'],
    lineHeightEm: 2.169,
    faces: [
      face(NOTO_SANS_ARABIC, 'NotoSansArabic_400Regular.ttf', 400),
      face(NOTO_SANS_ARABIC, 'NotoSansArabic_700Bold.ttf', 700),
    ],
  },
];

/** Every bundled font file: what a burn-in puts beside the subtitles and the preview hands to its libass. */
export const fontFaces: readonly FontFace[] = fontFamilies.flatMap(({ faces }) => faces);

/** The bundled family of that name, or Noto Sans: a font that is not bundled would look different on every computer. */
export function fontFamily(name: string): FontFamily {
  const wanted = name.trim().toLowerCase();
  return fontFamilies.find(({ family }) => family.toLowerCase() === wanted) ?? fontFamilies[0];
}

/** The family that draws an ISO 15924 script, or null where none is bundled for it. */
export function familyForScript(script: string): FontFamily | null {
  return fontFamilies.find(({ scripts }) => scripts.includes(script)) ?? null;
}

/** The family a language is mainly written with; Noto Sans where none is bundled for its script. */
export function familyForLanguage(language: string): FontFamily {
  const { script } = likelyLocale(language);
  return (script === null ? null : familyForScript(script)) ?? fontFamilies[0];
}

/** The families needed to draw a text of a language: its language's first, then those of other scripts that occur in it. */
export function fontsFor(text: string, language: string): FontFamily[] {
  const own = familyForLanguage(language);
  const also = fontFamilies.filter((candidate) => candidate !== own && needs(candidate, text));
  return [own, ...also];
}

const SCRIPT_LETTERS: Readonly<Record<string, RegExp>> = {
  [NOTO_SANS]: /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Devanagari}]/u,
  [NOTO_SANS_ARABIC]: /\p{Script=Arabic}/u,
};

/** A pattern that matches one letter of the scripts the family is made for. */
export function lettersOf(family: FontFamily): RegExp {
  const letters = SCRIPT_LETTERS[family.family];
  if (!letters) throw new RangeError(`no letters are listed for ${family.family}`);
  return letters;
}

function needs(family: FontFamily, text: string): boolean {
  return lettersOf(family).test(text);
}

/**
 * The characters of a text that no bundled font can draw, each once, in order: libass would borrow another font of the
 * computer for them, or draw boxes. White space, line breaks and invisible marks never count.
 */
export function missingCharacters(text: string): string[] {
  const missing = new Set<string>();
  for (const character of text)
    if (
      !/[\s\p{Cc}\p{Cf}\p{Variation_Selector}]/u.test(character) &&
      !isCovered(character.codePointAt(0) ?? 0)
    )
      missing.add(character);
  return [...missing];
}
