import { describe, expect, it } from 'vitest';
import { splitWords } from '../../../../shared/transcript/words';

describe('splitWords', () => {
  it.each([
    ['', []],
    ['  one  two\n three ', ['one', 'two', 'three']],
    ['« Quoi\u00a0? »', ['«', 'Quoi', '?', '»']],
    ['a\u2003b\u3000c\u0085d\u2028e', ['a', 'b', 'c', 'd', 'e']],
    ['zero\u200bwidth', ['zero\u200bwidth']],
    ['e\u0301', ['e\u0301']],
    ['қадір-қасиеті мен', ['қадір-қасиеті', 'мен']],
  ])('%j', (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });

  it('cuts what no word record can hold, between characters', () => {
    const pieces = splitWords(`a${'𐐷'.repeat(400)}`);
    expect(pieces.map((piece) => piece.length)).toEqual([499, 302]);
    expect(pieces.join('')).toBe(`a${'𐐷'.repeat(400)}`);
  });
});
