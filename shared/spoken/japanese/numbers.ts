const DIGITS = 'ゼロ イチ ニ サン ヨン ゴ ロク ナナ ハチ キュー'.split(' ');
const KANJI_DIGITS = '〇一二三四五六七八九';
/** By power of ten, and where what stands before them changes. */
const SMALL: readonly (readonly [kanji: string, kana: string])[] = [
  ['千', 'セン'],
  ['百', 'ヒャク'],
  ['十', 'ジュー'],
];
const CHANGED: Readonly<Record<string, string>> = {
  '3百': 'サンビャク',
  '6百': 'ロッピャク',
  '8百': 'ハッピャク',
  '3千': 'サンゼン',
  '8千': 'ハッセン',
};
const LARGE: Readonly<Record<string, string>> = { 万: 'マン', 億: 'オク', 兆: 'チョー' };
/** From the lowest. */
const MYRIADS = ['', '万', '億', '兆'];
/** A longer row of figures is no amount. */
const LONGEST_AMOUNT = 16;

/** What a numeral says. */
export interface Numeral {
  readonly kana: string;
  /** Where it is a whole number that safe arithmetic holds; else null. */
  readonly value: number | null;
}

/** Characters a numeral is written with, figures apart. */
export const NUMERAL_KANJI = /^[〇一二三四五六七八九十百千万億兆]+$/u;

/**
 * Reads a numeral of figures and kanji aloud: `2024`, `1,000`, `3.5`, `二〇二四`, `三百二十`, `3万5千`. Figures that begin with a zero
 * or are too many for an amount are read one by one. Null where it is no numeral.
 */
export function readNumeral(written: string): Numeral | null {
  const text = written.replace(/(?<=\d),(?=\d)/gu, '');
  if (/^\d+$/u.test(text) && (text.length > LONGEST_AMOUNT || /^0\d/u.test(text)))
    return { kana: digitByDigit(text), value: null };
  const figures = text.replace(/[〇一二三四五六七八九]/gu, (digit) => String(KANJI_DIGITS.indexOf(digit)));
  const sections = /^(?:(?:[\d十百千]+|\d+\.\d+)[万億兆]?|[万億兆])+$/u.test(figures)
    ? [...figures.matchAll(/([\d十百千.]*)([万億兆]?)/gu)].filter(([all]) => all !== '')
    : [];
  if (sections.length === 0) return null;
  let kana = '';
  let value: number | null = 0;
  for (const [, amount = '', unit = ''] of sections) {
    // Behind “some” and “how many” (数万人, 何万人) the myriads are not one.
    const read = amount === '' ? { kana: '', value: 1 } : readSection(amount);
    if (read === null) return null;
    const before = unit === '兆' ? shortened(read.kana, ['イチ', 'ハチ', 'ジュー']) : read.kana;
    kana += before + (LARGE[unit] ?? '');
    value =
      value === null || read.value === null ? null : value + read.value * 10_000 ** MYRIADS.indexOf(unit);
  }
  return { kana, value: value !== null && Number.isSafeInteger(value) ? value : null };
}

function readSection(amount: string): Numeral | null {
  const [whole = '', fraction] = amount.split('.');
  if (fraction !== undefined) {
    const read = readSection(whole);
    return read && { kana: `${read.kana}テン${digitByDigit(fraction)}`, value: null };
  }
  if (/^\d+$/u.test(amount)) return { kana: wholeNumber(Number(amount)), value: Number(amount) };
  const parts = /^(?:(\d?)千)?(?:(\d?)百)?(?:(\d?)十)?(\d?)$/u.exec(amount);
  if (!parts) return null;
  // A unit that is written counts once without a digit, one that is not written not at all.
  const count = (at: number) => (parts[at] === undefined ? 0 : Number(parts[at] === '' ? '1' : parts[at]));
  const value = count(1) * 1000 + count(2) * 100 + count(3) * 10 + Number(parts[4] ?? '');
  return { kana: wholeNumber(value), value };
}

function wholeNumber(value: number): string {
  if (value === 0) return DIGITS[0] ?? '';
  let kana = '';
  let rest = value;
  for (let power = 0; rest > 0; power++) {
    const group = rest % 10_000;
    rest = Math.floor(rest / 10_000);
    if (group === 0) continue;
    const unit = MYRIADS[power] ?? '';
    // Ten million is one thousand myriads, said with its one; a thousand is said without.
    const own = (group === 1000 && power > 0 ? 'イッ' : '') + underMyriad(group);
    kana = (unit === '兆' ? shortened(own, ['イチ', 'ハチ', 'ジュー']) : own) + (LARGE[unit] ?? '') + kana;
  }
  return kana;
}

function underMyriad(value: number): string {
  const digits = String(value).padStart(4, '0');
  const units = SMALL.map(([kanji, kana], index) => {
    const digit = digits.charAt(index);
    if (digit === '0') return '';
    return CHANGED[digit + kanji] ?? (digit === '1' ? '' : (DIGITS[Number(digit)] ?? '')) + kana;
  });
  const last = Number(digits.slice(-1));
  return units.join('') + (last === 0 ? '' : (DIGITS[last] ?? ''));
}

/** Each figure by its name. */
export function digitByDigit(figures: string): string {
  return [...figures].map((digit) => DIGITS[Number(digit)] ?? '').join('');
}

/** A number as it ends before some sounds: `イチ` as `イッ`; only endings that are asked for change. */
export function shortened(kana: string, endings: readonly string[]): string {
  const ending = endings.find((each) => kana.endsWith(each));
  if (ending === undefined) return kana;
  const short = ending === 'ジュー' ? 'ジュッ' : `${ending.slice(0, -1)}ッ`;
  return kana.slice(0, -ending.length) + short;
}
