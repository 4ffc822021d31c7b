import { setOf, tableOf, type Around, type Reader } from '../reader';

const PREPOSITIONS = setOf('in since by from until till before after around during late early mid of year');

/** `1998`: nineteen 98; `1905`: nineteen oh 5. From 2000 to 2009 and for round hundreds espeak-ng's own way is right. */
function year(value: number, { before }: Around): string | null {
  const [century, rest] = [Math.floor(value / 100), value % 100];
  if (value < 1100 || (value >= 2000 && value < 2010)) return null;
  if (rest === 0) return PREPOSITIONS.has(before) && value !== 2000 ? `${century} hundred` : null;
  return rest < 10 ? `${century} oh ${rest}` : `${century} ${rest}`;
}

/** English reads Roman numerals of centuries and rulers as ordinals, those of chapters and wars as numbers. */
function ordinal(value: number, ending: string, { before, after }: Around): string | null {
  if (ending !== '') return null;
  if (en.afterRoman.has(after)) return `${value}${endingOf(value)}`;
  return en.beforeRoman.has(before) ? String(value) : `the ${value}${endingOf(value)}`;
}

function endingOf(value: number): string {
  if (value % 100 > 10 && value % 100 < 14) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

/** “He said no.” is no number. */
function inflected(abbreviation: string, { after }: Around): string | null {
  return /^nos?$/u.test(abbreviation) && /^\d/u.test(after) ? abbreviation.replace('no', 'number') : null;
}

const PARTS = '- - half third quarter fifth sixth seventh eighth ninth tenth'.split(' ');

/** “three quarters”; “and a half”, “and three quarters” behind a whole number. */
function fraction(numerator: number, denominator: number, isMixed: boolean): string {
  const part = PARTS[denominator] ?? '';
  if (numerator > 1) return `${isMixed ? 'and ' : ''}${numerator} ${part}s`;
  return isMixed ? `and ${/^[aeiou]/u.test(part) ? 'an' : 'a'} ${part}` : `one ${part}`;
}

export const en: Reader = {
  inflected,
  abbreviations: tableOf(`
    e.g = for example; i.e = that is; vs = versus; prof = professor; ph.d = PHD; approx = approximately
    gov = governor; sen = senator; gen = general; rep = representative; art = article
    arts = articles; pp = pages; vol = volume; dept = department; jan = January; feb = February; mar = March; apr = April
    aug = August; sept = September; oct = October; nov = November; dec = December; al = all`),
  letters: { A: 'ay' },
  spelled: setOf(
    'UN EU US UK UAE NGO NGOS INGO ICC ICJ OSCE LGBTI LGBTIQ LGBTIQA HIV IDP ID IT TV AI PR HR ILO IOM IMF OIC OAS AU EAC ' +
      'UPR UNHCR OHCHR ICCPR ICESCR USA USSR CIA FBI BBC CNN OECD IDEA SOGI SOGIE SOGIESC IOC IRC ICRC VIP CEO FAQ PDF DIY CIS',
  ),
  asWords: setOf('NATO UNICEF UNESCO UNAIDS AIDS COVID CEDAW ILGA ODIHR ASEAN PEN SIM PIN VAT RAM NASA OK'),
  symbols: {
    and: 'and',
    at: 'at',
    dot: 'dot',
    number: 'number',
    hash: 'hashtag',
    plus: 'plus',
    to: 'to',
    hours: "o'clock",
  },
  year,
  ordinal,
  dayOfMonth: (day) => `${day}${endingOf(day)}`,
  fraction,
  decimalSign: '.',
  beforeRoman: setOf(
    'chapter article part volume war section act book title phase type level annex appendix',
  ),
  afterRoman: setOf('century centuries c'),
};
