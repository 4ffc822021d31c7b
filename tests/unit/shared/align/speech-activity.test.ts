import { expect, test } from 'vitest';
import { spansOfRows, speechActivity } from '../../../../shared/align/speech-activity';

/** Levels by runs of `[rows, dB]`, with a little unrest. */
function levels(...runs: readonly (readonly [number, number])[]): Float32Array {
  return Float32Array.from(
    runs.flatMap(([rows, db]) => Array.from({ length: rows }, (_, row) => db + ((row * 7) % 3) - 1)),
  );
}

test('finds the loud parts, closes short breaks, drops clicks', () => {
  const mask = speechActivity(levels([100, 25], [50, 65], [8, 25], [50, 65], [100, 25], [4, 65], [100, 25]));
  expect(spansOfRows(mask, 0, 0)).toEqual([{ startMs: 1000, endMs: 2080 }]);
});

test.each([
  ['digital silence', levels([500, 0])],
  ['steady hiss', levels([500, 55])],
  ['a whisper under the audible', levels([200, 5], [200, 20])],
  ['nothing at all', new Float32Array(0)],
])('%s is no speech', (_, input) => {
  expect(speechActivity(input).every((mark) => mark === 0)).toBe(true);
});

test('a minute of silence around a few words does not hide them', () => {
  const mask = speechActivity(levels([6000, 25], [100, 65], [6000, 25]));
  expect(spansOfRows(mask, 0, 0)).toEqual([{ startMs: 60_000, endMs: 61_000 }]);
});

test('spans are joined over short breaks and dropped when short', () => {
  const mask = Uint8Array.from([1, 1, 0, 1, 0, 0, 0, 0, 1, 0]);
  expect(spansOfRows(mask, 20, 30)).toEqual([{ startMs: 0, endMs: 40 }]);
  expect(spansOfRows(mask, 0, 0)).toHaveLength(3);
});
