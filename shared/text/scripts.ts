import { likelyLocale } from './locale';

/** Scripts told apart, by ISO 15924 code. Letters of any other script count as `Zyyy`. */
const SCRIPTS: readonly (readonly [code: string, letters: RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Hira', /\p{Script=Hiragana}/u],
  ['Kana', /\p{Script=Katakana}/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Beng', /\p{Script=Bengali}/u],
  ['Taml', /\p{Script=Tamil}/u],
  ['Telu', /\p{Script=Telugu}/u],
  ['Gujr', /\p{Script=Gujarati}/u],
  ['Guru', /\p{Script=Gurmukhi}/u],
  ['Knda', /\p{Script=Kannada}/u],
  ['Mlym', /\p{Script=Malayalam}/u],
  ['Sinh', /\p{Script=Sinhala}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Laoo', /\p{Script=Lao}/u],
  ['Khmr', /\p{Script=Khmer}/u],
  ['Mymr', /\p{Script=Myanmar}/u],
  ['Tibt', /\p{Script=Tibetan}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Ethi', /\p{Script=Ethiopic}/u],
  ['Mong', /\p{Script=Mongolian}/u],
  ['Thaa', /\p{Script=Thaana}/u],
  ['Syrc', /\p{Script=Syriac}/u],
];

/** Writing systems that mix several scripts. */
const MIXED: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani'],
  Hant: ['Hani'],
};

/** Languages in daily use in more than one script (ours, not complete). */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  kk: ['Cyrl', 'Latn', 'Arab'],
  ky: ['Cyrl', 'Latn', 'Arab'],
  uz: ['Latn', 'Cyrl', 'Arab'],
  tk: ['Latn', 'Cyrl', 'Arab'],
  tt: ['Cyrl', 'Latn'],
  az: ['Latn', 'Cyrl', 'Arab'],
  ug: ['Arab', 'Cyrl', 'Latn'],
  sr: ['Cyrl', 'Latn'],
  bs: ['Latn', 'Cyrl'],
  ro: ['Latn', 'Cyrl'],
  mn: ['Cyrl', 'Mong'],
  ku: ['Latn', 'Arab', 'Cyrl'],
  pa: ['Guru', 'Arab'],
  ks: ['Arab', 'Deva'],
  sd: ['Arab', 'Deva'],
  ha: ['Latn', 'Arab'],
  be: ['Cyrl', 'Latn'],
};

/** Enough letters to judge a text by; a long text is judged by its beginning. */
const ENOUGH_LETTERS = 4_000;
/** Under this many letters nothing can be said. */
export const FEWEST_LETTERS = 12;

/** How many letters of each script a text has, most frequent first. Reads at most the first 4,000 letters. */
export function scriptsOf(text: string): { script: string; letters: number }[] {
  const counts = new Map<string, number>();
  let seen = 0;
  for (const { 0: letter } of text.matchAll(/\p{L}/gu)) {
    if (++seen > ENOUGH_LETTERS) break;
    const script = scriptOfLetter(letter);
    counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  return [...counts].map(([script, letters]) => ({ script, letters })).sort((a, b) => b.letters - a.letters);
}

/** The script most letters of a text belong to (ISO 15924 code, `Zyyy` for one not told apart); null without letters. */
export function dominantScript(text: string): string | null {
  return scriptsOf(text)[0]?.script ?? null;
}

/**
 * Letters of its own scripts that a text in a language has at least. Names, acronyms and quotations in other letters
 * rarely make up most of running text, but interviews go from one language to another and stay there for most of their
 * length; a text of the wrong language altogether has next to none. A tenth lies between: it lets through every real
 * mixture, and whoever chose the wrong language is told.
 */
const OWN_SHARE = 0.1;

/**
 * Whether texts can be in their languages (BCP 47) by their scripts alone: at least a tenth of all letters belong to
 * scripts their language is written in. Answers null where they can, or nothing can be said (under 12 letters, a language
 * or script not known); else the foreign script most letters belong to. `scriptsFor` says which scripts fit.
 */
export function foreignScript(
  texts: Iterable<{ readonly text: string; readonly language: string }>,
  scriptsFor: (language: string) => readonly string[] | null = expectedScripts,
): string | null {
  let [own, total] = [0, 0];
  const foreign = new Map<string, number>();
  for (const { text, language } of texts) {
    const expected = scriptsFor(language);
    for (const { script, letters } of scriptsOf(text)) {
      total += letters;
      if (expected === null || expected.includes(script)) own += letters;
      else foreign.set(script, (foreign.get(script) ?? 0) + letters);
    }
  }
  if (total < FEWEST_LETTERS || own >= total * OWN_SHARE) return null;
  return [...foreign].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** Whether one text can be in a language by its script alone; see `foreignScript`. */
export function scriptFits(language: string, text: string): boolean {
  return foreignScript([{ text, language }]) === null;
}

/** The scripts a language (BCP 47) is written in, the usual one first; null where that is not known. */
export function expectedScripts(language: string): readonly string[] | null {
  const likely = likelyLocale(language);
  const also = ALSO[likely.language];
  // A tag that names its script (`uz-Cyrl`) is of one mind.
  if (also) return /-[A-Za-z]{4}(?:-|$)/u.test(language) && likely.script !== null ? [likely.script] : also;
  if (likely.script === null) return null;
  const scripts = MIXED[likely.script] ?? [likely.script];
  return scripts.every((code) => SCRIPTS.some(([known]) => known === code)) ? scripts : null;
}

function scriptOfLetter(letter: string): string {
  return SCRIPTS.find(([, letters]) => letters.test(letter))?.[0] ?? 'Zyyy';
}
