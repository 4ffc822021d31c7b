import { expect, test } from 'vitest';
import { CEPSTRA, inOnePiece, type Cepstra } from '../../../../shared/align/mfcc';
import { hear } from '../../../../shared/align/recording';

/** Five seconds of quiet, ten of speech, five of quiet; each column of the speech swings about its own mean. */
const ROWS = 2000;
const isSpeech = (row: number) => row >= 500 && row < 1500;
const valueAt = (row: number, column: number) =>
  isSpeech(row) ? column * 10 + (column + 1) * Math.sin(row * 0.7 + column) : -5;

function sound(): Cepstra {
  const cell = (_: unknown, at: number) => valueAt(Math.floor(at / CEPSTRA), at % CEPSTRA);
  return {
    rows: ROWS,
    width: CEPSTRA,
    values: Float32Array.from({ length: ROWS * CEPSTRA }, cell),
    levelDb: Float32Array.from({ length: ROWS }, (_, row) => (isSpeech(row) ? 70 + 10 * Math.sin(row) : 20)),
  };
}

/** The same in pieces of growing length. */
function* piecesOf({ rows, width, values, levelDb }: Cepstra): Generator<Cepstra> {
  for (let from = 0, size = 1; from < rows; from += size, size = Math.min(rows - from, size * 2))
    yield {
      ...{ rows: size, width, values: values.subarray(from * width, (from + size) * width) },
      levelDb: levelDb.subarray(from, from + size),
    };
}

test('the speech has mean 0 and deviation 1 in each column, and slopes beside it', () => {
  const { features, activity, speechMs } = hear(inOnePiece(sound()));
  expect(features).toMatchObject({ rows: ROWS, width: 2 * CEPSTRA });
  expect(Math.abs(speechMs - 10_000)).toBeLessThanOrEqual(100);
  const rows = [...activity.keys()].filter((row) => activity[row]);
  const at = (row: number, column: number) => features.values[row * 2 * CEPSTRA + column] ?? NaN;
  for (let k = 0; k < CEPSTRA; k++) {
    const mean = rows.reduce((sum, row) => sum + at(row, k), 0) / rows.length;
    const square = rows.reduce((sum, row) => sum + at(row, k) ** 2, 0) / rows.length;
    expect(mean).toBeCloseTo(0, 3);
    expect(square).toBeCloseTo(1, 3);
    // HTK Book 3.4, equation 5.16, twice as heavy.
    const slope = (2 * (at(1001, k) - at(999, k) + 2 * (at(1002, k) - at(998, k)))) / 10;
    expect(at(1000, CEPSTRA + k)).toBeCloseTo(slope, 4);
  }
});

test('it is the same in pieces', () => {
  expect(hear({ rows: ROWS, pieces: piecesOf(sound()) })).toEqual(hear(inOnePiece(sound())));
});

test('what is left out is no speech', () => {
  const { activity, shut, speechMs } = hear(inOnePiece(sound()), [{ startMs: 0, endMs: 12_000 }]);
  expect(activity.slice(0, 1200).some((mark) => mark > 0)).toBe(false);
  expect([shut[1199], shut[1200]]).toEqual([1, 0]);
  expect(speechMs).toBeLessThan(3200);
});
