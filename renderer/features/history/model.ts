import type { DoEntry, History, Stack } from '../../../shared/history/history';

/** One state the project was in: after the step of `entry`, or (null) before the oldest listed one. */
export interface HistoryRow {
  readonly entry: DoEntry | null;
  /** Steps to get there from now: negative takes back, positive brings again. */
  readonly distance: number;
}

/** Every state that can be gone to, oldest first, at most `limit` steps each way. Linear. */
export function historyRows({ done, undone }: History, limit: number): readonly HistoryRow[] {
  const back = entriesOf(done, limit);
  const forward = entriesOf(undone, limit);
  return [
    { entry: null, distance: 0 - back.length },
    ...back.toReversed().map((entry, n) => ({ entry, distance: n + 1 - back.length })),
    ...forward.map((entry, n) => ({ entry, distance: n + 1 })),
  ];
}

function entriesOf(stack: Stack | null, limit: number): DoEntry[] {
  const entries: DoEntry[] = [];
  for (let at = stack; at && entries.length < limit; at = at.below) entries.push(at.top);
  return entries;
}
