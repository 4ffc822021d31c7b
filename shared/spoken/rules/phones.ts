import { primaryLanguage } from '../../text/locale';
import { coreAt, said, type Place, type Reading } from '../place';

/** Fewer digits than this are no telephone number. */
const FEWEST_DIGITS = 7;
const MOST_DIGITS = 15;

/**
 * Telephone numbers: `+7 701 123-45-67`, `8 (701) 123-45-67`, `87011234567`. In English digit by digit, elsewhere in the
 * groups they are written in; one group of the numbers of Kazakhstan and Russia as people say it.
 */
export function phones(place: Place): Reading | null {
  const word = coreAt(place);
  const digits = word.core.replace(/\D/gu, '');
  if (digits.length > MOST_DIGITS || !/^\+?[\d()-]+$/u.test(word.core)) return null;
  if (isContinued(place)) return said(spoken(word.core, place), word);
  const isOne = digits.length >= FEWEST_DIGITS && /^(?:\+|0|8\d{10}$)|\d[()-]+\d+[()-]+\d/u.test(word.core);
  if (isOne || (word.core.startsWith('+') && digitsFrom(place) >= FEWEST_DIGITS))
    return said(spoken(word.core, place), word);
  return null;
}

/** Whether a word goes on with a number that began with `+`. */
function isContinued(place: Place): boolean {
  for (let back = 1; back <= 6; back++) {
    const before = coreAt(place, -back);
    if (!/^\+?[\d()-]+$/u.test(before.core) || /[,.;]/u.test(before.tail)) return false;
    if (before.core.startsWith('+')) return true;
  }
  return false;
}

function digitsFrom(place: Place): number {
  let digits = 0;
  for (let offset = 0; offset < 7; offset++) {
    const { core } = coreAt(place, offset);
    if (!/^\+?[\d()-]+$/u.test(core)) break;
    digits += core.replace(/\D/gu, '').length;
  }
  return digits;
}

function spoken(core: string, place: Place): string {
  const plus = core.startsWith('+') ? `${place.reader.symbols.plus} ` : '';
  const groups = core.match(/\d+/gu) ?? [];
  if (primaryLanguage(place.language) === 'en')
    return plus + groups.map((group) => [...group].join(' ')).join(' ');
  return plus + groups.map(grouped).join(' ');
}

function grouped(group: string): string {
  const eleven = /^([78])(\d{3})(\d{3})(\d\d)(\d\d)$/u.exec(group);
  if (eleven) return eleven.slice(1).join(' ');
  return group.length > 3 ? (group.match(/\d{1,2}/gu) ?? []).join(' ') : group;
}
