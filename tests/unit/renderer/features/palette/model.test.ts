import { describe, expect, it } from 'vitest';
import { bestMatches, matchRank, textMatches } from '../../../../../renderer/features/palette/model';

describe('matchRank', () => {
  it.each([
    ['Save as…', '', 0],
    ['Save as…', 'save', 0],
    ['Save as…', 'AS', 1],
    ['Save as…', 've', 2],
    ['Save as…', 'ss', 3],
    ['Save as…', 'xs', null],
    ['Импорт', 'имп', 0],
  ])('%s for “%s”: %s', (title, typed, rank) => expect(matchRank(title, typed)).toBe(rank));
});

describe('bestMatches', () => {
  it('puts better ones first and keeps the order of equals', () => {
    const items = ['Reopen', 'Close project', 'Open project', 'Open video'];
    expect(bestMatches(items, (item) => item, 'open', 3)).toEqual(['Open project', 'Open video', 'Reopen']);
  });
});

describe('textMatches', () => {
  it('needs two letters and stops at the limit', () => {
    const items = ['one word', 'two words', 'three words'];
    expect(textMatches(items, (item) => item, 'w', 9)).toEqual([]);
    expect(textMatches(items, (item) => item, 'WORD', 2)).toEqual(['one word', 'two words']);
  });
});
