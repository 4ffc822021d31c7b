/** Which languages a text can be in, by its letters. */

/** ISO 15924 codes of the scripts that are told apart, and how to find their letters. */
const SCRIPTS = {
  Latn: /\p{Script=Latin}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Arab: /\p{Script=Arabic}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
  Grek: /\p{Script=Greek}/gu,
  Armn: /\p{Script=Armenian}/gu,
  Geor: /\p{Script=Georgian}/gu,
  Deva: /\p{Script=Devanagari}/gu,
  Beng: /\p{Script=Bengali}/gu,
  Thai: /\p{Script=Thai}/gu,
  Hang: /\p{Script=Hangul}/gu,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Hani: /\p{Script=Han}/gu,
} as const;

export type Script = keyof typeof SCRIPTS;

/** Scripts a maximised tag's script stands for, where it is not itself one. */
const WRITTEN_IN: Readonly<Record<string, readonly Script[]>> = {
  Hans: ['Hani'],
  Hant: ['Hani'],
  Jpan: ['Kana', 'Hani'],
  Kore: ['Hang', 'Hani'],
};
/** Languages that campaigns write in more scripts than the usual one, and that espeak-ng reads in both. */
const ALSO_WRITTEN_IN: Readonly<Record<string, readonly Script[]>> = {
  sr: ['Latn'],
  uz: ['Cyrl'],
  ku: ['Arab'],
};

/** How many letters of each script a text has; scripts without any are left out. */
export function countScripts(text: string): Map<Script, number> {
  const counts = new Map<Script, number>();
  // The keys of an object literal are what its type says.
  for (const script of Object.keys(SCRIPTS) as Script[]) {
    const count = text.match(SCRIPTS[script])?.length ?? 0;
    if (count > 0) counts.set(script, count);
  }
  return counts;
}

/** The scripts a language is written in; null where that is not known (then nothing can be said against a text). */
export function scriptsOf(languageTag: string): readonly Script[] | null {
  try {
    const { script = '', language } = new Intl.Locale(languageTag).maximize();
    const usual = WRITTEN_IN[script] ?? (script in SCRIPTS ? [script as Script] : null);
    return usual && [...usual, ...(ALSO_WRITTEN_IN[language] ?? [])];
  } catch {
    return null;
  }
}
