import { expect, test } from 'vitest';
import { splitReading } from '../../../../../shared/spoken/japanese/furigana';

test.each([
  ['食べ', 'タベ', ['タ', 'ベ']],
  ['人間', 'ニンゲン', ['ニンゲン']],
  ['について', 'ニツイテ', ['ニ', 'ツ', 'イ', 'テ']],
  ['は', 'ワ', ['ワ']],
  ['こんにちは', 'コンニチワ', ['コ', 'ン', 'ニ', 'チ', 'ワ']],
  ['お母さん', 'オカーサン', ['オ', 'カー', 'サ', 'ン']],
  ['ありがとう', 'アリガトー', ['ア', 'リ', 'ガ', 'ト', 'ー']],
  ['見つける', 'ミツケル', ['ミ', 'ツ', 'ケ', 'ル']],
  ['続く', 'ツズク', ['ツズ', 'ク']],
  ['つづく', 'ツズク', ['ツ', 'ズ', 'ク']],
  ['という', 'トユウ', ['トユウ']],
  ['思い出す', 'オモイダス', ['オモ', 'イ', 'ダ', 'ス']],
])('%s, said %s', (surface, reading, expected) => {
  const pieces = splitReading(surface, reading, 5);
  expect(pieces.map(({ kana }) => kana)).toEqual(expected);
  expect(pieces[0]?.start).toBe(5);
  expect(pieces.at(-1)?.end).toBe(5 + surface.length);
});
