import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exchangeRecords, sorted, updateTable } from '../../../../shared/history/tables';

interface Span {
  readonly id: string;
  readonly startMs: number;
  readonly endMs: number;
}

const span = (n: number, startMs: number, lengthMs: number): Span => ({
  id: `s${n}`,
  startMs,
  endMs: startMs + lengthMs,
});
const lengths = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 9 }));
const tables = fc
  .array(lengths, { maxLength: 90 })
  .map((times) => sorted(times.map(([startMs, lengthMs], n) => span(n, startMs, lengthMs))));

/** Some records of a table, in its order or in another one, and what shall stand for them. */
const exchanges = tables.chain((table) => {
  const order = fc.oneof(fc.constant(table), fc.shuffledSubarray(table, { minLength: 0 }));
  const moves = fc.array(lengths, { minLength: table.length, maxLength: table.length });
  return fc.tuple(order, moves, fc.boolean()).map(([before, times, isEach]) => {
    const kept = isEach ? before : before.filter((_, n) => n % 3 > 0);
    const after = kept.map(({ id }, n) => {
      const [startMs, lengthMs] = times[n] ?? [0, 1];
      return { id, startMs, endMs: startMs + lengthMs };
    });
    return { table, before: kept, after };
  });
});

describe('exchangeRecords', () => {
  it('is what taking out and putting in gives, in whatever order they are named', () => {
    fc.assert(
      fc.property(exchanges, ({ table, before, after }) => {
        expect(exchangeRecords(table, before, after)).toEqual(updateTable(table, before, after));
      }),
      { numRuns: 200 },
    );
  });

  it('ignores what is not there, and leaves the table as it was', () => {
    const table = Array.from({ length: 40 }, (_, n) => span(n, 10 * n, 5));
    const copy = structuredClone(table);
    const strange = Array.from({ length: 30 }, (_, n) => span(100 + n, n, 5));
    expect(exchangeRecords(table, strange, strange)).toHaveLength(70);
    exchangeRecords(
      table,
      table,
      table.map((each) => ({ ...each, startMs: 0 })),
    );
    expect(table).toEqual(copy);
  });
});
