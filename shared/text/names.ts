/** How a script or language is called in the interface's language; the code itself where ICU has no name for it. */
function nameOf(type: 'script' | 'language', code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type, fallback: 'code' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Name of an ISO 15924 script, e.g. `Cyrillic` for `Cyrl`. */
export function scriptName(code: string, locale = 'en'): string {
  return nameOf('script', code, locale);
}

/** Name of a BCP 47 language, e.g. `Kazakh` for `kk`; `und`, which ICU calls “root”, stays itself. Never throws. */
export function languageName(tag: string, locale = 'en'): string {
  return tag === 'und' ? tag : nameOf('language', tag, locale);
}
