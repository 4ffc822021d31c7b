import { likelyLocale } from '../text/locale';
import type { Coverage } from './cmap';
import { bundledCoverage } from './coverage';
import { bundledFamilies, isPlainWeight, WEIGHTS } from './bundled-fonts';

/** One bundled font file. `family`, `weight` and `italic` are what the file itself says, so libass finds it by them. */
export interface FontFace {
  /** File name in `dist/fonts`; plain ASCII, safe in any folder and filter. */
  readonly file: string;
  readonly family: string;
  /** OS/2 usWeightClass. */
  readonly weight: number;
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
  /** The weights there are files of, ascending. */
  readonly weights: readonly FontWeight[];
}

/** One weight of a family: the name that its files go by, and whether they are the bold ones of that name. */
export interface FontWeight {
  /** As CSS counts it. */
  readonly weight: number;
  readonly family: string;
  readonly bold: boolean;
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
    weights: WEIGHTS.map(([weight, name]) => ({
      weight,
      family: isPlainWeight(weight) ? family.family : `${family.family} ${name}`,
      bold: weight === 700,
    })),
  };
});
if (!SANS) throw new RangeError('no family is bundled');

/** The bundled families, the one for everything else first. */
export const fontFamilies: readonly [BundledFamily, ...BundledFamily[]] = [SANS, ...OTHERS];

/** Every bundled font file: what a burn-in puts beside the subtitles and the preview hands to its libass. */
export const fontFaces: readonly FontFace[] = fontFamilies.flatMap(({ faces }) => faces);

/** The bundled families by the names of their single weights: `Noto Sans SemiBold` is Noto Sans in all but its name. */
const bundledWeights: readonly FontFamily[] = fontFamilies.flatMap((family) =>
  family.weights
    .filter(({ weight }) => !isPlainWeight(weight))
    .map((one) => ({ ...family, family: one.family })),
);

/** A family as it is drawn in one weight. */
export interface WeighedFamily {
  readonly family: FontFamily;
  /** Whether its bold files are asked for. */
  readonly bold: boolean;
}

/** The files of a family that draw a style: of the weight nearest to the style's, or its plain or bold ones. `own` are the campaign's. */
export function inWeight(
  family: FontFamily,
  { weight, bold }: { readonly weight?: number | undefined; readonly bold: boolean },
  own: readonly FontFamily[],
): WeighedFamily {
  if (weight === undefined) return { family, bold };
  const nearest = family.weights.reduce<FontWeight | null>(
    (best, one) => (best && Math.abs(best.weight - weight) <= Math.abs(one.weight - weight) ? best : one),
    null,
  );
  if (!nearest) return { family, bold };
  const named = familyNamed([family, ...bundledWeights, ...fontFamilies, ...own], nearest.family);
  return { family: named ?? family, bold: nearest.bold };
}

/** The family of that name among `families`, or null. Case does not count, as in libass. */
export function familyNamed<F extends FontFamily>(families: readonly F[], name: string): F | null {
  const wanted = name.trim().toLowerCase();
  return families.find(({ family }) => family.toLowerCase() === wanted) ?? null;
}

/** How heavy the letters of a style are, as CSS counts it. */
export function weightOf({
  weight,
  bold,
}: {
  readonly weight?: number | undefined;
  readonly bold: boolean;
}): number {
  return weight ?? (bold ? 700 : 400);
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
