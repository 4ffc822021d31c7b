import { parseAmount, valueOf, type Amount } from '../amount';
import { primaryLanguage } from '../../text/locale';
import { currencyName, scaleName, unitName } from '../intl';
import { around, coreAt, said, type Core, type Place, type Reading } from '../place';
import { CURRENCIES, currencyOf, scalePower, unitOf } from './units';

/** Numbers that espeak-ng reads digit by digit, with a sign in the wrong place, or without an ending. */
export function numbers(place: Place): Reading | null {
  const { core } = coreAt(place);
  if (!/\d/u.test(core)) return null;
  return groups(place) ?? century(place) ?? amount(place) ?? range(place) ?? ordinal(place) ?? decade(place);
}

/** `1 000 000`: three written words, one number. Not beside other bare digits, which are telephone numbers and lists. */
function groups(place: Place): Reading | null {
  const first = coreAt(place);
  const [, sign = '', lead] = /^([$€£₸₽]?)([1-9]\d{0,2})$/u.exec(first.core) ?? [];
  if (lead === undefined || first.tail !== '' || isBareNumber(coreAt(place, -1))) return null;
  const parts = [lead, ...groupsBehind(place)];
  const words = parts.length;
  const last = coreAt(place, words - 1);
  if (words === 1 || (last.tail === '' && /^\d+$/u.test(coreAt(place, words).core))) return null;
  const isPlain = sign === '' && /^\d{3}$/u.test(last.core);
  const reading = isPlain ? groupByGroup(parts, last, place) : null;
  if (reading) return reading;
  const text = spokenAmount(sign + parts.join(''), place, words);
  return text === null ? null : said(text, last, words);
}

function isBareNumber({ core, tail }: Core): boolean {
  return tail === '' && /^\d+$/u.test(core);
}

/** The words of three digits that go on with a number; the last may have a sign behind it. */
function groupsBehind(place: Place): string[] {
  const found: string[] = [];
  for (;;) {
    const { core, text } = coreAt(place, found.length + 1);
    if (!/^\d{3}(?:%|\p{Sc})?[^\p{L}\p{N}]*$/u.test(text) || !text.startsWith(core)) return found;
    found.push(core);
    if (text !== core || core.length > 3) return found;
  }
}

/**
 * “1 million”, “250”, “thousand” for `1 250 000`, so that each written word has its own time. Null where the language has
 * no such words or says a thousand without “one”.
 */
function groupByGroup(parts: readonly string[], last: Core, place: Place): Reading | null {
  const isEnglish = primaryLanguage(place.language) === 'en';
  if (parts[0] === '1' && parts.length === 2 && !isEnglish) return null;
  const reading: { text: string; words: number }[] = [];
  for (const [index, part] of parts.entries()) {
    const power = 3 * (parts.length - 1 - index);
    const name = power === 0 ? '' : scaleName(place.language, Number(part), power);
    const before = reading.at(-1);
    if (name === null) return null;
    if (Number(part) === 0 && before) {
      // A group of noughts is where the name of the number before it is said.
      const [digits = '', ...scale] = before.text.split(' ');
      if (scale.length === 0) before.words++;
      else reading.splice(-1, 1, { text: digits, words: before.words }, { text: scale.join(' '), words: 1 });
    } else reading.push({ text: `${Number(part)} ${name}`.trim(), words: 1 });
  }
  const end = reading.at(-1);
  return end ? [...reading.slice(0, -1), ...said(end.text, last, end.words)] : null;
}

function amount(place: Place): Reading | null {
  const word = coreAt(place);
  const year = yearText(word.core, place);
  if (year !== null) return said(year, word);
  const scaled = currencyOfScaled(place);
  if (scaled) return scaled;
  // `€1,200/month`, and `30%-ы` with the ending of a case.
  const [, main = word.core, per = '', ending = ''] =
    /^(.*\d.*?)(?:\/(\p{L}{2,}\.?)|(?<=%)-?(\p{L}{1,4}))$/u.exec(word.core) ?? [];
  const spoken = spokenAmount(main, place, 1);
  const text = spoken === null ? null : `${spoken}${isKazakh(place) ? ending : ''} ${per}`.trim();
  // What espeak-ng reads rightly stays as it is written.
  return text === null || text === word.core ? null : said(text, word);
}

/** `21 век`: which century, not how many. */
function century(place: Place): Reading | null {
  const word = coreAt(place);
  const near = around(place);
  const value = Number(word.core);
  const isOne = /^(?:век|веке|веку|веком|ғасыр|ғасырд[ыа]ң?|ғасырдан|ғасырға|century|siècle)$/u.test(
    near.after,
  );
  if (!/^\d\d$/u.test(word.core) || value < FIRST_CENTURY || value > LAST_CENTURY || !isOne) return null;
  const text = place.reader.ordinal?.(value, '', near) ?? null;
  return text === null ? null : said(text, word);
}

/** Centuries people speak of; other numbers before the word count them. */
const FIRST_CENTURY = 15;
const LAST_CENTURY = 22;

function isKazakh({ language }: Place): boolean {
  return primaryLanguage(language) === 'kk';
}

function yearText(core: string, place: Place): string | null {
  const value = Number(core);
  if (!/^\d{4}$/u.test(core) || value < 1000 || value > 2099) return null;
  return place.reader.year?.(value, around(place)) ?? null;
}

/** `$5 million`: “5”, “million dollars”. */
function currencyOfScaled(place: Place): Reading | null {
  const [word, next] = [coreAt(place), coreAt(place, 1)];
  const code = CURRENCIES[word.core.slice(0, 1)];
  const power = scalePower(next.core);
  const found = parseAmount(word.core.slice(1), place.language);
  if (code === undefined || power === null || !found) return null;
  const name = currencyName(place.language, 10 ** power, code) ?? '';
  return [
    { text: digitsOf(found, place), words: 1 },
    ...said(`${scaleText(next.core, found, power, place)} ${name}`.trim(), next),
  ];
}

function scaleText(written: string, found: Amount, power: number, place: Place): string {
  return unitOf(written, valueOf(found), place.language, power) ?? written;
}

/** A number with its sign or unit: `25%`, `€5`, `5km`, `3,5`. Null where it is no such thing. */
function spokenAmount(text: string, place: Place, words: number): string | null {
  const [, sign = '', digits = '', unit = ''] =
    /^([$€£₸₽]?)(\d[\d.,'’]*?)(%|\p{Sc}|°\p{Lu}?|\p{L}{1,4})?$/u.exec(text) ?? [];
  const found = parseAmount(digits, place.language);
  if (!found) return null;
  const spoken = digitsOf(found, place);
  const name = signName(sign, unit, found, place);
  if (name === null) return null;
  const isNumberNeeded = name !== '' || words > 1 || /\D/u.test(digits);
  return isNumberNeeded ? `${spoken} ${name}`.trim() : digits;
}

/** The word for a sign before or a unit behind a number; empty for neither, null for one nobody knows. */
function signName(sign: string, unit: string, found: Amount, place: Place): string | null {
  const value = valueOf(found);
  if (sign !== '') return currencyName(place.language, value, CURRENCIES[sign] ?? '');
  if (unit === '') return '';
  if (unit === '%') return unitName(place.language, value, 'percent');
  const code = currencyOf(unit);
  if (code !== null && !/\p{L}/u.test(unit)) return currencyName(place.language, value, code);
  // `5g` is a network and `3d` a picture: only units of two letters and degrees.
  return unit.length > 1 ? unitOf(unit, value, place.language) : null;
}

/** Digits in a form that espeak-ng reads as a number. */
function digitsOf({ whole, fraction }: Amount, { reader }: Place): string {
  if (fraction === '') return whole;
  return reader.decimal?.(whole, fraction) ?? `${whole}${reader.decimalSign}${fraction}`;
}

/** `10–15`, `1990-1995`, `2,5–3%`: both ends, with the word that is said between them. */
function range(place: Place): Reading | null {
  const word = coreAt(place);
  const [, left = '', right = ''] = /^(\d[\d.,]*)[–—-](\d[\d.,]*(?:%|\p{Sc})?)$/u.exec(word.core) ?? [];
  if (left === '' || right === '') return null;
  const ends = [left, right].map((end) => yearText(end, place) ?? spokenAmount(end, place, 1));
  if (ends.some((end) => end === null)) return null;
  return said(ends.join(` ${place.reader.symbols.to} `).replace(/ {2,}/gu, ' '), word);
}

/** `21-й`, `3-ші`, `1er`, `1.º`. */
function ordinal(place: Place): Reading | null {
  const word = coreAt(place);
  const [, digits = '', ending = ''] = /^(\d{1,4})[-–‑.]?(\p{L}{1,16}|[ºª])$/u.exec(word.core) ?? [];
  if (digits === '') return null;
  if (/[ºª]/u.test(ending)) return said(`${digits}${ending}`, word);
  const text = place.reader.ordinal?.(Number(digits), ending.toLowerCase(), around(place)) ?? null;
  return text === null ? null : said(text, word);
}

const DECADES = ' tens twenties thirties forties fifties sixties seventies eighties nineties'.split(' ');

/** `1990s`, `’90s`. */
function decade(place: Place): Reading | null {
  const word = coreAt(place);
  const [, century = '', ten = '', unit = ''] = /^(\d\d)?(\d)(\d)['’]?s$/u.exec(word.core) ?? [];
  const name = unit === '0' ? DECADES[Number(ten)] : undefined;
  if (!name) return null;
  return said(`${century === '20' ? 'twenty' : century} ${name}`.trim(), word);
}
