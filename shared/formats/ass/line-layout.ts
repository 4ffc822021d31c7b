import type { Style, Track } from '../../domain/track';
import { weightOf } from '../../style/fonts';
import { widthEm } from '../../style/widths';
import { withoutMarkUp } from '../../text/mark-up';
import { alignmentOf, boxPadding, marginsOf } from './style-line';
import { emPixels } from './text-fonts';
import { encodeLines, plainLines, type EncodedLine, type TextFonts } from './text';
import type { AssDocument, AssDrawnCue, AssEvent } from './write';

/** Half-way between the top of capitals and the lowest letters lies this far above the baseline in Noto Sans, em. */
const MIDDLE_EM = 0.24;
/** An estimate of a width is that sure: what may be wider than the picture allows is broken. */
const SURE = 0.97;

/** The picture that lines are laid out in, and the direction they are read in. */
export interface Place {
  readonly video: AssDocument['video'];
  readonly direction: Track['direction'];
}

/** Where cues that were laid out so far stand: from `from` to `to` pixels off their edge of the picture. */
interface Placed {
  readonly startMs: number;
  readonly endMs: number;
  readonly position: AssDrawnCue['position'];
  readonly from: number;
  readonly to: number;
}

/**
 * Draws cues line by line, baselines `lineSpacingEm` apart: libass has no such setting that a script could make. The last line
 * of a cue at the bottom, and the first of one at the top, stand where libass would put them. Lines too wide for the picture
 * are broken here, since libass would break them over the line above. Boxes are cut where two of them meet, so that clear ones
 * are not twice as dark there. Cues that overlap in time are stacked; the returned function must be called in their order.
 */
export function createLineLayout(
  place: Place,
  style: Style,
  fonts: TextFonts,
): (cue: AssDrawnCue & { readonly tags: string }) => AssEvent[] {
  const { video, direction } = place;
  const em = emPixels(style, video.height);
  const pitch = (style.lineSpacingEm ?? 0) * em;
  const margins = marginsOf(style, video.height);
  const across = columnOf(place, style, margins.horizontal);
  const fitEm = ((video.width - 2 * margins.horizontal) / em) * SURE;
  let placed: Placed[] = [];

  const offsetFor = (cue: AssDrawnCue, height: number): number => {
    placed = placed.filter(({ endMs }) => endMs > cue.startMs);
    const inTheWay = placed
      .filter((other) => other.position === cue.position && other.startMs < cue.endMs)
      .sort((a, b) => a.from - b.from);
    let from = 0;
    for (const other of inTheWay) if (from < other.to && other.from < from + height) from = other.to;
    placed.push({ startMs: cue.startMs, endMs: cue.endMs, position: cue.position, from, to: from + height });
    return from;
  };

  return (cue) => {
    const text = plainLines(cue.text)
      .split('\n')
      .flatMap((line) => fitted(line, fitEm, weightOf(style), fonts.base.family.averageEm))
      .join('\n');
    const lines = encodeLines(text, direction, fonts);
    const height = lines.length * pitch;
    const offset = offsetFor(cue, height);
    const isTop = cue.position === 'top';
    const first = isTop
      ? margins.vertical + offset + extent(lines[0], em, 'ascentEm')
      : video.height - margins.vertical - offset - extent(lines.at(-1), em, 'descentEm') - height + pitch;
    const baselines = lines.map((_, n) => first + n * pitch);
    const where = `\\an${alignmentOf(style, direction, 'bottom')}\\q2`;
    const cuts = cutsBetween(baselines, em, boxPadding(style, video.height), video.height);
    return lines.flatMap((line, n) => {
      if (withoutMarkUp(line.text.replace(/\{[^}]*\}/g, '')).trim() === '') return [];
      const y = Math.round((baselines[n] ?? 0) + extent(line, em, 'descentEm'));
      const tags = `${where}\\pos(${across},${y})${cue.tags}`;
      if (!style.box) return [{ layer: 0, text: `{${tags}}${line.text}` }];
      const [top = 0, bottom = 0] = [cuts[n], cuts[n + 1]];
      return [
        { layer: 0, text: `{${tags}\\1a&HFF&\\clip(0,${top},${video.width},${bottom})}${line.text}` },
        { layer: 1, text: `{${tags}\\4a&HFF&}${line.text}` },
      ];
    });
  };
}

function columnOf({ video, direction }: Place, style: Style, margin: number): number {
  const column = alignmentOf(style, direction, 'bottom');
  return column === 2 ? Math.round(video.width / 2) : column === 1 ? margin : video.width - margin;
}

/** How far a line reaches above or below its baseline, px: as far as the tallest of its fonts. */
function extent(line: EncodedLine | undefined, em: number, side: 'ascentEm' | 'descentEm'): number {
  return Math.max(0, ...(line?.fonts ?? []).map(({ family }) => family[side])) * em;
}

/** The whole rows where the boxes of lines begin and end: half-way between two lines, and as far beyond the outer ones. */
function cutsBetween(baselines: readonly number[], em: number, padding: number, height: number): number[] {
  const first = baselines[0] ?? 0;
  const last = baselines.at(-1) ?? 0;
  const half = em * (MIDDLE_EM + 0.5) + padding;
  const between = baselines
    .slice(1)
    .map((baseline, n) => ((baselines[n] ?? 0) + baseline) / 2 - MIDDLE_EM * em);
  const rows = [first - half, ...between, last + half - 2 * MIDDLE_EM * em];
  return rows.map((row) => Math.min(height, Math.max(0, Math.round(row))));
}

/** A line broken at spaces so that each part is about as wide as the next and none is wider than `fitEm`, where that can be. */
function fitted(line: string, fitEm: number, weight: number, averageEm: number | undefined): string[] {
  const wide = (text: string) => widthEm(withoutMarkUp(text), weight, averageEm);
  const all = wide(line);
  if (all <= fitEm) return [line];
  const target = all / Math.ceil(all / fitEm);
  const parts: string[] = [];
  let part = '';
  for (const word of line.split(' ')) {
    const longer = part === '' ? word : `${part} ${word}`;
    const isEnough = part !== '' && (wide(longer) > fitEm || wide(part) + wide(longer) > 2 * target);
    if (isEnough) parts.push(part);
    part = isEnough ? word : longer;
  }
  return [...parts, part];
}
