/** Contrast of colours as the Web Content Accessibility Guidelines count it. Pure. */
import type { Style } from '../domain/track';
import { weightOf } from '../style/fonts';

/** Linear light (0..1) of an sRGB channel of 8 bits. WCAG 2.2, "relative luminance". */
const LINEAR = Float64Array.from({ length: 256 }, (_, value) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

/** Relative luminance, 0 (black) to 1 (white), of sRGB channels 0..255; fractions are cut off. */
export function luminance(red: number, green: number, blue: number): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  return LINEAR[channel < 0 ? 0 : channel > 255 ? 255 : channel | 0] ?? 0;
}

/** The channels 0..255 of `#RRGGBB`. */
export function channelsOf(colour: string): readonly [red: number, green: number, blue: number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Relative luminance of `#RRGGBB`. */
export function luminanceOf(colour: string): number {
  return luminance(...channelsOf(colour));
}

/** Contrast ratio, 1 to 21, of two relative luminances in either order. WCAG 2.2, "contrast ratio". */
export function contrastRatio(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** WCAG 2.2, success criterion 1.4.3, level AA. */
const TEXT = 4.5;
const LARGE_TEXT = 3;
/** Where large text begins, CSS pixels: 18 pt, or 14 pt where it is bold. */
const LARGE_PX = 24;
const BOLD = 700;
const LARGE_BOLD_PX = (14 * 4) / 3;
/** The shorter side of the picture on a phone, held sideways or upright, CSS pixels: the smallest on which people watch. */
const SMALLEST_PICTURE_PX = 360;

/** The contrast that letters of a style need, however small the screen. `shape`: width over height of the picture. */
export function neededRatio(style: Pick<Style, 'fontSizePct' | 'bold' | 'weight'>, shape = 16 / 9): number {
  const isBold = weightOf(style) >= BOLD;
  const px = (style.fontSizePct / 100) * (SMALLEST_PICTURE_PX / Math.min(1, shape));
  return px >= (isBold ? LARGE_BOLD_PX : LARGE_PX) ? LARGE_TEXT : TEXT;
}
