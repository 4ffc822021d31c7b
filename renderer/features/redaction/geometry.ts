/** How a cover follows a hand: shares of the picture in and out. Pure. */
import type { RedactionBox } from '../../../shared/domain/redaction';
import { LEAST_SHARE } from '../../../shared/edits/redaction';

/** A place in the picture, as shares of its width and height. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What of a cover is held: all of it, or one of its corners. */
export type Grip = 'all' | 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';

export const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;

const between = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** The rectangle between two points, cut off at the picture's edges. */
export function boxBetween(a: Point, b: Point): RedactionBox {
  const x = between(Math.min(a.x, b.x), 0, 1);
  const y = between(Math.min(a.y, b.y), 0, 1);
  return {
    ...{ x, y },
    width: between(Math.max(a.x, b.x), 0, 1) - x,
    height: between(Math.max(a.y, b.y), 0, 1) - y,
  };
}

/** A box moved by a distance as a whole, inside the picture; or one of its corners moved, the opposite one held. */
export function dragged(box: RedactionBox, grip: Grip, by: Point): RedactionBox {
  const { x, y, width, height } = box;
  if (grip === 'all')
    return { ...box, x: between(x + by.x, 0, 1 - width), y: between(y + by.y, 0, 1 - height) };
  const right = x + width;
  const bottom = y + height;
  const left = grip.endsWith('left') ? between(x + by.x, 0, right - LEAST_SHARE) : x;
  const top = grip.startsWith('top') ? between(y + by.y, 0, bottom - LEAST_SHARE) : y;
  const end = grip.endsWith('right') ? between(right + by.x, x + LEAST_SHARE, 1) : right;
  const foot = grip.startsWith('bottom') ? between(bottom + by.y, y + LEAST_SHARE, 1) : bottom;
  return { x: left, y: top, width: end - left, height: foot - top };
}

/** Steps of the arrow keys: half a hundredth of the picture, or five with Shift. */
const STEP = 0.005;
const LARGE_STEP = 0.05;

/** What an arrow key makes of a box: moves it, with Alt moves its bottom right corner. Null for other keys. */
export function nudged(
  box: RedactionBox,
  { key, shiftKey, altKey }: { readonly key: string; readonly shiftKey: boolean; readonly altKey: boolean },
): RedactionBox | null {
  const step = shiftKey ? LARGE_STEP : STEP;
  const by = ARROWS[key];
  return by ? dragged(box, altKey ? 'bottom-right' : 'all', { x: by.x * step, y: by.y * step }) : null;
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
