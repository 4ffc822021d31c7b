import { expect, it } from 'vitest';
import { liftFor, paletteOf } from '../../../../../renderer/features/timeline/load-spectrogram';
import {
  createSpectrogramTiles,
  pixelsOf,
} from '../../../../../renderer/features/timeline/spectrogram-tiles';

it('each value is a pixel, later columns to the right, higher pitches further up', () => {
  const grey = Uint8Array.from({ length: 256 * 3 }, (_, n) => Math.floor(n / 3));
  // Two columns of three bands.
  const pixels = pixelsOf(Uint8Array.of(1, 2, 3, 4, 5, 6), 3, grey);
  const red = [...pixels].filter((_, n) => n % 4 === 0);
  expect(red).toEqual([3, 6, 2, 5, 1, 4]);
  expect(pixels[3]).toBe(255);
});

it('a palette runs from its first colour to its last through all between', () => {
  const colours = paletteOf([
    [0, 0, 0],
    [100, 0, 0],
    [100, 200, 50],
  ]);
  const colour = (n: number) => [...colours.subarray(n * 3, n * 3 + 3)];
  expect([colour(0), colour(255)]).toEqual([
    [0, 0, 0],
    [100, 200, 50],
  ]);
  expect(colour(127)[0]).toBeGreaterThan(98);
});

it('quiet films are drawn brighter, up to a point', () => {
  expect(liftFor(Uint8Array.of(10, 200, 3))).toBe(35);
  expect(liftFor(Uint8Array.of(30))).toBe(64);
  expect(liftFor(Uint8Array.of(250))).toBe(0);
  expect(liftFor(Uint8Array.of(0, 0))).toBe(0);
});

it('takes the coarsest level that still has a column for each pixel', () => {
  const tiles = createSpectrogramTiles({
    shape: { columnsPerSecond: 62.5, bands: 64, levels: [{ columns: 9000 }, { columns: 2250 }] },
    load: () => Promise.reject(new Error('not asked')),
    arrived: () => undefined,
    palette: new Uint8Array(768),
  });
  expect([1, 63, 64, 9999].map((msPerPx) => tiles.levelFor(msPerPx))).toEqual([0, 0, 1, 1]);
  expect(tiles.tileMs(1)).toBe(512 * 64);
});
