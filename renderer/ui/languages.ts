import { LanguageTag } from '../../shared/domain/common';
import type { Track } from '../../shared/domain/track';
import { trackName } from '../../shared/text/track-names';

/** Languages offered by name: those espeak-ng can speak (1.52) and the official ones of the UN. Any tag can be typed too. */
const TAGS =
  'af am an ar as az ba be bg bn bs ca cs cv cy da de el en en-GB en-US eo es es-419 et eu fa fi fr fr-CH ga gd gn gu he hi hr ht hu hy id is it ja ka kk kl kn ko kok ku ky la lb lt lv mi mk ml mr ms mt my nb ne nl nn om or pa pap pl pt pt-BR qu ro ru sd si sk sl sn so sq sr sv sw ta te tg th ti tk tn tr tt ug uk ur uz vi wo yo zh zh-Hans zh-Hant zu'.split(
    ' ',
  );

export interface Language {
  /** BCP 47. */
  readonly tag: string;
  /** In English. */
  readonly name: string;
  /** In itself, where the system knows it. */
  readonly ownName: string;
}

function nameIn(language: string, tag: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    // Not a tag that Intl accepts: shown as it is.
    return tag;
  }
}

/** A language's name for a person, e.g. `Kazakh`; the tag itself where it has none. */
export function languageName(tag: string): string {
  return nameIn('en', tag);
}

/** A track's name among those of its project: its language, and what tells it from others of that language. */
export function trackTitle(track: Track, tracks: readonly Track[]): string {
  return trackName(track, tracks, languageName);
}

let known: readonly Language[] | null = null;

/** Every language offered, by English name. Computed once. */
export function languages(): readonly Language[] {
  known ??= TAGS.map((tag) => ({ tag, name: languageName(tag), ownName: nameIn(tag, tag) })).sort((a, b) =>
    a.name.localeCompare(b.name, 'en'),
  );
  return known;
}

/**
 * Languages whose name, own name or tag contains the words typed; best (tag, then start of name) first. A well-formed tag
 * that has a name but is not in the list comes last.
 */
export function findLanguages(typed: string): readonly Language[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return languages();
  const rank = ({ tag, name, ownName }: Language) => {
    if (tag.toLowerCase() === wanted) return 0;
    if (name.toLowerCase().startsWith(wanted) || ownName.toLowerCase().startsWith(wanted)) return 1;
    return `${name} ${ownName}`.toLowerCase().includes(wanted) ? 2 : 3;
  };
  const found = languages()
    .map((language) => ({ language, rank: rank(language) }))
    .filter((candidate) => candidate.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map((candidate) => candidate.language);
  const other = unlisted(typed.trim());
  return other && !found.some((language) => language.tag === other.tag) ? [...found, other] : found;
}

function unlisted(typed: string): Language | null {
  if (!LanguageTag.safeParse(typed).success) return null;
  const tag = canonical(typed);
  const name = languageName(tag);
  return name.toLowerCase() === tag.toLowerCase() ? null : { tag, name, ownName: nameIn(tag, tag) };
}

/** `kaz` is `kk`: one language must not get two tags. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
}

/** Scripts written from right to left (Unicode 16, those in living use). */
const RTL_SCRIPTS = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg']);

/** Whether a language is written from right to left in its usual script, or the one its tag names. */
export function isRightToLeft(tag: string): boolean {
  try {
    return RTL_SCRIPTS.has(new Intl.Locale(tag).maximize().script ?? '');
  } catch {
    // Not a tag that Intl accepts.
    return false;
  }
}
