/** Where times are on the timeline's canvas. Pure; lengths in CSS pixels, times in ms. */
import type { Milliseconds } from '../../../shared/domain/time';

/** What part of the film is shown. */
export interface View {
  /** Time at the left edge; fractions are kept so that slow scrolling adds up. */
  readonly startMs: number;
  /** > 0; smaller is closer. */
  readonly msPerPx: number;
  readonly widthPx: number;
}

/** Closest zoom: a picture of 25 a second is then 160 px wide. */
export const CLOSEST_MS_PER_PX = 0.25;

export function xOf(view: View, ms: number): number {
  return (ms - view.startMs) / view.msPerPx;
}

/** Time at a pixel, rounded to whole ms, never under 0. */
export function msAt(view: View, x: number): Milliseconds {
  return Math.max(0, Math.round(view.startMs + x * view.msPerPx));
}

/** Time at the right edge. */
export function endOf(view: View): number {
  return view.startMs + view.widthPx * view.msPerPx;
}

/** The whole film from edge to edge. */
export function fitView(widthPx: number, durationMs: number): View {
  return { startMs: 0, msPerPx: Math.max(durationMs, 1000) / Math.max(widthPx, 1), widthPx };
}

/** Brings a view inside the film: neither further out than all of it, nor closer than useful, nor past its ends. */
export function clampView(view: View, durationMs: number): View {
  const furthest = Math.max(fitView(view.widthPx, durationMs).msPerPx, CLOSEST_MS_PER_PX);
  const msPerPx = Math.min(furthest, Math.max(CLOSEST_MS_PER_PX, view.msPerPx));
  const lastStart = Math.max(0, durationMs - view.widthPx * msPerPx);
  return { startMs: Math.min(lastStart, Math.max(0, view.startMs)), msPerPx, widthPx: view.widthPx };
}

/** Zooms so that the time under pixel `x` stays under it. `factor` > 1 goes closer. */
export function zoomAround(view: View, factor: number, x: number, durationMs: number): View {
  const zoomed = clampView({ ...view, msPerPx: view.msPerPx / factor }, durationMs);
  const underMs = view.startMs + x * view.msPerPx;
  return clampView({ ...zoomed, startMs: underMs - x * zoomed.msPerPx }, durationMs);
}

/** Scrolls by pixels; positive shows later times. */
export function panBy(view: View, deltaPx: number, durationMs: number): View {
  return clampView({ ...view, startMs: view.startMs + deltaPx * view.msPerPx }, durationMs);
}

/** The same centre and zoom in another width, so that resizing a panel does not jump. */
export function resizeView(view: View, widthPx: number, durationMs: number): View {
  return clampView({ ...view, widthPx }, durationMs);
}

/** Shows `[startMs, endMs)` with a tenth of the width free on each side. */
export function viewOfSpan(
  widthPx: number,
  startMs: Milliseconds,
  endMs: Milliseconds,
  durationMs: number,
): View {
  const msPerPx = Math.max(1, endMs - startMs) / (widthPx * 0.8);
  const wanted = clampView({ startMs: 0, msPerPx, widthPx }, durationMs);
  const middle = (startMs + endMs) / 2;
  return clampView({ ...wanted, startMs: middle - (widthPx * wanted.msPerPx) / 2 }, durationMs);
}

/** How far from the edges a time must stay to count as shown, as a share of the width. */
const EDGE_SHARE = 0.05;

/**
 * The same zoom, moved only if `ms` is not well inside: then it comes to stand at `anchor` of the width (0 left to 1 right).
 */
export function reveal(view: View, ms: Milliseconds, durationMs: number, anchor = 0.1): View {
  const x = xOf(view, ms);
  const margin = view.widthPx * EDGE_SHARE;
  if (x >= Math.min(margin, ms / view.msPerPx) && x <= view.widthPx - margin) return view;
  return clampView({ ...view, startMs: ms - anchor * view.widthPx * view.msPerPx }, durationMs);
}

/** The bands of the timeline from top to bottom: `top` and `height` of each. */
export interface Bands {
  readonly ruler: Band;
  readonly waveform: Band;
  /** Of no height while it is not asked for; then it may take all that the sound has. */
  readonly spectrogram: Band;
  readonly words: Band;
  /** The lane of the track worked on. */
  readonly cues: Band;
  /** Lanes of the other tracks, in their order; fewer than there are where the panel is low. */
  readonly others: readonly Band[];
  /** Where everything ends. */
  readonly bottom: number;
}

export interface Band {
  readonly top: number;
  readonly height: number;
}

const RULER = 24;
const WORDS = 24;
const CUES = 52;
const LANE = 22;
const LEAST_WAVEFORM = 24;
/** Waveform and spectrogram stand under each other where each gets as much. */
const LEAST_SPECTROGRAM = 36;
/** The sound keeps this height as long as lanes can give way. */
const GOOD_WAVEFORM = 56;

/**
 * Gives the waveform what the fixed bands leave; in a low panel the other tracks go first, then the words. `before` and
 * `after`: how many other tracks stand above and under the one worked on, so that lanes keep their order.
 */
export function layOutBands(heightPx: number, before = 0, after = 0, hasSpectrogram = false): Bands {
  const words = heightPx >= RULER + LEAST_WAVEFORM + WORDS + CUES ? WORDS : 0;
  const room = Math.max(0, Math.floor((heightPx - RULER - GOOD_WAVEFORM - words - CUES) / LANE));
  const shown = Math.min(before + after, room);
  // Those nearest to the track worked on stay: the ones above first.
  const above = Math.min(before, shown);
  const sound = Math.max(0, heightPx - RULER - words - CUES - shown * LANE);
  const isShared = sound >= 2 * LEAST_SPECTROGRAM;
  const spectrogram = hasSpectrogram ? (isShared ? Math.round(sound / 2) : sound) : 0;
  const lanes = RULER + sound + words;
  return {
    ruler: { top: 0, height: RULER },
    waveform: { top: RULER, height: sound - spectrogram },
    spectrogram: { top: RULER + sound - spectrogram, height: spectrogram },
    words: { top: RULER + sound, height: words },
    cues: { top: lanes + above * LANE, height: CUES },
    others: Array.from({ length: shown }, (_, n) => ({
      top: lanes + n * LANE + (n < above ? 0 : CUES),
      height: LANE,
    })),
    bottom: lanes + shown * LANE + CUES,
  };
}

/** Whether a pixel row lies in a band. */
export function isInBand(band: Band, y: number): boolean {
  return y >= band.top && y < band.top + band.height;
}

/** Height of the bar of a redaction. */
export const BAR_PX = 4;
const BAR_GAP_PX = 1;

/** Top of the row of bars of covers, or of sound, in pixels. */
export function barTop({ ruler }: Bands, kind: 'cover' | 'sound'): number {
  return ruler.top + ruler.height + BAR_GAP_PX + (kind === 'cover' ? 0 : 1) * (BAR_PX + BAR_GAP_PX);
}
