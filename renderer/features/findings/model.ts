/** What the panel lists and where “next” leads. Pure. */
import type { Finding } from '../../../shared/domain/profile';
import type { Id } from '../../../shared/domain/common';

export type SeverityFilter = 'all' | Finding['severity'];

export interface FindingFilter {
  /** Null: every rule. */
  readonly rule: string | null;
  readonly severity: SeverityFilter;
}

/** The findings a filter lets through, in cue order; the very same array where it lets all through. */
export function filtered(all: readonly Finding[], { rule, severity }: FindingFilter): readonly Finding[] {
  if (rule === null && severity === 'all') return all;
  return all.filter(
    (finding) =>
      (rule === null || finding.rule === rule) && (severity === 'all' || finding.severity === severity),
  );
}

/** How often each rule found something, the most frequent first. */
export function ruleCounts(all: readonly Finding[]): { readonly rule: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { rule } of all) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => ({ rule, count })).sort((a, b) => b.count - a.count);
}

/** Where a walk through the findings stands. */
export interface Place {
  /** The finding gone to last; null before the first. */
  readonly current: Finding | null;
  /** The cue the person is at, if any, and the time shown. */
  readonly cueId: Id | null;
  readonly playheadMs: number;
}

/**
 * The finding after (1) or before (-1) the place, around the ends. From the finding gone to last while the person is still at its
 * cue, else from the cue they are at, else from the playhead. Null in an empty list.
 */
export function nextFinding(list: readonly Finding[], place: Place, direction: 1 | -1): Finding | null {
  if (list.length === 0) return null;
  const at = place.current && place.current.cueId === place.cueId ? indexOfSame(list, place.current) : -1;
  if (at >= 0) return list[(at + direction + list.length) % list.length] ?? null;
  const own = list.findIndex(({ cueId }) => cueId === place.cueId);
  // The person stands at the cue but has not been led to it: its own first (or last) finding comes first.
  if (own >= 0)
    return direction === 1
      ? (list[own] ?? null)
      : (list.findLast(({ cueId }) => cueId === place.cueId) ?? null);
  return direction === 1
    ? (list.find(({ startMs }) => startMs >= place.playheadMs) ?? list[0] ?? null)
    : (list.findLast(({ startMs }) => startMs < place.playheadMs) ?? list.at(-1) ?? null);
}

/** The place of a finding in a list made since: the same rule and fault in the same cue; -1 when it is gone. */
export function indexOfSame(list: readonly Finding[], { cueId, rule, values }: Finding): number {
  const key = JSON.stringify(values);
  const exact = list.findIndex(
    (one) => one.cueId === cueId && one.rule === rule && JSON.stringify(one.values) === key,
  );
  return exact >= 0 ? exact : list.findIndex((one) => one.cueId === cueId && one.rule === rule);
}
