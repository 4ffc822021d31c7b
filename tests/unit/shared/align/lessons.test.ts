import { expect, test } from 'vitest';
import { mixtureOf } from '../../../../shared/align/gaussian';
import { matchByLessons, type Lessons } from '../../../../shared/align/lessons';
import type { Recording } from '../../../../shared/align/recording';
import { Kind } from '../../../../shared/align/sound-chain';

const around = (mean: number, variance = 1) =>
  mixtureOf(1, Float64Array.of(1), Float64Array.of(mean), Float64Array.of(variance)).data;
const SOUNDS = { a: -6, b: 6, c: 12 } as const;
const spread = { mean: new Float64Array(0), deviation: new Float64Array(0) };
const lessons: Lessons = {
  spread,
  sounds: new Map(
    Object.entries(SOUNDS).flatMap(([phone, mean]) =>
      [0, 1].map((part) => [`${phone}/${part}`, around(mean)]),
    ),
  ),
  classes: new Map(),
  filler: around(3, 60),
  silence: around(0),
  bias: -1,
  typicalGain: 2,
  evenGain: 1,
  pace: 1,
};

/** Each sign ten rows: `a`, `b`, `c`, and `_` for silence. */
function heard(signs: string): Recording {
  const values = Float32Array.from(
    [...signs].flatMap((sign) => new Array<number>(10).fill(SOUNDS[sign as keyof typeof SOUNDS] ?? 0)),
  );
  const rows = values.length;
  return {
    ...{ rows, spread, speechMs: 10 * rows },
    features: { rows, width: 1, values },
    levelDb: new Float32Array(rows).fill(60),
    activity: new Uint8Array(rows).fill(1),
    shut: new Uint8Array(rows),
  };
}

const utterance = {
  wordIds: ['a', 'b'],
  phones: [...'ab'].map((phone, at) => ({
    ...{ phone, word: at, opensWord: true },
    ...{ startMs: 100 * at, endMs: 100 * (at + 1) },
  })),
  cepstra: { rows: 0, width: 0, values: new Float32Array(0), levelDb: new Float32Array(0) },
  sounding: new Uint8Array(0),
  bound: null,
};
const reference = { utterances: [utterance], spread, soundingMs: 200 };

function match(signs: string) {
  const { chain, states, rivals } = matchByLessons(heard(signs), reference, lessons, () => {});
  const text = [...states.keys()].filter((row) => chain.kind[states[row] ?? 0] === Kind.Sound);
  return { from: text[0], to: text.at(-1), start: rivals?.start[0] ?? NaN, end: rivals?.end[0] ?? NaN };
}

test('a piece is placed where its sounds are said, and no other place comes near', () => {
  const { from, to, start, end } = match('___ab____cc___');
  expect([from, to]).toEqual([30, 49]);
  expect(start).toBeGreaterThan(50);
  expect(end).toBeGreaterThan(50);
});

test('where its first word is said twice its start could nearly as well be at the other', () => {
  const { from, start, end } = match('___a___ab____cc___');
  expect(from).toBe(70);
  expect(start).toBeLessThan(60);
  expect(end).toBeGreaterThan(300);
});
