/** How two drawings of the same subtitle over flat grey differ. */
import type { Drawn, Picture } from './preview';

/** Luma of #808080 in the range of video. */
const GREY = 126;

export interface Difference {
  /** Structural similarity of the whole pictures, 0 to 1 (mean over 8×8 windows 4 apart, as ffmpeg's `ssim`). */
  readonly ssim: number;
  /** The same over the windows where either has drawn. */
  readonly inkSsim: number;
  /** Lines of text found in each. */
  readonly lines: readonly [number, number];
  /** The furthest that an edge of a line, or of all that was drawn, moved; pixels. */
  readonly movedPx: number;
}

/** The rows of a picture of luma that differ from grey. */
export function drawnRows(luma: Uint8Array, { width, height }: Picture): Drawn {
  const blank = Buffer.alloc(width, GREY);
  const isBlank = (row: number) => blank.equals(luma.subarray(row * width, (row + 1) * width));
  let top = 0;
  while (top < height && isBlank(top)) top++;
  let bottom = height;
  while (bottom > top && isBlank(bottom - 1)) bottom--;
  return {
    top: top === bottom ? 0 : top,
    rows: bottom - top,
    luma: luma.subarray(top * width, bottom * width),
  };
}

/** Compares two drawings. `isText` tells the luma of letters from all else, to find the lines. */
export function compareDrawn(
  a: Drawn,
  b: Drawn,
  size: Picture,
  isText: (luma: number) => boolean,
): Difference {
  const isInk = (luma: number) => Math.abs(luma - GREY) > 40;
  const lines = [linesOf(a, size, isText), linesOf(b, size, isText)] as const;
  const moves = lines[0].flatMap((line, n) => distances(line, lines[1][n]));
  const whole = distances(boxOf(a, size, isInk), boxOf(b, size, isInk));
  return {
    ...similarity(a, b, size),
    lines: [lines[0].length, lines[1].length],
    movedPx: Math.max(0, ...moves, ...whole),
  };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function distances(a: Box | null | undefined, b: Box | null | undefined): number[] {
  if (!a || !b) return a === b ? [] : [Infinity];
  return [a.left - b.left, a.right - b.right, a.top - b.top, a.bottom - b.bottom].map(Math.abs);
}

function boxOf(
  drawn: Drawn,
  size: Picture,
  isIn: (luma: number) => boolean,
  from = 0,
  to = drawn.rows,
): Box | null {
  let [left, right, top, bottom] = [Infinity, -1, Infinity, -1];
  for (let row = from; row < to; row++)
    for (let x = 0; x < size.width; x++) {
      if (!isIn(drawn.luma[row * size.width + x] ?? GREY)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, row);
      bottom = row;
    }
  return right < 0 ? null : { left, right, top: top + drawn.top, bottom: bottom + drawn.top };
}

/** Letters of one line touch the row of an inner vowel mark more rarely than this many rows apart. */
const FEWEST_ROWS = 6;

/** Stretches of rows that hold letters. */
function linesOf(drawn: Drawn, size: Picture, isText: (luma: number) => boolean): Box[] {
  const has = Array.from({ length: drawn.rows }, (_, row) => {
    let count = 0;
    for (let x = 0; x < size.width; x++) if (isText(drawn.luma[row * size.width + x] ?? GREY)) count++;
    return count > 1;
  });
  const lines: Box[] = [];
  for (let row = 0; row < has.length; row++) {
    if (!has[row]) continue;
    let end = row;
    while (has[end]) end++;
    const box = boxOf(drawn, size, isText, row, end);
    if (box && end - row >= FEWEST_ROWS) lines.push(box);
    row = end;
  }
  return lines;
}

const WINDOW = 8;
const STEP = 4;
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/** What is added up over a square of `STEP` pixels: luma of each, squares of both, products, and pixels that either has drawn. */
const SUMS = 5;

/** Only windows that either drawing reaches are computed: the others are alike. Each is four squares. */
function similarity(a: Drawn, b: Drawn, size: Picture): { ssim: number; inkSsim: number } {
  const [rows = 0, columns = 0] = [size.height, size.width].map(
    (side) => Math.floor((side - WINDOW) / STEP) + 1,
  );
  const tops = [a, b].filter((drawn) => drawn.rows > 0);
  const first = Math.min(size.height, ...tops.map(({ top }) => top));
  const last = Math.max(0, ...tops.map((drawn) => drawn.top + drawn.rows));
  let sum = 0;
  let count = 0;
  const from = Math.max(0, Math.floor((first - WINDOW) / STEP));
  let upper = squares(a, b, size.width, from * STEP);
  for (let row = from; row < rows && row * STEP < last; row++) {
    const lower = squares(a, b, size.width, (row + 1) * STEP);
    for (let column = 0; column < columns; column++) {
      const of = (n: number) => {
        const at = column * SUMS + n;
        return (upper[at] ?? 0) + (upper[at + SUMS] ?? 0) + (lower[at] ?? 0) + (lower[at + SUMS] ?? 0);
      };
      if (of(4) === 0) continue;
      sum += windowSimilarity(of(0), of(1), of(2), of(3));
      count++;
    }
    upper = lower;
  }
  const all = rows * columns;
  return { ssim: (sum + all - count) / all, inkSsim: count === 0 ? 1 : sum / count };
}

/** The sums of a row of squares that begins at `y`. */
function squares(a: Drawn, b: Drawn, width: number, y: number): Int32Array {
  const sums = new Int32Array(Math.ceil(width / STEP) * SUMS);
  for (let row = y; row < y + STEP; row++) {
    const [lineA, lineB] = [lineOf(a, width, row), lineOf(b, width, row)];
    for (let x = 0; x < width; x++) {
      const [one, other] = [lineA?.[x] ?? GREY, lineB?.[x] ?? GREY];
      const at = Math.floor(x / STEP) * SUMS;
      sums[at] = (sums[at] ?? 0) + one;
      sums[at + 1] = (sums[at + 1] ?? 0) + other;
      sums[at + 2] = (sums[at + 2] ?? 0) + one * one + other * other;
      sums[at + 3] = (sums[at + 3] ?? 0) + one * other;
      if (one !== GREY || other !== GREY) sums[at + 4] = (sums[at + 4] ?? 0) + 1;
    }
  }
  return sums;
}

/** Null where nothing is drawn. */
function lineOf({ top, rows, luma }: Drawn, width: number, row: number): Uint8Array | null {
  return row < top || row >= top + rows ? null : luma.subarray((row - top) * width, (row - top + 1) * width);
}

function windowSimilarity(sumA: number, sumB: number, squaresOfBoth: number, product: number): number {
  const pixels = WINDOW * WINDOW;
  const variances = squaresOfBoth * pixels - sumA * sumA - sumB * sumB;
  const covariance = product * pixels - sumA * sumB;
  const [c1, c2] = [C1 * pixels * pixels, C2 * pixels * pixels];
  return (
    ((2 * sumA * sumB + c1) * (2 * covariance + c2)) / ((sumA * sumA + sumB * sumB + c1) * (variances + c2))
  );
}
