/** Russian genitives of many, which have no ending, and often a vowel that the nominative lacks: активисток, девочек, прав. */

/** Shorter words and words with letters that only Kazakh has are left alone: a word without its last letter is too often another. */
const RUSSIAN = /^[а-я]{5,}$/u;
const TWO_CONSONANTS = /([бвгджзклмнпрстфхцчшщ])[ьи]?([бвгджзклмнпрстфхц])$/u;

/**
 * The forms that a word in the nominative, folded (й is и, ё is е), may have in the genitive plural; none for a word that is not
 * of the first or second declension in -а, -я or -о. More than one where a vowel may come in.
 */
export function genitivePlurals(plain: string): readonly string[] {
  if (!RUSSIAN.test(plain) || !/[аяо]$/u.test(plain)) return [];
  const bare = plain.slice(0, -1);
  if (plain.endsWith('ья')) return [`${bare.slice(0, -1)}еи`];
  if (/[аеиоуыэюя]$/u.test(bare) && !bare.endsWith('и')) return [];
  const soft = plain.endsWith('я') ? [`${bare}ь`] : [];
  const withVowel = TWO_CONSONANTS.test(bare)
    ? ['о', 'е'].map((vowel) => bare.replace(TWO_CONSONANTS, `$1${vowel}$2`))
    : [];
  return [bare, ...soft, ...withVowel];
}
