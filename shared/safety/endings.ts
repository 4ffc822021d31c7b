import { sound } from './fold';

/** Of surnames that are adjectives (Чайковский, Толстая, Белый), in both genders and many. */
const ADJECTIVE = 'ый ий ой ого его ому ему ым им ом ем ая яя ую юю ою ей ею ые ие ых их ыми ими';
/** Russian endings by the last letters of the name or term, in the nominative (declensions 1 to 3, neuter too; possessive -ин, surnames' -ой, -ым). */
const RUSSIAN: readonly (readonly [last: RegExp, cut: number, endings: string])[] = [
  [/(?:[ыо]|[гжкхчшщн]и)й$/, 2, ADJECTIVE],
  [/[ая]я$/, 2, ADJECTIVE],
  [/а$/, 1, 'а ы и е у ой ою ам ами ах ин ина ину ины ином иной иных'],
  [/я$/, 1, 'я и е ю ей ею й ям ями ях ин ина ину ины'],
  [/й$/, 1, 'й я ю ем ём е и ев ям ями ях ого ому им'],
  [/ь$/, 1, 'ь я ю ем ём е и ью ей ям ями ях'],
  [/о$/, 1, 'о а у ом е ам ами ах'],
  [/е$/, 1, 'е я ю ем и й ям ями ях'],
  [/[бвгджзклмнпрстфхцчшщқғңһ]$/, 0, 'а у ом ем ым е ы и ов ев ам ами ах ой ых ыми'],
];
/** Vowels that are heard in the nominative only (Павел: Павла, Кравец: Кравца, Лев: Льва), and what stands there otherwise. */
const FLEETING: readonly (readonly [last: RegExp, otherwise: readonly string[]])[] = [
  [/ец$/, ['ц', 'йц', 'ьц']],
  [/[её]к$/, ['к', 'йк', 'ьк']],
  [/ок$/, ['к']],
  [/[её]л$/, ['л']],
  [/^лев$/, ['льв']],
];
/** Kazakh endings: plural, possessive, case or -дікі, -дай, -сыз, one of each at most, in that order. */
const KAZAKH =
  /^(?:[лдт][ае]р)?(?:ым|ім|ың|ің|сы|сі|м|ң|ы|і)?(?:[ндт][ыі]ң(?:кі|дікі)?|[ғгқк][ае]|н?[дт][ае]|[дтн][ыі]|[дтн][ае]н|[мбп]ен|[дт][ае]й|с[ыі]з|[ндт]ікі)?$/;
const LATIN = new Set(['s', 'es', 'ns', 'in', 'en']);
const ARABIC_BEFORE = /^(?:[وف]?(?:[بكل]?ال|لل|[بكلس])?)/;
const ARABIC_AFTER = /^(?:ه|ها|هم|هن|هما|ك|كم|ي|نا|ين|ون|ان|ات|يه|يا)?$/;
const HEBREW_BEFORE = /^[ושהכלבמ]{0,3}/;

/** How one word of a name is looked for: what a word must begin with and whether the rest may stand behind it. */
export interface Stem {
  readonly stem: string;
  readonly accepts: (rest: string) => boolean;
  /** Only a word with a capital: the shortest names decline into everyday words. */
  readonly isCapital?: boolean;
}

/** The stems of a folded word as written. `original` is the word before folding, which still tells й from и. */
export function stemsOf(word: string, original: string): Stem[] {
  if (/\p{Script=Cyrillic}/u.test(word)) return cyrillicStems(word, original, (text) => text, 3);
  if (/\p{Script=Arabic}/u.test(word)) return [{ stem: word, accepts: (rest) => ARABIC_AFTER.test(rest) }];
  if (GLUES.test(word)) return gluedStems(word);
  return [{ stem: word, accepts: (rest) => rest === '' || LATIN.has(rest) }];
}

/** Korean, Georgian, Armenian, Greek: whatever few letters stand behind the name, and in place of its last vowel. */
const GLUES = /^[\p{Script=Hangul}\p{Script=Georgian}\p{Script=Armenian}\p{Script=Greek}]/u;
const GREEK_OR_GEORGIAN_END = /(?:[αεηιουω]σ?|[აეიოუ])$/u;
const MOST_GLUED = 4;

function gluedStems(word: string): Stem[] {
  const cut = word.replace(GREEK_OR_GEORGIAN_END, '');
  const accepts = (rest: string) => rest.length <= MOST_GLUED;
  return [word, ...(cut !== word && cut.length >= 3 ? [cut] : [])].map((stem) => ({ stem, accepts }));
}

/** The stems of a word by sound; only words of four sounds and more are looked for that way. */
export function soundStems(word: string, original: string): Stem[] {
  if (/\p{Script=Cyrillic}/u.test(word)) return cyrillicStems(word, original, sound, 4);
  const heard = sound(word);
  const [, cut, cyrillic] = LATIN_ENDINGS.find(([last]) => last.test(heard)) ?? [/$/, 0, ''];
  const rule = RUSSIAN.find(([last]) => last.test(cyrillic));
  const endings = rule ? endingsHeard(rule, sound) : NONE;
  const stems: Stem[] = [
    { stem: heard, accepts: (rest) => rest === '' || LATIN.has(rest) || isKazakh(rest, heard) },
  ];
  if (heard.length - cut >= 4)
    stems.push({ stem: heard.slice(0, heard.length - cut), accepts: (rest) => endings.has(rest) });
  return stems.filter(({ stem }) => stem.length >= 4);
}

/** How a name in Latin letters ends by sound, how much of that goes, and a Cyrillic word that is declined as it is. */
const LATIN_ENDINGS: readonly (readonly [last: RegExp, cut: number, as: string])[] = [
  [/skaia$/, 3, 'ббская'],
  [/ski$/, 1, 'ббский'],
  [/a$/, 1, 'ббба'],
  [/[bcdfghklmnprstvz]$/, 0, 'бббб'],
];

const kazakhBySound = new Set<string>();
for (const plural of ['', 'лар', 'лер', 'дар', 'дер', 'тар', 'тер'])
  for (const ending of [
    ...[
      '',
      'ның',
      'нің',
      'дың',
      'дің',
      'тың',
      'тің',
      'ға',
      'ге',
      'қа',
      'ке',
      'ны',
      'ні',
      'ды',
      'ді',
      'ты',
      'ті',
    ],
    ...['да', 'де', 'та', 'те', 'дан', 'ден', 'тан', 'тен', 'нан', 'нен', 'мен', 'бен', 'пен'],
  ])
    kazakhBySound.add(sound(plural + ending));

/** Behind a stem in -a no ending has another vowel: Мария, Марияға. Else `marriage` would be one. */
function isKazakh(rest: string, stem: string): boolean {
  return kazakhBySound.has(rest) && !(stem.endsWith('a') && rest.includes('e'));
}

/** Letters that stay of the shortest names. */
const SHORT_STEM = 2;
const NONE: ReadonlySet<string> = new Set();
type Rule = (typeof RUSSIAN)[number];
const writtenEndings = new Map<Rule, ReadonlySet<string>>();
const soundEndings = new Map<Rule, ReadonlySet<string>>();

/** The endings of a rule, folded or by sound. Worked out once: a list of names asks hundreds of times. */
function endingsHeard(rule: Rule, heard: (text: string) => string): ReadonlySet<string> {
  const known = heard === sound ? soundEndings : writtenEndings;
  const found =
    known.get(rule) ??
    new Set(rule[2].split(' ').map((ending) => heard(ending.replaceAll('й', 'и').replaceAll('ё', 'е'))));
  known.set(rule, found);
  return found;
}

function cyrillicStems(
  word: string,
  original: string,
  heard: (text: string) => string,
  shortest: number,
): Stem[] {
  const lower = original
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\p{M}\p{Cf}]/gu, '');
  const stems: Stem[] = [
    {
      stem: heard(word),
      accepts: (rest) =>
        rest === '' || (heard === sound ? isKazakh(rest, heard(word)) || LATIN.has(rest) : KAZAKH.test(rest)),
    },
  ];
  // Kazakh says -ст and -тер as one: активист, активистер.
  if (heard !== sound && word.length > 4 && word.endsWith('ст'))
    stems.push({ stem: word.slice(0, -1), accepts: (rest) => /^т[ае]р/.test(rest) && KAZAKH.test(rest) });
  /** `plain` is the form as the caller folds words, which may be less than `folded` does. */
  const decline = (form: string, plain: string, least: number) => {
    for (const rule of RUSSIAN) {
      if (!rule[0].test(form) || form.length - rule[1] < least) continue;
      const endings = endingsHeard(rule, heard);
      const stem = heard(plain.slice(0, plain.length - rule[1]));
      const accepts = (rest: string) => endings.has(rest) && rest !== '';
      stems.push(form.length <= SHORT_STEM ? { stem, accepts, isCapital: true } : { stem, accepts });
    }
  };
  // Оля, Ира and Аня are declined though two letters are all that stays, and Ян where it has a capital.
  const isShort = /^\p{L}{2}[ая]?$/u.test(lower);
  decline(lower, word, isShort ? Math.min(shortest, SHORT_STEM) : shortest);
  for (const [last, otherwise] of FLEETING)
    if (last.test(lower))
      for (const end of otherwise)
        decline(lower.replace(last, end), word.replace(last, end.replace('й', 'и')), shortest);
  return stems.filter(({ stem }) => stem.length >= (heard === sound ? 4 : 2));
}

/**
 * A folded word without the particles that Arabic and Hebrew write in front of it, longest first; the word itself first. Behind the
 * Arabic `li-` the article loses its first letter (الخطيب, للخطيب): it has it again.
 */
export function withoutPrefix(word: string): string[] {
  const isArabic = /^\p{Script=Arabic}/u.test(word);
  const before = isArabic
    ? ARABIC_BEFORE.exec(word)?.[0]
    : /^[\u05d0-\u05ea]/.test(word)
      ? HEBREW_BEFORE.exec(word)?.[0]
      : '';
  const cuts = Array.from({ length: before?.length ?? 0 }, (_, index) => word.slice(index + 1));
  const withArticle = isArabic && before?.endsWith('لل') === true ? [`ال${word.slice(before.length)}`] : [];
  return [word, ...withArticle, ...cuts.filter(({ length }) => length >= 3)];
}
