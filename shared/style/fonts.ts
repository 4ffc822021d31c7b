import { likelyLocale } from '../text/locale';
import type { Coverage } from './cmap';
import { bundledCoverage } from './coverage';
import { bundledFamilies } from './bundled-fonts';

/** One bundled font file. `family`, `weight` and `italic` are what the file itself says, so libass finds it by them. */
export interface FontFace {
  /** File name in `dist/fonts`; plain ASCII, safe in any folder and filter. */
  readonly file: string;
  readonly family: string;
  readonly weight: 400 | 700;
  readonly italic: boolean;
}

/** A family that text can be drawn with, bundled or a campaign's own. */
export interface FontFamily {
  readonly family: string;
  /** Above and below the baseline in em: what libass takes a font size for the sum of. */
  readonly ascentEm: number;
  readonly descentEm: number;
  /**
   * Height of a line in em: the sum of the two. libass takes a font size for this height, so the same size draws Noto Sans
   * Arabic at 0.70 of Noto Sans. Multiplying an em size by it gives all families the same em.
   */
  readonly lineHeightEm: number;
  /** Mean width of a letter in em, where it is not Noto Sans's. */
  readonly averageEm?: number;
  /** Whether there are slanted letters. Where not, libass would slant the upright ones, each version in its own way. */
  readonly hasItalic: boolean;
  /** Whether a character is a letter of a script that the family is made for. */
  readonly isMadeFor: (character: string) => boolean;
  readonly coverage: Coverage;
}

/** A family that comes with the app. */
export interface BundledFamily extends FontFamily {
  /** ISO 15924 codes it is made for; the first family that names a script draws it. */
  readonly scripts: readonly string[];
  readonly faces: readonly FontFace[];
}

const [SANS, ...OTHERS] = bundledFamilies.map(({ letters, ...family }): BundledFamily => {
  const coverage = bundledCoverage.get(family.family);
  if (!coverage) throw new RangeError(`no coverage is listed for ${family.family}`);
  return {
    ...family,
    lineHeightEm: family.ascentEm + family.descentEm,
    hasItalic: family.faces.some(({ italic }) => italic),
    isMadeFor: (character) => letters.test(character),
    coverage,
  };
});
if (!SANS) throw new RangeError('no family is bundled');

/** The bundled families, the one for everything else first. */
export const fontFamilies: readonly [BundledFamily, ...BundledFamily[]] = [SANS, ...OTHERS];

/** Every bundled font file: what a burn-in puts beside the subtitles and the preview hands to its libass. */
export const fontFaces: readonly FontFace[] = fontFamilies.flatMap(({ faces }) => faces);

/** The family of that name among `families`, or null. Case does not count, as in libass. */
export function familyNamed<F extends FontFamily>(families: readonly F[], name: string): F | null {
  const wanted = name.trim().toLowerCase();
  return families.find(({ family }) => family.toLowerCase() === wanted) ?? null;
}

/** The bundled family of that name, or Noto Sans: a font that is not bundled would look different on every computer. */
export function fontFamily(name: string): BundledFamily {
  return familyNamed(fontFamilies, name) ?? fontFamilies[0];
}

/** The family that draws an ISO 15924 script, or null where none is bundled for it. */
export function familyForScript(script: string): BundledFamily | null {
  return fontFamilies.find(({ scripts }) => scripts.includes(script)) ?? null;
}

/** The family a language is mainly written with; Noto Sans where none is bundled for its script. */
export function familyForLanguage(language: string): BundledFamily {
  const { script } = likelyLocale(language);
  return (script === null ? null : familyForScript(script)) ?? fontFamilies[0];
}

/** Whether a character has a picture at all: white space, line breaks and invisible marks have none. */
export function hasPicture(character: string): boolean {
  return !/[\s\p{Cc}\p{Cf}\p{Variation_Selector}]/u.test(character);
}

/**
 * The characters of a text that none of `families` draws, each once, in order: libass would borrow another font of the
 * computer for them, or draw boxes. Those without a picture never count.
 */
export function missingCharacters(text: string, families: readonly FontFamily[] = fontFamilies): string[] {
  const missing = new Set<string>();
  for (const character of text)
    if (hasPicture(character) && !isCovered(character.codePointAt(0) ?? 0, families)) missing.add(character);
  return [...missing];
}

/** Whether one of `families` draws a code point. */
export function isCovered(codePoint: number, families: readonly FontFamily[] = fontFamilies): boolean {
  return families.some(({ coverage }) => coverage.has(codePoint));
}
