import { describe, expect, it } from 'vitest';
import type { Paragraph, Word } from '../../../../../shared/domain/transcript';
import {
  nextInState,
  seekTimeOf,
  startOfParagraph,
  summarise,
  wordAt,
} from '../../../../../renderer/features/transcript/model';
import { stateOf } from '../../../../../shared/transcript/word-state';

const word = (id: string, startMs: number | null, confidence: number | null = 1): Word => ({
  id,
  text: id,
  startMs,
  endMs: startMs === null ? null : startMs + 400,
  confidence,
});

const paragraph = (id: string, words: Word[], hintMs: number | null = null): Paragraph => ({
  id,
  order: 0,
  speakerId: null,
  language: null,
  hintMs,
  words,
});

const PARAGRAPHS = [
  paragraph('p1', [word('a', 1000), word('b', null, 0), word('c', 2000, 0.2)]),
  paragraph('p2', [word('d', null, 0), word('e', 3000)]),
];

describe('stateOf', () => {
  it.each([
    [word('x', 0), 'placed'],
    [word('x', 0, null), 'placed'],
    [word('x', 0, 0.49), 'uncertain'],
    [word('x', null, 0), 'unplaced'],
    [word('x', null, null), 'untimed'],
  ] as const)('%j is %s', (given, state) => {
    expect(stateOf(given)).toBe(state);
  });
});

it('summarise counts each state', () => {
  expect(summarise(PARAGRAPHS)).toEqual({ words: 5, timed: 3, unplaced: 2, uncertain: 1 });
  expect(summarise([paragraph('p', [word('a', null, null)])])).toMatchObject({ timed: 0, unplaced: 0 });
});

describe('nextInState', () => {
  it('goes from one to the next and starts over', () => {
    expect(nextInState(PARAGRAPHS, 'unplaced', null)).toEqual({ paragraph: 0, wordId: 'b' });
    expect(nextInState(PARAGRAPHS, 'unplaced', 'b')).toEqual({ paragraph: 1, wordId: 'd' });
    expect(nextInState(PARAGRAPHS, 'unplaced', 'd')).toEqual({ paragraph: 0, wordId: 'b' });
  });
  it('starts over from a word that is gone, and knows when there is none', () => {
    expect(nextInState(PARAGRAPHS, 'unplaced', 'gone')).toEqual({ paragraph: 0, wordId: 'b' });
    expect(nextInState(PARAGRAPHS, 'untimed', null)).toBeNull();
  });
});

describe('times', () => {
  it('a paragraph begins with its first timed word, else with its hint', () => {
    expect(startOfParagraph(PARAGRAPHS[1] ?? paragraph('', []))).toBe(3000);
    expect(startOfParagraph(paragraph('p', [word('a', null, 0)], 700))).toBe(700);
    expect(startOfParagraph(paragraph('p', []))).toBeNull();
  });
  it.each([
    ['a', 1000],
    ['b', 1400],
    ['c', 2000],
  ])('clicking %s leads to %d', (id, ms) => {
    expect(seekTimeOf(PARAGRAPHS[0]?.words ?? [], id)).toBe(ms);
  });
  it('a word before any timed one leads to the next timed one, or nowhere', () => {
    expect(seekTimeOf(PARAGRAPHS[1]?.words ?? [], 'd')).toBe(3000);
    expect(seekTimeOf([word('x', null, 0)], 'x')).toBeNull();
  });
});

describe('wordAt', () => {
  const words = [word('a', 0), word('b', 1000)];
  it.each([
    [0, 0],
    [399, 0],
    [600, 0],
    [650, -1],
    [1000, 1],
    [1649, 1],
    [1650, -1],
  ])('at %d it is word %d', (ms, index) => {
    expect(wordAt(words, ms, 250)).toBe(index);
  });
  it('is none before the first and among none', () => {
    expect(wordAt([word('a', 500)], 100, 250)).toBe(-1);
    expect(wordAt([], 100, 250)).toBe(-1);
  });
});
