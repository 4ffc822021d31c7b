import { expect, test } from 'vitest';
import type { FineMatch } from '../../../../shared/align/gains';
import { islands } from '../../../../shared/align/islands';

/** One state of text for each utterance, `rows` rows each; `gains`: of the first and the second half of each utterance. */
function match(gains: readonly (readonly [number, number])[], rows: number): FineMatch {
  const states = gains.map((_, utterance) => utterance);
  return {
    chain: {
      chain: {
        states: states.length,
        stay: new Float32Array(0),
        enter: new Float32Array(0),
        hub: new Int32Array(0),
        hubStart: new Int32Array(0),
        skip: new Float32Array(0),
        looseEnds: 1,
      },
      kind: new Uint8Array(states.length),
      sound: Int32Array.from(states),
      utterance: Int32Array.from(states),
      word: new Int32Array(states.length),
      bound: [],
      soundNames: [],
      classOf: [],
      stateAt: () => 0,
    },
    states: Int32Array.from(states.flatMap((state) => new Array<number>(rows).fill(state))),
    speech: new Float32Array(0),
    gain: Float32Array.from(
      gains.flatMap(([first, second]) =>
        Array.from({ length: rows }, (_, row) => (row < rows / 2 ? first : second)),
      ),
    ),
  };
}

test('only utterances that fit well from beginning to end hold the search', () => {
  const found = islands(
    match(
      [
        [3, 3],
        [3, 1],
        [1, 3],
      ],
      200,
    ),
    1.5,
  );
  expect(found).toEqual([
    { step: 200, least: 0, most: Infinity },
    { step: 0, least: 0, most: 0 },
  ]);
});

test('short utterances prove nothing', () => {
  expect(islands(match([[9, 9]], 40), 1)).toEqual([]);
});

test('an utterance that lies scattered is in doubt however well its pieces fit', () => {
  const compact = match([[5, 5]], 300);
  const gap = (from: number, to: number) =>
    islands(
      {
        ...compact,
        chain: { ...compact.chain, sound: Int32Array.of(0, -1) },
        states: compact.states.map((state, row) => (row >= from && row < to ? 1 : state)),
      },
      1,
    );
  expect(gap(200, 260)).toHaveLength(2);
  expect(gap(180, 270)).toEqual([]);
});
