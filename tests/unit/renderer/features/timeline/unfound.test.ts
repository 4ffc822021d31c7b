import { expect, it } from 'vitest';
import { unfoundRuns } from '../../../../../renderer/features/timeline/unfound';
import type { Paragraph, Word } from '../../../../../shared/domain/transcript';

const word = (text: string, startMs: number | null, more: Partial<Word> = {}): Word => ({
  id: text,
  text,
  startMs,
  endMs: startMs === null ? null : startMs + 100,
  confidence: startMs === null ? null : 1,
  ...more,
});
const paragraph = (...words: Word[]): Paragraph => ({
  id: words.map(({ id }) => id).join('-'),
  order: 0,
  speakerId: null,
  language: null,
  hintMs: null,
  words,
});

it('words without a place lie between those around them, across paragraphs, at the ends of the film too', () => {
  const paragraphs = [
    paragraph(word('Before', null), word('we', 1000), word('are', null), word('all', null)),
    paragraph(word('born', null), word('free', 3000), word('now', null)),
  ];
  expect(unfoundRuns(paragraphs, 9000)).toEqual([
    { startMs: 0, endMs: 1000, text: 'Before', count: 1 },
    { startMs: 1100, endMs: 3000, text: 'are all born', count: 3 },
    { startMs: 3100, endMs: 9000, text: 'now', count: 1 },
  ]);
});

it('a word that is said not to be spoken is not missing', () => {
  const words = [word('We', 0), word('[laughs]', null, { notSpoken: true }), word('are', 500)];
  expect(unfoundRuns([paragraph(...words)], 1000)).toEqual([]);
});

it('nothing is missing before the first alignment', () => {
  expect(unfoundRuns([paragraph(word('We', null))], 1000)).toEqual([]);
});

it('words out of order still give spans that do not run backwards', () => {
  const words = [word('a', 5000), word('b', null), word('c', 1000)];
  expect(unfoundRuns([paragraph(...words)], 9000)).toEqual([
    { startMs: 5100, endMs: 5100, text: 'b', count: 1 },
  ]);
});
