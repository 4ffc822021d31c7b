import { expect, test } from 'vitest';
import type { Emission } from '../../../../shared/align/chain';
import { ChainBuilder } from '../../../../shared/align/chain-builder';
import { rivalsOf } from '../../../../shared/align/rivals';
import { Kind, type SoundChain } from '../../../../shared/align/sound-chain';

const GAP_STATES = 3;
/** Rows of: silence, the first utterance, silence, the second, silence. */
const RUNS = [100, 120, 100, 120, 100];

/** Two utterances of two sounds each, each sound one state, gaps of one silence that can be passed by. */
function chainOf(): SoundChain {
  const builder = new ChainBuilder();
  const kind: number[] = [];
  const utterance: number[] = [];
  const add = (what: number, of: number) => {
    kind.push(what);
    utterance.push(of);
  };
  for (let number = 0; number <= 2; number++) {
    builder.hub(
      Array.from({ length: GAP_STATES }, () => ({ stay: 0.1, from: [[1, 1]] as const })),
      200,
    );
    for (let part = 0; part < GAP_STATES; part++) add(Kind.Silence, number);
    for (let sound = 0; sound < 2 && number < 2; sound++) {
      builder.text({ stay: 0.1, from: [[1, 1]] });
      add(Kind.Sound, number);
    }
  }
  return {
    chain: builder.build(GAP_STATES),
    kind: Uint8Array.from(kind),
    sound: Int32Array.from(kind, (what) => (what === Kind.Sound ? 0 : -1)),
    utterance: Int32Array.from(utterance),
    word: Int32Array.from(kind, (what) => (what === Kind.Sound ? 0 : -1)),
    bound: [],
    soundNames: ['a'],
    classOf: ['a'],
    stateAt: () => 0,
  };
}

/** The right way: silence in the last state of each gap but the last, sounds half and half. */
function wayOf(): Int32Array {
  const way: number[] = [];
  const push = (state: number, rows: number) => way.push(...new Array<number>(rows).fill(state));
  push(2, 100);
  push(3, 60);
  push(4, 60);
  push(5, 1);
  push(6, 1);
  push(7, 98);
  push(8, 60);
  push(9, 60);
  push(10, 100);
  return Int32Array.from(way);
}

/** `isText(row)`: whether the row sounds like text; the other kind of state costs 5 there. */
const emissionFor =
  (chain: SoundChain, isText: (row: number) => boolean | null): Emission =>
  (row, first, count, costs) => {
    for (let w = 0; w < count; w++) {
      const isSound = chain.kind[first + w] === Kind.Sound;
      const says = isText(row);
      costs[w] = says === null || says === isSound ? 0 : 5;
    }
  };

const starts = RUNS.reduce<number[]>((sums, rows) => [...sums, (sums.at(-1) ?? 0) + rows], [0]);
const isInText = (row: number) =>
  (row >= (starts[1] ?? 0) && row < (starts[2] ?? 0)) || (row >= (starts[3] ?? 0) && row < (starts[4] ?? 0));

test('an edge between sound and silence has no rival near', () => {
  const chain = chainOf();
  const { start, end } = rivalsOf({ chain, states: wayOf() }, emissionFor(chain, isInText), 2);
  // Elsewhere means 31 rows or more that are heard as what they are not.
  for (const margin of [...start, ...end]) expect(margin).toBeGreaterThan(31 * 5 - 20);
});

test('an edge in sound that could be either has one', () => {
  const chain = chainOf();
  const behind = starts[2] ?? 0;
  const emission = emissionFor(chain, (row) => (row >= behind && row < behind + 50 ? null : isInText(row)));
  const { start, end } = rivalsOf({ chain, states: wayOf() }, emission, 2);
  expect(end[0]).toBeLessThan(10);
  for (const margin of [start[0], start[1], end[1]]) expect(margin).toBeGreaterThan(31 * 5 - 20);
});

test('nothing is known of an utterance that was not found', () => {
  const chain = chainOf();
  const states = wayOf().map((state, row) => (row < (starts[2] ?? 0) ? 2 : state));
  const { start, end } = rivalsOf({ chain, states }, emissionFor(chain, isInText), 2);
  expect([start[0], end[0]]).toEqual([NaN, NaN]);
  expect(start[1]).toBeGreaterThan(0);
});

test('it can be stopped between utterances', () => {
  const chain = chainOf();
  const told: number[] = [];
  const stop = () =>
    rivalsOf({ chain, states: wayOf() }, emissionFor(chain, isInText), 2, (fraction) => {
      told.push(fraction);
      if (told.length === 2) throw new Error('enough');
    });
  expect(stop).toThrow('enough');
  expect(told).toEqual([0, 1 / 3]);
});
