import { expect, test } from 'vitest';
import { settled } from '../../../../shared/align/edges';

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
