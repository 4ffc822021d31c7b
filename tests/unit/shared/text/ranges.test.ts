import { expect, it } from 'vitest';
import { numberRanges } from '../../../../shared/text/ranges';

it.each([
  [[], ''],
  [[4], '4'],
  [[1, 2], '1, 2'],
  [[1, 2, 3, 7, 9, 10], '1–3, 7, 9, 10'],
])('writes %j as “%s”', (numbers, text) => expect(numberRanges(numbers)).toBe(text));

it('leaves out what nobody would read', () => {
  const odd = Array.from({ length: 40 }, (_, n) => 2 * n + 1);
  expect(numberRanges(odd)).toBe('1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, …');
});
