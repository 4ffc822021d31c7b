/**
 * Where a cover is on each picture, to the pixel. Preview, export and the look afterwards all ask here, so that they agree.
 * Everything is rounded outward: in time to whole pictures, in space to even pixels.
 */
import type { CoverRedaction, RedactionBox, RedactionKey } from '../domain/redaction';
import { firstFrameFrom } from '../frames/frames';
import type { PictureSize, Rectangle } from '../video/picture-size';

/** Pictures `[first, after)` of the frame index. */
export interface FrameRange {
  readonly first: number;
  readonly after: number;
}

/** Pictures in a row on which a cover is the same rectangle. */
export interface CoverRun extends FrameRange {
  readonly box: Rectangle;
}

/**
 * The pictures on screen at any time of `[startMs, endMs)`; none where the film has none then. A picture is there from the
 * whole ms it begins in: a time that was set to it, cut or rounded (`frames/frames.ts`), begins on it and not on the one before.
 */
export function coveredFrames(
  { startMs, endMs }: { readonly startMs: number; readonly endMs: number },
  timesMs: ArrayLike<number>,
): FrameRange {
  const next = firstFrameFrom(timesMs, startMs + 1);
  // A time that rounds up begins within the ms before.
  const isBegun = Math.floor(timesMs[next] ?? Infinity) <= startMs;
  const first = Math.max(0, isBegun ? next : next - 1);
  return { first, after: Math.max(first, firstFrameFrom(timesMs, endMs)) };
}

/** Where a cover is at a time in ms, as shares of the picture: on the straight line between the keys around it. O(log keys). */
export function boxAt(keys: readonly RedactionKey[], ms: number): RedactionBox {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle]?.atMs ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  const before = keys[low - 1];
  const after = keys[low];
  if (!before || !after) return plain(before ?? after ?? WHOLE);
  const part = (ms - before.atMs) / (after.atMs - before.atMs);
  const between = (side: keyof RedactionBox) => before[side] + (after[side] - before[side]) * part;
  return { x: between('x'), y: between('y'), width: between('width'), height: between('height') };
}

/** A cover that lost its place hides everything rather than nothing. */
const WHOLE: RedactionBox = { x: 0, y: 0, width: 1, height: 1 };

function plain({ x, y, width, height }: RedactionBox): RedactionBox {
  return { x, y, width, height };
}

/** Shares of a pixel beyond a whole one that come from reckoning, not from a person. */
const ROUNDING = 1e-6;

/** The smallest rectangle of even pixels that holds a box; at least 2×2, inside the picture. */
export function pixelBox(box: RedactionBox, { width, height }: PictureSize): Rectangle {
  const across = outward(box.x, box.x + box.width, width);
  const down = outward(box.y, box.y + box.height, height);
  return { x: across.from, y: down.from, width: across.to - across.from, height: down.to - down.from };
}

function outward(fromShare: number, toShare: number, pixels: number): { from: number; to: number } {
  const last = Math.max(0, Math.ceil(pixels / 2) * 2 - 2);
  const from = Math.min(last, Math.max(0, Math.floor((fromShare * pixels + ROUNDING) / 2) * 2));
  const to = Math.max(from + 2, Math.ceil((toShare * pixels - ROUNDING) / 2) * 2);
  return { from, to: Math.max(from + 1, Math.min(pixels, to)) };
}

/** Where a cover is on a picture of the frame index. */
export function boxOfFrame(
  { keys }: Pick<CoverRedaction, 'keys'>,
  timesMs: ArrayLike<number>,
  frame: number,
): RedactionBox {
  return boxAt(keys, Math.round(timesMs[frame] ?? 0));
}

/** All of a cover's pictures, those in a row with the same rectangle together. Linear in its pictures. */
export function coverRuns(
  cover: Pick<CoverRedaction, 'startMs' | 'endMs' | 'keys'>,
  timesMs: ArrayLike<number>,
  size: PictureSize,
): CoverRun[] {
  const { first, after } = coveredFrames(cover, timesMs);
  const runs: CoverRun[] = [];
  for (let frame = first; frame < after; frame++) {
    const box = pixelBox(boxOfFrame(cover, timesMs, frame), size);
    const last = runs.at(-1);
    if (last && isSame(last.box, box)) runs[runs.length - 1] = { ...last, after: frame + 1 };
    else runs.push({ first: frame, after: frame + 1, box });
  }
  return runs;
}

function isSame(a: Rectangle, b: Rectangle): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/**
 * The stretch of the film that the pictures of a cover take, by their rounded times; to infinity where it reaches the last one,
 * and nothing (from infinity) where it has none.
 */
export function coveredSpan(
  cover: { readonly startMs: number; readonly endMs: number },
  timesMs: ArrayLike<number>,
): { readonly startMs: number; readonly endMs: number } {
  const { first, after } = coveredFrames(cover, timesMs);
  if (after <= first) return { startMs: Infinity, endMs: -Infinity };
  return { startMs: Math.round(timesMs[first] ?? 0), endMs: Math.round(timesMs[after] ?? Infinity) };
}
