import { expect, it } from 'vitest';
import { rawSpan } from '../../../../renderer/packet/selected-words';

it.each([
  ['One two\nthree', 4, 7, 'two'],
  ['One two\nthree', 4, 9, 'two\nth'],
  ['<i>One</i> two', 0, 3, 'One'],
  ['<i>One</i> two', 4, 7, 'two'],
  ['a < b', 2, 5, '< b'],
])('finds the words selected in %j from %i to %i in the text as written', (text, from, to, words) => {
  const quote = rawSpan(text, from, to);
  expect(quote && text.slice(quote.from, quote.to)).toBe(words);
});

it('finds nothing where nothing is', () => {
  expect(rawSpan('One', 5, 9)).toBeNull();
  expect(rawSpan('', 0, 0)).toBeNull();
});
