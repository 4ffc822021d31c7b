/** How subtitles fit a picture of another shape: size, margins clear of the platform's interface, and new line breaks. */
import { breakToLength } from '../cues/lines';
import type { Cue, Style, Track } from '../domain/track';
import { baseFamily } from '../formats/ass/text-fonts';
import { profileById, profileFor } from '../profiles/profiles';
import { styleFor } from '../style/resolve';
import { weightOf } from '../style/fonts';
import { widthEm } from '../style/widths';
import { turnBreaks } from '../text/dashes';
import { betweenHardBreaks } from '../text/hard-breaks';
import { withoutMarkUp } from '../text/mark-up';
import type { VideoStream } from '../domain/media';
import type { PictureShape } from '../domain/video-output';
import { effectiveFraming, pictureSize, type PictureSize } from './picture-size';
import { zonesOf, type InterfaceZones } from './presets';

/** Styles are made on 16:9. */
const STYLED_ON = 16 / 9;
/**
 * How much narrower pictures shrink letters: 0 not at all (as high a share of the picture), 1 in step with the width (too
 * small to read on a phone). At 0.4 an em of 4.8 % is 58 pixels of 1080×1920 and 41 of 1080×1080.
 */
const SHRINK = 0.4;
/** On phones less than this, in percent of the height, is not read. */
const SMALLEST_PCT = 3;
/** Room between an interface zone and the letters, in percent of the height. */
const CLEAR_PCT = 1;
/** Largest margin a style can have. */
const WIDEST_PCT = 45;
/** An estimate of a width is that sure. */
const SURE = 0.96;
/** Lines that narrow pictures may take: more would hide faces. */
const MOST_LINES = 4;

export interface FitToPicture {
  readonly size: PictureSize;
  readonly zones: InterfaceZones;
}

/** A style for a picture: letters smaller where it is narrower than 16:9, margins wide enough for the platform's interface. */
export function styleInPicture(style: Style, { size, zones }: FitToPicture): Style {
  const shape = size.width / size.height;
  const narrow = shape < STYLED_ON ? (shape / STYLED_ON) ** SHRINK : 1;
  const least = Math.min(style.fontSizePct, SMALLEST_PCT);
  const fontSizePct = Math.max(least, style.fontSizePct * narrow);
  const factor = fontSizePct / style.fontSizePct;
  const beside = Math.max(zones.leftPct, zones.rightPct) * shape;
  const below = Math.max(zones.topPct, zones.bottomPct);
  const margin = (own: number, zone: number) =>
    Math.min(WIDEST_PCT, zone > 0 ? Math.max(own, zone + CLEAR_PCT) : own);
  return {
    ...style,
    fontSizePct,
    outlinePct: style.outlinePct * factor,
    shadowPct: style.shadowPct * factor,
    marginVerticalPct: margin(style.marginVerticalPct, below),
    marginHorizontalPct: margin(style.marginHorizontalPct, beside),
  };
}

/** A track, how it is drawn, and what of it is. */
export interface StyledCues {
  readonly track: Pick<Track, 'language' | 'profileId'>;
  readonly style: Style;
  /** With the names before their texts where the style wants them. */
  readonly cues: readonly Cue[];
}

/**
 * A track as the picture of an output shows it: its style and its line breaks. The very same in a picture of the footage's own
 * shape without an interface over it, which shows what the preview does.
 */
export function fittedToShape<T extends StyledCues>(styled: T, shape: PictureShape, video: VideoStream): T {
  if (!isReshaped(shape, video)) return styled;
  const size = pictureSize(video, shape);
  const style = styleInPicture(styled.style, { size, zones: zonesOf(shape.preset) });
  return { ...styled, style, cues: cuesInPicture(styled.cues, styled.track, style, size) };
}

/** Whether subtitles stand otherwise in the picture of an output than in the footage's own. */
export function isReshaped({ preset, framing }: PictureShape, video: VideoStream): boolean {
  const isCovered = Object.values(zonesOf(preset)).some((percent) => percent > 0);
  return isCovered || effectiveFraming(video, framing) !== null;
}

/** The width between a style's margins, in em of its letters. */
function lineEm({ fontSizePct, marginHorizontalPct }: Style, { width, height }: PictureSize): number {
  const widthPct = (width / height) * 100;
  return ((widthPct - 2 * marginHorizontalPct) / fontSizePct) * SURE;
}

/**
 * Cues whose lines fit between the style's margins: those that do already are left alone, others are broken anew by sense,
 * turns of a dialogue and what stands between hard breaks each by itself. `style` as `styleInPicture` gives it.
 */
export function cuesInPicture<C extends Pick<Cue, 'text' | 'hardBreaks'>>(
  cues: readonly C[],
  track: Pick<Track, 'language' | 'profileId'>,
  style: Style,
  size: PictureSize,
): C[] {
  const drawn = styleFor(style, track.language);
  const limit = lineEm(drawn, size);
  const { averageEm } = baseFamily(track.language, drawn, []);
  const ruler = (text: string) => widthEm(withoutMarkUp(text), weightOf(drawn), averageEm);
  const profile = profileById(track.profileId) ?? profileFor(track.language);
  const key = [limit, weightOf(drawn), averageEm, profile.id, track.language].join(' ');
  const fitted = (cue: C): C => {
    const lines = cue.text.split('\n');
    if (lines.every((line) => ruler(line) <= limit)) return cue;
    const parts = betweenHardBreaks(cue.text, [...(cue.hardBreaks ?? []), ...turnBreaks(lines)]);
    const mostLines = Math.max(1, MOST_LINES - (parts.length - 1));
    const broken = parts.map((part) =>
      breakToLength(part, { limit, ruler, mostLines }, profile, track.language),
    );
    return { ...cue, text: broken.join('\n') };
  };
  return cues.map((cue) => {
    const before = brokenBefore.get(cue);
    if (before?.key === key) return before.text === cue.text ? cue : { ...cue, text: before.text };
    const now = fitted(cue);
    brokenBefore.set(cue, { key, text: now.text });
    return now;
  });
}

/** Cues never change: the text of each in the picture it was last fitted to, since a film of hours is fitted at every edit. */
const brokenBefore = new WeakMap<object, { readonly key: string; readonly text: string }>();
