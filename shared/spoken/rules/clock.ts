import { primaryLanguage } from '../../text/locale';
import { unitName } from '../intl';
import { around, coreAt, said, type Place, type Reading } from '../place';

const CLOCK = /^(\d{1,2})(?::(\d{2})|h(\d{2})?)$/u;

/** Times of day: `14:30`, `9:00`, `14h30`, and from one to another. */
export function clock(place: Place): Reading | null {
  const word = coreAt(place);
  const parts = word.core.split(/[–—-]/u);
  if (parts.length > 2) return null;
  const times = parts.map((part) => timeOfDay(part, place));
  if (times.some((time) => time === null)) return null;
  return said(times.join(` ${place.reader.symbols.to} `.replace('  ', ' ')), word);
}

function timeOfDay(text: string, place: Place): string | null {
  const match = CLOCK.exec(text);
  const minutes = match?.[2] ?? match?.[3] ?? '00';
  const [hour, minute] = [Number(match?.[1]), Number(minutes)];
  if (!match || hour > 24 || minute > 59) return null;
  const isEnglish = primaryLanguage(place.language) === 'en';
  if (minute === 0) {
    if (/^(?:[ap]\.?m|часов|час|сағат|heures|horas)/u.test(around(place).after)) return String(hour);
    return `${hour} ${place.reader.symbols.hours || (unitName(place.language, hour, 'hour') ?? '')}`.trim();
  }
  if (text.includes('h')) return `${hour} ${unitName(place.language, hour, 'hour') ?? ''} ${minute}`;
  if (isEnglish && minute < 10) return `${hour} oh ${minute}`;
  return `${hour} ${minutes}`;
}
