import type { Project } from '../domain/project';

/** Any record of a table that has an order: cues and markers stand by their times, all others by `order`. */
export type Keyed =
  | { readonly id: string; readonly startMs: number; readonly endMs: number }
  | { readonly id: string; readonly atMs: number }
  | { readonly id: string; readonly order: number };

/** How records of one table stand: cues by (startMs, endMs, id), markers by (atMs, id), others by (order, id); ids by code unit. */
export function compareRecords(a: Keyed, b: Keyed): number {
  if ('order' in a) {
    if ('order' in b && a.order !== b.order) return a.order - b.order;
  } else if ('atMs' in a) {
    if ('atMs' in b && a.atMs !== b.atMs) return a.atMs - b.atMs;
  } else if ('startMs' in b) {
    if (a.startMs !== b.startMs) return a.startMs - b.startMs;
    if (a.endMs !== b.endMs) return a.endMs - b.endMs;
  }
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** First index of a sorted table whose record does not stand before `record`. O(log n). */
export function lowerBound(records: readonly Keyed[], record: Keyed): number {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = records[middle];
    if (found && compareRecords(found, record) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the record with the same id and the same place in the order, or -1. O(log n). */
export function indexOfRecord(records: readonly Keyed[], record: Keyed): number {
  const index = lowerBound(records, record);
  return records[index]?.id === record.id ? index : -1;
}

/** From this many touched records on, one pass over the table is cheaper than an array copy for each of them. */
const FEW = 24;

/**
 * A new sorted table without the records `removed` (by id and place in the order; unknown ones are ignored) and with
 * `added`. Unchanged records are shared. O(n) for the copy, plus O(k log k).
 */
export function updateTable<R extends Keyed>(
  records: readonly R[],
  removed: readonly R[],
  added: readonly R[],
): R[] {
  if (removed.length + added.length > FEW) return mergeTable(records, removed, added);
  const next = records.slice();
  for (const record of removed) {
    const index = indexOfRecord(next, record);
    if (index >= 0) next.splice(index, 1);
  }
  for (const record of added) next.splice(lowerBound(next, record), 0, record);
  return next;
}

function mergeTable<R extends Keyed>(records: readonly R[], removed: readonly R[], added: readonly R[]): R[] {
  const gone = new Set(removed.map((record) => record.id));
  const coming = [...added].sort(compareRecords);
  const next: R[] = [];
  let from = 0;
  for (const record of records) {
    if (gone.has(record.id)) continue;
    for (let first = coming[from]; first && compareRecords(first, record) < 0; first = coming[from]) {
      next.push(first);
      from += 1;
    }
    next.push(record);
  }
  for (const record of coming.slice(from)) next.push(record);
  return next;
}

/**
 * A new sorted table in which each record of `before` gave way to the one that stands for it in `after`; unknown ones are
 * ignored. One pass, without an index, where `before` are the table's very records in its order: so that a step that touches
 * ten thousand keeps nobody waiting.
 */
export function exchangeRecords<R extends Keyed>(
  records: readonly R[],
  before: readonly R[],
  after: readonly R[],
): R[] {
  if (before.length <= FEW) return updateTable(records, before, after);
  const next = records.slice();
  let from = 0;
  for (let n = 0; n < before.length; n += 1) {
    const was = before[n];
    const is = after[n];
    const at = was === undefined ? -1 : records.indexOf(was, from);
    if (at < 0 || is === undefined) return updateTable(records, before, after);
    next[at] = is;
    from = at + 1;
  }
  return sorted(next);
}

/** The same project with every table in its order. Shares tables that already are. */
export function sortedProject(project: Project): Project {
  return {
    meta: project.meta,
    speakers: sorted(project.speakers),
    paragraphs: sorted(project.paragraphs),
    tracks: sorted(project.tracks),
    cues: sorted(project.cues),
    styles: sorted(project.styles),
    ...(project.markers ? { markers: sorted(project.markers) } : {}),
    ...(project.redactions ? { redactions: sorted(project.redactions) } : {}),
    notes: sorted(project.notes),
    versions: sorted(project.versions),
  };
}

/** The records in their order: the very same array where they stand in it. */
export function sorted<R extends Keyed>(records: R[]): R[] {
  const inOrder = records.every((record, index) => {
    const before = records[index - 1];
    return before === undefined || compareRecords(before, record) <= 0;
  });
  return inOrder ? records : [...records].sort(compareRecords);
}

/** A project with nothing in it yet. `id` is new, `language` what is spoken in it. */
export function emptyProject(options: {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly media?: Project['meta']['media'];
}): Project {
  const { id, title, language, media = null } = options;
  return {
    meta: { id, title, language, media },
    speakers: [],
    paragraphs: [],
    tracks: [],
    cues: [],
    styles: [],
    notes: [],
    versions: [],
  };
}
