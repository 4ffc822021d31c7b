/**
 * Pairs of words that are read as one and never parted where avoidable, by language: compounds that interviews about rights
 * are full of, reciprocal pronouns, conjunctions of two words. Written for this app from general knowledge and checked by no
 * native speaker yet. Lower case; `*` after the second word stands for any ending.
 */
const PAIRS: Readonly<Record<string, string>> = {
  en: 'human right*|human being*|one another|each other|at least|at all|at once|of course|for example|for instance|such as|as well|even if|even though|so that|as if|as though|rather than|more than|less than|because of|instead of|according to|due to|united nations|civil societ*|hate crime*|hate speech|no one|years old|years ago|per cent',
  ru: 'друг друг*|потому что|так как|то есть|как будто|несмотря на|до сих|по крайней|как минимум|прежде чем|после того|для того|права человек*|прав человек*|правам человек*|правами человек*|правах человек*|права женщин*|прав женщин*|правам женщин*|правах женщин*|гражданское обществ*|гражданского обществ*|гражданском обществ*|может быть|лет назад|года назад|во время|в течение|не только|но и|таким образом|объединённых наци*|объединённые наци*',
  kk: 'бір бір*|адам құқ*|әйел құқ*|әйелдер құқ*|азаматтық қоғам*|сол себепті|сол үшін|осы үшін|тек қана|жыл бұрын|мүмкін емес|болуы мүмкін|болуы керек|болып табыл*|атап айтқанда|сонымен бірге|сонымен қатар',
  es: 'derechos human*|ser human*|seres human*|sin embargo|es decir|por ejemplo|ya que|así como|así que|para que|a pesar|al menos|sociedad civil|más que|menos que|otra vez|por favor|naciones unid*',
  fr: 'droits humain*|êtres humain*|être humain*|parce que|parce qu’*|tandis que|alors que|afin que|ainsi que|bien que|pour que|l’un l’autre|au moins|par exemple|bien sûr|société civil*|plus que|moins que|nations uni*',
  ar: 'حقوق الإنسان|حقوق المرأة|بعضها البعض|بعضهم البعض|بعضنا البعض|على الأقل|على الرغم|من أجل|من خلال|من قبل|المجتمع المدني|الأمم المتحدة|على سبيل|بالإضافة إلى',
};

interface Second {
  readonly word: string;
  readonly isStem: boolean;
}

function compile(pairs: string): ReadonlyMap<string, readonly Second[]> {
  const known = new Map<string, Second[]>();
  for (const pair of pairs.split('|')) {
    const [first = '', second = ''] = pair.split(' ');
    const isStem = second.endsWith('*');
    const seconds = known.get(first) ?? [];
    seconds.push({ word: isStem ? second.slice(0, -1) : second, isStem });
    known.set(first, seconds);
  }
  return known;
}

const compiled = new Map(Object.entries(PAIRS).map(([language, pairs]) => [language, compile(pairs)]));

/** Whether two neighbouring words (lower case, without punctuation) are one expression of a primary language (`ru`). */
export function belongTogether(first: string, second: string, language: string): boolean {
  const seconds = compiled.get(language)?.get(first) ?? [];
  return seconds.some(({ word, isStem }) => (isStem ? second.startsWith(word) : second === word));
}
