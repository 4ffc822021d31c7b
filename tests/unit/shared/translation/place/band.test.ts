import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandOf, cellsOf } from '../../../../../shared/translation/place/band';

test('half a translation of a long film takes no more cells than a whole one of some hundred minutes', () => {
  for (const [rows, columns] of [
    [2000, 1000],
    [1500, 3000],
    [2000, 8000],
    [1000, 1000],
  ] as const)
    expect(cellsOf(bandOf(rows, columns, null)).size).toBeLessThan(600_000);
});

test('where there are few sentences, the way may leave the diagonal by all that one side has more', () => {
  const band = bandOf(100, 500, null);
  expect(band[0]).toEqual([0, 414]);
  expect(band[100]).toEqual([86, 500]);
});

test('leads from one corner to the other, whatever the sizes', () => {
  const size = fc.integer({ min: 1, max: 3000 });
  fc.assert(
    fc.property(size, size, (rows, columns) => {
      const band = bandOf(rows, columns, null);
      expect(band[0]?.[0]).toBe(0);
      expect(band[rows]?.[1]).toBe(columns);
      for (let row = 1; row <= rows; row++) {
        const [[from, to], [fromBefore, toBefore]] = [band[row] ?? [1, 0], band[row - 1] ?? [1, 0]];
        if (!(from <= toBefore && fromBefore <= to && from <= to)) return false;
      }
      return true;
    }),
  );
});
