import { tableOf } from '../reader';
import { shortened, type Numeral } from './numbers';

/**
 * Counting words and how the number before them changes; from general knowledge, as the other tables of this folder: no native
 * speaker has checked them yet. `plain` changes nothing; `k`, `s` (also for t), `h` are by the first sound; `f` as `h` with
 * p behind every n; `p` before loan words.
 */
const COUNTERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  plain: tableOf(`
    円 = エン; 年 = ネン; 年間 = ネンカン; 年代 = ネンダイ; 年前 = ネンマエ; 年後 = ネンゴ; 時 = ジ; 時間 = ジカン; 時半 = ジハン; 月 = ガツ
    人 = ニン; 人目 = ニンメ; 名 = メー; 番 = バン; 番目 = バンメ; 枚 = マイ; 台 = ダイ; 度 = ド; 倍 = バイ; 割 = ワリ; 条 = ジョー
    日 = ニチ; 日間 = ニチカン; 日目 = ニチメ; つ = ツ; 目 = メ; 位 = イ; 号 = ゴー; 次 = ジ; 秒 = ビョー; ドル = ドル; ユーロ = ユーロ; 代 = ダイ
    メートル = メートル; m = メートル; mm = ミリメートル; g = グラム; °C = ド; ° = ド; 部 = ブ; 羽 = ワ; 文字 = モジ
    行 = ギョー; 組 = クミ`),
  k: tableOf(`
    回 = カイ; 回目 = カイメ; 個 = コ; か月 = カゲツ; ヶ月 = カゲツ; ケ月 = カゲツ; カ月 = カゲツ; 箇月 = カゲツ; か月間 = カゲツカン; ヶ月間 = カゲツカン
    か国 = カコク; ヶ国 = カコク; カ国 = カコク; か所 = カショ; ヶ所 = カショ; カ所 = カショ; 箇所 = カショ; 階 = カイ; 件 = ケン; 軒 = ケン; 校 = コー
    巻 = カン; 局 = キョク; キロ = キロ; キロメートル = キロメートル; km = キロメートル; kg = キログラム; 級 = キュー; 期 = キ; 機 = キ; 区 = ク; 曲 = キョク`),
  s: tableOf(`
    歳 = サイ; 才 = サイ; 冊 = サツ; 週 = シュー; 週間 = シューカン; 週目 = シューメ; 世紀 = セーキ; 世帯 = セタイ; 種類 = シュルイ; 章 = ショー
    社 = シャ; 隻 = セキ; 足 = ソク; 席 = セキ; 世代 = セダイ; 点 = テン; 頭 = トー; 通 = ツー; 等 = トー; センチ = センチ; cm = センチメートル; トン = トン; 着 = チャク; 丁目 = チョーメ`),
  h: tableOf('本 = ホン; 匹 = ヒキ; 杯 = ハイ; 票 = ヒョー'),
  f: tableOf('分 = フン; 分間 = フンカン; 泊 = ハク; 発 = ハツ; 歩 = ホ'),
  p: tableOf('% = パーセント; パーセント = パーセント; ページ = ページ; ポイント = ポイント'),
};
const KINDS = new Map(
  Object.entries(COUNTERS).flatMap(([kind, table]) =>
    Object.entries(table).map(([written, kana]) => [written, { kind, kana }] as const),
  ),
);
const LONGEST = Math.max(...[...KINDS.keys()].map(({ length }) => length));

/** What a number says before some counting words, by its last digit. */
const BEFORE: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  円: { 4: 'ヨ' },
  年: { 4: 'ヨ' },
  時: { 4: 'ヨ', 7: 'シチ', 9: 'ク' },
  月: { 4: 'シ', 7: 'シチ', 9: 'ク' },
  人: { 4: 'ヨ' },
};
const PEOPLE = { 1: 'ヒトリ', 2: 'フタリ' };
const DAYS = {
  ...{
    2: 'フツカ',
    3: 'ミッカ',
    4: 'ヨッカ',
    5: 'イツカ',
    6: 'ムイカ',
    7: 'ナノカ',
    8: 'ヨーカ',
    9: 'ココノカ',
  },
  ...{ 10: 'トーカ', 14: 'ジューヨッカ', 20: 'ハツカ', 24: 'ニジューヨッカ' },
};
/** Said as a whole, number and counting word. */
const WHOLE: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  人: PEOPLE,
  人目: { 1: 'ヒトリメ', 2: 'フタリメ' },
  日: DAYS,
  日間: Object.fromEntries(Object.entries(DAYS).map(([day, kana]) => [day, `${kana}カン`])),
  日目: Object.fromEntries(Object.entries(DAYS).map(([day, kana]) => [day, `${kana}メ`])),
  歳: { 20: 'ハタチ' },
  才: { 20: 'ハタチ' },
  つ: {
    ...{ 1: 'ヒトツ', 2: 'フタツ', 3: 'ミッツ', 4: 'ヨッツ', 5: 'イツツ' },
    ...{ 6: 'ムッツ', 7: 'ナナツ', 8: 'ヤッツ', 9: 'ココノツ' },
  },
};
const MONTH_FIRST = 'ツイタチ';

const LAST_DIGITS: Readonly<Record<number, string>> = { 4: 'ヨン', 7: 'ナナ', 9: 'キュー' };
const SHORT: Readonly<Record<string, readonly string[]>> = {
  k: ['イチ', 'ロク', 'ハチ', 'ジュー', 'ヒャク'],
  s: ['イチ', 'ハチ', 'ジュー'],
  h: ['イチ', 'ロク', 'ハチ', 'ジュー', 'ヒャク'],
  f: ['イチ', 'ロク', 'ハチ', 'ジュー', 'ヒャク'],
  p: ['ジュー'],
};
const H_ROW = 'ハヒフヘホ';

/** A number with its counting word: what is said for each, or for both at once (`counter` empty). */
export interface Counted {
  readonly number: string;
  readonly counter: string;
}

/** The longest counting word that a text has at a place and that `fits` by where it ends; empty where there is none. */
export function counterAt(text: string, at: number, fits: (end: number) => boolean): string {
  for (let length = LONGEST; length > 0; length--) {
    const written = text.slice(at, at + length);
    if (written.length === length && KINDS.has(written) && (!/\p{L}/u.test(written) || fits(at + length)))
      return written;
  }
  return '';
}

/** How a number and a counting word of `counterAt` are said together. `isDate`: it is the day behind a month. */
export function readCounted({ kana, value }: Numeral, written: string, isDate = false): Counted {
  const { kind = 'plain', kana: counter = '' } = KINDS.get(written) ?? {};
  const whole =
    value === null
      ? undefined
      : (WHOLE[written]?.[value] ?? (isDate && value === 1 ? MONTH_FIRST : undefined));
  if (whole !== undefined) return { number: whole, counter: '' };
  if (value === null) return { number: kana, counter };
  const number = shortened(beforeCounter(kana, value, written), SHORT[kind] ?? []);
  return { number, counter: kind === 'h' || kind === 'f' ? withFirstSound(counter, number, kind) : counter };
}

function beforeCounter(kana: string, value: number, written: string): string {
  const last = value % 10;
  const said = BEFORE[written.slice(0, 1)]?.[last];
  const usual = LAST_DIGITS[last];
  if (said === undefined || usual === undefined || !kana.endsWith(usual)) return kana;
  return kana.slice(0, -usual.length) + said;
}

/** h becomes p behind a shortened number and p or b behind an n (three, a thousand, ten thousand; before `f` four too). */
function withFirstSound(counter: string, number: string, kind: string): string {
  const place = H_ROW.indexOf(counter.charAt(0));
  const isN = number.endsWith('ン') && (kind === 'f' || !number.endsWith('ヨン'));
  const row = number.endsWith('ッ')
    ? 'パピプペポ'
    : isN
      ? kind === 'f'
        ? 'パピプペポ'
        : 'バビブベボ'
      : H_ROW;
  return row.charAt(place) + counter.slice(1);
}
