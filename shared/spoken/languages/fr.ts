import { setOf, tableOf, type Around, type Reader } from '../reader';

const SMALL =
  ' premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième'.split(
    ' ',
  );
const TENS = '  vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt'.split(' ');

/** French ordinal; null outside 1 to 100. */
export function frenchOrdinal(value: number, ending = ''): string | null {
  if (value === 1)
    return /^r?e|^ère/u.test(ending) && ending !== 'er' && ending !== 'e' ? 'première' : 'premier';
  if (value < 20) return SMALL[value] ?? null;
  if (value === 100) return 'centième';
  if (value > 100) return null;
  const ten = Math.floor(value / 10);
  const rest = value % 10;
  const base = TENS[ten] ?? '';
  if (ten === 7 || ten === 9)
    return `${base}-${rest === 1 && ten === 7 ? 'et-' : ''}${SMALL[rest + 10] ?? ''}`;
  if (rest === 0) return `${base.replace(/e$/u, '')}ième`;
  if (rest === 1) return `${base}-${ten === 8 ? '' : 'et-'}unième`;
  return `${base}-${SMALL[rest] ?? ''}`;
}

/** Centuries and written endings are ordinals; of rulers only the first is. */
function ordinal(value: number, ending: string, { before, after }: Around): string | null {
  if (/^(?:er|re|ère|e|è|ème|eme|ième|nd|nde|d)$/u.test(ending)) return frenchOrdinal(value, ending);
  if (ending !== '') return null;
  if (fr.afterRoman.has(after)) return frenchOrdinal(value);
  return value === 1 && !fr.beforeRoman.has(before) ? 'premier' : String(value);
}

export const fr: Reader = {
  abbreviations: tableOf(`
    c.-à-d = c'est-à-dire; m = monsieur; mm = messieurs; p. ex = par exemple; p.ex = par exemple; n° = numéro; no = numéro; nos = numéros
    art = article; arts = articles; st = saint; ste = sainte; av = avenue; bd = boulevard; dr = docteur; pr = professeur
    vol = volume; pp = pages; chap = chapitre; éd = édition; tél = téléphone; av. j.-c = avant Jésus-Christ
    apr. j.-c = après Jésus-Christ; env = environ; me = maître; cf = confer; max = maximum; min = minutes; s = siècle`),
  spelled: setOf('ONG UE EPU CPI CIJ LGBTI LGBTIQ TPI HCR OIM OIT UA USA IVG ADN RDC'),
  asWords: setOf('ONU OTAN SIDA UNESCO UNICEF CEDEF'),
  symbols: {
    and: 'et',
    at: 'arobase',
    dot: 'point',
    number: 'numéro',
    hash: 'hashtag',
    plus: 'plus',
    to: 'à',
    hours: '',
  },
  ordinal,
  dayOfMonth: (day) => (day === 1 ? 'premier' : String(day)),
  decimalSign: ',',
  beforeRoman: setOf('chapitre article tome partie titre'),
  afterRoman: setOf('siècle siècles'),
};
