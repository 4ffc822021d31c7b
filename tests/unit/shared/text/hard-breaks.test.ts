import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  betweenHardBreaks,
  breakHardAt,
  breakOffsets,
  carriedBreaks,
  layBetween,
} from '../../../../shared/text/hard-breaks';

describe('hard breaks are carried', () => {
  it.each<[string, readonly number[], string, string, readonly number[]]>([
    ['where other breaks move', [1], 'One two\nthree\nfour', 'One\ntwo three\nfour', [1]],
    ['where a break before it goes', [1], 'One two\nthree\nfour', 'One two three\nfour', [0]],
    ['where one comes before it', [0], 'One two\nthree', 'One\ntwo\nthree', [1]],
    ['where words before it change', [0], 'One two\nthree', 'Only one, two\nthree', [0]],
    ['where all words change on as many lines', [0], 'Hello\nworld', 'Привет,\nмир', [0]],
    ['over italics', [0], 'One\ntwo', '<i>One\ntwo</i>', [0]],
    ['not where the break itself goes', [0], 'One\ntwo', 'One two', []],
    ['not where everything is another text', [1], 'One\ntwo\nthree', 'Four\nfive', []],
    ['only as far as there are breaks', [0, 4], 'One\ntwo', 'One\ntwo', [0]],
  ])('%s', (_, hard, before, after, expected) => {
    expect(carriedBreaks(hard, before, after)).toEqual(expected);
  });

  it('through any laying anew of the same words, to the letters they stood between', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '界'), minLength: 1, maxLength: 4 });
    const marked = fc.array(fc.tuple(word, fc.constantFrom(' ', '\n', 'hard')), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(marked, fc.infiniteStream(fc.boolean()), (words, random) => {
        const breaks = words.slice(0, -1).map(([, gap]) => gap);
        const written = (gaps: readonly string[]) =>
          words.map(([text], n) => text + (gaps[n] === 'hard' ? '\n' : (gaps[n] ?? ''))).join('');
        const hardIn = (gaps: readonly string[]) =>
          gaps.filter((gap) => gap !== ' ').flatMap((gap, n) => (gap === 'hard' ? [n] : []));
        const anew = breaks.map((gap) => (gap === 'hard' ? gap : random.next().value ? '\n' : ' '));
        expect(carriedBreaks(hardIn(breaks), written(breaks), written(anew))).toEqual(hardIn(anew));
      }),
    );
  });
});

describe('a hard break at the caret', () => {
  it.each([
    ['One two', [], 3, 4, 'One\ntwo', [0]],
    ['One two\nthree', [0], 3, 4, 'One\ntwo\nthree', [0, 1]],
    ['One\ntwo', [], 3, 3, 'One\ntwo', [0]],
    ['One\ntwo', [], 4, 4, 'One\ntwo', [0]],
    ['One\ntwo', [0], 4, 4, 'One\ntwo', []],
    ['', [], 0, 0, '\n', [0]],
  ])('in %j %j from %i to %i', (text, hard, start, end, expected, now) => {
    expect(breakHardAt(text, hard, { start, end })).toMatchObject({ text: expected, hardBreaks: now });
  });
});

it('texts are divided at hard breaks only, and joined again as they were', () => {
  expect(betweenHardBreaks('a\nb\nc', [1])).toEqual(['a\nb', 'c']);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n') }), fc.array(fc.nat(5)), (text, hard) => {
      expect(layBetween(text, hard, (part) => part)).toBe(text);
      const count = breakOffsets(text).filter((_, n) => hard.includes(n)).length;
      expect(betweenHardBreaks(text, hard)).toHaveLength(count + 1);
    }),
  );
});
