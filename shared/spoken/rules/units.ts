import { parseAmount, valueOf } from '../amount';
import { currencyName, scaleName, unitName } from '../intl';
import { coreAt, said, saidInFull, type Place, type Reading } from '../place';

/** ISO 4217 codes of signs. */
export const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '₸': 'KZT',
  '₽': 'RUB',
};
const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  ...CURRENCIES,
  usd: 'USD',
  eur: 'EUR',
  gbp: 'GBP',
  kzt: 'KZT',
  rub: 'RUB',
  руб: 'RUB',
  тг: 'KZT',
  долл: 'USD',
};

/** Units of ECMA-402 by how they are written, lower case. */
const UNITS: Readonly<Record<string, string>> = {
  '%': 'percent',
  '°c': 'celsius',
  '°': 'degree',
  'км/ч': 'kilometer-per-hour',
  'км/сағ': 'kilometer-per-hour',
  'km/h': 'kilometer-per-hour',
  км: 'kilometer',
  km: 'kilometer',
  кг: 'kilogram',
  kg: 'kilogram',
  см: 'centimeter',
  cm: 'centimeter',
  мм: 'millimeter',
  mm: 'millimeter',
  м: 'meter',
  m: 'meter',
  г: 'gram',
  гр: 'gram',
  л: 'liter',
  га: 'hectare',
  ha: 'hectare',
  мин: 'minute',
  min: 'minute',
  сек: 'second',
  sec: 'second',
  ч: 'hour',
  كم: 'kilometer',
  كغ: 'kilogram',
};
/** Powers of ten of words for large numbers that are abbreviated. */
const SCALES: Readonly<Record<string, number>> = { тыс: 3, млн: 6, mln: 6, млрд: 9, mlrd: 9 };
const SCALE_WORDS: Readonly<Record<string, number>> = {
  ...SCALES,
  thousand: 3,
  million: 6,
  millions: 6,
  billion: 9,
  millones: 6,
  millón: 6,
  milliards: 9,
  milliard: 9,
};

/** The currency a sign or abbreviation stands for. */
export function currencyOf(written: string): string | null {
  return own(CURRENCY_WORDS, written);
}

/** The power of ten a word such as `million` or `млн` stands for. */
export function scalePower(written: string): number | null {
  return own(SCALE_WORDS, written);
}

/** A unit or large number in full, in the form it has after a count; null for neither. */
export function unitOf(
  written: string,
  count: number,
  language: string,
  power = own(SCALES, written),
): string | null {
  if (power !== null) return own(SCALES, written) === null ? null : scaleName(language, count, power);
  const unit = own(UNITS, written);
  return unit === null ? null : unitName(language, count, unit);
}

/** A unit, currency or scale that is a word of its own behind a number: `5 km`, `10 %`, `20 €`, `2 млн`. */
export function units(place: Place): Reading | null {
  const word = coreAt(place);
  const count = countBefore(place);
  if (count === null) return null;
  const code = currencyOf(word.core);
  const name =
    code === null ? unitOf(word.core, count, place.language) : currencyName(place.language, count, code);
  if (name === null || isYear(count, word.core)) return null;
  return word.core.length > 1
    ? saidInFull(name, place)
    : said(name, word.tail === '.' ? { ...word, tail: '' } : word);
}

/** `1998 г.` is a year and no weight. */
function isYear(count: number, written: string): boolean {
  return written === 'г' && count >= 1000 && count < 2100;
}

/** The number right before a place, past a word for a large number. */
function countBefore(place: Place): number | null {
  const before = coreAt(place, -1);
  const digits = /(?:^|\D)(\d[\d.,]*)$/u.exec(before.core)?.[1];
  const found = digits === undefined ? null : parseAmount(digits, place.language);
  if (found) return before.tail === '' ? valueOf(found) : null;
  const power = scalePower(before.core);
  return power !== null && countBefore({ ...place, at: place.at - 1 }) !== null ? 10 ** power : null;
}

function own<T>(table: Readonly<Record<string, T>>, written: string): T | null {
  const key = written.toLowerCase();
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
}
