/** Which pieces of the waveform are at hand, and which to fetch. Knows nothing of where they come from. */
import type { View } from './geometry';
import { endOf } from './geometry';

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

export interface TileCache {
  /** A piece at hand; asks for it and gives null otherwise. A piece that failed is not asked for again before `forget`. */
  get(level: number, tile: number): Tile | null;
  /** Drops failures, so that they are tried again. */
  forget(): void;
}

export interface TileCacheOptions {
  /** Fetches buckets `[from, to)` of a level. */
  readonly load: (level: number, from: number, to: number) => Promise<Tile>;
  /** Called when a piece came that was asked for. */
  readonly arrived: () => void;
  readonly pyramid: Pyramid;
  readonly capacity?: number;
}

/** A cache of the pieces used last. Each is fetched once, however often it is asked for meanwhile. */
export function createTileCache({
  load,
  arrived,
  pyramid,
  capacity = CAPACITY,
}: TileCacheOptions): TileCache {
  /** In order of use, the oldest first (a Map keeps the order of insertion). */
  const tiles = new Map<string, Tile>();
  const asked = new Set<string>();

  const keep = (key: string, tile: Tile) => {
    tiles.delete(key);
    tiles.set(key, tile);
    for (const oldest of tiles.keys()) {
      if (tiles.size <= capacity) break;
      tiles.delete(oldest);
    }
  };

  const fetchTile = async (key: string, level: number, tile: number) => {
    const buckets = pyramid.levels[level]?.buckets ?? 0;
    const from = tile * TILE_BUCKETS;
    if (from >= buckets) return;
    keep(key, await load(level, from, Math.min(buckets, from + TILE_BUCKETS)));
    asked.delete(key);
    arrived();
  };

  return {
    get(level, tile) {
      const key = `${level}:${tile}`;
      const known = tiles.get(key);
      if (known) {
        keep(key, known);
        return known;
      }
      if (!asked.has(key)) {
        asked.add(key);
        // A failed piece stays blank; its key stays in `asked`, so a broken service is not asked at every frame.
        fetchTile(key, level, tile).catch(() => undefined);
      }
      return null;
    },
    forget: () => asked.clear(),
  };
}

/** Min and max (int8) over buckets `[from, to)` of a level, from the pieces at hand; null where any is missing. */
export function peakOf(
  cache: TileCache,
  level: number,
  from: number,
  to: number,
): { readonly min: number; readonly max: number } | null {
  let min = 127;
  let max = -128;
  for (let bucket = from; bucket < to; bucket++) {
    const tile = cache.get(level, Math.floor(bucket / TILE_BUCKETS));
    if (!tile) return null;
    const place = (bucket % TILE_BUCKETS) * 2;
    min = Math.min(min, tile[place] ?? 0);
    max = Math.max(max, tile[place + 1] ?? 0);
  }
  return max < min ? null : { min, max };
}
