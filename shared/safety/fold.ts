/** Characters that are never drawn: joiners, marks of direction, soft hyphens, fillers, the Arabic tatweel. */
const INVISIBLE = /[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u0640]/gu;
const MARKS = /\p{M}/gu;
/**
 * What stands for an apostrophe, for an ayn or a hamza in a transcription, or belongs to a letter (Uzbek oʻ): written in a name one
 * time and left out the next. For a class of a regular expression.
 */
export const APOSTROPHES = "'’‘‛`´′＇ʹʻʼʽʾʿˈ";
const UNHEARD = new RegExp(`[${APOSTROPHES}]`, 'gu');
/** Letters that stand for one another in a script, whatever their marks. */
const SAME: Readonly<Record<string, string>> = {
  ...{
    ٱ: 'ا',
    ى: 'ي',
    ی: 'ي',
    ې: 'ي',
    ک: 'ك',
    ة: 'ه',
    ە: 'ه',
    ۀ: 'ه',
    ھ: 'ه',
    ہ: 'ه',
    ؤ: 'و',
    ئ: 'ي',
    ء: '',
  },
  ...{ ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ə: 'a' },
  ...{ ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ', ς: 'σ', ѐ: 'е', ѝ: 'и' },
};
const NEEDS_SAME = new RegExp(`[${Object.keys(SAME).join('')}]`, 'gu');

/** Letters that need no more than one case and three marks taken off: almost all Latin and Cyrillic words. */
const PLAIN = /^[A-Za-zА-Яа-яЁёЇїІіҚқҒғҢңҮүҰұӨөҺһӘәЄєҐґ]+$/;

/** Text as it is read: one case, no marks, no invisible characters, compatibility forms resolved (Unicode NFKD). */
export function folded(text: string): string {
  if (PLAIN.test(text))
    return text.toLowerCase().replaceAll('ё', 'е').replaceAll('й', 'и').replaceAll('ї', 'і');
  const plain = text
    .replace(INVISIBLE, '')
    .replace(UNHEARD, '')
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase();
  return plain.normalize('NFKC').replace(NEEDS_SAME, (letter) => SAME[letter] ?? letter);
}

/** Cyrillic (Russian, Kazakh and neighbours) as it sounds, in the coarse alphabet of `sound`. */
const CYRILLIC: Readonly<Record<string, string>> = {
  ...{ а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', ґ: 'g', д: 'd', е: 'e', є: 'e', ж: 'z', з: 'z' },
  ...{
    и: 'i',
    і: 'i',
    ї: 'i',
    й: 'i',
    ј: 'i',
    к: 'k',
    қ: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    ң: 'n',
    о: 'o',
    ө: 'o',
  },
  ...{ п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u', ў: 'u', ф: 'f', х: 'h', һ: 'h', ц: 'c' },
  ...{
    ч: 'c',
    ш: 's',
    щ: 's',
    ъ: '',
    ы: 'i',
    ь: '',
    э: 'e',
    ю: 'iu',
    я: 'ia',
    ђ: 'z',
    џ: 'z',
    љ: 'l',
    њ: 'n',
  },
};
const CYRILLIC_LETTER = /[\u0400-\u04ff]/g;
/** Latin spellings of one sound, longest first: BGN/PCGN, ISO 9, GOST, passports, Kazakh Latin of 2017 to 2021, habit. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sc(?=h)/g, 's'],
  [/dzh|dj|zh|j(?=[aeiouy])/g, 'z'],
  [/sh|ş|š/g, 's'],
  [/tch|ch|ts|tz|č|ç/g, 'c'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ng(?![aeiou])/g, 'n'],
  [/ph/g, 'f'],
  [/yo|jo/g, 'e'],
  [/ye|je/g, 'e'],
  [/[yj]/g, 'i'],
  [/q|ck/g, 'k'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
];

/**
 * How a folded Latin or Cyrillic word sounds, coarsely, so that spellings of one name in either script and any usual
 * transliteration meet: 26 letters, no doubles. Words of other scripts come back as they are.
 */
export function sound(word: string): string {
  if (/^[a-z]+$/.test(word)) return singled(LATIN.reduce((text, [from, to]) => text.replace(from, to), word));
  const latin = word
    .replaceAll('дж', 'з')
    .replaceAll('ё', 'е')
    .replace(CYRILLIC_LETTER, (letter) => CYRILLIC[letter] ?? letter);
  const spelt = /[а-яѐ-ӿ]/u.test(word)
    ? latin
    : LATIN.reduce((text, [from, to]) => text.replace(from, to), latin);
  return singled(spelt);
}

function singled(word: string): string {
  let out = '';
  for (const letter of word) if (!out.endsWith(letter)) out += letter;
  return out;
}

/** Letters that look alike: Latin, then what stands for it in Cyrillic, Greek and digits. */
const ALIKE = [
  ...[
    'aаα@4',
    'bвβ',
    'cсϲ',
    'dԁ',
    'eеε3',
    'gԍ',
    'hн',
    'iіι1',
    'jјϳ',
    'kкκ',
    'lӏ',
    'mм',
    'nпη',
    'oоο0',
    'pрρ',
  ],
  ...['qԛ', 'rг', 'sѕ$5', 'tтτ', 'uυ', 'vѵν', 'wԝω', 'xхχ', 'yуγ'],
] as const;
const toLatin = new Map<string, string>();
const toCyrillic = new Map<string, string>();
for (const [latin = '', ...others] of ALIKE.map((row) => [...row]))
  for (const other of others) {
    toLatin.set(other, latin);
    const cyrillic = others.find((each) => /[\u0400-\u052f]/.test(each));
    if (cyrillic === undefined) continue;
    toCyrillic.set(latin, cyrillic);
    if (other !== cyrillic) toCyrillic.set(other, cyrillic);
  }

const LATIN_ALIKE = new RegExp(`[^a-z${[...toLatin.keys()].join('')}]`, 'u');
const CYRILLIC_ALIKE = new RegExp(`[^\\u0400-\\u052f${[...toCyrillic.keys()].join('')}]`, 'u');

/** What a folded word may be meant as, where it mixes scripts or digits or could be wholly made of look-alikes. */
export function lookAlikes(word: string): string[] {
  const [latin, cyrillic] = [!LATIN_ALIKE.test(word), !CYRILLIC_ALIKE.test(word)];
  if (!latin && !cyrillic) return [];
  const written = (table: ReadonlyMap<string, string>) =>
    [...word].map((letter) => table.get(letter) ?? letter).join('');
  const found = [written(toLatin), written(toCyrillic)].filter(
    (each) => each !== word && (/^[a-z]+$/.test(each) || /^[\u0400-\u052f]+$/.test(each)),
  );
  return found;
}
