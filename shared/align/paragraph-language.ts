import { countScripts, scriptsOf, type Script } from './scripts';

/** What a text in a script is most likely in, where the project's language is not written in it. */
const LIKELY: Readonly<Record<Script, string>> = {
  Latn: 'en',
  Cyrl: 'ru',
  Arab: 'ar',
  Hebr: 'he',
  Grek: 'el',
  Armn: 'hy',
  Geor: 'ka',
  Deva: 'hi',
  Beng: 'bn',
  Thai: 'th',
  Hang: 'ko',
  Kana: 'ja',
  Hani: 'zh',
};

/** Letters that only some languages of a script use. */
const KAZAKH_LETTERS = /[әғқңөұүһ]/giu;
const UKRAINIAN_LETTERS = /[ґєї]/giu;
const PERSIAN_LETTERS = /[پچژگ]/u;
/** Kazakh has one of its own letters in every four or five; a text this long without any is Russian. */
const LONG_ENOUGH = 60;
/** A few such letters may be a name in another language's sentence. */
const KAZAKH_SHARE = 0.04;

/**
 * The language a paragraph is spoken in, when nobody said: the project's, unless its letters speak against it. Interviews
 * change language; people of Kazakhstan go from Kazakh to Russian and back within one answer.
 */
export function paragraphLanguage(text: string, projectLanguage: string): string {
  const scripts = [...countScripts(text)].sort(([, a], [, b]) => b - a);
  const [main, letters] = scripts[0] ?? [];
  const known = scriptsOf(projectLanguage);
  if (main === undefined || letters === undefined || known === null) return projectLanguage;
  const base = projectLanguage.split('-')[0]?.toLowerCase();
  if (main === 'Cyrl' && (base === 'kk' || base === 'ru' || !known.includes(main)))
    return cyrillicLanguage(text, letters, base === 'kk' || base === 'ru' ? projectLanguage : 'ru');
  if (known.includes(main)) return projectLanguage;
  if (main === 'Arab' && PERSIAN_LETTERS.test(text)) return 'fa';
  return LIKELY[main];
}

function cyrillicLanguage(text: string, letters: number, otherwise: string): string {
  const kazakh = text.match(KAZAKH_LETTERS)?.length ?? 0;
  const ukrainian = text.match(UKRAINIAN_LETTERS)?.length ?? 0;
  const isKazakh = otherwise.toLowerCase().startsWith('kk');
  if (!isKazakh && kazakh >= 2 && kazakh / letters >= KAZAKH_SHARE) return 'kk';
  if (!isKazakh && ukrainian >= 2) return 'uk';
  if (isKazakh && kazakh === 0 && letters >= LONG_ENOUGH) return 'ru';
  return otherwise;
}
