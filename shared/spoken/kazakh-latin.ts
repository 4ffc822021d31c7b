/** Kazakh in Latin letters, which espeak-ng's Kazakh voice cannot read, in Cyrillic ones. */

/** The alphabet of 2021 and, where they do not contradict it, the letters people type without it. */
const LETTERS: Readonly<Record<string, string>> = {
  a: 'а',
  ä: 'ә',
  á: 'ә',
  b: 'б',
  c: 'с',
  ç: 'ч',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'г',
  ğ: 'ғ',
  ǵ: 'ғ',
  h: 'х',
  i: 'і',
  ı: 'ы',
  j: 'ж',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  ñ: 'ң',
  ń: 'ң',
  ŋ: 'ң',
  o: 'о',
  ö: 'ө',
  ó: 'ө',
  p: 'п',
  q: 'қ',
  r: 'р',
  s: 'с',
  ş: 'ш',
  t: 'т',
  u: 'у',
  ū: 'ұ',
  ü: 'ү',
  ú: 'ү',
  v: 'в',
  w: 'у',
  x: 'х',
  y: 'ы',
  ý: 'у',
  z: 'з',
};
const PAIRS: Readonly<Record<string, string>> = { sh: 'ш', ch: 'ч', gh: 'ғ', ng: 'ң', ya: 'я', yu: 'ю' };
/** The alphabet of 2018: `ı` is і and `i` и, `u` is ұ. */
const OF_2018: Readonly<Record<string, string>> = { ...LETTERS, ı: 'і', i: 'и', u: 'ұ' };
/** The alphabet of 2021: `ı` is і and `i` и, where `y` is in use for ы. */
const OF_2021: Readonly<Record<string, string>> = { ...LETTERS, ı: 'і', i: 'и' };

const LETTER = /[a-zäáçğǵıñńŋöóşūüúý]/u;
const OWN_LETTERS = /[äğǵıñńŋöşūüúýáó]/giu;
/** `q` without `u` after it, and the endings of plurals and cases, which English, Russian in Latin letters and others lack. */
const KAZAKH_SIGNS =
  /q(?!u)|\p{L}(?:lar|ler|dar|der|tar|ter|lyq|lik|dyq|dik|tyq|tik|ğan|gen|ǵan|nyñ|niñ|nyń|niń|nyn|nin|men|ymyz|imiz)(?!\p{L})|(?<!\p{L})(?:men|sen|biz|siz|olar|bar|joq|emes|jane|jäne|jáne|bul|bir|eki|üsh|üş|üshin|ushin|üşin|bolyp|boldy|kerek|adam|ia|iä|qazaq)(?!\p{L})/giu;
/** Signs needed for every this many words. */
const WORDS_A_SIGN = 4;

/** Whether a text in Latin letters looks like Kazakh: its letters, endings and small words in one word of four or more. */
export function isKazakhLatin(text: string): boolean {
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  const signs = (text.match(KAZAKH_SIGNS)?.length ?? 0) + (text.match(OWN_LETTERS)?.length ?? 0) / 2;
  return signs > 0 && signs * WORDS_A_SIGN >= words;
}

/** Which letters `ı`, `i` and `u` are, told from a longer stretch than a word. */
export type KazakhAlphabet = Readonly<Record<string, string>>;

/** The alphabet a text is written in: those of 2018 and 2021 differ in a few letters from what people type. */
export function kazakhAlphabet(text: string): KazakhAlphabet {
  if (/[ýǵńúó]/iu.test(text)) return OF_2018;
  return /ı/u.test(text) && /y/iu.test(text) ? OF_2021 : LETTERS;
}

/** A Kazakh word in Cyrillic. What is no Latin letter of Kazakh stays; small letters stand for capitals too. */
export function kazakhCyrillic(word: string, alphabet: KazakhAlphabet): string {
  const lower = word.replaceAll('İ', 'i').toLowerCase().normalize('NFC');
  let spelled = '';
  for (let at = 0; at < lower.length; at++) {
    const pair = PAIRS[lower.slice(at, at + 2)];
    const letter = lower[at] ?? '';
    if (pair !== undefined) {
      spelled += pair;
      at++;
    } else spelled += LETTER.test(letter) ? (alphabet[letter] ?? letter) : letter;
  }
  return withGlides(spelled);
}

/** `y` beside a vowel is й: `aı`, `ay`, `oy`. */
function withGlides(word: string): string {
  return word.replace(/(?<=[аәоөеұү])[ыи]/gu, 'й');
}
