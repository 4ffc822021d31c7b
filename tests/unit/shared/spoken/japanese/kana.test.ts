import { expect, test } from 'vitest';
import { endsIn, katakana, soundCount, withLongVowels } from '../../../../../shared/spoken/japanese/kana';

test('hiragana become katakana, nothing else changes', () => {
  expect(katakana('ゔぁいおりん、カナ漢字A')).toBe('ヴァイオリン、カナ漢字A');
});

test.each([
  ['ケイザイ', 'ケーザイ'],
  ['トウキョウ', 'トーキョー'],
  ['オモウ', 'オモー'],
  ['ウイ', 'ウイ'],
  ['アイ', 'アイ'],
  ['コオリ', 'コオリ'],
  ['', ''],
])('%s is said %s', (kana, said) => {
  expect(withLongVowels(kana)).toBe(said);
});

test('the vowel a text ends in', () => {
  expect(endsIn('o', 'イコ')).toBe(true);
  expect(endsIn('o', 'イカ')).toBe(false);
  expect(endsIn('o', '')).toBe(false);
});

test.each([
  ['カッタ', 5],
  ['トーキョー', 7],
  ['', 0],
])('%s has about %i sounds', (kana, count) => {
  expect(soundCount(kana)).toBe(count);
});
