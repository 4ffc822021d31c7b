/** Pictures of the spectrogram, piece by piece, as views need them. Knows nothing of where their values come from. */
import { createLevelCache, type LevelCache } from './level-cache';

/** Columns in one piece: 8 s at the finest level, 32 KB. */
const TILE_COLUMNS = 512;
/** Pieces kept: 16 MB of pixels. */
const CAPACITY = 128;
/** Each level has a quarter of the columns of the one before. */
const LEVEL_FACTOR = 4;

/** What the job says of its spectrogram. */
export interface SpectrogramShape {
  readonly columnsPerSecond: number;
  /** Values a column, lowest pitch first. */
  readonly bands: number;
  readonly levels: readonly { readonly columns: number }[];
}

export interface SpectrogramTiles {
  /** The coarsest level that still has a column for each pixel; 0 when none does. */
  levelFor(msPerPx: number): number;
  columnMs(level: number): number;
  tileMs(level: number): number;
  /** A piece's picture, a pixel a value; null until it has come. */
  get(level: number, tile: number): HTMLCanvasElement | null;
}

export interface SpectrogramOptions {
  readonly shape: SpectrogramShape;
  /** Fetches the columns `[from, to)` of a level: 0 (silent) to 255, column by column. */
  readonly load: (level: number, from: number, to: number) => Promise<Uint8Array>;
  readonly arrived: () => void;
  /** From silent to loud: 256 colours of red, green, blue. */
  readonly palette: Uint8Array;
}

/** The pieces of one film's spectrogram. */
export function createSpectrogramTiles({
  shape,
  load,
  arrived,
  palette,
}: SpectrogramOptions): SpectrogramTiles {
  const columnMs = (level: number) => (1000 / shape.columnsPerSecond) * LEVEL_FACTOR ** level;
  const columnsOf = (level: number) => shape.levels[level]?.columns ?? 0;
  const cache: LevelCache<HTMLCanvasElement> = createLevelCache({
    size: TILE_COLUMNS,
    capacity: CAPACITY,
    lengthOf: columnsOf,
    load: async (level, from, to) => paint(await load(level, from, to), shape.bands, palette),
    arrived,
  });
  return {
    columnMs,
    tileMs: (level) => columnMs(level) * TILE_COLUMNS,
    levelFor(msPerPx) {
      let level = 0;
      while (level + 1 < shape.levels.length && columnMs(level + 1) <= msPerPx) level++;
      return level;
    },
    get: (level, tile) => cache.get(level, tile),
  };
}

/** The values of some columns as pixels, lowest pitch at the bottom. */
export function pixelsOf(
  values: Uint8Array,
  bands: number,
  palette: Uint8Array,
): Uint8ClampedArray<ArrayBuffer> {
  const columns = Math.floor(values.length / bands);
  const pixels = new Uint8ClampedArray(columns * bands * 4);
  for (let column = 0; column < columns; column++)
    for (let band = 0; band < bands; band++) {
      const colour = (values[column * bands + band] ?? 0) * 3;
      const at = ((bands - 1 - band) * columns + column) * 4;
      pixels[at] = palette[colour] ?? 0;
      pixels[at + 1] = palette[colour + 1] ?? 0;
      pixels[at + 2] = palette[colour + 2] ?? 0;
      pixels[at + 3] = 255;
    }
  return pixels;
}

function paint(values: Uint8Array, bands: number, palette: Uint8Array): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(values.length / bands));
  canvas.height = bands;
  const pixels = pixelsOf(values, bands, palette);
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, canvas.width, canvas.height), 0, 0);
  return canvas;
}
