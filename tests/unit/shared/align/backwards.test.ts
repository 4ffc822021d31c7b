import { expect, test } from 'vitest';
import { backwards } from '../../../../shared/align/backwards';
import type { Reference } from '../../../../shared/align/reference';

const phone = (name: string, startMs: number, endMs: number, word: number, opensWord = false) => ({
  phone: name,
  startMs,
  endMs,
  word,
  opensWord,
});

/** “ab c”, with a pause before it and one between its words. */
const reference: Reference = {
  utterances: [
    {
      wordIds: ['ab', 'c'],
      phones: [
        phone('', 0, 10, -1),
        phone('a', 10, 20, 0, true),
        phone('b', 20, 30, 0),
        phone('', 30, 40, 0),
        phone('c', 40, 60, 1, true),
      ],
      cepstra: {
        rows: 6,
        width: 2,
        values: Float32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
        levelDb: Float32Array.of(0, 1, 2, 3, 4, 5),
      },
      sounding: Uint8Array.of(0, 1, 1, 0, 1, 1),
      bound: null,
    },
  ],
  spread: { mean: new Float64Array(2), deviation: new Float64Array(2).fill(1) },
  soundingMs: 40,
};

test('a sentence said backwards', () => {
  const [turned] = backwards(reference).utterances;
  expect(turned?.wordIds).toEqual(['c', 'ab']);
  expect(turned?.phones).toEqual([
    phone('c', 0, 20, 0, true),
    phone('', 20, 30, 1),
    phone('b', 30, 40, 1, true),
    phone('a', 40, 50, 1),
    phone('', 50, 60, 1),
  ]);
  expect([...(turned?.sounding ?? [])]).toEqual([1, 1, 0, 1, 1, 0]);
  expect([...(turned?.cepstra.values ?? [])]).toEqual([10, 11, 8, 9, 6, 7, 4, 5, 2, 3, 0, 1]);
  expect([...(turned?.cepstra.levelDb ?? [])]).toEqual([5, 4, 3, 2, 1, 0]);
});

test('said backwards twice, sounds are where they were', () => {
  const [once] = reference.utterances;
  const [twice] = backwards(backwards(reference)).utterances;
  const sounding = (phones: NonNullable<typeof once>['phones'] | undefined) =>
    phones?.filter(({ phone: name }) => name !== '');
  expect(sounding(twice?.phones)).toEqual(sounding(once?.phones));
  expect(twice?.cepstra).toEqual(once?.cepstra);
  expect(twice?.wordIds).toEqual(once?.wordIds);
});
