import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utterancesOf } from '../../../../shared/spoken/utterances';

const blank = { startMs: null, endMs: null, confidence: null };

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
  ['... and then he came. We left.', ['... and then he came.', 'We left.']],
  ['He came. ... We left. …', ['He came. ...', 'We left. …']],
  ['Oui. « Non » dit-il.', ['Oui.', '« Non » dit-il.']],
  ['— Да. — Нет.', ['— Да.', '— Нет.']],
  ['...', ['...']],
  ['', []],
])('%j', (text, expected) => {
  expect(cut(text)).toEqual(expected);
});

test('paragraphs are never joined and keep their language', () => {
  const made = utterancesOf([paragraph('ешқандай нүкте', 'kk'), paragraph('another')], 'en');
  expect(made.map(({ language }) => language)).toEqual(['kk', 'en']);
});

/** What is said, with the written words each token stands for. */
const spoken = (text: string, language: string) =>
  utterancesOf([paragraph(text)], language).map(({ tokens }) =>
    tokens
      .map(({ text: said, from, to }) => `${said}@${from}${to > from + 1 ? `-${to - 1}` : ''}`)
      .join(' | '),
  );

test.each([
  ['en', 'We [laughs] won 1 000 000 votes.', ['We@0 | won@2 | 1@3 | million@4-5 | votes.@6']],
  ['en', 'Yes. [pause] And no.', ['Yes.@0', 'And@0 | no.@1']],
  ['en', '[Music] Hello.', ['Hello.@1']],
  [
    'en',
    'I (laughs a lot) go (and I mean it) home.',
    ['I@0 | go@4 | (and@5 | I@6 | mean@7 | it)@8 | home.@9'],
  ],
  ['en', '[unclosed bracket stays', ['[unclosed@0 | bracket@1 | stays@2']],
  ['ru', 'Да (смеётся), – и всё.', ['Да@0 | и@3 | всё.@4']],
  ['ru', 'Q: объ\u00adявил мои\u0306 cвет 00:12:33', ['объявил@1 | мой@2 | свет@3']],
  ['kk', 'Bız osy jerde tudyq.', ['біз@0 | осы@1 | жерде@2 | тудық.@3']],
  ['kk', '*музыка* Қaзақcтaн 😀', ['Қазақстан@1']],
])('%s: %s', (language, text, expected) => {
  expect(spoken(text, language)).toEqual(expected);
});

test('a direction after a sentence stays with the words before it', () => {
  const made = utterancesOf([paragraph('Yes. [pause] And no. [ends]')], 'en');
  expect(made.map(({ words }) => words.length)).toEqual([2, 3]);
});

test('each sentence of a mixed paragraph has its own language', () => {
  const text = 'Рақмет, бәрі жақсы болды. Да, конечно, это так. We were born here, and this is our land.';
  expect(utterancesOf([paragraph(text)], 'kk').map(({ language }) => language)).toEqual(['kk', 'ru', 'en']);
});

test('a word in other letters is said in its own language', () => {
  const [made] = utterancesOf([paragraph('His name is Владимир.')], 'en');
  expect(made?.tokens.map(({ language }) => language)).toEqual(['en', 'en', 'en', 'ru']);
});

test('whatever is written, every word is there once, in order, and tokens follow each other', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }).filter((text) => /\S/u.test(text)),
    fc.constantFrom(
      '[laughs]',
      '(смех)',
      '[',
      ']',
      '1',
      '000',
      'г.',
      '*',
      'And',
      'конец.',
      '–',
      'XX',
      'век',
      '\u200b',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 40 }),
      fc.constantFrom('en', 'ru', 'kk', 'ar', 'th'),
      (texts, language) => {
        const source = { ...paragraph(''), words: texts.map((text, n) => ({ ...blank, id: `w${n}`, text })) };
        const made = utterancesOf([source], language);
        expect(made.flatMap(({ words }) => words.map(({ id }) => id))).toEqual(
          source.words.map(({ id }) => id),
        );
        for (const { words, tokens } of made) {
          let at = 0;
          for (const { text, from, to } of tokens) {
            expect(text).not.toBe('');
            expect(from).toBeGreaterThanOrEqual(at);
            expect(to).toBeGreaterThan(from);
            at = to;
          }
          expect(at).toBeLessThanOrEqual(words.length);
        }
      },
    ),
    { numRuns: 300 },
  );
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
