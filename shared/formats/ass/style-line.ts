import type { Cue, Style, Track } from '../../domain/track';
import type { SizedFamily } from './text';

/** The style that events name. */
export const STYLE_NAME = 'Outspoken';

/** Fields of a style line, in their order. */
export const STYLE_FIELDS =
  'Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, ' +
  'StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding';

const OUTLINE_AND_SHADOW = 1;
/** libass's own value: one box behind all lines. The standard 3 draws one a run, which overlap where fonts or lines meet. */
const BOX = 4;
/** libass's own value: the direction of each line is found from its text, over font changes. */
const DETECT_DIRECTION = -1;
/** How far a box reaches beyond the letters, in em, where the style does not say. */
const BOX_PADDING_EM = 0.14;
const SHADOW_OPACITY = 0.5;

/** A style as a line of the `[V4+ Styles]` section. `height` of the picture in pixels. */
export function styleLine(
  name: string,
  style: Style,
  base: SizedFamily,
  height: number,
  alignment: number,
): string {
  const percentOfHeight = (percent: number) => round((percent / 100) * height);
  const border = style.box
    ? {
        kind: BOX,
        outline: 0,
        // libass pads this box by the shadow's depth and fills it with the shadow's colour.
        shadow: boxPadding(style, height),
        back: assColour(style.boxColour, style.boxOpacity),
      }
    : {
        kind: OUTLINE_AND_SHADOW,
        outline: percentOfHeight(style.outlinePct),
        shadow: percentOfHeight(style.shadowPct),
        back: assColour('#000000', SHADOW_OPACITY),
      };
  const { horizontal, vertical } = marginsOf(style, height);
  const values = [
    name,
    base.family.family,
    base.size,
    assColour(style.colour, 1),
    assColour(style.colour, 1),
    assColour(style.outlineColour, 1),
    border.back,
    base.bold ? -1 : 0,
    ...[0, 0, 0],
    ...[100, 100, 0, 0],
    border.kind,
    border.outline,
    border.shadow,
    alignment,
    horizontal,
    horizontal,
    vertical,
    DETECT_DIRECTION,
  ];
  return `Style: ${values.join(',')}`;
}

/** Pixels the box reaches beyond the letters. */
export function boxPadding(style: Style, height: number): number {
  return round((style.fontSizePct / 100) * (style.boxPaddingEm ?? BOX_PADDING_EM) * height);
}

/** The margins in whole pixels of a picture of that height. */
export function marginsOf(style: Style, height: number): { horizontal: number; vertical: number } {
  return {
    horizontal: Math.round((style.marginHorizontalPct / 100) * height),
    vertical: Math.round((style.marginVerticalPct / 100) * height),
  };
}

/** Where lines stand, as the keys of a number pad. */
export function alignmentOf(
  style: Pick<Style, 'alignment'>,
  direction: Track['direction'],
  position: Cue['position'],
): number {
  const { alignment = 'centre' } = style;
  const isLeft = (alignment === 'start') === (direction === 'ltr');
  const column = alignment === 'centre' ? 2 : isLeft ? 1 : 3;
  return position === 'top' ? column + 6 : column;
}

/** `#RRGGBB` as `&HAABBGGRR`, where AA is transparency, or as `&HBBGGRR&` where no opacity (0..1) is given. */
export function assColour(colour: string, opacity: number | null): string {
  const [red, green, blue] = [colour.slice(1, 3), colour.slice(3, 5), colour.slice(5, 7)];
  if (opacity === null) return `&H${blue}${green}${red}&`.toUpperCase();
  const transparency = Math.round((1 - opacity) * 255)
    .toString(16)
    .padStart(2, '0');
  return `&H${transparency}${blue}${green}${red}`.toUpperCase();
}

/** Two decimals are finer than a pixel's hundredth and keep the file readable. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
