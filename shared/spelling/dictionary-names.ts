import { likelyLocale, primaryLanguage } from '../text/locale';

/** Where a language without a region is spelt in more than one way and a word is right in any of them. */
const ALL_REGIONS = new Set(['en', 'pt', 'es']);

/**
 * The dictionaries (`ru_RU`, `ar`, `uz_Cyrl`…, as their files are called) to look words of a BCP 47 tag up in: the one of its
 * region where there is one, else those of its language; a word in any of them is right. Empty where none serves.
 */
export function dictionariesFor(tag: string, available: readonly string[]): readonly string[] {
  const language = primaryLanguage(tag);
  const own = available.filter((name) => primaryLanguage(name) === language && scriptFits(tag, name));
  const region = regionOf(tag);
  const exact = own.filter((name) => region !== null && regionOf(name) === region);
  if (exact.length > 0) return exact.slice(0, 1);
  if (own.length > 0 && ALL_REGIONS.has(language)) return own.slice(0, MOST);
  const likely = likelyLocale(language).region;
  return own.toSorted((a, b) => rank(a, likely) - rank(b, likely)).slice(0, 1);
}

/** Every dictionary takes memory and time; more ways to spell one language than these nobody mixes. */
const MOST = 3;

/** A dictionary without a region is the language's own; then that of its likely region. */
function rank(name: string, likely: string | null): number {
  const region = regionOf(name);
  return region === null ? 0 : region === likely ? 1 : 2;
}

function regionOf(name: string): string | null {
  return /[-_]([A-Z]{2})(?:[-_]|$)/.exec(name)?.[1] ?? null;
}

/** `uz_Cyrl` is no help to `uz-Latn`. */
function scriptFits(tag: string, name: string): boolean {
  const script = /[-_]([A-Z][a-z]{3})(?:[-_]|$)/.exec(name)?.[1];
  return script === undefined || script === likelyLocale(tag).script;
}
