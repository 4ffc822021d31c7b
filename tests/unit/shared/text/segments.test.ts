import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../../../../shared/text/segments';

describe('segmentsOf', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

  it('finds the sentences of a long text without a trace of its windows', () => {
    const sentence = 'We are here, and here we stay. ';
    const found = [...segmentsOf(segmenter, sentence.repeat(500))];
    expect(found).toHaveLength(500);
    expect(found.every(({ start, end }) => end - start === sentence.length)).toBe(true);
  });

  it('covers a text without boundaries, cutting at white space', () => {
    const text = 'word '.repeat(2_000);
    const found = [...segmentsOf(segmenter, text)];
    expect(found.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    expect(found.every(({ start }) => start % 5 === 0)).toBe(true);
  });

  it('never cuts a surrogate pair', () => {
    const text = '𐐷'.repeat(3_000);
    for (const { start } of segmentsOf(segmenter, text)) expect(start % 2).toBe(0);
  });

  it('has nothing to say about nothing', () => {
    expect([...segmentsOf(segmenter, '')]).toEqual([]);
  });
});
