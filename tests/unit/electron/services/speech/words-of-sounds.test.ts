import { expect, test } from 'vitest';
import { wordsOfSounds } from '../../../../../electron/services/speech/words-of-sounds';

/** One sound for each position. */
function soundsAt(...positions: readonly number[]) {
  return positions.map((position, index) => ({
    phone: 'a',
    startMs: index * 100,
    endMs: index * 100 + 100,
    position,
    opensWord: true,
  }));
}

test.each([
  ['plain words', ['we', 'live', 'here'], [0, 3, 8], [0, 1, 2]],
  ['a position on the blank before the word', ['a.', 'b'], [0, 2], [0, 1]],
  ['all of a number', ['In', '1998,', 'we'], [0, 3, 4, 4, 9], [0, 1, 1, 1, 2]],
  ['a dash has no sound', ['a', '–', 'b'], [0, 4], [0, 2]],
  ['characters beyond the basic plane count as one', ['𝒜𝒜', 'b'], [0, 3], [0, 1]],
  ['two words read as one share the sounds', ['ни', 'было', 'там'], [0, 0, 0, 8], [0, 1, 1, 2]],
  ['nothing', [], [], []],
])('%s', (_, words, positions, expected) => {
  const written = words.map((text) => ({ text }));
  expect(wordsOfSounds(written, soundsAt(...positions)).map(({ word }) => word)).toEqual(expected);
});

test('words that stand together begin where the ones before them end', () => {
  const words = [{ text: '我们' }, { text: '从事', gap: '' as const }, { text: '工作。', gap: '' as const }];
  expect(wordsOfSounds(words, soundsAt(0, 1, 2, 3, 4, 5)).map(({ word }) => word)).toEqual([
    0, 0, 1, 1, 2, 2,
  ]);
});
