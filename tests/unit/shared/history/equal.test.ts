import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sameData } from '../../../../shared/history/equal';

it.each<[unknown, unknown, boolean]>([
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ a: undefined }, { b: undefined }, true],
  [{ a: undefined, b: 1 }, { a: 1, b: undefined }, false],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: 1 }, { b: 1 }, false],
  [{ a: null }, { a: {} }, false],
  [{}, [], false],
  [[], {}, false],
  [[{ a: 1, b: 2 }], [{ b: 2, a: 1 }], true],
  [[1], [1, undefined], false],
  [{ toString: 1 }, {}, false],
  [{}, { constructor: undefined }, true],
])('%j and %j: %s', (a, b, same) => {
  expect(sameData(a, b)).toBe(same);
  expect(sameData(b, a)).toBe(same);
});

it('means the same JSON, whatever the order of fields', () => {
  const inOrder = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inOrder);
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).map(([name, field]) => [name, inOrder(field)]);
    return { fields: fields.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)) };
  };
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const [left, right] = [inOrder(a), inOrder(b)].map((value) => JSON.stringify(value));
      expect(sameData(a, b)).toBe(left === right);
      expect(sameData(a, structuredClone(a))).toBe(true);
    }),
  );
});
