import { withoutMarkUp } from '../text/mark-up';

/** Drawn as nothing and never said: soft hyphen, bidi controls, zero-width space, word joiner, BOM. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe0e\ufe0f]/gu;
/** Stress marks over Russian and Kazakh vowels are for readers; espeak-ng stumbles over them. */
const STRESS = /(?<=[аеёиоуыэюяәіөұү])[\u0300\u0301]/giu;
/** Zero-width joiners shape Indic letters; in other scripts the non-joiner parts what Persian writes as one. */
const JOINERS = /(?<![\u0900-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0900-\u0dff])/gu;

/** Letters of both scripts that look the same, Latin first. */
const LOOKALIKES: readonly (readonly [latin: string, cyrillic: string])[] = [
  ...'AА BВ CС EЕ HН IІ KК MМ OО PР TТ XХ YУ aа cс eе iі oо pр xх yу ëё ïї ϳј'.split(' '),
].map((pair) => [pair.slice(0, 1), pair.slice(1)]);
const TO_CYRILLIC = new Map(LOOKALIKES);
const TO_LATIN = new Map(LOOKALIKES.map(([latin, cyrillic]) => [cyrillic, latin]));

/**
 * A written word as it may be read aloud: composed (NFC), without mark-up, invisible characters and stress marks, Arabic
 * digits as `0`–`9`, letters typed in the look-alike script put right (`i` in a Kazakh word). May be empty. Idempotent.
 */
export function cleanWord(text: string): string {
  const composed = withoutMarkUp(text).normalize('NFC').replace(INVISIBLE, '').replace(JOINERS, '');
  return oneScript(composed.normalize('NFD').replace(STRESS, '').normalize('NFC')).replace(
    /[٠-٩۰-۹٪٫٬０-９]/gu,
    plainDigit,
  );
}

function plainDigit(sign: string): string {
  const code = sign.charCodeAt(0);
  if (sign === '٪') return '%';
  if (sign === '٫') return '.';
  if (sign === '٬') return ',';
  return String((code - (code >= 0xff10 ? 0xff10 : code >= 0x6f0 ? 0x6f0 : 0x660)) % 10);
}

/** A word of both scripts in which every letter of one has a twin in the other is written in the other. */
function oneScript(word: string): string {
  const latin = word.match(/\p{Script=Latin}/gu) ?? [];
  const cyrillic = word.match(/\p{Script=Cyrillic}/gu) ?? [];
  if (latin.length === 0 || cyrillic.length === 0) return word;
  const isLatinBorrowed = latin.every((letter) => TO_CYRILLIC.has(letter));
  const isCyrillicBorrowed = cyrillic.every((letter) => TO_LATIN.has(letter));
  if (isLatinBorrowed && (!isCyrillicBorrowed || latin.length <= cyrillic.length))
    return word.replace(/\p{Script=Latin}/gu, (letter) => TO_CYRILLIC.get(letter) ?? letter);
  return isCyrillicBorrowed
    ? word.replace(/\p{Script=Cyrillic}/gu, (letter) => TO_LATIN.get(letter) ?? letter)
    : word;
}
