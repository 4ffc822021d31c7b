/** Which pieces of the waveform are at hand, and which to fetch. Knows nothing of where they come from. */
import type { View } from './geometry';
import { endOf } from './geometry';
import { createLevelCache, type LevelCache } from './level-cache';

/** Buckets in one piece: 8 KB, a screen and a half at the usual zoom. */
export const TILE_BUCKETS = 4096;
/** Pieces kept: 1 MB in all. */
const CAPACITY = 128;

/** What the waveform job says of its pyramid. */
export interface Pyramid {
  readonly bucketsPerSecond: number;
  readonly levels: readonly { readonly buckets: number }[];
}

/** Each level has a quarter of the buckets of the one before. */
const LEVEL_FACTOR = 4;

/** How long a bucket of a level is, in ms. */
export function bucketMs(pyramid: Pyramid, level: number): number {
  return (1000 / pyramid.bucketsPerSecond) * LEVEL_FACTOR ** level;
}

/** The coarsest level that still has a bucket for each pixel; level 0 when none does. */
export function levelFor(pyramid: Pyramid, msPerPx: number): number {
  let level = 0;
  while (level + 1 < pyramid.levels.length && bucketMs(pyramid, level + 1) <= msPerPx) level++;
  return level;
}

/** Numbers `[from, to)` of the pieces a view needs of a level. */
export function tilesInView(
  pyramid: Pyramid,
  level: number,
  view: View,
): { readonly from: number; readonly to: number } {
  const tileMs = bucketMs(pyramid, level) * TILE_BUCKETS;
  const count = Math.ceil((pyramid.levels[level]?.buckets ?? 0) / TILE_BUCKETS);
  const from = Math.min(count, Math.max(0, Math.floor(view.startMs / tileMs)));
  return { from, to: Math.min(count, Math.floor(endOf(view) / tileMs) + 1) };
}

/** Interleaved min, max of the buckets of a piece. */
export type Tile = Int8Array;

export type TileCache = LevelCache<Tile>;

export interface TileCacheOptions {
  /** Fetches buckets `[from, to)` of a level. */
  readonly load: (level: number, from: number, to: number) => Promise<Tile>;
  /** Called when a piece came that was asked for. */
  readonly arrived: () => void;
  readonly pyramid: Pyramid;
  readonly capacity?: number;
}

/** The pieces of one film's waveform. */
export function createTileCache({
  load,
  arrived,
  pyramid,
  capacity = CAPACITY,
}: TileCacheOptions): TileCache {
  const lengthOf = (level: number) => pyramid.levels[level]?.buckets ?? 0;
  return createLevelCache({ size: TILE_BUCKETS, capacity, lengthOf, load, arrived });
}

export interface Peak {
  readonly min: number;
  readonly max: number;
}

/**
 * Reads min and max (int8) over buckets `[from, to)` of a level, from the pieces at hand; null where any is missing. For many
 * columns from left to right: each piece is looked up once.
 */
export function peakReader(cache: TileCache, level: number): (from: number, to: number) => Peak | null {
  let number = -1;
  let tile: Tile | null = null;
  return (from, to) => {
    let min = 127;
    let max = -128;
    for (let bucket = from; bucket < to; bucket++) {
      const wanted = Math.floor(bucket / TILE_BUCKETS);
      if (wanted !== number) {
        number = wanted;
        tile = cache.get(level, wanted);
      }
      if (!tile) return null;
      const place = (bucket - wanted * TILE_BUCKETS) * 2;
      min = Math.min(min, tile[place] ?? 0);
      max = Math.max(max, tile[place + 1] ?? 0);
    }
    return max < min ? null : { min, max };
  };
}
