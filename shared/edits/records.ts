import { AppError } from '../api/errors';
import type { Cue, Track } from '../domain/track';
import type { Paragraph, Speaker } from '../domain/transcript';
import type { Project } from '../domain/project';
import { sameData } from '../history/equal';
import { exchangeRecords, updateTable } from '../history/tables';
import type { HardBreaks } from '../text/hard-breaks';
import { sourceIdsOf, withMovedSources } from '../translation/links';
import { oneLine } from '../text/unspaced';

/** Latest time the model knows, in ms (see `Time`). */
export const MAX_TIME_MS = 3_600_000_000;
/** Longest text of a cue, in UTF-16 units (see `Cue`). */
export const MAX_TEXT = 20_000;

/** The cue of an id. Throws `bad-request`. */
export function cueOf(project: Project, id: string): Cue {
  return found(
    project.cues.find((cue) => cue.id === id),
    'cue',
    id,
  );
}

/** The cues of ids, in the table's order, each once. Throws `bad-request` when one is not there. */
export function cuesOf(project: Project, ids: readonly string[]): Cue[] {
  const listed = inOrder(project.cues, ids);
  if (listed) return listed;
  const wanted = new Set(ids);
  const cues = project.cues.filter((cue) => wanted.delete(cue.id));
  for (const id of wanted) found(undefined, 'cue', id);
  return cues;
}

/** The cues of ids that come in the order of `cues`; null where they do not. Needs no index: all of a long film may be meant. */
function inOrder(cues: readonly Cue[], ids: readonly string[]): Cue[] | null {
  const listed: Cue[] = [];
  for (const cue of cues) if (cue.id === ids[listed.length]) listed.push(cue);
  return listed.length === ids.length ? listed : null;
}

/** The track of an id. Throws `bad-request`. */
export function trackOf(project: Project, id: string): Track {
  return found(
    project.tracks.find((track) => track.id === id),
    'track',
    id,
  );
}

/** The speaker of an id. Throws `bad-request`. */
export function speakerOf(project: Project, id: string): Speaker {
  return found(
    project.speakers.find((speaker) => speaker.id === id),
    'speaker',
    id,
  );
}

/** The paragraph of an id. Throws `bad-request`. */
export function paragraphOf(project: Project, id: string): Paragraph {
  return found(
    project.paragraphs.find((paragraph) => paragraph.id === id),
    'paragraph',
    id,
  );
}

function found<R>(record: R | undefined, kind: string, id: string): R {
  if (record === undefined) throw new AppError('bad-request', { reason: `there is no ${kind} ${id}` });
  return record;
}

/** The project with cues exchanged: `removed` as they stand in it now, `added` as they shall be. */
export function withCues(project: Project, removed: readonly Cue[], added: readonly Cue[]): Project {
  if (removed.length === 0 && added.length === 0) return project;
  return { ...project, cues: updateTable(project.cues, removed, added) };
}

/**
 * The project with each of `cues` changed by `change`; a cue that comes back as it went, by reference, is left alone, and
 * with none changed the project is the very same.
 */
export function mapCues(project: Project, cues: readonly Cue[], change: (cue: Cue) => Cue): Project {
  const before: Cue[] = [];
  const after: Cue[] = [];
  for (const cue of cues) {
    const changed = change(cue);
    if (changed === cue) continue;
    before.push(cue);
    after.push(changed);
  }
  return before.length === 0 ? project : { ...project, cues: exchangeRecords(project.cues, before, after) };
}

/** The project with translations of the source cues `ids` marked stale. */
export function withStaleTranslations(project: Project, ids: Iterable<string>): Project {
  const sources = new Set(ids);
  if (sources.size === 0) return project;
  return mapCues(project, project.cues, (cue) =>
    !cue.stale && cue.sourceCueId !== null && sourceIdsOf(cue).some((id) => sources.has(id))
      ? { ...cue, stale: true }
      : cue,
  );
}

/** The project with cues that went taken out of the links to them: their translations stay, stale, with what sources are left. */
export function withoutSources(project: Project, ids: Iterable<string>): Project {
  const moves = new Map([...ids].map((id) => [id, []]));
  return mapCues(project, project.cues, (cue) => {
    const left = withMovedSources(cue, moves);
    return left === cue ? cue : { ...left, stale: true };
  });
}

/** A cue with other hard breaks; the very same where they are its own. */
export function withHardBreaks(cue: Cue, hardBreaks: HardBreaks): Cue {
  if (sameData(cue.hardBreaks ?? [], hardBreaks)) return cue;
  const changed: Cue = { ...cue, hardBreaks: [...hardBreaks] };
  if (hardBreaks.length === 0) delete changed.hardBreaks;
  return changed;
}

/**
 * The project with the texts of cues changed by `textOf`. Approvals of those that changed are lost; translations of them
 * become stale unless only line breaks moved. Throws `bad-request` for a text longer than the model allows.
 */
export function withTexts(project: Project, cues: readonly Cue[], textOf: (cue: Cue) => string): Project {
  const reworded: string[] = [];
  const next = mapCues(project, cues, (cue) => {
    const text = textOf(cue);
    if (text === cue.text) return cue;
    if (oneLine(cue.text) !== oneLine(text)) reworded.push(cue.id);
    return { ...unapproved(project, cue), text: validText(text, MAX_TEXT, 'the text') };
  });
  return withStaleTranslations(next, reworded);
}

/** A cue with other times, said to be set by a person; the very same cue where they are its own. */
export function retimed(cue: Cue, { startMs, endMs }: { startMs: number; endMs: number }): Cue {
  if (startMs === cue.startMs && endMs === cue.endMs) return cue;
  return { ...settled(cue), startMs, endMs, timedByHand: true };
}

/** The cue with nothing left to say about words that moved without it; the very same where there was nothing. */
export function settled(cue: Cue): Cue {
  if (cue.wordsMoved === undefined) return cue;
  const rest = { ...cue };
  delete rest.wordsMoved;
  return rest;
}

/** What is left of an approval once the text under it changed. */
export function withoutApproval(project: Project, cue: Cue): Cue['status'] {
  if (cue.status !== 'approved' && cue.status !== 'reviewed') return cue.status;
  return trackOf(project, cue.trackId).kind === 'translation' ? 'translated' : 'timed';
}

/** The cue once its text changed: an approval is lost, and with it who gave it; the very same where there was none. */
export function unapproved(project: Project, cue: Cue): Cue {
  const status = withoutApproval(project, cue);
  return status === cue.status ? cue : { ...unsigned(cue), status };
}

/** The cue without the mark of who gave it its status; the very same where nobody did. */
export function unsigned(cue: Cue): Cue {
  if (cue.signed === undefined) return cue;
  const rest = { ...cue };
  delete rest.signed;
  return rest;
}

/** The cue as a person's work, whoever drafted it; the very same where no machine did. */
export function handWritten(cue: Cue): Cue {
  if (cue.machine === undefined) return cue;
  const rest = { ...cue };
  delete rest.machine;
  return rest;
}

/** A whole number of ms in [0, 1000 h]. Throws `bad-request` for NaN and infinities. */
export function validTime(ms: number): number {
  if (!Number.isFinite(ms)) throw new AppError('bad-request', { reason: 'a time must be a number' });
  return Math.min(MAX_TIME_MS, Math.max(0, Math.round(ms)));
}

/** `[startMs, endMs)` of valid times that is at least 1 ms long; the end gives way. */
export function validSpan(startMs: number, endMs: number): { startMs: number; endMs: number } {
  const start = Math.min(validTime(startMs), MAX_TIME_MS - 1);
  return { startMs: start, endMs: Math.max(validTime(endMs), start + 1) };
}

/** `text`, unless it is longer than the model allows: then throws `bad-request`. */
export function validText(text: string, max: number, what: string): string {
  if (text.length > max)
    throw new AppError('bad-request', { reason: `${what} is longer than ${max} characters` });
  return text;
}

/** An order behind all records of a table. */
export function orderAfter(records: readonly { readonly order: number }[]): number {
  const last = records.at(-1);
  return last === undefined ? 0 : Math.floor(last.order) + 1;
}
