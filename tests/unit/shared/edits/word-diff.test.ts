import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapsOf, matchCorrected, matchWords } from '../../../../shared/edits/word-diff';

const match = (before: string, after: string) => [...matchWords(before.split(' '), after.split(' '))];

describe('matchWords', () => {
  it.each([
    ['a b c', 'a b c', [0, 1, 2]],
    ['a b c', 'a x c', [0, -1, 2]],
    ['a b c', 'b c', [1, 2]],
    ['b c', 'a b c', [-1, 0, 1]],
    ['a b a b', 'b a b a', [1, 2, 3, -1]],
    ['a', 'b', [-1]],
  ])('%s → %s', (before, after, expected) => {
    expect(match(before, after)).toEqual(expected);
  });

  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 40 });
  it('matches equal words only, in order, each once', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        let last = -1;
        matchWords(before, after).forEach((a, b) => {
          if (a < 0) return;
          expect(before[a]).toBe(after[b]);
          expect(a).toBeGreaterThan(last);
          last = a;
        });
      }),
    );
  });
  it('leaves gaps that together with the matches are everything', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = matchCorrected(before, after);
        const gaps = gapsOf(found, before.length);
        const matched = found.filter((a) => a >= 0).length;
        const sum = (lengths: number[]) => lengths.reduce((total, length) => total + length, matched);
        expect(sum(gaps.map(({ a0, a1 }) => a1 - a0))).toBe(before.length);
        expect(sum(gaps.map(({ b0, b1 }) => b1 - b0))).toBe(after.length);
      }),
    );
  });

  it('finds every word that stays in a long transcript with scattered edits', () => {
    const before = Array.from({ length: 20_000 }, (_, n) => `w${n}`);
    const after = before.filter((_, n) => n % 50 !== 0);
    expect(matchWords(before, after).every((a, b) => before[a] === after[b])).toBe(true);
  });
  it('ends on long texts that have hardly a word in common or only the same words', () => {
    const few = (shift: number) => Array.from({ length: 20_000 }, (_, n) => `w${(n * 7 + shift) % 13}`);
    expect(matchWords(few(0), few(5))).toHaveLength(20_000);
    const other = Array.from({ length: 20_000 }, (_, n) => `v${n}`);
    expect(matchWords(few(0), other).every((a) => a === -1)).toBe(true);
  });
});

describe('matchCorrected', () => {
  it.each([
    ['We are here.', 'we are here', [0, 1, 2]],
    ['a teh b', 'a the b', [0, 1, 2]],
    ['one two', 'three four', [-1, -1]],
    ['a b c d e f', 'a v w x y z', [0, -1, -1, -1, -1, -1]],
    ['a b', 'a x y', [0, -1, -1]],
  ])('%s → %s', (before, after, expected) => {
    expect([...matchCorrected(before.split(' '), after.split(' '))]).toEqual(expected);
  });
});
