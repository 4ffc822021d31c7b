import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../../../build/bench/align/peers.mjs';

const sentences = [{ text: 'Good  morning.' }, { text: 'Good morning.' }];
const span = (text: string, start: number) => ({ text, start, end: start + 0.5 });

describe('wordsOf', () => {
  it('takes each sentence as one word of it, whatever white space came back', () => {
    const words = wordsOf([span('Good morning.\n\n', 1), span('Good morning.', 2)], sentences);
    expect(words).toEqual([
      { wordId: 'w0-0', startMs: 1000, endMs: 1500, confidence: 1 },
      { wordId: 'w1-0', startMs: 2000, endMs: 2500, confidence: 1 },
    ]);
  });

  it.each([
    ['fewer', [span('Good morning.', 1)]],
    ['more', [span('Good', 1), span('morning.', 1.2), span('Good morning.', 2)]],
    ['others', [span('Good morning.', 1), span('Good night.', 2)]],
  ])('refuses %s', (_, spans) => {
    expect(() => wordsOf(spans, sentences)).toThrow('answered with other sentences');
  });
});
