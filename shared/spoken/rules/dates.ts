import { primaryLanguage } from '../../text/locale';
import { hasNames, monthNames } from '../intl';
import { around, coreAt, said, type Place, type Reading } from '../place';

/** Dates in digits (`12.05.2019`, `2019-05-12`) and days beside a month's name (`12 мая`, `May 12`). */
export function dates(place: Place): Reading | null {
  const word = coreAt(place);
  if (!/^\d/u.test(word.core) || !hasNames(place.language)) return null;
  return dayBesideMonth(place) ?? inDigits(place);
}

function dayBesideMonth(place: Place): Reading | null {
  const word = coreAt(place);
  const day = Number(word.core);
  const { dayOfMonth } = place.reader;
  if (!dayOfMonth || !/^\d{1,2}$/u.test(word.core) || day < 1 || day > 31) return null;
  const months = monthNames(place.language);
  const { before, after } = around(place);
  const isBefore =
    months.includes(after) || (after === 'de' && months.includes(coreAt(place, 2).core.toLowerCase()));
  const isAfter = primaryLanguage(place.language) === 'en' && months.includes(before);
  return isBefore || isAfter ? said(dayOfMonth(day), word) : null;
}

interface Day {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

function inDigits(place: Place): Reading | null {
  const word = coreAt(place);
  const date = parseDay(word.core, place.language);
  if (!date) return null;
  const month = monthNames(place.language)[date.month - 1] ?? '';
  const dayText = place.reader.dayOfMonth?.(date.day) ?? String(date.day);
  const yearText =
    place.reader.year?.(date.year, { before: month, beforeThat: '', after: around(place).after }) ??
    String(date.year);
  const isEnglish = primaryLanguage(place.language) === 'en';
  const parts = isEnglish ? [month, dayText, yearText] : [dayText, month, yearText];
  return said(parts.join(' '), word);
}

function parseDay(text: string, language: string): Day | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text);
  if (iso) return dayOf(iso[3], iso[2], iso[1]);
  const usual = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/u.exec(text);
  if (!usual) return null;
  const dayFirst = dayOf(usual[1], usual[3], usual[4]);
  const monthFirst = dayOf(usual[3], usual[1], usual[4]);
  const isAmerican = usual[2] === '/' && /^en(?:-US)?$/iu.test(language);
  return isAmerican ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst);
}

function dayOf(day = '', month = '', year = ''): Day | null {
  const date = { day: Number(day), month: Number(month), year: Number(year) };
  const isReal = date.day >= 1 && date.day <= 31 && date.month >= 1 && date.month <= 12;
  return isReal ? date : null;
}
