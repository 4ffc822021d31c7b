import { describe, expect, test } from 'vitest';
import { hiddenDb, hiddenRows, settled } from '../../../../shared/align/edges';
import { Kind } from '../../../../shared/align/sound-chain';

/** Log odds of speech by row: `rows` of each value. */
const speechOf = (...runs: readonly (readonly [value: number, rows: number])[]) =>
  Float32Array.from(runs.flatMap(([value, rows]) => new Array<number>(rows).fill(value)));

const everywhere = { from: 0, to: 100 };

test.each([
  [
    'faint rows behind it are its own',
    speechOf([-5, 20], [40, 20], [2, 8], [-5, 52]),
    { start: 20, end: 48 },
  ],
  ['faint rows before it too', speechOf([-5, 14], [2, 6], [40, 20], [-5, 60]), { start: 14, end: 40 }],
  [
    'silence right behind it leaves it as it is',
    speechOf([-5, 20], [40, 20], [-5, 60]),
    { start: 20, end: 40 },
  ],
  [
    'a click in the silence is no speech',
    speechOf([-5, 20], [40, 20], [-5, 5], [9, 1], [-5, 54]),
    { start: 20, end: 40 },
  ],
  ['where speech goes on nothing is told', speechOf([-5, 20], [40, 80]), { start: 20, end: 40 }],
])('%s', (_, speech, expected) => {
  expect(settled({ speech }, { start: 20, end: 40 }, everywhere)).toEqual(expected);
});

test('it stays within its limits', () => {
  const speech = speechOf([2, 100]);
  expect(settled({ speech }, { start: 20, end: 40 }, { from: 20, to: 43 })).toEqual({ start: 20, end: 40 });
});

describe('what noise hides of a last sound', () => {
  const match = (silentRows: number) => ({
    chain: { kind: Uint8Array.of(Kind.Sound, Kind.Silence, Kind.Other), sound: Int32Array.of(0, -1, -1) },
    states: Int32Array.from({ length: 200 }, (_, row) => (row < 50 ? 0 : row < 50 + silentRows ? 1 : 2)),
  });
  const levels = (noiseDb: number) =>
    Float32Array.from({ length: 200 }, (_, row) => (row < 50 ? 70 : noiseDb));
  const hidden = (noiseDb: number, silentRows: number) =>
    hiddenDb(match(silentRows), levels(noiseDb), { end: 50, to: 150 }, 70, true);

  test('nothing in a quiet room, the more the louder the noise', () => {
    expect([30, 38, 50, 60].map((noiseDb) => hidden(noiseDb, 100))).toEqual([0, 0, 12, 22]);
  });

  test('nothing where no silence follows', () => {
    expect(hidden(60, 3)).toBe(0);
  });

  test('it fades, and lacks of its length what is hidden', () => {
    expect(hiddenRows(16, 0, true)).toBe(4);
    expect(hiddenRows(16, 20, true)).toBe(11);
    expect(hiddenRows(16, 20, false)).toBe(11);
    expect(hiddenRows(16, -20, false)).toBe(0);
    expect(hiddenRows(0, 20, true)).toBe(0);
  });
});
