/** espeak-ng voices (package 0.3.5) that are named as their language is, in lower case. `tests/integration/align` tries each. */
const VOICES: ReadonlySet<string> = new Set(
  (
    'af am an ar as az ba be bg bn bpy bs ca cmn cs cv cy da de el en en-us eo es es-419 et eu fa fa-latn fi fo ' +
    'fr-be fr-ch fr ga gd gn grc gu hak haw he hi hr ht hu hy hyw ia id io is it ja ka kaa kk kl kn ko kok ku ky la ' +
    'lb lfn lt ltg lv mi mk ml mr ms mt mto my nb nci ne nl nog om or pa pap pl pt pt-br qu quc ro ru ru-lv sd shn ' +
    'si sk sl smj sq sr sv sw ta te th ti tk tn tr tt ug uk ur uz vi vi-vn-x-central vi-vn-x-south yue'
  ).split(' '),
);

/** Where the voice is not named as the canonical BCP 47 tag is; and relatives that speak for languages without a voice. */
const NAMED_OTHERWISE: Readonly<Record<string, string>> = {
  en: 'en-us',
  'en-gb': 'en',
  'en-au': 'en',
  'en-ie': 'en',
  'en-nz': 'en',
  'en-za': 'en',
  'es-mx': 'es-419',
  zh: 'cmn',
  'zh-hk': 'yue',
  no: 'nb',
  nn: 'nb',
  sh: 'hr',
  cnr: 'bs',
  prs: 'fa',
  gsw: 'de',
};

/**
 * The espeak-ng voice that speaks a BCP 47 language, by the longest part of its canonical tag that has one
 * (`en-GB` has its own, `kk-KZ` is spoken as `kk`); null where nobody speaks it or the tag is malformed.
 */
export function voiceFor(languageTag: string): string | null {
  const parts = canonical(languageTag).split('-');
  for (let length = parts.length; length > 0; length--) {
    const tag = parts.slice(0, length).join('-');
    const voice = NAMED_OTHERWISE[tag] ?? (VOICES.has(tag) ? tag : null);
    if (voice !== null) return voice;
  }
  return null;
}

/** Every voice that `voiceFor` may name. */
export function knownVoices(): string[] {
  return [...new Set([...VOICES, ...Object.values(NAMED_OTHERWISE)])].sort();
}

function canonical(languageTag: string): string {
  try {
    return (Intl.getCanonicalLocales(languageTag)[0] ?? '').toLowerCase();
  } catch {
    return '';
  }
}
