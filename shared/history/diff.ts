import { AppError } from '../api/errors';
import type { RecordChange } from '../domain/change';
import type { Project, TableName } from '../domain/project';
import type { Cue } from '../domain/track';
import { sameData } from './equal';
import { compareRecords, indexOfRecord, sorted, updateTable, type Keyed } from './tables';

type ChangeOf<T extends TableName> = Extract<RecordChange, { table: T }>;
interface Difference<R> {
  readonly id: string;
  readonly before: R | null;
  readonly after: R | null;
}

/** `forward` goes from `before` to `after`, `back` the other way. */
export type Direction = 'forward' | 'back';

/**
 * What changed between two projects, record by record. Records are compared by reference first, so for edits that share
 * what they leave alone the cost is one scan of the changed tables plus O(changed). Records equal in content are no change.
 */
export function diffProjects(before: Project, after: Project): RecordChange[] {
  if (before === after) return [];
  const changes: RecordChange[] = [];
  if (!sameData(before.meta, after.meta))
    changes.push({ table: 'meta', id: after.meta.id, before: before.meta, after: after.meta });
  for (const change of diffTable(before.speakers, after.speakers))
    changes.push({ table: 'speakers', ...change });
  for (const change of diffTable(before.paragraphs, after.paragraphs))
    changes.push({ table: 'paragraphs', ...change });
  for (const change of diffTable(before.tracks, after.tracks)) changes.push({ table: 'tracks', ...change });
  for (const change of diffTable(before.cues, after.cues)) changes.push({ table: 'cues', ...change });
  for (const change of diffTable(before.styles, after.styles)) changes.push({ table: 'styles', ...change });
  for (const change of diffTable(before.markers ?? [], after.markers ?? []))
    changes.push({ table: 'markers', ...change });
  for (const change of diffTable(before.redactions ?? [], after.redactions ?? []))
    changes.push({ table: 'redactions', ...change });
  for (const change of diffTable(before.notes, after.notes)) changes.push({ table: 'notes', ...change });
  for (const change of diffTable(before.versions, after.versions))
    changes.push({ table: 'versions', ...change });
  return changes;
}

function diffTable<R extends Keyed>(before: readonly R[], after: readonly R[]): Difference<R>[] {
  if (before === after) return [];
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let fromBefore = before.length;
  let fromAfter = after.length;
  while (fromBefore > start && fromAfter > start && before[fromBefore - 1] === after[fromAfter - 1]) {
    fromBefore -= 1;
    fromAfter -= 1;
  }
  // Mostly records stay at their places, also where all of them changed: only the others are looked up.
  const isAtPlace = (n: number) => n < fromBefore && n < fromAfter && before[n]?.id === after[n]?.id;
  const old = new Map<string, R>();
  for (let n = start; n < fromBefore; n += 1) {
    const record = before[n];
    if (record && !isAtPlace(n)) old.set(record.id, record);
  }
  const changes: Difference<R>[] = [];
  for (let n = start; n < fromAfter; n += 1) {
    const record = after[n];
    if (!record) continue;
    const was = (isAtPlace(n) ? before[n] : old.get(record.id)) ?? null;
    old.delete(record.id);
    if (was === null || compareRecords(was, record) !== 0 || !sameData(was, record))
      changes.push({ id: record.id, before: was, after: record });
  }
  for (const record of old.values()) changes.push({ id: record.id, before: record, after: null });
  return changes;
}

/**
 * The project after (or, `back`, before) the changes. Tables stay sorted and unchanged records and tables are shared; no
 * changes give the very same project.
 * Throws `bad-request` and changes nothing when a record is not what the changes expect to find: an entry made for another
 * state is never half-applied. O(n) in the touched tables for the copy, O(k log n) for the rest.
 */
export function applyChanges(
  project: Project,
  changes: readonly RecordChange[],
  direction: Direction,
): Project {
  if (changes.length === 0) return project;
  const touched = new Set(changes.map(({ table }) => table));
  const of = <T extends TableName>(table: T) =>
    touched.has(table) ? changes.filter((change): change is ChangeOf<T> => change.table === table) : [];
  const next = {
    meta: applyToMeta(project.meta, of('meta'), direction),
    speakers: applyToTable(project.speakers, of('speakers'), direction),
    paragraphs: applyToTable(project.paragraphs, of('paragraphs'), direction),
    tracks: applyToTable(project.tracks, of('tracks'), direction),
    cues: applyToTable(project.cues, of('cues'), direction),
    styles: applyToTable(project.styles, of('styles'), direction),
    ...markersAfter(project, of('markers'), direction),
    ...redactionsAfter(project, of('redactions'), direction),
    notes: applyToTable(project.notes, of('notes'), direction),
    versions: applyToTable(project.versions, of('versions'), direction),
  };
  refuseStrays(next, of('cues'), of('tracks'), direction);
  return next;
}

/** Without markers there is no such table, as in projects of earlier versions. */
function markersAfter(
  { markers }: Project,
  changes: readonly ChangeOf<'markers'>[],
  direction: Direction,
): Pick<Project, 'markers'> {
  const next = applyToTable(markers ?? [], changes, direction);
  return next.length > 0 ? { markers: next } : {};
}

/** Without redactions there is no such table, as in projects of earlier versions. */
function redactionsAfter(
  { redactions }: Project,
  changes: readonly ChangeOf<'redactions'>[],
  direction: Direction,
): Pick<Project, 'redactions'> {
  const next = applyToTable(redactions ?? [], changes, direction);
  return next.length > 0 ? { redactions: next } : {};
}

/** A cue whose track is gone would be shown nowhere and lost in silence. */
function refuseStrays(
  project: Project,
  cues: readonly ChangeOf<'cues'>[],
  tracks: readonly ChangeOf<'tracks'>[],
  direction: Direction,
): void {
  if (cues.length === 0 && tracks.length === 0) return;
  const known = new Set(project.tracks.map(({ id }) => id));
  const refuse = (cue: Cue | null) => {
    if (cue && !known.has(cue.trackId)) throw unexpected('cues', cue.id);
  };
  const trackGone = tracks.some((change) => ends(change, direction).to === null);
  if (trackGone) project.cues.forEach(refuse);
  else for (const change of cues) refuse(direction === 'forward' ? change.after : change.before);
}

function applyToMeta(
  meta: Project['meta'],
  changes: readonly ChangeOf<'meta'>[],
  direction: Direction,
): Project['meta'] {
  const [change, more] = changes;
  if (!change) return meta;
  const { from, to } = ends(change, direction);
  if (more || from === null || to === null || !sameData(meta, from)) throw unexpected('meta', change.id);
  return to;
}

function applyToTable<R extends Keyed>(
  records: R[],
  changes: readonly (Difference<R> & { readonly table: TableName })[],
  direction: Direction,
): R[] {
  if (changes.length === 0) return records;
  const exchanged = exchangedInPlace(records, changes, direction);
  if (exchanged) return exchanged;
  const removed: R[] = [];
  const added: R[] = [];
  const touched = new Set<string>();
  let likely = 0;
  for (const change of changes) {
    const { from, to } = ends(change, direction);
    const known = from === null ? -1 : indexNear(records, from, likely);
    likely = known + 1;
    const expected = from === null || (known >= 0 && sameData(records[known], from));
    const named = (from?.id ?? change.id) === change.id && (to?.id ?? change.id) === change.id;
    if (!expected || !named || touched.has(change.id)) throw unexpected(change.table, change.id);
    touched.add(change.id);
    if (from) removed.push(from);
    if (to) added.push(to);
  }
  refuseKnownIds(records, changes, direction);
  return updateTable(records, removed, added);
}

/**
 * The table after changes that each put one record for another and name them in the table's order, as edits of many do: without
 * an index of what was touched. Null where they are otherwise, be they right or wrong.
 */
function exchangedInPlace<R extends Keyed>(
  records: R[],
  changes: readonly Difference<R>[],
  direction: Direction,
): R[] | null {
  const isForward = direction === 'forward';
  const next = records.slice();
  let free = 0;
  for (const { id, before, after } of changes) {
    const from = isForward ? before : after;
    const to = isForward ? after : before;
    if (from?.id !== id || to?.id !== id) return null;
    const at = indexNear(records, from, free);
    if (at < free || !sameData(records[at], from)) return null;
    next[at] = to;
    free = at + 1;
  }
  return sorted(next);
}

/** As `indexOfRecord`; edits of many records name them in their order, so the next one is mostly the one behind the last. */
function indexNear<R extends Keyed>(records: readonly R[], record: R, likely: number): number {
  return records[likely] === record ? likely : indexOfRecord(records, record);
}

/** A record that is said to be new must not be there yet under the same id, wherever it stands. */
function refuseKnownIds<R extends Keyed>(
  records: readonly R[],
  changes: readonly (Difference<R> & { readonly table: TableName })[],
  direction: Direction,
): void {
  const fresh = new Set<string>();
  for (const change of changes) if (ends(change, direction).from === null) fresh.add(change.id);
  if (fresh.size === 0) return;
  const table = changes[0]?.table ?? 'cues';
  for (const record of records) if (fresh.has(record.id)) throw unexpected(table, record.id);
}

function ends<R>(change: Difference<R>, direction: Direction): { from: R | null; to: R | null } {
  return direction === 'forward'
    ? { from: change.before, to: change.after }
    : { from: change.after, to: change.before };
}

function unexpected(table: TableName, id: string): AppError {
  return new AppError('bad-request', {
    reason: `the record ${id} of ${table} is not as this step expects it`,
  });
}
