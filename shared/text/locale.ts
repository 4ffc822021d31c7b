/** The likely script, region and primary language of a tag. */
export interface LikelyLocale {
  /** ISO 639 code in lower case; `und` for a tag that is none. */
  readonly language: string;
  /** ISO 15924 code such as `Cyrl`; null where Unicode's likely subtags know none. */
  readonly script: string | null;
  /** ISO 3166 code such as `KZ`; null where none is likely. */
  readonly region: string | null;
}

const UNKNOWN: LikelyLocale = { language: 'und', script: null, region: null };

/** Language and script of a BCP 47 tag by Unicode's likely subtags. Never throws: a broken tag is `und`. */
export function likelyLocale(tag: string): LikelyLocale {
  try {
    const locale = new Intl.Locale(tag).maximize();
    return { language: locale.language, script: locale.script ?? null, region: locale.region ?? null };
  } catch {
    return UNKNOWN;
  }
}

/** Primary language of a tag in lower case: `en` for `en-GB`. */
export function primaryLanguage(tag: string): string {
  return (tag.split(/[-_]/, 1)[0] ?? '').toLowerCase();
}
