import type { Cue, Style, Track } from '../../domain/track';
import type { Speaker } from '../../domain/transcript';
import { styleFor } from '../../style/resolve';
import { speakerColour } from '../../style/speakers';
import type { FontFamily } from '../../style/fonts';
import { alignmentOf, assColour, styleLine, STYLE_FIELDS, STYLE_NAME } from './style-line';
import { textFonts } from './text-fonts';
import { encodeText, type TextFonts } from './text';
import { createLineLayout } from './line-layout';
import { formatAssTime, toCentiseconds } from './time';

/** A cue as it is drawn. */
export type AssDrawnCue = Pick<Cue, 'startMs' | 'endMs' | 'text' | 'position'> & {
  readonly speakerId?: Cue['speakerId'];
};

/** What is drawn of one track. */
export interface AssLayer {
  /** Cues of one track in the order they are to be written; overlapping ones are stacked. */
  readonly cues: readonly AssDrawnCue[];
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
  /** Whose colours letters take where the style wants it. */
  readonly speakers?: readonly Speaker[];
  /** The campaign's own families, besides the bundled ones. */
  readonly fonts?: readonly FontFamily[];
  /**
   * `file`: for people to edit and other players to draw, with one event for each cue and italics said in every script;
   * line spacing is left to the font. Absent: to be drawn here.
   */
  readonly purpose?: 'file';
}

const SECOND_STYLE_NAME = `${STYLE_NAME} second`;

/**
 * The subtitles of a track as ASS (Advanced SubStation Alpha v4.00+): what the preview draws, what is burned in and what
 * is exported, so that the three look the same. Same input, same bytes; ends with a line end. A style with a line spacing of
 * its own is drawn with an event for each line (`createLineLayout`), others with one for each cue.
 *
 * No names, titles or comments are written. Source: Aegisub's "ASS File Format", libass 0.17 `ass.c`, `ass_parse.c`.
 */
export function writeAss(document: AssDocument): string {
  const { second = null, video } = document;
  const layers = [writtenLayer(document, document, STYLE_NAME)];
  if (second) layers.push(writtenLayer(document, atOtherEdge(second), SECOND_STYLE_NAME));
  const styles = ['[V4+ Styles]', `Format: ${STYLE_FIELDS}`, ...layers.map(({ style }) => style)];
  const events = layers.flatMap((layer) => layer.events);
  return `${[...header(video), ...styles, ...EVENTS, ...events].join('\n')}\n`;
}

function atOtherEdge(layer: AssLayer): AssLayer {
  const other = { top: 'bottom', bottom: 'top' } as const;
  return { ...layer, cues: layer.cues.map((cue) => ({ ...cue, position: other[cue.position] })) };
}

function writtenLayer(
  document: AssDocument,
  { cues, track, style: general }: AssLayer,
  name: string,
): { style: string; events: string[] } {
  const { video, frameTimes = null, speakers = [] } = document;
  const style = styleFor(general, track.language);
  const isFile = document.purpose === 'file';
  const fonts = textFonts(track.language, style, video.height, document.fonts ?? [], isFile);
  const { direction } = track;
  const draw =
    isFile || style.lineSpacingEm === undefined
      ? wholeCue(direction, style, fonts)
      : createLineLayout({ video, direction }, style, fonts);
  const events = cues.flatMap((cue) => {
    const { start, end } = eventTimes(cue, frameTimes);
    const colour = style.speakerColours ? speakerColour(speakers, cue.speakerId ?? null) : null;
    const tags = colour === null ? '' : `\\c${assColour(colour, null)}`;
    return draw({ ...cue, tags }).map(
      ({ layer, text }) =>
        `Dialogue: ${layer},${formatAssTime(start)},${formatAssTime(end)},${name},,0,0,0,,${text}`,
    );
  });
  const alignment = alignmentOf(style, direction, 'bottom');
  return { style: styleLine(name, style, fonts.base, video.height, alignment), events };
}

/** What an event shows: the last field of its line, above those of lower layers. */
export interface AssEvent {
  readonly layer: number;
  readonly text: string;
}

function wholeCue(direction: Track['direction'], style: Style, fonts: TextFonts) {
  return ({ text, position, tags }: AssDrawnCue & { readonly tags: string }): AssEvent[] => {
    const all = (position === 'top' ? `\\an${alignmentOf(style, direction, 'top')}` : '') + tags;
    return [{ layer: 0, text: (all === '' ? '' : `{${all}}`) + encodeText(text, direction, fonts) }];
  };
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
