/** Pieces of something that is kept at several levels of detail: those at hand, and which to fetch. */

export interface LevelCache<T> {
  /** A piece at hand; asks for it and gives null otherwise. A piece that failed is not asked for again before `forget`. */
  get(level: number, tile: number): T | null;
  /** Drops failures, so that they are tried again. */
  forget(): void;
}

export interface LevelCacheOptions<T> {
  /** Values in one piece. */
  readonly size: number;
  /** Pieces kept. */
  readonly capacity: number;
  /** How many values a level has. */
  readonly lengthOf: (level: number) => number;
  /** Fetches the values `[from, to)` of a level. */
  readonly load: (level: number, from: number, to: number) => Promise<T>;
  /** Called when a piece came that was asked for. */
  readonly arrived: () => void;
}

/** A cache of the pieces used last. Each is fetched once, however often it is asked for meanwhile. */
export function createLevelCache<T>({
  size,
  capacity,
  lengthOf,
  load,
  arrived,
}: LevelCacheOptions<T>): LevelCache<T> {
  /** In order of use, the oldest first (a Map keeps the order of insertion). */
  const tiles = new Map<string, T>();
  const asked = new Set<string>();

  const keep = (key: string, tile: T) => {
    tiles.delete(key);
    tiles.set(key, tile);
    for (const oldest of tiles.keys()) {
      if (tiles.size <= capacity) break;
      tiles.delete(oldest);
    }
  };

  const fetchTile = async (key: string, level: number, tile: number) => {
    const length = lengthOf(level);
    const from = tile * size;
    if (from >= length) return;
    keep(key, await load(level, from, Math.min(length, from + size)));
    asked.delete(key);
    arrived();
  };

  return {
    get(level, tile) {
      const key = `${level}:${tile}`;
      const known = tiles.get(key);
      if (known !== undefined) {
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
