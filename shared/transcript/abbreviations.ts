/**
 * Abbreviations by language, in lower case, without the dot. Written for this app from general knowledge, starting from
 * those `facts.md` names (initials, Mr., Sr., Проф., ул., д.); no speaker or reference work has checked them yet.
 */
interface Abbreviations {
  /** Always stand before what they belong to (titles, “see”, “No.”): a dot after them never ends a sentence. */
  readonly leading: readonly string[];
  /** May end a sentence (“etc.”): a dot ends one only before a capital letter that starts a new sentence. */
  readonly trailing: readonly string[];
}

const TABLE: Readonly<Record<string, Abbreviations>> = {
  en: {
    leading:
      'mr mrs ms mx dr prof sr jr st rev fr hon gen col capt lt sgt maj gov sen rep pres messrs mme no nos art arts para sec fig vol pp ed eds cf vs v e.g i.e viz approx dept mt ft'.split(
        ' ',
      ),
    trailing: 'etc al inc ltd co corp a.m p.m d.c ph.d b.c a.d jan feb mar apr aug sept oct nov dec'.split(
      ' ',
    ),
  },
  ru: {
    leading:
      'проф акад доц канд инж им г-н г-жа гр тов ул пр просп пер пл бул наб д кв корп стр обл р-н пос дер с см ср напр т.н т.е т.к ст п пп гл рис табл тыс св прим ред сост изд'.split(
        ' ',
      ),
    trailing: 'др пр т.д т.п г гг в вв н.э млн млрд'.split(' '),
  },
  kk: {
    leading:
      'проф акад доц инж ат көш д пәт үй обл ауд қ қала с см қар б т.б.с т.с.с мыс баб тар қ.а ғ.к ф.ғ.к т.ғ.д мырза'.split(
        ' ',
      ),
    trailing: 'т.б т.с.с ж жж ғ ғғ б.з.б б.з млн млрд т.т'.split(' '),
  },
  es: {
    leading:
      'sr sra srta sres dr dra lic ing arq prof profa d dña fray gral cnel cap tte ud uds vd vds av avda c núm n.º art arts pág págs p.ej ej cf vol fig sto sta ee'.split(
        ' ',
      ),
    trailing: 'etc ee.uu uu s.a a.c d.c p.d a.m p.m'.split(' '),
  },
  fr: {
    leading:
      'm mm mme mmes mlle mlles me dr pr prof st ste av bd bld boul no nos n art al p pp vol fig cf ex p.ex env chap éd réf tél c.-à-d'.split(
        ' ',
      ),
    trailing: 'etc av.j.-c apr.j.-c s.a'.split(' '),
  },
  ar: {
    leading: 'د أ م أ.د ص ط ج ق هـ.ش ت'.split(' '),
    trailing: 'إلخ الخ ق.م هـ'.split(' '),
  },
};

interface Known {
  readonly leading: ReadonlySet<string>;
  readonly trailing: ReadonlySet<string>;
}

const known: Readonly<Record<string, Known>> = Object.fromEntries(
  Object.entries(TABLE).map(([language, { leading, trailing }]) => [
    language,
    { leading: new Set(leading), trailing: new Set(trailing) },
  ]),
);
const NONE: Known = { leading: new Set(), trailing: new Set() };

/** How a word that ends in a dot may be an abbreviation: `leading` never ends a sentence, `trailing` may; null: it is none. */
export function abbreviationKind(word: string, language: string): 'leading' | 'trailing' | null {
  const { leading, trailing } = known[language] ?? NONE;
  const bare = word.toLowerCase().replace(/\.$/, '');
  if (leading.has(bare)) return 'leading';
  return trailing.has(bare) ? 'trailing' : null;
}
