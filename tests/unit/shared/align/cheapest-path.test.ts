import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Chain } from '../../../../shared/align/chain';
import { cheapestPath } from '../../../../shared/align/cheapest-path';
import { ChainBuilder } from '../../../../shared/align/chain-builder';

const ignore = () => {};

const everywhere = (steps: number, states: number) => ({
  low: new Int32Array(steps),
  high: new Int32Array(steps).fill(states),
});

/** Gap, `words` words of two states each with gaps between and after. */
function smallChain(words: number, costs: readonly number[]): Chain {
  const builder = new ChainBuilder();
  let at = 0;
  const cost = () => costs[at++ % costs.length] ?? 0;
  builder.hub([{ stay: cost(), from: [[1, cost()]] }], cost());
  for (let word = 0; word < words; word++) {
    builder.text({
      stay: cost(),
      from: [
        [1, cost()],
        [2, cost()],
      ],
    });
    builder.text({ stay: cost(), from: [[1, cost()]] });
    builder.hub([{ stay: cost(), from: [[1, cost()]] }], cost());
  }
  return builder.build(2);
}

/** What a given way costs, or Infinity where an arc is missing; skips are taken where nothing else leads on. */
function costOf(chain: Chain, heard: number[][], way: readonly number[]): number {
  let total = 0;
  for (const [step, state] of way.entries()) {
    total += heard[step]?.[state] ?? Infinity;
    const before = way[step - 1];
    if (before !== undefined) total += arc(chain, before, state);
    else if (state >= chain.looseEnds) return Infinity;
  }
  return (way.at(-1) ?? 0) >= chain.states - chain.looseEnds ? total : Infinity;
}

function arc(chain: Chain, from: number, to: number): number {
  if (from === to) return chain.stay[to] ?? Infinity;
  const distance = to - from;
  return distance >= 1 && distance <= 4 ? (chain.enter[to * 4 + distance - 1] ?? Infinity) : Infinity;
}

function cheapestByTrying(chain: Chain, heard: number[][]): number {
  let best = Infinity;
  const walk = (way: number[]) => {
    if (way.length === heard.length) {
      best = Math.min(best, costOf(chain, heard, way));
      return;
    }
    const last = way.at(-1) ?? 0;
    for (let next = way.length === 0 ? 0 : last; next < chain.states; next++) {
      if (way.length > 0 && arc(chain, last, next) === Infinity) continue;
      walk([...way, next]);
    }
  };
  walk([]);
  return best;
}

const cost = fc.integer({ min: 0, max: 50 });

test('finds the way that trying every way finds', () => {
  fc.assert(
    fc.property(
      fc.array(cost, { minLength: 30, maxLength: 30 }),
      fc.array(fc.array(cost, { minLength: 7, maxLength: 7 }), { minLength: 3, maxLength: 6 }),
      (costs, heard) => {
        // Skips are tested apart: make them too dear to be taken.
        const chain = { ...smallChain(2, costs), skip: new Float32Array(3).fill(Infinity) };
        const corridor = everywhere(heard.length, 7);
        const best = cheapestByTrying(chain, heard);
        fc.pre(best < Infinity);
        const way = cheapestPath(chain, corridor, rowsOf(heard), ignore);
        expect(costOf(chain, heard, [...way])).toBe(best);
      },
    ),
    { numRuns: 60 },
  );
});

function rowsOf(heard: readonly (readonly number[])[]) {
  return (step: number, low: number, width: number, costs: Float32Array) => {
    for (let w = 0; w < width; w++) costs[w] = heard[step]?.[low + w] ?? 0;
  };
}

test('with little memory, block by block, the way is the same', () => {
  fc.assert(
    fc.property(
      fc.array(cost, { minLength: 40, maxLength: 40 }),
      fc.integer({ min: 1, max: 9 }),
      (costs, salt) => {
        const chain = smallChain(8, costs);
        const steps = 150;
        const heard = Array.from({ length: steps }, (_, step) =>
          Array.from({ length: chain.states }, (__, state) => ((step * 31 + state * 17 * salt) % 97) / 7),
        );
        const corridor = everywhere(steps, chain.states);
        const whole = cheapestPath(chain, corridor, rowsOf(heard), ignore);
        expect(
          cheapestPath(chain, corridor, rowsOf(heard), ignore, {
            memoryBytes: 40 * chain.states,
            blockSteps: 17,
          }),
        ).toEqual(whole);
      },
    ),
    { numRuns: 30 },
  );
});

test.each([
  ['come together are walked once', 1, 0],
  ['stay apart are walked again', 2, 100],
])('with little memory, ways that %s', (_, rows, again) => {
  // The same words once, or twice with no bridge between: then nothing tells which of the two ways will be the cheaper.
  const [words, steps] = [20, 500];
  const builder = new ChainBuilder();
  for (let state = 0; state < rows * words; state++)
    builder.text({ stay: 0, from: state % words === 0 ? [] : [[1, 0]] });
  const chain = { ...builder.build(1), looseEnds: rows * words };
  const saidAt = (step: number) => Math.floor((step * words) / steps);
  const heard = new Int32Array(steps);
  const way = cheapestPath(
    chain,
    everywhere(steps, chain.states),
    (step, low, width, costs) => {
      heard[step] = (heard[step] ?? 0) + 1;
      for (let w = 0; w < width; w++) costs[w] = (low + w) % words === saidAt(step) ? 0 : 9;
    },
    ignore,
    { beam: 50, memoryBytes: 800, blockSteps: 25 },
  );
  expect([...way].map((state) => state % words)).toEqual([...way].map((__, step) => saidAt(step)));
  expect(heard.filter((times) => times > 1).length).toBeGreaterThanOrEqual(again);
  if (again === 0) expect(Math.max(...heard)).toBe(1);
});

test('a wide beam changes nothing, and one too narrow to reach the end is given up', () => {
  fc.assert(
    fc.property(fc.array(cost, { minLength: 40, maxLength: 40 }), (costs) => {
      const chain = smallChain(8, costs);
      const steps = 60;
      const heard = Array.from({ length: steps }, (_, step) =>
        Array.from({ length: chain.states }, (__, state) => ((step * 31 + state * 17) % 97) / 7),
      );
      const corridor = everywhere(steps, chain.states);
      const whole = cheapestPath(chain, corridor, rowsOf(heard), ignore);
      expect(cheapestPath(chain, corridor, rowsOf(heard), ignore, { beam: 5000 })).toEqual(whole);
      // A skip to the end is heard nowhere.
      const unskipped = { ...chain, skip: chain.skip.map(() => Infinity) };
      const narrow = cheapestPath(unskipped, corridor, rowsOf(heard), ignore, { beam: 0.001 });
      expect(narrow.at(-1)).toBeGreaterThanOrEqual(chain.states - chain.looseEnds);
      for (const [step, state] of narrow.entries())
        if (step > 0) expect(arc(unskipped, narrow[step - 1] ?? 0, state)).toBeLessThan(Infinity);
    }),
    { numRuns: 30 },
  );
});

test('leaves out a word that is nowhere to be heard', () => {
  const builder = new ChainBuilder();
  builder.hub([{ stay: 0, from: [] }], 0);
  for (let word = 0; word < 3; word++) {
    builder.text({ stay: 0, from: [[1, 0]] });
    builder.hub([{ stay: 0, from: [[1, 0]] }], 1);
  }
  const chain = builder.build(1);
  // States: gap, A, gap, B, gap, C, gap. Heard: A A C C; B costs 100 whenever it is passed.
  const heard = [
    [9, 0, 9, 100, 9, 9, 9],
    [9, 0, 9, 100, 9, 9, 9],
    [9, 9, 0, 100, 9, 9, 9],
    [9, 9, 9, 100, 9, 0, 9],
    [9, 9, 9, 100, 9, 9, 0],
  ];
  const corridor = everywhere(5, 7);
  const way = cheapestPath({ ...chain, looseEnds: 2 }, corridor, rowsOf(heard), ignore);
  expect([...way]).toEqual([1, 1, 2, 5, 6]);
});

test('keeps to its corridor', () => {
  const chain = smallChain(4, [1, 2, 3]);
  const low = Int32Array.from({ length: 30 }, (_, step) => Math.min(chain.states - 5, Math.floor(step / 3)));
  const way = cheapestPath(
    chain,
    { low, high: low.map((state) => state + 5) },
    (_, __, width, costs) => costs.fill(1, 0, width),
    ignore,
  );
  for (const [step, state] of way.entries()) {
    expect(state).toBeGreaterThanOrEqual(low[step] ?? 0);
    expect(state).toBeLessThan((low[step] ?? 0) + 5);
  }
});

test('what the tick throws ends the search', () => {
  const chain = smallChain(2, [1]);
  const corridor = everywhere(200, chain.states);
  const stop = () => {
    throw new Error('stop');
  };
  expect(() => cheapestPath(chain, corridor, (_, __, ___, costs) => costs.fill(0), stop)).toThrow('stop');
});
