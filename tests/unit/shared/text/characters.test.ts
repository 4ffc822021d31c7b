import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCharacters, splitGraphemes } from '../../../../shared/text/characters';

describe('countCharacters', () => {
  it.each([
    ['', 0],
    ['Hello, world', 12],
    ['<i>Hello</i>', 5],
    ['a < b > c', 9],
    ['one\ntwo', 6],
    ['one\r\ntwo', 6],
    ['Ағайын, әлем!', 13],
    ['е\u0308лка', 4],
    ['cafe\u0301', 4],
    ['مَرْحَبًا', 5],
    ['हिन्दी', 2],
    ['👩‍👩‍👧', 1],
    ['🏳️‍🌈!', 2],
    ['soft\u00adhyphen', 10],
    ['\u200fمرحبا\u200e', 5],
    ['อยู่ที่นี่', 4],
    ['漢字かな', 4],
  ])('%j has %i', (text, count) => {
    expect(countCharacters(text)).toBe(count);
  });

  it.each([
    ['漢字', 2],
    ['ABC', 1.5],
    ['漢字 A。', 4],
    ['한국 2', 3],
    ['ｶﾅ', 1],
    ['カナ', 2],
  ])('%j has %d when half-width characters count half', (text, count) => {
    expect(countCharacters(text, { halfWidth: true })).toBe(count);
  });

  it('agrees with Intl.Segmenter on any text, so the fast path changes nothing', () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(text, (any) => {
        expect(splitGraphemes(any)).toEqual(Array.from(segmenter.segment(any), (part) => part.segment));
      }),
      { numRuns: 200 },
    );
  });

  it('finds the same clusters however long the text is', () => {
    const unit = 'é́ 👩‍👩‍👧 мир ';
    expect(splitGraphemes(unit.repeat(900)).length).toBe(splitGraphemes(unit).length * 900);
    expect(splitGraphemes('e\u0301'.repeat(4_000)).length).toBe(4_000);
  });
});
