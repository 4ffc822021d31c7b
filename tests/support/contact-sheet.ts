/** Pictures of comparisons, for looking at. */
import { spawnSync } from 'node:child_process';
import type { Drawn, Picture } from './preview';

const SCALE = 4;
const COLUMNS = 4;
const GAP = 6;
const GREY = 126;
const LINE = 60;

/**
 * Writes a PNG with a tile for each pair: the first drawing, the second, and how they differ (four times), each a quarter of its
 * size and only its drawn rows.
 */
export function contactSheet(
  path: string,
  pairs: readonly (readonly [Drawn, Drawn])[],
  { width }: Picture,
): void {
  const tiles = pairs.map(([a, b]) => tileOf(a, b, width));
  const tileWidth = Math.floor(width / SCALE);
  const rows: (typeof tiles)[] = [];
  for (let n = 0; n < tiles.length; n += COLUMNS) rows.push(tiles.slice(n, n + COLUMNS));
  const heights = rows.map((row) => Math.max(...row.map(({ height }) => height)) + GAP);
  const sheetWidth = COLUMNS * (tileWidth + GAP);
  const sheetHeight = heights.reduce((sum, height) => sum + height, 0);
  const sheet = new Uint8Array(sheetWidth * sheetHeight).fill(LINE);
  let y = 0;
  for (const [n, row] of rows.entries()) {
    for (const [column, tile] of row.entries())
      for (let line = 0; line < tile.height; line++)
        sheet.set(
          tile.luma.subarray(line * tileWidth, (line + 1) * tileWidth),
          (y + line) * sheetWidth + column * (tileWidth + GAP),
        );
    y += heights[n] ?? 0;
  }
  const run = spawnSync(
    'ffmpeg',
    [
      ...['-v', 'error', '-y', '-f', 'rawvideo', '-pix_fmt', 'gray', '-s', `${sheetWidth}x${sheetHeight}`],
      ...['-i', '-', '-frames:v', '1', path],
    ],
    { input: sheet },
  );
  if (run.status !== 0) throw new Error(String(run.stderr));
}

function tileOf(a: Drawn, b: Drawn, width: number): { luma: Uint8Array; height: number } {
  const drawn = [a, b].filter(({ rows }) => rows > 0);
  const top = Math.min(...drawn.map((one) => one.top), 1e9);
  const bottom = Math.max(...drawn.map((one) => one.top + one.rows), 0);
  const height = Math.max(1, Math.ceil((bottom - top) / SCALE));
  const at = (one: Drawn, x: number, y: number) => one.luma[(y - one.top) * width + x] ?? GREY;
  const parts = [
    small(width, height, top, (x, y) => at(a, x, y)),
    small(width, height, top, (x, y) => at(b, x, y)),
    small(width, height, top, (x, y) => Math.min(255, 4 * Math.abs(at(a, x, y) - at(b, x, y)))),
  ];
  return { luma: Buffer.concat(parts), height: 3 * height };
}

function small(width: number, height: number, top: number, at: (x: number, y: number) => number): Uint8Array {
  const columns = Math.floor(width / SCALE);
  return Uint8Array.from({ length: columns * height }, (_, n) => {
    const [x, y] = [(n % columns) * SCALE, top + Math.floor(n / columns) * SCALE];
    let sum = 0;
    for (let dy = 0; dy < SCALE; dy++) for (let dx = 0; dx < SCALE; dx++) sum += at(x + dx, y + dy);
    return sum / (SCALE * SCALE);
  });
}
