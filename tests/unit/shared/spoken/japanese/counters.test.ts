import { expect, test } from 'vitest';
import { counterAt, readCounted } from '../../../../../shared/spoken/japanese/counters';
import { readNumeral } from '../../../../../shared/spoken/japanese/numbers';

const anywhere = () => true;
function counted(number: string, counter: string, isDate = false): string {
  const said = readCounted(readNumeral(number) ?? { kana: '', value: null }, counter, isDate);
  return said.number + said.counter;
}

test.each([
  ['1', '人', 'ヒトリ'],
  ['2', '人', 'フタリ'],
  ['4', '人', 'ヨニン'],
  ['14', '人', 'ジューヨニン'],
  ['40', '人', 'ヨンジューニン'],
  ['百', '人', 'ヒャクニン'],
  ['3', '冊', 'サンサツ'],
  ['8', '歳', 'ハッサイ'],
  ['20', '歳', 'ハタチ'],
  ['30', '歳', 'サンジュッサイ'],
  ['1', '回', 'イッカイ'],
  ['6', 'か月', 'ロッカゲツ'],
  ['100', '個', 'ヒャッコ'],
  ['1', '本', 'イッポン'],
  ['2', '本', 'ニホン'],
  ['3', '本', 'サンボン'],
  ['4', '本', 'ヨンホン'],
  ['千', '本', 'センボン'],
  ['3', '分', 'サンプン'],
  ['4', '分間', 'ヨンプンカン'],
  ['15', '分', 'ジューゴフン'],
  ['9', '時', 'クジ'],
  ['7', '月', 'シチガツ'],
  ['1994', '年', 'センキューヒャクキュージューヨネン'],
  ['20', '%', 'ニジュッパーセント'],
  ['3', 'つ', 'ミッツ'],
  ['20', '日', 'ハツカ'],
  ['21', '日', 'ニジューイチニチ'],
  ['3', '日間', 'ミッカカン'],
  ['3.5', 'キロ', 'サンテンゴキロ'],
])('%s%s is said %s', (number, counter, said) => {
  expect(counted(number, counter)).toBe(said);
});

test('the first of a month has a name of its own, one day has not', () => {
  expect(counted('1', '日', true)).toBe('ツイタチ');
  expect(counted('1', '日')).toBe('イチニチ');
});

test.each([
  ['3人', '人'],
  ['3年間で', '年間'],
  ['3%、', '%'],
  ['3猫', ''],
  ['3', ''],
])('%s is counted by %j', (text, counter) => {
  expect(counterAt(text, 1, anywhere)).toBe(counter);
});

test('no counting word ends inside a word of the dictionary: 三人間', () => {
  expect(counterAt('3人間', 1, (end) => end === 3)).toBe('');
});
