/** Entries of a do-not-name list as people write them in fields. Pure. */
import { LanguageTag } from '../../../shared/domain/common';
import type { ProtectedName } from '../../../shared/domain/protected-name';

/** An entry as text fields hold it. */
export interface NameDraft {
  readonly name: string;
  /** One a line. */
  readonly aliases: string;
  readonly kind: ProtectedName['kind'];
  /** Tags with spaces or commas between. */
  readonly languages: string;
  readonly pseudonym: string;
}

export const BLANK: NameDraft = { name: '', aliases: '', kind: 'person', languages: '', pseudonym: '' };

/** What the fields show of an entry. */
export function draftOf({ name, aliases, kind, languages, pseudonym }: ProtectedName): NameDraft {
  return {
    ...{ name, kind },
    aliases: aliases.join('\n'),
    languages: languages.join(' '),
    pseudonym: pseudonym ?? '',
  };
}

/** Why a draft cannot be kept: `letter` where there is nothing to look for, `language` for what is no tag. */
export type DraftProblem = 'letter' | 'language';

/** The entry a draft stands for, or what is wrong with it. */
export function entryOf(draft: NameDraft): ProtectedName | DraftProblem {
  const name = draft.name.trim().slice(0, 200);
  if (!/\p{L}/u.test(name)) return 'letter';
  const languages = draft.languages.split(/[\s,]+/u).filter((tag) => tag !== '');
  if (!languages.every((tag) => LanguageTag.safeParse(tag).success)) return 'language';
  const aliases = draft.aliases
    .split(/[\n|]/u)
    .map((alias) => alias.trim().slice(0, 200))
    .filter((alias) => /\p{L}/u.test(alias) && alias !== name);
  const pseudonym = draft.pseudonym.trim().slice(0, 200);
  return {
    ...{ name, kind: draft.kind },
    aliases: [...new Set(aliases)].slice(0, 50),
    languages: languages.slice(0, 50),
    pseudonym: pseudonym === '' ? null : pseudonym,
  };
}

/**
 * A list with others brought in: an entry of the same name (whatever its case) takes on their spellings, and their pseudonym
 * where it has none. Answers how many were new and how many were joined.
 */
export function broughtIn(
  names: readonly ProtectedName[],
  others: readonly ProtectedName[],
): { readonly names: ProtectedName[]; readonly added: number; readonly joined: number } {
  const byName = new Map(names.map((entry) => [keyOf(entry.name), entry]));
  let joined = 0;
  for (const other of others) {
    const known = byName.get(keyOf(other.name));
    if (known) joined += 1;
    byName.set(keyOf(other.name), known ? together(known, other) : other);
  }
  return {
    names: [...byName.values()],
    added: byName.size - new Set(names.map(({ name }) => keyOf(name))).size,
    joined,
  };
}

/** Names that differ in case alone are the same one. */
const keyOf = (name: string) => name.normalize('NFC').toLowerCase();

/** Where a name stands in a list; -1 where it does not. */
export function placeOf(names: readonly ProtectedName[], name: string): number {
  return names.findIndex((entry) => keyOf(entry.name) === keyOf(name));
}

/** A list with an entry written anew, or (null before) a new one; what is no longer there is added, so that nothing typed is lost. */
export function withEntry(
  names: readonly ProtectedName[],
  before: ProtectedName | null,
  made: ProtectedName,
): readonly ProtectedName[] {
  const at = before ? placeOf(names, before.name) : -1;
  if (at < 0) return broughtIn(names, [made]).names;
  return JSON.stringify(names[at]) === JSON.stringify(made) ? names : names.with(at, made);
}

/** A list without an entry; the very same where it is not in it. */
export function withoutEntry(
  names: readonly ProtectedName[],
  { name }: ProtectedName,
): readonly ProtectedName[] {
  const at = placeOf(names, name);
  return at < 0 ? names : names.toSpliced(at, 1);
}

function together(known: ProtectedName, other: ProtectedName): ProtectedName {
  const aliases = [...new Set([...known.aliases, ...other.aliases])].slice(0, 50);
  // Looked for in all languages by either: by both.
  const languages =
    known.languages.length === 0 || other.languages.length === 0
      ? []
      : [...new Set([...known.languages, ...other.languages])].slice(0, 50);
  return { ...known, aliases, languages, pseudonym: known.pseudonym ?? other.pseudonym };
}
