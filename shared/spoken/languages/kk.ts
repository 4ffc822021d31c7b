import { setOf, tableOf, type Around, type Reader } from '../reader';

const UNITS = ' бір екі үш төрт бес алты жеті сегіз тоғыз'.split(' ');
const TENS = ' он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан'.split(' ');
/** Kazakh numerals that lose a vowel or take another before the ordinal's ending. */
const IRREGULAR: Readonly<Record<string, string>> = {
  екі: 'екінші',
  алты: 'алтыншы',
  жеті: 'жетінші',
  қырық: 'қырқыншы',
  жиырма: 'жиырмасыншы',
};

/** Kazakh number words; “жүз” and “мың” without “бір” before them, as people say years. 0 to 9,999. */
function cardinal(value: number): string {
  const thousands = Math.floor(value / 1000);
  const hundreds = Math.floor(value / 100) % 10;
  const parts = [
    thousands > 1 ? UNITS[thousands] : '',
    thousands > 0 ? 'мың' : '',
    hundreds > 1 ? UNITS[hundreds] : '',
    hundreds > 0 ? 'жүз' : '',
    TENS[Math.floor(value / 10) % 10],
    UNITS[value % 10],
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' ') || 'нөл';
}

/** Kazakh ordinal: `-нші` after vowels, `-інші` after consonants, `-ншы`, `-ыншы` after back vowels. Null outside 1 to 9,999. */
export function kazakhOrdinal(value: number): string | null {
  if (value < 1 || value > 9_999) return null;
  const words = cardinal(value).split(' ');
  const last = words.pop() ?? '';
  return [...words, IRREGULAR[last] ?? last + endingOf(last)].join(' ');
}

function endingOf(word: string): string {
  const vowel = [...word].findLast((letter) => 'аоұыәөүіе'.includes(letter)) ?? 'і';
  const isBack = 'аоұы'.includes(vowel);
  const endsInVowel = /[аоұыәөүіеу]$/u.test(word);
  if (word === 'елу') return 'інші';
  return (endsInVowel ? '' : isBack ? 'ы' : 'і') + (isBack ? 'ншы' : 'нші');
}

const YEAR_NOUN = /^(?:ж|жж|жыл|жылы|жылғы|жылдың|жылдан|жылға|жылдар|жылдары|жылдардың|жылдарда)$/u;

function year(value: number, { after }: Around): string | null {
  return YEAR_NOUN.test(after) ? kazakhOrdinal(value) : null;
}

/** Endings of cases, which Kazakh puts behind a cardinal number: `5-тен`. */
const CASE_ENDING =
  /^(?:[ғгқк][ае]|[дт][ае]н?|н[ае]н|[ндт][ыі]ң?|[мбп]ен|[дт][ае]ғы|[дт][ае]гі|[еа]у|[ыі]|с[ыі]|л[ыі]к?|л[ыі]қ)$/u;

/** `3-ші` and `14-бап`: a noun behind a hyphen makes the number an ordinal. */
function ordinal(value: number, ending: string): string | null {
  if (ending.length > 2 && !CASE_ENDING.test(ending) && !/^[ыі]?н?ш[ыі]/u.test(ending)) {
    const number = kazakhOrdinal(value);
    return number === null ? null : `${number} ${ending}`;
  }
  return /^(?:ші|шы|нші|ншы|інші|ыншы)?$/u.test(ending) ? kazakhOrdinal(value) : null;
}

/** Tenths and hundredths: “үш бүтін оннан бес”. */
function decimal(whole: string, fraction: string): string {
  const of = { 1: 'оннан', 2: 'жүзден', 3: 'мыңнан' }[fraction.length] ?? '';
  return `${whole} бүтін ${of} ${Number(fraction)}`.replace(/ {2,}/gu, ' ');
}

/** The denominators 2 to 10 in the ablative. */
const OF_PARTS = '- - екіден үштен төрттен бестен алтыдан жетіден сегізден тоғыздан оннан'.split(' ');

/** “төрттен үш”; “екі жарым”, “екі бүтін төрттен үш” behind a whole number. */
function fraction(numerator: number, denominator: number, isMixed: boolean): string {
  if (denominator === 2) return isMixed ? 'жарым' : 'жарты';
  return `${isMixed ? 'бүтін ' : ''}${OF_PARTS[denominator] ?? ''} ${UNITS[numerator] ?? ''}`;
}

const LETTERS = `
  А = а; Ә = ә; Б = бэ; В = вэ; Г = гэ; Ғ = ғы; Д = дэ; Е = е; Ё = ё; Ж = жэ; З = зэ; И = и; Й = й; К = ка; Қ = қа; Л = эль
  М = эм; Н = эн; Ң = эң; О = о; Ө = ө; П = пэ; Р = эр; С = эс; Т = тэ; У = у; Ұ = ұ; Ү = ү; Ф = эф; Х = ха; Һ = һа; Ц = цэ
  Ч = че; Ш = ша; Щ = ща; Ы = ы; І = і; Э = э; Ю = ю; Я = я`;

export const kk: Reader = {
  abbreviations: tableOf(`
    ж = жылы; жж = жылдары; ғ = ғасыр; ғғ = ғасырлар; т.б = тағы басқа; т. б = тағы басқа; т.с.с = тағы сол сияқты
    т. с. с = тағы сол сияқты; көш = көшесі; д = даңғылы; қ = қаласы; ауд = ауданы; обл = облысы; проф = профессор; акад = академик
    мыс = мысалы; қар = қараңыз; б = бап; тг = теңге; млн = миллион; млрд = миллиард; мың = мың; б.з.д = біздің заманымызға дейін
    б.з.б = біздің заманымыздан бұрын; атын = атындағы; ат = атындағы; үй = үй; пәт = пәтер; т.ғ.к = те ғы ка`),
  letters: tableOf(LETTERS),
  spelled: setOf('БҰҰ ҮЕҰ ҚР ТМД ЕО ЖОО ІІМ БАҚ ҰҚК ЖШС АҚ ЛГБТ ЛГБТИ ЕҚЫҰ ЕАЭО ЖИ'),
  asWords: setOf('АҚШ НАТО ЮНИСЕФ ЮНЕСКО ҚАЗҰУ ЕҰУ ҚМДБ'),
  symbols: {
    and: 'және',
    at: 'ит белгісі',
    dot: 'нүкте',
    number: 'нөмір',
    hash: 'хэштег',
    plus: 'плюс',
    to: '',
    hours: '',
  },
  year,
  ordinal,
  dayOfMonth: (day) => kazakhOrdinal(day) ?? String(day),
  decimal,
  fraction,
  decimalSign: ',',
  beforeRoman: setOf('тарау бөлім том'),
  afterRoman: setOf('ғасыр ғасырда ғасырдың ғасырдан ғасырға ғасырлар ғ ғғ съезд дәрежелі'),
};
