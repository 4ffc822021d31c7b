import { setOf, tableOf, type Around, type Reader } from '../reader';

const TEENS =
  'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'.split(
    ' ',
  );
const TENS = '  двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(' ');
const HUNDREDS = ' сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'.split(' ');
const UNIT_ORDINALS = ' первый второй третий четвёртый пятый шестой седьмой восьмой девятый'.split(' ');
const TEEN_ORDINALS = TEENS.map((word) => word.replace(/ь$/u, 'ый'));
const TEN_ORDINALS =
  '  двадцатый тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый'.split(' ');
const HUNDRED_ORDINALS =
  ' сотый двухсотый трёхсотый четырёхсотый пятисотый шестисотый семисотый восьмисотый девятисотый'.split(' ');
const THOUSANDS: Readonly<Record<number, readonly [cardinal: string, ordinal: string]>> = {
  0: ['', ''],
  1: ['тысяча', 'тысячный'],
  2: ['две тысячи', 'двухтысячный'],
};

/** Cardinal words up to the last part that is not nought, and that part as an ordinal; null outside 1 to 2,999. */
function ordinalWord(value: number): string | null {
  const thousand = THOUSANDS[Math.floor(value / 1000)];
  if (!thousand || value < 1) return null;
  const hundreds = Math.floor(value / 100) % 10;
  const rest = value % 100;
  const [tens, units] = [Math.floor(rest / 10), rest % 10];
  const lower = HUNDREDS[hundreds] ?? '';
  if (rest === 0) return hundreds === 0 ? thousand[1] : words(thousand[0], HUNDRED_ORDINALS[hundreds]);
  if (tens === 1) return words(thousand[0], lower, TEEN_ORDINALS[units]);
  if (units === 0) return words(thousand[0], lower, TEN_ORDINALS[tens]);
  return words(thousand[0], lower, TENS[tens], UNIT_ORDINALS[units]);
}

function words(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

/** Endings of adjectives by what is written after the hyphen; the soft ones are those of `третий`. */
const ENDINGS: Readonly<Record<string, readonly [hard: string, soft: string]>> = {
  я: ['ая', 'ья'],
  ая: ['ая', 'ья'],
  е: ['ое', 'ье'],
  ое: ['ое', 'ье'],
  ые: ['ые', 'ьи'],
  го: ['ого', 'ьего'],
  ого: ['ого', 'ьего'],
  му: ['ому', 'ьему'],
  ому: ['ому', 'ьему'],
  м: ['ом', 'ьем'],
  ом: ['ом', 'ьем'],
  ым: ['ым', 'ьим'],
  ю: ['ую', 'ью'],
  ую: ['ую', 'ью'],
  х: ['ых', 'ьих'],
  ых: ['ых', 'ьих'],
  ми: ['ыми', 'ьими'],
  ыми: ['ыми', 'ьими'],
};

/** Russian ordinal with the ending of a case: `(21, 'го')` is “двадцать первого”. Null outside 1 to 2,999. */
export function russianOrdinal(value: number, ending: string): string | null {
  const word = ordinalWord(value);
  const endings = ENDINGS[ending];
  if (word === null || !endings) return word;
  return word.endsWith('третий') ? word.slice(0, -2) + endings[1] : word.slice(0, -2) + endings[0];
}

const MONTHS = setOf('января февраля марта апреля мая июня июля августа сентября октября ноября декабря');
const GENITIVE = setOf(
  'с со до от из после около конца начала середины половины лета весны осени зимы из-за',
);

/** The case a year or century stands in, as the ending it would be written with, by the noun after and the word before. */
function endingAt({ before, after }: Around): string {
  const noun = after.replace(/\.$/u, '');
  if (/^(?:года|века|столетия|веков|годов)$/u.test(noun)) return 'го';
  if (/^(?:году|веку|столетию)$/u.test(noun)) return before === 'к' || before === 'ко' ? 'му' : 'м';
  if (/^(?:веке|столетии)$/u.test(noun)) return 'м';
  if (/^(?:годом|веком)$/u.test(noun)) return 'ым';
  if (/^(?:год|век|столетие)$/u.test(noun)) return 'й';
  if (MONTHS.has(before) || GENITIVE.has(before)) return 'го';
  if (before === 'в' || before === 'во') return 'м';
  return before === 'к' || before === 'ко' ? 'му' : 'й';
}

const YEAR_NOUN = /^(?:г|гг|год|года|году|годом|годы|годов|годах)$/u;

function year(value: number, around: Around): string | null {
  const isYear = YEAR_NOUN.test(around.after) || MONTHS.has(around.before);
  return isYear ? russianOrdinal(value, endingAt(around)) : null;
}

/** `90-е` are the nineties, `5-е` is the fifth. */
function ordinal(value: number, ending: string, around: Around): string | null {
  if (ending === '') return russianOrdinal(value, endingAt(around));
  if (ending === 'е' && value >= 20 && value % 10 === 0) return russianOrdinal(value, 'ые');
  return ending === 'й' || ending === 'ый' || ending === 'ой' || ending in ENDINGS
    ? russianOrdinal(value, ending)
    : null;
}

/** `г` after a year and `в` after a century in the case of their ordinal, `г` before a name as “город”. */
function inflected(abbreviation: string, { before, beforeThat, after }: Around): string | null {
  const isDated = /^(?:\d{3,4}|[ivx]+)$/u.test(before);
  const ending = endingAt({ before: beforeThat, after: '', beforeThat: '' });
  if (abbreviation === 'г' && /\d$/u.test(before))
    return { го: 'года', м: 'году', му: 'году' }[ending] ?? 'год';
  if (abbreviation === 'г')
    return { го: 'города', м: 'городе', му: 'городу' }[CITY_CASE[before] ?? ''] ?? 'город';
  if (abbreviation === 'пр' && before === 'и') return 'прочее';
  if (abbreviation === 'с' || abbreviation === 'д') {
    const [numbered, named] = abbreviation === 'с' ? ['страница', 'село'] : ['дом', 'деревня'];
    return /^\d/u.test(after) ? numbered : named;
  }
  if (abbreviation === 'гг') return beforeThat === 'в' ? 'годах' : 'годы';
  if (abbreviation === 'в' && isDated) return { го: 'века', м: 'веке', му: 'веку' }[ending] ?? 'век';
  return null;
}

const CITY_CASE: Readonly<Record<string, string>> = {
  в: 'м',
  во: 'м',
  из: 'го',
  до: 'го',
  от: 'го',
  к: 'му',
};

const FEMININE = '- одна две три четыре пять шесть семь восемь девять'.split(' ');
/** The parts that have names of their own: of one, and of two to four. */
const NAMED_PARTS: Readonly<Record<number, readonly [string, string]>> = {
  3: ['треть', 'трети'],
  4: ['четверть', 'четверти'],
};
const PART_STEMS = '- - втор - - пят шест седьм восьм девят десят'.split(' ');

/** “три четверти”, “две пятых”, “половина”; “с половиной”, “и три четверти” behind a whole number. */
function fraction(numerator: number, denominator: number, isMixed: boolean): string {
  if (denominator === 2) return isMixed ? 'с половиной' : 'половина';
  const named = NAMED_PARTS[denominator];
  const isOne = numerator === 1;
  const part = named ? named[isOne ? 0 : 1] : `${PART_STEMS[denominator] ?? ''}${isOne ? 'ая' : 'ых'}`;
  return `${isMixed ? 'и ' : ''}${FEMININE[numerator] ?? ''} ${part}`;
}

export const ru: Reader = {
  inflected,
  abbreviations: tableOf(`
    вв = века; ул = улица; пр = проспект; просп = проспект; пр-т = проспект; пл = площадь
    обл = область; р-н = район; пос = посёлок; кв = квартира; им = имени; др = другие; т.д = так далее
    т. д = так далее; т.п = тому подобное; т. п = тому подобное; т.е = то есть; т. е = то есть; т.к = так как; т. к = так как
    т. ч = том числе; т.ч = том числе; т.н = так называемый; т. н = так называемый; напр = например; см = смотри; ср = сравни; ст = статья; п = пункт; пп = пункты
    проф = профессор; доц = доцент; акад = академик; тов = товарищ; г-н = господин; г-жа = госпожа; стр = страница
    рис = рисунок; табл = таблица; гл = глава; ч = часть; руб = рублей; коп = копеек; тг = тенге; чел = человек; мин = минут
    сек = секунд; н.э = нашей эры; н. э = нашей эры; св = святой; ред = редакция; прим = примечание; млн = миллионов
    млрд = миллиардов; тыс = тысяч; зам = заместитель; гос = государственный; т = том`),
  letters: tableOf(`
    А = а; Б = бэ; В = вэ; Г = гэ; Д = дэ; Е = е; Ё = ё; Ж = жэ; З = зэ; И = и; Й = и краткое; К = ка; Л = эл; М = эм; Н = эн
    О = о; П = пэ; Р = эр; С = эс; Т = тэ; У = у; Ф = эф; Х = ха; Ц = цэ; Ч = че; Ш = ша; Щ = ща; Э = э; Ю = ю; Я = я`),
  spelled: setOf('НПО ЕС НКО УНП ЕСПЧ ИИ ЕАЭС ЛГБТИ УК УПК АО ТОО ООО ИП ЖКХ АЭС ГЭС США ЭКГ ВПЧ ЕГЭ АТО'),
  asWords: setOf('НАТО ОБСЕ СПИД ВИЧ МИД ЗАГС ЮНИСЕФ ЮНЕСКО БАМ ОМОН СИЗО ВУЗ ООН'),
  symbols: {
    and: 'и',
    at: 'собака',
    dot: 'точка',
    number: 'номер',
    hash: 'хэштег',
    plus: 'плюс',
    to: '',
    hours: '',
  },
  year,
  ordinal,
  dayOfMonth: (day) => russianOrdinal(day, 'го') ?? String(day),
  fraction,
  decimalSign: ',',
  beforeRoman: setOf('глава часть том статья раздел степени тип'),
  afterRoman: setOf(
    'век века веке веку веком веков веках в вв столетие столетия столетии степени съезд съезда',
  ),
};
