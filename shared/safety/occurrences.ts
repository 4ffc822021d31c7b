/** Where the names of a list stand in a project, as an export would find them before any pseudonym. */
import type { NameFinding } from '../domain/export';
import type { Project } from '../domain/project';
import type { ProtectedName } from '../domain/protected-name';
import { createGuard } from './guard';
import { textsOf } from './public-project';

/** How often a name stands in a project, and where: the first few places. */
export interface Occurrences {
  readonly count: number;
  readonly places: readonly Pick<NameFinding, 'place' | 'found' | 'recordId'>[];
}

/** More places than this are counted, not told. */
export const MOST_PLACES = 30;

/** Texts that are looked through between two rests: some milliseconds' worth. */
const TEXTS_A_STEP = 40;

/**
 * For each name of a list, in its order, in steps (`steps.ts`). Linear in the project's texts. Entries of the same name share what
 * is found.
 */
export function* occurrencesOf(
  project: Project,
  names: readonly ProtectedName[],
): Generator<undefined, Occurrences[]> {
  const found = new Map<string, { count: number; places: Occurrences['places'][number][] }>();
  const guard = createGuard(names);
  yield;
  let looked = 0;
  for (const piece of textsOf(project)) {
    for (const { name, place, found: text, recordId } of guard.find([piece])) {
      const known = found.get(name) ?? { count: 0, places: [] };
      known.count += 1;
      if (known.places.length < MOST_PLACES) known.places.push({ place, found: text, recordId });
      found.set(name, known);
    }
    if (++looked % TEXTS_A_STEP === 0) yield;
  }
  return names.map(({ name }) => found.get(name) ?? { count: 0, places: [] });
}
