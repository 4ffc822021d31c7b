import type { Style } from '../../domain/track';
import { familyForLanguage, familyNamed, fontFamilies, inWeight, type FontFamily } from '../../style/fonts';
import { round } from './style-line';
import type { SizedFamily, TextFonts } from './text';

/**
 * The family a track is written with, and those to change to: the style's own where it is there and was not merely the
 * general one, else the bundled one of the language. `own` are the campaign's families.
 */
export function textFonts(
  language: string,
  style: Style,
  height: number,
  own: readonly FontFamily[],
  keepItalics: boolean,
): TextFonts {
  const all = [...fontFamilies, ...own];
  const em = emPixels(style, height);
  const sized = (plain: FontFamily): SizedFamily => {
    const { family, bold } = inWeight(plain, style, own);
    return { family, bold, size: round(em * family.lineHeightEm) };
  };
  const base = baseFamily(language, style, own);
  return { base: sized(base), others: all.filter((family) => family !== base).map(sized), keepItalics };
}

/** The em in pixels. */
export function emPixels(style: Pick<Style, 'fontSizePct'>, height: number): number {
  return (style.fontSizePct / 100) * height;
}

/** The family that the letters of a language are drawn with in a style. */
export function baseFamily(language: string, style: Style, own: readonly FontFamily[]): FontFamily {
  const ofCampaign = familyNamed(own, style.fontFamily);
  if (ofCampaign) return ofCampaign;
  const chosen = familyNamed(fontFamilies, style.fontFamily) ?? fontFamilies[0];
  const needed = familyForLanguage(language);
  return needed === fontFamilies[0] ? chosen : needed;
}
