import { sound } from './fold';

/** Russian endings by the last letter of the name, in the nominative (declensions 1 to 3; possessive -ин, surnames' -ой, -ым). */
const RUSSIAN: readonly (readonly [last: RegExp, cut: number, endings: string])[] = [
  [/а$/, 1, 'а ы и е у ой ою ам ами ах ин ина ину ины ином иной иных'],
  [/я$/, 1, 'я и е ю ей ею й ям ями ях ин ина ину ины'],
  [/й$/, 1, 'й я ю ем ём е и ев ям ями ях ого ому им'],
  [/ь$/, 1, 'ь я ю ем ём е и ью ей ям ями ях'],
  [/[бвгджзклмнпрстфхцчшщқғңһ]$/, 0, 'а у ом ем ым е ы и ов ев ам ами ах ой ых ыми'],
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
}

/** The stems of a folded word as written. `original` is the word before folding, which still tells й from и. */
export function stemsOf(word: string, original: string): Stem[] {
  if (/\p{Script=Cyrillic}/u.test(word)) return cyrillicStems(word, original, (text) => text, 3);
  if (/\p{Script=Arabic}/u.test(word)) return [{ stem: word, accepts: (rest) => ARABIC_AFTER.test(rest) }];
  return [{ stem: word, accepts: (rest) => rest === '' || LATIN.has(rest) }];
}

/** The stems of a word by sound; only words of four sounds and more are looked for that way. */
export function soundStems(word: string, original: string): Stem[] {
  if (/\p{Script=Cyrillic}/u.test(word)) return cyrillicStems(word, original, sound, 4);
  const heard = sound(word);
  const cyrillic = /a$/.test(heard) ? `${'б'.repeat(3)}а` : /[bcdfghklmnprstvz]$/.test(heard) ? 'бббб' : '';
  const cut = /a$/.test(heard) ? 1 : 0;
  const rule = RUSSIAN.find(([last]) => last.test(cyrillic));
  const endings = rule ? endingsHeard(rule, sound) : NONE;
  const stems: Stem[] = [
    { stem: heard, accepts: (rest) => rest === '' || LATIN.has(rest) || isKazakh(rest) },
  ];
  if (heard.length - cut >= 4)
    stems.push({ stem: heard.slice(0, heard.length - cut), accepts: (rest) => endings.has(rest) });
  return stems.filter(({ stem }) => stem.length >= 4);
}

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

function isKazakh(rest: string): boolean {
  return kazakhBySound.has(rest);
}

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
  const lower = original.toLowerCase().normalize('NFC');
  const rule = RUSSIAN.find(([last]) => last.test(lower));
  const stems: Stem[] = [
    {
      stem: heard(word),
      accepts: (rest) =>
        rest === '' || (heard === sound ? isKazakh(rest) || LATIN.has(rest) : KAZAKH.test(rest)),
    },
  ];
  if (rule && word.length - rule[1] >= shortest) {
    const endings = endingsHeard(rule, heard);
    stems.push({
      stem: heard(word.slice(0, word.length - rule[1])),
      accepts: (rest) => endings.has(rest) && rest !== '',
    });
  }
  return stems.filter(({ stem }) => stem.length >= (heard === sound ? 4 : 2));
}

/** A folded word without the particles that Arabic and Hebrew write in front of it, longest first; the word itself first. */
export function withoutPrefix(word: string): string[] {
  const isArabic = /^\p{Script=Arabic}/u.test(word);
  const before = isArabic
    ? ARABIC_BEFORE.exec(word)?.[0]
    : /^[\u05d0-\u05ea]/.test(word)
      ? HEBREW_BEFORE.exec(word)?.[0]
      : '';
  const cuts = Array.from({ length: before?.length ?? 0 }, (_, index) => word.slice(index + 1));
  return [word, ...cuts.filter(({ length }) => length >= 3)];
}
