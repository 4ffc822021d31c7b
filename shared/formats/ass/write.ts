import type { Cue, Style, Track } from '../../domain/track';
import { familyForLanguage, fontFamilies, fontFamily, type FontFamily } from '../../style/fonts';
import { encodeText, type SizedFamily, type TextFonts } from './text';
import { formatAssTime, toCentiseconds } from './time';

/** What is drawn of one track. */
export interface AssLayer {
  /** Cues of one track in the order they are to be written; overlapping ones are stacked by libass. */
  readonly cues: readonly Pick<Cue, 'startMs' | 'endMs' | 'text' | 'position'>[];
  readonly track: Pick<Track, 'language' | 'direction'>;
  readonly style: Style;
}

export interface AssDocument extends AssLayer {
  /** A second language at the same time, at the other edge of the picture; null or left out for none. */
  readonly second?: AssLayer | null;
  /** Size of the picture as it is shown, in pixels. Only the rounding depends on it: all lengths are percent of the height. */
  readonly video: { readonly width: number; readonly height: number };
  /** Always null: a title often is somebody's name, and everything in the header would leave with the file. */
  readonly title: null;
  /** When each frame appears (ms, ascending), so that no cue moves a frame; null where the pictures are not known. */
  readonly frameTimes?: ArrayLike<number> | null;
}

const STYLE_NAME = 'Outspoken';
const SECOND_STYLE_NAME = 'Outspoken second';

/**
 * The subtitles of a track as ASS (Advanced SubStation Alpha v4.00+): what the preview draws, what is burned in and what
 * is exported, so that the three look the same. Same input, same bytes; ends with a line end.
 *
 * No names, titles or comments are written. Source: Aegisub's "ASS File Format", libass 0.17 `ass.c`, `ass_parse.c`.
 */
export function writeAss(document: AssDocument): string {
  const { second = null, video, frameTimes = null } = document;
  const layers: { layer: AssLayer; name: string; top: Cue['position'] }[] = [
    { layer: document, name: STYLE_NAME, top: 'top' },
  ];
  if (second) layers.push({ layer: second, name: SECOND_STYLE_NAME, top: 'bottom' });
  const written = layers.map(({ layer: { cues, track, style }, name, top }) => {
    const fonts = textFonts(track.language, style, video.height);
    const events = cues.map((cue) => {
      const { start, end } = eventTimes(cue, frameTimes);
      const text = (cue.position === top ? '{\\an8}' : '') + encodeText(cue.text, track.direction, fonts);
      return `Dialogue: 0,${formatAssTime(start)},${formatAssTime(end)},${name},,0,0,0,,${text}`;
    });
    return { style: styleLine(name, style, fonts.base, video), events };
  });
  const styles = ['[V4+ Styles]', `Format: ${FIELDS}`, ...written.map(({ style }) => style)];
  const events = written.flatMap((each) => each.events);
  return `${[...header(video), ...styles, ...EVENTS, ...events].join('\n')}\n`;
}

const EVENTS = [
  '',
  '[Events]',
  'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
];

function header(video: AssDocument['video']): string[] {
  return [
    '[Script Info]',
    'ScriptType: v4.00+',
    'WrapStyle: 0',
    'ScaledBorderAndShadow: yes',
    'YCbCr Matrix: None',
    `PlayResX: ${video.width}`,
    `PlayResY: ${video.height}`,
    '',
  ];
}

/** A cue that lasts at all gets at least one centisecond, unless it covers no frame. */
function eventTimes(cue: Pick<Cue, 'startMs' | 'endMs'>, frameTimes: ArrayLike<number> | null) {
  const start = toCentiseconds(cue.startMs, frameTimes);
  const end = toCentiseconds(cue.endMs, frameTimes);
  return {
    start,
    end: frameTimes || cue.endMs <= cue.startMs ? Math.max(start, end) : Math.max(start + 1, end),
  };
}

/** The family the track is written with, and those to change to. A style's own choice counts where it can draw the language. */
function textFonts(language: string, style: Style, height: number): TextFonts {
  const chosen = fontFamily(style.fontFamily);
  const needed = familyForLanguage(language);
  const base = needed === fontFamilies[0] ? chosen : needed;
  const sized = (family: FontFamily): SizedFamily => ({
    family,
    size: round((style.fontSizePct / 100) * height * family.lineHeightEm),
  });
  return {
    base: sized(base),
    others: fontFamilies.filter((family) => family !== base).map(sized),
  };
}

const FIELDS =
  'Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, ' +
  'StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding';

const BOTTOM_CENTRE = 2;
const OUTLINE_AND_SHADOW = 1;
/** libass's own value: one box behind all lines. The standard 3 draws one a run, which overlap where fonts or lines meet. */
const BOX = 4;
/** libass's own value: the direction of each line is found from its text, over font changes. */
const DETECT_DIRECTION = -1;
/** How far a box reaches beyond the letters, in em. */
const BOX_PADDING_EM = 0.14;
const SHADOW_OPACITY = 0.5;

function styleLine(name: string, style: Style, base: SizedFamily, video: AssDocument['video']): string {
  const percentOfHeight = (percent: number) => round((percent / 100) * video.height);
  const border = style.box
    ? {
        kind: BOX,
        outline: 0,
        // libass pads this box by the shadow's depth and fills it with the shadow's colour.
        shadow: percentOfHeight(style.fontSizePct * BOX_PADDING_EM),
        back: assColour(style.boxColour, style.boxOpacity),
      }
    : {
        kind: OUTLINE_AND_SHADOW,
        outline: percentOfHeight(style.outlinePct),
        shadow: percentOfHeight(style.shadowPct),
        back: assColour('#000000', SHADOW_OPACITY),
      };
  const values = [
    name,
    base.family.family,
    base.size,
    assColour(style.colour, 1),
    assColour(style.colour, 1),
    assColour(style.outlineColour, 1),
    border.back,
    style.bold ? -1 : 0,
    ...[0, 0, 0],
    ...[100, 100, 0, 0],
    border.kind,
    border.outline,
    border.shadow,
    BOTTOM_CENTRE,
    Math.round((style.marginHorizontalPct / 100) * video.height),
    Math.round((style.marginHorizontalPct / 100) * video.height),
    Math.round((style.marginVerticalPct / 100) * video.height),
    DETECT_DIRECTION,
  ];
  return `Style: ${values.join(',')}`;
}

/** `#RRGGBB` and an opacity of 0..1 as `&HAABBGGRR`, where AA is transparency. */
function assColour(colour: string, opacity: number): string {
  const transparency = Math.round((1 - opacity) * 255)
    .toString(16)
    .padStart(2, '0');
  const [red, green, blue] = [colour.slice(1, 3), colour.slice(3, 5), colour.slice(5, 7)];
  return `&H${transparency}${blue}${green}${red}`.toUpperCase();
}

/** Two decimals are finer than a pixel's hundredth and keep the file readable. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
