import { expect, test } from 'vitest';
import { digitByDigit, readNumeral, shortened } from '../../../../../shared/spoken/japanese/numbers';

test.each([
  ['0', 'ゼロ', 0],
  ['10', 'ジュー', 10],
  ['2024', 'ニセンニジューヨン', 2024],
  ['1,000', 'セン', 1000],
  ['333', 'サンビャクサンジューサン', 333],
  ['3668', 'サンゼンロッピャクロクジューハチ', 3668],
  ['8800', 'ハッセンハッピャク', 8800],
  ['10000', 'イチマン', 10_000],
  ['10000000', 'イッセンマン', 10_000_000],
  ['1000000000000', 'イッチョー', 1_000_000_000_000],
  ['3.14', 'サンテンイチヨン', null],
  ['二〇二四', 'ニセンニジューヨン', 2024],
  ['三百二十', 'サンビャクニジュー', 320],
  ['十', 'ジュー', 10],
  ['千九百四十八', 'センキューヒャクヨンジューハチ', 1948],
  ['3万5千', 'サンマンゴセン', 35_000],
  ['1億2000万', 'イチオクニセンマン', 120_000_000],
  ['1.5億', 'イチテンゴオク', null],
  ['万', 'マン', 10_000],
  ['007', 'ゼロゼロナナ', null],
  ['12345678901234567', 'イチニサンヨンゴロクナナハチキューゼロイチニサンヨンゴロクナナ', null],
])('%s is said %s', (written, kana, value) => {
  expect(readNumeral(written)).toEqual({ kana, value });
});

test.each(['', 'abc', '十千', '1.', '.5', '百万兆万十千'])('%j is no numeral', (written) => {
  expect(readNumeral(written)).toBeNull();
});

test('figures one by one', () => {
  expect(digitByDigit('090')).toBe('ゼロキューゼロ');
});

test.each([
  ['ジューイチ', 'ジューイッ'],
  ['ニジュー', 'ニジュッ'],
  ['ヒャク', 'ヒャク'],
])('%s before a counting word is %s', (kana, short) => {
  expect(shortened(kana, ['イチ', 'ジュー'])).toBe(short);
});
