/** Columns of a campaign's list that this app does not know: a contact, a date, who agreed. They are kept when the app writes the list. */
import type { ProtectedName } from '../domain/protected-name';

/** Titles, and for each name of the list its cells under them, as they stand in the file. */
export interface OwnColumns {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const NO_OWN_COLUMNS: OwnColumns = { titles: [], rows: [] };

/**
 * The columns for the same list after it was edited: a row goes with its name, else with a name that shares a spelling (one that
 * was renamed keeps the old as another spelling or was only completed), else with what stands in its place where no name came or
 * went. Rows of deleted names go. Each row is used once.
 */
export function ownColumnsAfter(
  before: { readonly names: readonly ProtectedName[]; readonly own: OwnColumns },
  after: readonly ProtectedName[],
): OwnColumns {
  const { titles, rows } = before.own;
  if (titles.length === 0) return NO_OWN_COLUMNS;
  const unused = new Set(before.names.keys());
  const found = new Map<number, number>();
  const match = (isSame: (old: ProtectedName, name: ProtectedName, from: number, to: number) => boolean) => {
    for (const [to, name] of after.entries()) {
      if (found.has(to)) continue;
      const from = [...unused].find((at) => {
        const old = before.names[at];
        return old !== undefined && isSame(old, name, at, to);
      });
      if (from === undefined) continue;
      found.set(to, from);
      unused.delete(from);
    }
  };
  match((old, { name }) => old.name === name);
  match((old, name) => spellingsOf(old).some((spelling) => spellingsOf(name).includes(spelling)));
  if (before.names.length === after.length) match((_, __, from, to) => from === to);
  const empty = titles.map(() => '');
  return { titles, rows: after.map((_, to) => rows[found.get(to) ?? -1] ?? empty) };
}

function spellingsOf({ name, aliases }: ProtectedName): string[] {
  return [name, ...aliases];
}
