import { expect, test } from 'vitest';
import { along, bounded } from '../../../../shared/align/bounds';
import { cheapestPath } from '../../../../shared/align/cheapest-path';
import { ChainBuilder } from '../../../../shared/align/chain-builder';
import { BindingWords } from '../../../../shared/align/guidance';

/** A gap and `count` states in a row that cost nothing to stay in or to enter. */
function row(count: number) {
  const builder = new ChainBuilder();
  builder.hub([{ stay: 0, from: [] }], 0);
  for (let state = 0; state < count; state++) builder.text({ stay: 0, from: [[1, 0]] });
  builder.hub([{ stay: 0, from: [[1, 0]] }], 1);
  return builder.build(1);
}

test('a state is held to the steps it is bound to, wherever the corridor was', () => {
  const chain = row(40);
  const corridor = { low: new Int32Array(100), high: new Int32Array(100).fill(9) };
  const bounds = [
    { step: 30, least: 20, most: 19 },
    { step: 50, least: 21, most: 20 },
  ];
  const way = cheapestPath(
    chain,
    bounded({ ...corridor, high: corridor.high.map(() => chain.states) }, chain.states, bounds),
    (_, __, width, costs) => costs.fill(0, 0, width),
    () => {},
  );
  expect(way.findIndex((state) => state === 20)).toBe(30);
  expect(way.lastIndexOf(20)).toBe(49);
  const { low, high } = bounded(corridor, chain.states, bounds);
  expect([low[10], high[10]]).toEqual([0, 9]);
  expect([low[35], high[35]]).toEqual([0, 25]);
});

test('bounds that nothing can keep to are let go', () => {
  const chain = row(40);
  const corridor = { low: new Int32Array(50), high: new Int32Array(50).fill(chain.states) };
  const bounds = [{ step: 2, least: 39, most: 38 }];
  const way = cheapestPath(
    chain,
    bounded(corridor, chain.states, bounds),
    (_, __, width, costs) => costs.fill(0, 0, width),
    () => {},
  );
  expect(way.at(-1)).toBe(chain.states - 1);
});

test('a beam that gives up what the bounds ask for is let go', () => {
  const chain = { ...row(40), skip: new Float32Array(2).fill(Infinity) };
  const bounds = [{ step: 25, least: 20, most: Infinity }];
  const corridor = { low: new Int32Array(50), high: new Int32Array(50).fill(chain.states) };
  // To go on from state 5 costs 100 more in each step than to stay there until step 25.
  const way = cheapestPath(
    chain,
    bounded(corridor, chain.states, bounds),
    (step, first, count, costs) => {
      for (let n = 0; n < count; n++) costs[n] = step < 25 && first + n > 5 ? 100 : 0;
    },
    () => {},
    { beam: 50 },
  );
  expect(way[25]).toBeGreaterThanOrEqual(20);
  for (const [step, state] of way.entries()) expect(state - (way[step - 1] ?? 0)).toBeLessThanOrEqual(1);
  expect(way.at(-1)).toBe(chain.states - 1);
});

test('fixed words bind in rising order, inside the recording', () => {
  const fixed = [
    { wordId: 'a', startMs: 1000, endMs: 1300 },
    { wordId: 'b', startMs: 500, endMs: 700 },
    { wordId: 'd', startMs: 1310, endMs: 1400 },
    { wordId: 'e', startMs: 9000, endMs: 9100 },
  ];
  const binding = new BindingWords(fixed, 200);
  expect(['a', 'b', 'c', 'd', 'e'].map((id) => binding.next(id))).toEqual([
    { from: 100, to: 129 },
    null,
    null,
    { from: 131, to: 139 },
    null,
  ]);
  expect(binding.contradicted).toEqual(['b', 'e']);
});

test('a way that leaves text out may do so some steps earlier or later', () => {
  const { low, high } = along(Int32Array.of(3, 4, 5, 50, 51, 52), 100, 2, 1);
  expect([...low]).toEqual([0, 1, 2, 3, 48, 49]);
  expect([...high]).toEqual([7, 8, 53, 54, 55, 100]);
});

test('around a way that does not show how much text it leaves out at its ends, the corridor reaches both ends of the chain', () => {
  const { low, high } = along(new Int32Array(100).fill(500), 1000, 20, 10);
  expect([low[0], high[0]]).toEqual([0, 521]);
  expect([low[50], high[50]]).toEqual([480, 521]);
  expect([low[99], high[99]]).toEqual([480, 1000]);
});
