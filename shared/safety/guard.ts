/** Finds and replaces listed names in whatever is about to leave. The one place that knows how a list is applied to texts. */
import type { NameFinding } from '../domain/export';
import type { ProtectedName } from '../domain/protected-name';
import { folded } from './fold';
import { compileNames, type NameHit, type NameMatcher } from './match';

/** A piece of text that is about to leave, with where it stands. `place` is ready to show: `subtitle 12 (ru)`. */
export interface GuardedText extends Pick<NameFinding, 'kind' | 'place' | 'recordId'> {
  readonly text: string;
  /** BCP 47; null where it has none or it is not known: then names of every language count. */
  readonly language: string | null;
  /** Of two texts that are read one after the other: where the second begins. Then only names over that place count. */
  readonly seam?: number;
}

export interface NameGuard {
  /** How many names are looked for. */
  readonly size: number;
  /** Every listed name in the texts, in their order. Linear in the length of the texts. */
  find(texts: Iterable<GuardedText>): NameFinding[];
  /**
   * The same, and apart from it first and family names of listed people that stand alone: others may be called so, and a person
   * has to look.
   */
  findWithParts(texts: Iterable<GuardedText>): {
    readonly findings: NameFinding[];
    readonly parts: NameFinding[];
  };
  /** Hits in one text whose names have a pseudonym, in order, none overlapping another. */
  replaceable(text: string, language: string | null): readonly Replaceable[];
}

export interface Replaceable {
  /** UTF-16 offsets, `[from, to)`. */
  readonly from: number;
  readonly to: number;
  readonly pseudonym: string;
}

/** Longest piece of text and place a finding shows. */
const LONGEST = 500;

/** Prepares a list. One guard serves any number of texts. */
export function createGuard(names: readonly ProtectedName[]): NameGuard {
  const matchers = new Map<string, NameMatcher<ProtectedName>>();
  // Names of other languages are left out before looking: a hit of theirs could cover one that counts.
  const matcherFor = (language: string | null) => {
    const key = language === null ? '' : primary(language);
    const fit = names.filter((entry) => appliesTo(entry, key));
    const of = fit.length === names.length ? '' : key;
    const known = matchers.get(of) ?? compiled(fit);
    matchers.set(of, known);
    return known;
  };
  const byLanguage = new Map<string | null, NameMatcher<ProtectedName>>();
  const hits = (text: string, language: string | null) => {
    const matcher = byLanguage.get(language) ?? matcherFor(language);
    byLanguage.set(language, matcher);
    return matcher.find(text);
  };
  const findWithParts = (texts: Iterable<GuardedText>) => {
    const found = { findings: [] as NameFinding[], parts: [] as NameFinding[] };
    for (const text of texts)
      for (const hit of hits(text.text, text.language))
        if (isOverSeam(hit, text) && !isOfPseudonym(hit))
          (hit.isPart ? found.parts : found.findings).push(findingOf(text, hit));
    return found;
  };
  return {
    size: names.length,
    findWithParts,
    find: (texts) => findWithParts(texts).findings,
    replaceable: (text, language) =>
      hits(text, language).flatMap(({ entry, from, to, isPart }) =>
        isPart || entry.pseudonym === null ? [] : [{ from, to, pseudonym: entry.pseudonym }],
      ),
  };
}

/** Lists that were prepared last, by what they say: every look at a plan and every file of an export asks for the same one. */
const prepared = new Map<string, NameMatcher<ProtectedName>>();
/** One for each language of a few campaigns. */
const MOST_PREPARED = 12;

function compiled(names: readonly ProtectedName[]): NameMatcher<ProtectedName> {
  const key = JSON.stringify(names);
  const matcher = prepared.get(key) ?? compileNames(names, { hasParts: ({ kind }) => kind === 'person' });
  // Those asked for last stay longest.
  prepared.delete(key);
  prepared.set(key, matcher);
  const [oldest] = prepared.keys();
  if (prepared.size > MOST_PREPARED && oldest !== undefined) prepared.delete(oldest);
  return matcher;
}

/** A pseudonym may keep a first name. */
function isOfPseudonym({ entry, found, isPart }: NameHit<ProtectedName>): boolean {
  return isPart && entry.pseudonym !== null && folded(entry.pseudonym).includes(folded(found));
}

function isOverSeam({ from, to }: NameHit, { seam }: GuardedText): boolean {
  return seam === undefined || (from < seam && to > seam);
}

function findingOf({ kind, place, recordId }: GuardedText, { entry, found }: NameHit): NameFinding {
  return {
    kind,
    place: place.slice(0, LONGEST),
    name: entry.name,
    found: found.slice(0, LONGEST),
    recordId,
  };
}

/** A name for `ru` counts in `ru-KZ` as well. `language` is a primary subtag; empty: not known. */
function appliesTo({ languages }: ProtectedName, language: string): boolean {
  return languages.length === 0 || language === '' || languages.some((tag) => primary(tag) === language);
}

/** `und` is no language. */
function primary(tag: string): string {
  const subtag = tag.split('-', 1)[0]?.toLowerCase() ?? '';
  return subtag === 'und' ? '' : subtag;
}
