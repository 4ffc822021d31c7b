import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonParts } from '../../../../shared/api/json-parts';

const joined = (value: unknown) => [...jsonParts(value)].join('');

it.each([
  [{ a: undefined, b: [undefined, null, 1], 'ü"': { c: NaN } }],
  [{ a: undefined }],
  [[]],
  [[[], {}, [[]]]],
  ['\ud800'],
  [Array.from({ length: 250 }, (_, n) => (n === 120 ? undefined : { n }))],
])('%j is written as JSON.stringify writes it', (value) => {
  expect(joined(value)).toBe(JSON.stringify(value));
});

it('any data is written as JSON.stringify writes it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(120), (value, times) => {
      const data = { value, many: Array.from({ length: times }, () => value) };
      expect(joined(data)).toBe(JSON.stringify(data));
    }),
  );
});

it('makes no part of more than a hundred items', () => {
  const items = Array.from({ length: 10_000 }, (_, n) => ({ n }));
  const longest = Math.max(...[...jsonParts({ entries: [{ changes: items }] })].map((part) => part.length));
  expect(longest).toBeLessThan(100 * '{"n":10000},'.length + 1);
});
