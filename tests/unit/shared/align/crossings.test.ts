import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REACH, type Chain } from '../../../../shared/align/chain';
import { ChainBuilder } from '../../../../shared/align/chain-builder';
import { crossings } from '../../../../shared/align/crossings';

/** Two words of two states with hubs of two states before, between and after; every arc that any chain has. */
function chainOf(costs: readonly number[]): Chain {
  const builder = new ChainBuilder();
  let at = 0;
  const cost = () => costs[at++ % costs.length] ?? 0;
  const state = () => ({
    stay: cost(),
    from: [1, 2, 3, 4].map((distance): [number, number] => [distance, cost()]),
  });
  for (let word = 0; word < 2; word++) {
    builder.hub([state(), state()], cost());
    builder.text(state());
    builder.text(state());
  }
  builder.hub([state(), state()], cost());
  return builder.build(2);
}

/** By trying every way: what crossing the border in each row costs at least. */
function byTrying(
  { stay, enter, hub, hubStart, skip }: Chain,
  heard: readonly (readonly number[])[],
  border: number,
): number[] {
  const rows = heard.length;
  const width = heard[0]?.length ?? 0;
  const best = new Array<number>(rows).fill(Infinity);
  const walk = (row: number, state: number, total: number, crossed: number) => {
    if (row === rows - 1) {
      if (state === width - 1) best[crossed] = Math.min(best[crossed] ?? Infinity, total);
      return;
    }
    for (let next = state; next <= Math.min(width - 1, state + REACH); next++) {
      const arc = next === state ? (stay[state] ?? 0) : (enter[next * REACH + next - state - 1] ?? Infinity);
      const isCrossing = state < border && next >= border;
      walk(row + 1, next, total + arc + (heard[row + 1]?.[next] ?? 0), isCrossing ? row + 1 : crossed);
    }
    // Within the row, to the next hub; that leaps over no border.
    const number = hub[state] ?? -1;
    const leap = number < 0 ? undefined : hubStart[number + 1];
    if (leap !== undefined && leap < width && leap < border === state < border)
      walk(row, leap, total + (skip[number + 1] ?? Infinity), crossed);
  };
  walk(0, 0, 0, 0);
  return best.map((cost, row) => (row === 0 ? Infinity : cost));
}

const cost = fc.integer({ min: 0, max: 30 });

test('each crossing costs what trying every way says', () => {
  fc.assert(
    fc.property(
      fc.array(cost, { minLength: 53, maxLength: 53 }),
      fc.array(fc.array(cost, { minLength: 10, maxLength: 10 }), { minLength: 2, maxLength: 5 }),
      fc.integer({ min: 1, max: 9 }),
      (costs, heard, border) => {
        const chain = chainOf(costs);
        const found = crossings(
          chain,
          Float32Array.from(heard.flat()),
          { first: 0, width: 10, rows: heard.length },
          border,
        );
        expect([...found]).toEqual(byTrying(chain, heard, border));
      },
    ),
  );
});
