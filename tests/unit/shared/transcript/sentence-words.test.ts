import { expect, test } from 'vitest';
import type { Word } from '../../../../shared/domain/transcript';
import { sentenceConfidence, sentencesOf } from '../../../../shared/transcript/sentence-words';

const word = (text: string, more: Partial<Word> = {}): Word => ({
  ...{ id: text, text, startMs: 0, endMs: 100, confidence: 1 },
  ...more,
});

test('sentences are cut behind their last words, and abbreviations end none', () => {
  const words = 'Dr. Sadykova spoke. Nobody left'.split(' ').map((text) => word(text));
  const texts = sentencesOf(words, 'en').map((sentence) => sentence.map(({ text }) => text).join(' '));
  expect(texts).toEqual(['Dr. Sadykova spoke.', 'Nobody left']);
});

test('a sentence is as sure as its words on average, and one not found counts nothing', () => {
  expect(sentenceConfidence([word('a', { confidence: 0.9 }), word('b', { confidence: 0.5 })])).toBeCloseTo(
    0.7,
  );
  const lost = word('b', { startMs: null, endMs: null, confidence: 0.4 });
  expect(sentenceConfidence([word('a', { confidence: 0.8 }), lost])).toBeCloseTo(0.4);
});

test('a word that nobody says takes nothing from the sentence', () => {
  const silent = word('b', { startMs: null, endMs: null, notSpoken: true, confidence: 0.8 });
  expect(sentenceConfidence([word('a', { confidence: 0.8 }), silent])).toBeCloseTo(0.8);
});
