import { describe, expect, it, vi } from 'vitest';
import {
  TILE_BUCKETS,
  bucketMs,
  createTileCache,
  levelFor,
  peakReader,
  tilesInView,
  type Pyramid,
} from '../../../../../renderer/features/timeline/tile-cache';

/** Ten minutes at 10 ms a bucket. */
const PYRAMID: Pyramid = {
  bucketsPerSecond: 100,
  levels: [{ buckets: 60_000 }, { buckets: 15_000 }, { buckets: 3750 }, { buckets: 938 }],
};

describe('levels', () => {
  it.each([
    [0.5, 0],
    [10, 0],
    [39, 0],
    [40, 1],
    [160, 2],
    [5000, 3],
  ])('at %d ms a pixel level %d serves', (msPerPx, level) => {
    expect(levelFor(PYRAMID, msPerPx)).toBe(level);
  });
  it('each bucket is four times as long as one of the level before', () => {
    expect([0, 1, 2].map((level) => bucketMs(PYRAMID, level))).toEqual([10, 40, 160]);
  });
  it('a view needs the tiles it touches and none past the end', () => {
    const view = { startMs: 45_000, msPerPx: 10, widthPx: 1000 };
    expect(tilesInView(PYRAMID, 0, view)).toEqual({ from: 1, to: 2 });
    expect(tilesInView(PYRAMID, 0, { ...view, startMs: 595_000 })).toEqual({ from: 14, to: 15 });
    expect(tilesInView(PYRAMID, 3, { startMs: 0, msPerPx: 1000, widthPx: 2000 })).toEqual({ from: 0, to: 1 });
  });
});

function loader() {
  return vi.fn((level: number, from: number, to: number) =>
    Promise.resolve(new Int8Array((to - from) * 2).fill(level + 1)),
  );
}

describe('createTileCache', () => {
  it('asks once for each tile, tells when it came, and keeps it', async () => {
    const load = loader();
    const arrived = vi.fn();
    const cache = createTileCache({ load, arrived, pyramid: PYRAMID });
    expect(cache.get(0, 3)).toBeNull();
    expect(cache.get(0, 3)).toBeNull();
    await vi.waitFor(() => expect(arrived).toHaveBeenCalledTimes(1));
    expect(cache.get(0, 3)).toHaveLength(TILE_BUCKETS * 2);
    expect(load.mock.calls).toEqual([[0, 3 * TILE_BUCKETS, 4 * TILE_BUCKETS]]);
  });
  it('asks for a last tile only as far as there are buckets, and never past the end', async () => {
    const load = loader();
    const cache = createTileCache({ load, arrived: () => undefined, pyramid: PYRAMID });
    cache.get(3, 0);
    cache.get(3, 1);
    await Promise.resolve();
    expect(load.mock.calls).toEqual([[3, 0, 938]]);
  });
  it('drops what was used longest ago', async () => {
    const load = loader();
    const arrived = vi.fn();
    const cache = createTileCache({ load, arrived, pyramid: PYRAMID, capacity: 2 });
    for (const tile of [0, 1]) cache.get(0, tile);
    await vi.waitFor(() => expect(arrived).toHaveBeenCalledTimes(2));
    expect(cache.get(0, 0)).not.toBeNull();
    cache.get(0, 2);
    await vi.waitFor(() => expect(arrived).toHaveBeenCalledTimes(3));
    expect(cache.get(0, 0)).not.toBeNull();
    expect(cache.get(0, 1)).toBeNull();
  });
  it('does not ask for a failed tile again until told to forget', async () => {
    const load = vi.fn(() => Promise.reject(new Error('gone')));
    const cache = createTileCache({ load, arrived: () => undefined, pyramid: PYRAMID });
    cache.get(0, 0);
    await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
    cache.get(0, 0);
    expect(load).toHaveBeenCalledTimes(1);
    cache.forget();
    cache.get(0, 0);
    expect(load).toHaveBeenCalledTimes(2);
  });
});

describe('peakReader', () => {
  const tile = (fill: (bucket: number) => [number, number]) =>
    new Int8Array(Array.from({ length: TILE_BUCKETS }, (_, bucket) => fill(bucket)).flat());

  it('reads across the seam of two tiles', () => {
    const first = tile((bucket) => (bucket === TILE_BUCKETS - 1 ? [-50, 10] : [-100, 100]));
    const second = tile((bucket) => (bucket === 0 ? [-5, 60] : [-100, 100]));
    const cache = { get: (_: number, n: number) => (n === 0 ? first : second), forget: () => undefined };
    expect(peakReader(cache, 0)(TILE_BUCKETS - 1, TILE_BUCKETS + 1)).toEqual({ min: -50, max: 60 });
  });
  it('is null where a tile is missing and for an empty range', () => {
    const cache = { get: () => null, forget: () => undefined };
    expect(peakReader(cache, 0)(0, 1)).toBeNull();
    expect(peakReader(cache, 0)(5, 5)).toBeNull();
  });
});
