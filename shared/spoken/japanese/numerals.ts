import { counterAt, readCounted } from './counters';
import type { Morpheme, Piece } from './morpheme';
import { digitByDigit, NUMERAL_KANJI, readNumeral, type Numeral } from './numbers';

const FIGURES = /\d+(?:,\d{3})*(?:\.\d+)?/uy;
const CLOCK = /(\d{1,2}):(\d{2})(?!\d)/uy;
/** A telephone number: figures and hyphens behind a zero. */
const PHONE = /0\d{1,4}(?:-\d{1,4}){1,3}(?!\d)/uy;
const RANGE = /[~\u301c\uff5e]/u;
/** Signs of currencies that stand before the number and are said behind it. */
const CURRENCIES: Readonly<Record<string, string>> = { $: 'ドル', '¥': 'エン', '€': 'ユーロ', '£': 'ポンド' };
const MONTH = '月';
const DAY = /^日/u;

/**
 * The numerals of a text, each with the counting word behind it, and what is said for them; `〜` between two. `text` has plain
 * figures (`0`–`9`) and no full-width marks. Pieces rise and never overlap. Linear.
 */
export function readNumerals(text: string, morphemes: readonly Morpheme[]): Piece[] {
  const starts = new Map(morphemes.map((morpheme) => [morpheme.start, morpheme]));
  const ends = new Set(morphemes.map(({ end }) => end));
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length;) {
    const found = phoneAt(text, at) ?? clockAt(text, at) ?? numeralAt(text, at, starts, ends);
    pieces.push(...found.filter(({ kana }) => kana !== ''));
    at = Math.max(at + 1, found.at(-1)?.end ?? 0);
  }
  return withRanges(text, pieces);
}

function phoneAt(text: string, at: number): Piece[] | null {
  PHONE.lastIndex = at;
  const all = /[\d-]/u.test(text.charAt(at - 1)) ? undefined : PHONE.exec(text)?.[0];
  if (all === undefined) return null;
  return [...all.matchAll(/\d+/gu)].map(({ 0: figures, index }) => ({
    start: at + index,
    end: at + index + figures.length,
    kana: digitByDigit(figures),
  }));
}

function clockAt(text: string, at: number): Piece[] | null {
  CLOCK.lastIndex = at;
  const [all, hours = '', minutes = ''] = CLOCK.exec(text) ?? [];
  if (all === undefined || /\d/u.test(text.charAt(at - 1)) || Number(hours) > 24 || Number(minutes) > 59)
    return null;
  const said = (figures: string, counter: string) => {
    const value = Number(figures);
    const { number, counter: kana } = readCounted(readNumeral(String(value)) ?? { kana: '', value }, counter);
    return number + kana;
  };
  const kana = said(hours, '時') + (Number(minutes) === 0 ? '' : said(minutes, '分'));
  return [{ start: at, end: at + all.length, kana }];
}

function numeralAt(
  text: string,
  from: number,
  starts: ReadonlyMap<number, Morpheme>,
  ends: ReadonlySet<number>,
): Piece[] {
  const to = endOfNumeral(text, from, starts);
  const numeral = to > from ? readNumeral(text.slice(from, to)) : null;
  if (!numeral) return to > from ? [{ start: from, end: to, kana: '' }] : [];
  const currency = Object.hasOwn(CURRENCIES, text.charAt(from - 1))
    ? CURRENCIES[text.charAt(from - 1)]
    : undefined;
  if (currency !== undefined) return [{ start: from - 1, end: to, kana: numeral.kana + currency }];
  return counted(
    numeral,
    from,
    to,
    counterAt(text, to, (end) => ends.has(end)),
    text.charAt(from - 1) === MONTH,
  );
}

function counted(numeral: Numeral, from: number, to: number, written: string, isDate: boolean): Piece[] {
  const { number, counter } = readCounted(numeral, written, isDate && DAY.test(written));
  const end = to + written.length;
  if (counter === '') return [{ start: from, end, kana: number }];
  return [
    { start: from, end: to, kana: number },
    { start: to, end, kana: counter },
  ];
}

/** Figures, and kanji that the dictionary takes for a numeral there. */
function endOfNumeral(text: string, from: number, starts: ReadonlyMap<number, Morpheme>): number {
  for (let at = from; ;) {
    FIGURES.lastIndex = at;
    const figures = FIGURES.exec(text)?.[0].length ?? 0;
    const morpheme = starts.get(at);
    const isKanji = morpheme?.kind === 'number' && NUMERAL_KANJI.test(text.slice(at, morpheme.end));
    const end = figures > 0 ? at + figures : isKanji ? morpheme.end : at;
    if (end === at) return at;
    at = end;
  }
}

function withRanges(text: string, pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, index) => {
    const before = pieces[index - 1];
    const isRange = before?.end === piece.start - 1 && RANGE.test(text.charAt(before.end));
    return isRange ? [{ start: before.end, end: piece.start, kana: 'カラ' }, piece] : [piece];
  });
}
