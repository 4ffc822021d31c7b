/** What the review panel lists, in order. Pure. */
import type { ReviewFile } from '../../../shared/api/contract';
import type { Id } from '../../../shared/domain/common';
import type { Project } from '../../../shared/domain/project';
import type { Verdict } from '../../../shared/domain/review';
import type { Thread } from '../../../shared/review/threads';
import type { ReviewState, Tracked } from '../../state/review';

interface Place {
  /** Cue or paragraph. */
  readonly targetId: Id;
  readonly isCue: boolean;
  /** 1-based; null for what is gone. */
  readonly number: number | null;
  readonly startMs: number | null;
}

/** One row of the panel. */
export type Entry = Place &
  (
    | { readonly kind: 'suggestion'; readonly id: Id; readonly tracked: Tracked }
    | { readonly kind: 'thread'; readonly id: Id; readonly thread: Thread }
    | {
        readonly kind: 'verdicts';
        readonly id: Id;
        readonly verdict: Exclude<Verdict, 'fine'>;
        readonly authors: readonly string[];
      }
  );

/** Which entries are listed: what is open, what is in conflict, everything. */
export type EntryFilter = 'open' | 'conflicts' | 'all';

/** All entries about a track and, for the track of the spoken language, the transcript: in the order of time, what is gone at the end. */
export function entriesOf(project: Project, trackId: Id | null, review: ReviewState): readonly Entry[] {
  const track = project.tracks.find(({ id }) => id === trackId);
  const places = new Map<Id, Place>();
  if (track?.kind !== 'translation')
    project.paragraphs.forEach(({ id, words }, at) => {
      const startMs = words.find((word) => word.startMs !== null)?.startMs ?? null;
      places.set(id, { targetId: id, isCue: false, number: at + 1, startMs });
    });
  let number = 0;
  for (const { id, trackId: of, startMs } of project.cues)
    if (of === trackId) places.set(id, { targetId: id, isCue: true, number: ++number, startMs });
  const entries: Entry[] = [];
  const placeOf = (target: Tracked['note']['target']): Place | null => {
    const place = places.get(target.id);
    if (place) return place;
    const isGone = target.kind === 'cue' && target.trackId === trackId;
    return isGone ? { targetId: target.id, isCue: true, number: null, startMs: null } : null;
  };
  for (const list of review.suggestions.values())
    for (const tracked of list) {
      const place = placeOf(tracked.note.target);
      if (place) entries.push({ ...place, kind: 'suggestion', id: tracked.note.id, tracked });
    }
  for (const list of review.threads.values())
    for (const thread of list) {
      const place = placeOf(thread.first.target);
      if (place) entries.push({ ...place, kind: 'thread', id: thread.first.id, thread });
    }
  for (const [id, verdicts] of review.verdicts) {
    const place = places.get(id);
    if (!place) continue;
    for (const verdict of ['wrong', 'unsure'] as const)
      if (verdicts[verdict].length > 0)
        entries.push({
          ...place,
          kind: 'verdicts',
          id: `${verdict} ${id}`,
          verdict,
          authors: verdicts[verdict].map(({ author }) => author),
        });
  }
  const late = (entry: Entry) => entry.startMs ?? Infinity;
  return entries.sort(
    (a, b) =>
      (late(a) === late(b) ? 0 : late(a) - late(b)) ||
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      orderOf(a) - orderOf(b) ||
      (a.id < b.id ? -1 : 1),
  );
}

/** What is said of one subtitle: first what is to be decided, each in the order it was written. */
const KINDS: readonly Entry['kind'][] = ['suggestion', 'thread', 'verdicts'];

function orderOf(entry: Entry): number {
  switch (entry.kind) {
    case 'suggestion':
      return entry.tracked.note.order;
    case 'thread':
      return entry.thread.first.order;
    case 'verdicts':
      return 0;
  }
}

/** Whether something is still to be done about an entry. */
export function isOpen(entry: Entry): boolean {
  switch (entry.kind) {
    case 'suggestion':
      return entry.tracked.note.decision === null;
    case 'thread':
      return entry.thread.first.resolved === null;
    case 'verdicts':
      return true;
  }
}

/** Whether a suggestion cannot be accepted without a person's choice. */
export function isConflict(entry: Entry): boolean {
  return entry.kind === 'suggestion' && isOpen(entry) && entry.tracked.change.state === 'conflict';
}

/** The entries a filter and an author leave; `author` null, or of no entry: everybody's. */
export function filteredEntries(
  entries: readonly Entry[],
  filter: EntryFilter,
  author: string | null,
): readonly Entry[] {
  const by = knownAuthor(entries, author);
  return entries.filter((entry) => {
    if (filter === 'open' && !isOpen(entry)) return false;
    if (filter === 'conflicts' && !isConflict(entry)) return false;
    return by === null || authorsOf(entry).includes(by);
  });
}

/** The author that entries are filtered by: null (everybody) where none is theirs, as in another language or project. */
export function knownAuthor(entries: readonly Entry[], author: string | null): string | null {
  return entries.some((entry) => authorsOf(entry).includes(author ?? '')) ? author : null;
}

/** Who speaks in an entry. */
export function authorsOf(entry: Entry): readonly string[] {
  switch (entry.kind) {
    case 'suggestion':
      return [entry.tracked.note.author];
    case 'thread':
      return [entry.thread.first, ...entry.thread.replies].map(({ author }) => author);
    case 'verdicts':
      return entry.authors;
  }
}

/** Ids of the suggestions among entries that can be accepted as they are. */
export function acceptable(entries: readonly Entry[]): Id[] {
  return entries.flatMap((entry) =>
    entry.kind === 'suggestion' &&
    isOpen(entry) &&
    (entry.tracked.change.state === 'clean' || entry.tracked.change.state === 'done')
      ? [entry.id]
      : [],
  );
}

/** The entry after (1) or before (-1) the one with this id, around the ends; the first or last where there is none. */
export function nextEntry(entries: readonly Entry[], id: Id | null, direction: 1 | -1): Entry | null {
  const at = entries.findIndex((entry) => entry.id === id);
  if (at < 0) return (direction === 1 ? entries[0] : entries.at(-1)) ?? null;
  return entries[(at + direction + entries.length) % entries.length] ?? null;
}

/** Reviews that are looked at, with more: each once. Two that only share their name are two, as are two states of one. */
export function withReviews(
  known: readonly ReviewFile[],
  more: readonly ReviewFile[],
): readonly ReviewFile[] {
  const stateOf = ({ name, notes }: ReviewFile) =>
    [name, notes[0]?.id, notes.length, notes.reduce((sum, { revision }) => sum + revision, 0)].join(' ');
  return [...new Map([...known, ...more].map((review) => [stateOf(review), review])).values()];
}

/** A text that reviewers want, once, however many of them do. */
export interface SuggestedText {
  /** Of the first who wants it. */
  readonly id: Id;
  readonly authors: readonly string[];
  readonly before: string;
  readonly after: string;
  readonly isConflict: boolean;
}

/** The texts that open suggestions would make of a cue, in the order they came, without those it has already. */
export function suggestedTexts(suggestions: readonly Tracked[]): readonly SuggestedText[] {
  const texts = new Map<string, SuggestedText>();
  for (const { note, change } of suggestions) {
    if (note.decision !== null || change.state === 'done') continue;
    const [before, after] =
      change.state === 'clean' ? [change.current, change.after] : [note.base, note.text];
    const isConflict = change.state === 'conflict';
    const key = JSON.stringify([before, after, isConflict]);
    const known = texts.get(key);
    const authors = [...new Set([...(known?.authors ?? []), note.author])];
    texts.set(key, { id: known?.id ?? note.id, authors, before, after, isConflict });
  }
  return [...texts.values()];
}
