/** Which source cues a translation renders: by identity, never by time. */
import type { Id } from '../domain/common';
import type { Cue } from '../domain/track';

type Linked = Pick<Cue, 'sourceCueId' | 'moreSourceCueIds'>;

/** The source cues that a cue renders, in order; none for a cue that is no translation or lost its source. */
export function sourceIdsOf({ sourceCueId, moreSourceCueIds = [] }: Linked): readonly Id[] {
  return sourceCueId === null ? [] : [sourceCueId, ...moreSourceCueIds];
}

/** The cue as a translation of these source cues, each once; the very same where it is that already. */
export function withSourceIds(cue: Cue, ids: readonly Id[]): Cue {
  const [first = null, ...more] = new Set(ids);
  const before = sourceIdsOf(cue);
  if (before.length === (first === null ? 0 : more.length + 1) && before.every((id, n) => id === ids[n]))
    return cue;
  // Taken out, not set to undefined: records are plain JSON.
  const next: Cue = { ...cue, sourceCueId: first };
  delete next.moreSourceCueIds;
  return more.length === 0 ? next : { ...next, moreSourceCueIds: more };
}

/** Where each source cue of a track went: to the ids that stand in its place now. What is not named stays. */
export type Moves = ReadonlyMap<Id, readonly Id[]>;

/** The cue with its links following `moves`; the very same where none of its sources moved. */
export function withMovedSources(cue: Cue, moves: Moves): Cue {
  const ids = sourceIdsOf(cue);
  return ids.some((id) => moves.has(id))
    ? withSourceIds(
        cue,
        ids.flatMap((id) => moves.get(id) ?? [id]),
      )
    : cue;
}

/** How far a cut may lie from where two sources meet to be taken for that place, as a share of the smaller side. Ours. */
const NEAR = 0.2;

/**
 * How the source cues of a cue are shared out when it is divided after `share` (0 to 1) of its text: at the place between two
 * of them where that is near, so that a merge and a split give back what was there; else both parts keep all.
 * `lengths`: of the source texts, in the order of `ids`.
 */
export function sharedOut(
  ids: readonly Id[],
  lengths: readonly number[],
  share: number,
): readonly [readonly Id[], readonly Id[]] {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let sum = 0;
  let best: { readonly at: number; readonly far: number } | null = null;
  for (let at = 1; at < ids.length && total > 0; at++) {
    sum += lengths[at - 1] ?? 0;
    const meet = sum / total;
    const far = Math.abs(meet - share);
    if (far <= NEAR * Math.min(meet, 1 - meet) && (best === null || far < best.far)) best = { at, far };
  }
  return best === null ? [ids, ids] : [ids.slice(0, best.at), ids.slice(best.at)];
}

/** The translations of each source cue among `cues`, in their order. Linear. */
export function translationsBySource(cues: readonly Cue[]): ReadonlyMap<Id, readonly Cue[]> {
  const found = new Map<Id, Cue[]>();
  for (const cue of cues)
    for (const id of sourceIdsOf(cue)) {
      const known = found.get(id);
      if (known) known.push(cue);
      else found.set(id, [cue]);
    }
  return found;
}
