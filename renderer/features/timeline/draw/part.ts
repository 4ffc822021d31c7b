/** The part of the timeline that is painted, and what of the scene lies in it. */
import { msAt, xOf, type Band, type View } from '../geometry';
import { rangeInView, type Spanning } from '../span-index';

/** Pixel columns `[fromPx, toPx)`. */
export interface Part {
  readonly fromPx: number;
  readonly toPx: number;
}

/** Lines may stand so far out of the span they belong to. */
const OVERHANG_PX = 2;

/** Positions `[from, to)` of the spans that touch a part. */
export function rangeInPart(
  spans: readonly Spanning[],
  view: View,
  { fromPx, toPx }: Part,
): { readonly from: number; readonly to: number } {
  return rangeInView(spans, msAt(view, fromPx - OVERHANG_PX) - 1, msAt(view, toPx + OVERHANG_PX) + 1);
}

/** A span's left edge and width in pixels; at least one. */
export function boxOf(
  view: View,
  { startMs, endMs }: Spanning,
): { readonly x: number; readonly width: number } {
  const x = xOf(view, startMs);
  return { x, width: Math.max(1, xOf(view, endMs) - x) };
}

/** Narrower than this, spans are painted by whole columns: thousands of them cost one rectangle a column at most. */
export const NARROW_PX = 3;

/**
 * Paints whole pixel columns, each once, however many spans lie in it; so a column looks the same whichever part it is
 * painted with. Spans come by start.
 */
export function columnPainter(
  context: CanvasRenderingContext2D,
  top: number,
  height: number,
): (x: number, width: number) => void {
  let end = -Infinity;
  return (x, width) => {
    const from = Math.max(end, Math.floor(x));
    const to = lastColumn(x, width);
    if (to <= from) return;
    context.fillRect(from, top, to - from, height);
    end = to;
  };
}

/** The column after those that a span lies in. */
function lastColumn(x: number, width: number): number {
  return Math.max(Math.floor(x) + 1, Math.ceil(x + width));
}

/**
 * Paints the columns in which any of the wanted spans lies, by start, as `columnPainter` does. What lies in a column that is
 * painted already is not even asked about: where a long film is seen whole, that is most of it.
 */
export function paintColumns<S extends Spanning>(
  context: CanvasRenderingContext2D,
  view: View,
  { top, height }: Band,
  spans: readonly S[],
  isWanted: (span: S) => boolean,
): void {
  const paintColumn = columnPainter(context, top, height);
  let end = -Infinity;
  for (const span of spans) {
    const { x, width } = boxOf(view, span);
    const to = lastColumn(x, width);
    if (to <= end || !isWanted(span)) continue;
    paintColumn(x, width);
    end = to;
  }
}
