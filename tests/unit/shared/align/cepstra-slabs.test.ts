import { expect, test } from 'vitest';
import { CepstraSlabs } from '../../../../shared/align/cepstra-slabs';

test('rows come out in order, more than were expected too, and only once', () => {
  const slabs = new CepstraSlabs(2, 3);
  for (let row = 0; row < 5; row++) {
    const slab = slabs.open();
    slab.values.set([row, -row], 2 * (slab.rows - 1));
    slab.levelDb[slab.rows - 1] = 10 * row;
  }
  const read = [...slabs.takeOut()].map(({ values, levelDb, rows }) => ({
    values: [...values.subarray(0, 2 * rows)].map((value) => value + 0),
    levels: [...levelDb.subarray(0, rows)],
  }));
  expect(read).toEqual([
    { values: [0, 0, 1, -1, 2, -2], levels: [0, 10, 20] },
    { values: [3, -3, 4, -4], levels: [30, 40] },
  ]);
  expect([...slabs.takeOut()]).toEqual([]);
});
