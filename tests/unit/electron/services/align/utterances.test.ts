import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utterancesOf } from '../../../../../electron/services/align/utterances';

function paragraph(text: string, language: string | null = null) {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return {
    id: 'p',
    order: 0,
    speakerId: null,
    language,
    hintMs: null,
    words: words.map((word, n) => ({
      id: `w${n}`,
      text: word,
      startMs: null,
      endMs: null,
      confidence: null,
    })),
  };
}

const cut = (text: string) =>
  utterancesOf([paragraph(text)], 'en').map(({ words }) => words.map((word) => word.text).join(' '));

test.each([
  ['Once. Two? “Three!” Four', ['Once.', 'Two?', '“Three!”', 'Four']],
  ['Dr. Smith came. He left.', ['Dr. Smith came.', 'He left.']],
  ['в г. Алматы. Да.', ['в г. Алматы.', 'Да.']],
  ['', []],
])('%j', (text, expected) => {
  expect(cut(text)).toEqual(expected);
});

test('paragraphs are never joined and keep their language', () => {
  const made = utterancesOf([paragraph('no stop', 'kk'), paragraph('another')], 'en');
  expect(made.map(({ language }) => language)).toEqual(['kk', 'en']);
});

test('every word stays, in order, and no utterance is endless', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('word', 'sentence.', 'clause,', '–', '25'), { maxLength: 400 }),
      (words) => {
        const made = utterancesOf([paragraph(words.join(' '))], 'en');
        expect(made.flatMap((utterance) => utterance.words.map(({ text }) => text))).toEqual(words);
        for (const utterance of made) expect(utterance.words.length).toBeLessThan(170);
      },
    ),
  );
});
