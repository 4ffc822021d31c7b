/**
 * Kazakh endings. The dictionary knows words with one ending; people write three and more (құқық+тар+ы+на). A word is right
 * here where a known word is left once endings are taken off that can follow one another, agree in vowels and join on the
 * right consonants (after the tables of Қазақ грамматикасы, Astana 2002, §§ 65–110).
 */

/** What an ending may be joined to. */
type Joint = 'vowel' | 'voiced' | 'nasal' | 'voiceless';

interface Ending {
  readonly text: string;
  /** Place in the word: endings further from the stem have higher ones. */
  readonly slot: number;
  readonly after: readonly Joint[];
}

const ANY: readonly Joint[] = ['vowel', 'voiced', 'nasal', 'voiceless'];
const CONSONANT: readonly Joint[] = ['voiced', 'nasal', 'voiceless'];
const SOUNDING: readonly Joint[] = ['vowel', 'voiced', 'nasal'];

/** Slot, what it follows, and its forms. */
const TABLE: readonly (readonly [slot: number, after: readonly Joint[], forms: string])[] = [
  // Voice, and the words made of others.
  [1, CONSONANT, 'ыл іл ын ін ыс іс'],
  [1, ANY, 'дыр дір тыр тір ғыз гіз қыз кіз'],
  [2, ['vowel', 'voiced'], 'ма ме'],
  [2, ['nasal'], 'ба бе'],
  [2, ['voiceless'], 'па пе'],
  // Verbal nouns and participles.
  [3, ANY, 'у'],
  [3, SOUNDING, 'ған ген'],
  [3, ['voiceless'], 'қан кен'],
  [3, CONSONANT, 'атын етін'],
  [3, ['vowel'], 'йтын йтін'],
  [3, ANY, 'ушы уші'],
  [4, ['vowel', 'voiced'], 'лық лік лы лі'],
  [4, ['voiced', 'nasal'], 'дық дік ды ді'],
  [4, ['voiceless'], 'тық тік ты ті'],
  [4, ANY, 'сыз сіз шы ші'],
  // Plural, possessive, case.
  [5, ['vowel', 'voiced'], 'лар лер'],
  [5, ['nasal', 'voiced'], 'дар дер'],
  [5, ['voiceless'], 'тар тер'],
  [6, ['vowel'], 'м ң сы сі мыз міз ңыз ңіз'],
  [6, CONSONANT, 'ым ім ың ің ы і ымыз іміз ыңыз іңіз'],
  [7, ['vowel', 'nasal'], 'ның нің'],
  [7, ['voiced'], 'дың дің'],
  [7, ['voiceless'], 'тың тің'],
  [7, SOUNDING, 'ға ге'],
  [7, ['voiceless'], 'қа ке'],
  [7, ['vowel'], 'ны ні н на не нда нде нан нен'],
  [7, ['voiced', 'nasal'], 'ды ді'],
  [7, ['voiceless'], 'ты ті'],
  [7, SOUNDING, 'да де'],
  [7, ['voiceless'], 'та те'],
  [7, ['vowel', 'voiced'], 'дан ден'],
  [7, ['nasal'], 'нан нен'],
  [7, ['voiceless'], 'тан тен'],
  [7, ['vowel', 'voiced', 'nasal'], 'мен'],
  [7, ['voiced'], 'бен'],
  [7, ['voiceless'], 'пен'],
  [7, SOUNDING, 'дай дей'],
  [7, ['voiceless'], 'тай тей'],
  [7, ANY, 'ша ше'],
  // Of such a place or time; tense and person, which end a sentence.
  [8, ['vowel', 'nasal'], 'ғы гі'],
  [8, ['voiceless'], 'қы кі'],
  [9, ['vowel'], 'ды ді са се п'],
  [9, CONSONANT, 'са се ып іп'],
  [9, ['voiced', 'nasal'], 'ды ді'],
  [9, ['voiceless'], 'ты ті'],
  [10, ['vowel', 'voiced', 'nasal', 'voiceless'], 'мын мін сың сің мыз міз сыз сіз ды ді'],
  [10, ['nasal', 'voiced'], 'бын бін быз біз'],
  [10, ['voiceless'], 'пын пін пыз піз ты ті'],
];

const ENDINGS: readonly Ending[] = TABLE.flatMap(([slot, after, forms]) =>
  forms.split(' ').map((text) => ({ text, slot, after })),
);
/** By their last letter, so that only a few are tried. */
const BY_LAST = new Map<string, Ending[]>();
for (const ending of ENDINGS) {
  const last = ending.text.slice(-1);
  BY_LAST.set(last, [...(BY_LAST.get(last) ?? []), ending]);
}

const BACK = /[аоұыя]/;
const FRONT = /[әөүіеэ]/;
const VOWEL = /[аәеиоөуұүыіэюяё]/;
const VOICELESS = /[пфкқтсшщчцхһбвгд]/;
const NASAL = /[мнң]/;
/** Joined to words of either kind. */
const INVARIABLE = new Set(['мен', 'бен', 'пен']);
/** A stem loses its voicelessness before a vowel: кітап, кітабы. */
const VOICED_STEM: Readonly<Record<string, string>> = { б: 'п', г: 'к', ғ: 'қ' };
const SHORTEST_STEM = 2;
/** қызмет+кер+лер+і+нің+кі: more than these nobody has seen. */
const MOST_ENDINGS = 6;

/** Whether a word is one that `spells` knows with regular endings. */
export function isKazakhForm(word: string, spells: (word: string) => boolean): boolean {
  return isForm(word.toLowerCase(), 11, MOST_ENDINGS, word, spells);
}

function isForm(
  word: string,
  below: number,
  left: number,
  written: string,
  spells: (word: string) => boolean,
): boolean {
  if (left === 0) return false;
  for (const { text, slot, after } of BY_LAST.get(word.slice(-1)) ?? []) {
    if (slot >= below || word.length - text.length < SHORTEST_STEM || !word.endsWith(text)) continue;
    const stem = word.slice(0, word.length - text.length);
    if (!after.includes(jointOf(stem, slot)) || !agrees(stem, text)) continue;
    if (isStem(stem, text, written, spells)) return true;
    // “-дағы” begins a new chain: it makes a word that takes plural and case again.
    if (isForm(stem, slot, left - 1, written, spells)) return true;
  }
  return false;
}

function isStem(stem: string, ending: string, written: string, spells: (word: string) => boolean): boolean {
  const asWritten = written.slice(0, stem.length);
  if (spells(asWritten)) return true;
  const last = VOICED_STEM[stem.slice(-1)];
  return last !== undefined && VOWEL.test(ending.charAt(0)) && spells(asWritten.slice(0, -1) + last);
}

function jointOf(stem: string, slot: number): Joint {
  const last = stem.slice(-1);
  if (NASAL.test(last)) return 'nasal';
  // й is a consonant; so is у where a noun's ending follows.
  if (last === 'й' || (last === 'у' && slot >= 5)) return 'voiced';
  if (VOWEL.test(last)) return 'vowel';
  return VOICELESS.test(last) ? 'voiceless' : 'voiced';
}

/** Vowel harmony: the ending's first vowel goes with the stem's last one; у, и, ю tell nothing. */
function agrees(stem: string, ending: string): boolean {
  if (INVARIABLE.has(ending)) return true;
  const vowel = [...ending].find((letter) => VOWEL.test(letter));
  const last = [...stem].reverse().find((letter) => BACK.test(letter) || FRONT.test(letter));
  if (vowel === undefined || last === undefined || !(BACK.test(vowel) || FRONT.test(vowel))) return true;
  return BACK.test(vowel) === BACK.test(last);
}
