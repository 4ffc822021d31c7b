/** Text on a canvas: measured once, cut where it does not fit. */

type Context = CanvasRenderingContext2D;

/** Measured widths of texts in the sizes used; forgotten when they become many. */
const widths = new Map<string, number>();
const MOST_WIDTHS = 4000;

/** How wide a text is in the context's font, in CSS pixels. */
export function widthOf(context: Context, text: string): number {
  const key = `${context.font}|${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > MOST_WIDTHS) widths.clear();
    width = context.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

/** The text, or as much of its beginning as fits with an ellipsis; nothing where not even one letter does. */
export function fitText(context: Context, text: string, width: number): string {
  const full = widthOf(context, text);
  if (full <= width) return text;
  const room = width - widthOf(context, '…');
  let letters = Math.floor((text.length * room) / full);
  // Letters are not equally wide: the first guess may be some too many.
  while (letters > 0 && widthOf(context, text.slice(0, letters)) > room) letters--;
  return letters < 1 ? '' : `${text.slice(0, letters).trimEnd()}…`;
}
