import { coreAt, said, type Place, type Reading } from '../place';

/** Signs of Unicode that are one fraction: numerator, denominator. */
const SIGNS: Readonly<Record<string, readonly [number, number]>> = {
  '½': [1, 2],
  '⅓': [1, 3],
  '⅔': [2, 3],
  '¼': [1, 4],
  '¾': [3, 4],
  '⅕': [1, 5],
  '⅖': [2, 5],
  '⅗': [3, 5],
  '⅘': [4, 5],
  '⅙': [1, 6],
  '⅚': [5, 6],
  '⅛': [1, 8],
  '⅜': [3, 8],
  '⅝': [5, 8],
  '⅞': [7, 8],
};
/** Beyond it people write dates and numbers of documents (`9/11`), and say fractions in other ways. */
const LARGEST_DENOMINATOR = 10;

/**
 * `3/4`, `½`, `2½`, `2 1/2`: parts of one, alone or behind a whole number. What is no true fraction (`24/7`, `9/11`, `2/1`) is left to
 * the other rules.
 */
export function fractions(place: Place): Reading | null {
  const word = coreAt(place);
  const [, whole = '', sign = '', upper = '', lower = ''] =
    /^(\d{0,3})(?:([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])|(?<!\d)(\d)[/⁄](\d{1,2}))$/u.exec(word.core) ?? [];
  const [numerator, denominator] = SIGNS[sign] ?? [Number(upper), Number(lower)];
  if (numerator < 1 || numerator >= denominator || denominator > LARGEST_DENOMINATOR) return null;
  const isMixed = whole !== '' || isWhole(place);
  const text = place.reader.fraction?.(numerator, denominator, isMixed) ?? null;
  return text === null ? null : said(`${whole} ${text}`.trim(), word);
}

/** Whether the word before is a whole number that the fraction belongs to. */
function isWhole(place: Place): boolean {
  const { core, tail } = coreAt(place, -1);
  return tail === '' && /^\d{1,3}$/u.test(core);
}
