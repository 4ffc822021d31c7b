import { z } from 'zod';
import type { NoteTarget, Quote, Verdict } from '../domain/review';
import { projectNoteId } from './merge-notes';
import type { Packet } from './packet';
import { REVIEW_VERSION, type Review, type ReviewNote } from './review-file';

/** A reviewer's work on one packet. Immutable; every change counts the revision of the note it touches up. */
export type Work = Review;

/** What a change is about, and when it is made. */
export interface About {
  readonly target: NoteTarget;
  /** The text the reviewer has before them. */
  readonly base: string;
  /** Ms since 1970. */
  readonly atMs: number;
  /** For a new note: random, since one review may go on from one file in two places. */
  readonly freshId: string;
}

/** Nothing said yet. `reviewId` is fresh. */
export function newWork({ projectId, packetId }: Packet, reviewId: string): Work {
  return {
    format: 'outspoken-review',
    version: REVIEW_VERSION,
    projectId,
    packetId,
    reviewId,
    initials: '',
    notes: [],
  };
}

type Judgement = Extract<ReviewNote, { kind: 'judgement' }>;
type Suggestion = Extract<ReviewNote, { kind: 'suggestion' }>;
export type WorkComment = Extract<ReviewNote, { kind: 'comment' }>;

/** What was said of one target, as far as it was not taken back. */
export interface Said {
  readonly verdict: Verdict | null;
  readonly suggestion: string | null;
  readonly comments: readonly WorkComment[];
}

/** What was said of everything, by the target's id. Linear. */
export function saidByTarget({ notes }: Work): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>();
  for (const note of notes) {
    if (note.withdrawn) continue;
    const known = said.get(note.target.id) ?? { verdict: null, suggestion: null, comments: [] };
    said.set(note.target.id, withNote(known, note));
  }
  return said;
}

function withNote(said: Said, note: ReviewNote): Said {
  switch (note.kind) {
    case 'judgement':
      return { ...said, verdict: note.verdict };
    case 'suggestion':
      return { ...said, suggestion: note.text };
    case 'comment':
      return { ...said, comments: [...said.comments, note] };
  }
}

/** Gives a verdict, or takes it back with null. */
export function judge(work: Work, { target, base, atMs, freshId }: About, verdict: Verdict | null): Work {
  const old = work.notes.find(
    (note): note is Judgement => note.kind === 'judgement' && note.target.id === target.id,
  );
  if (!old && verdict === null) return work;
  const kept = { withdrawn: verdict === null, verdict: verdict ?? old?.verdict ?? 'fine' };
  if (old && old.withdrawn === kept.withdrawn && old.verdict === kept.verdict) return work;
  return put(work, { ...next(freshId, old), kind: 'judgement', target, base, atMs, ...kept });
}

/** Suggests a text; one that is as it was takes the suggestion back. */
export function suggest(work: Work, { target, base, atMs, freshId }: About, text: string): Work {
  const old = work.notes.find(
    (note): note is Suggestion => note.kind === 'suggestion' && note.target.id === target.id,
  );
  const withdrawn = text === base;
  if (!old && withdrawn) return work;
  if (old && old.withdrawn === withdrawn && (withdrawn || old.text === text)) return work;
  return put(work, { ...next(freshId, old), kind: 'suggestion', target, base, atMs, withdrawn, text });
}

/** Adds a comment; empty ones are none. `replyTo` is the project's id of a comment, also for one of this review. */
export function comment(
  work: Work,
  { target, base, atMs, freshId }: About,
  said: { readonly text: string; readonly quote: Quote | null; readonly replyTo: string | null },
): Work {
  if (said.text.trim() === '') return work;
  const note = { ...next(freshId), kind: 'comment' as const, target, base, atMs, withdrawn: false, ...said };
  return put(work, note);
}

/** Writes a comment as it is being typed: a new one under the id of `about`, or that one with another text. */
export function typeComment(
  work: Work,
  about: About,
  said: { readonly text: string; readonly quote: Quote | null; readonly replyTo: string | null },
): Work {
  const isKnown = work.notes.some(({ id }) => id === about.freshId);
  return isKnown ? changeComment(work, about.freshId, said.text) : comment(work, about, said);
}

/** Gives a comment another text; an empty one takes it back. */
export function changeComment(work: Work, id: string, text: string): Work {
  const old = work.notes.find((note): note is WorkComment => note.kind === 'comment' && note.id === id);
  if (!old) return work;
  const withdrawn = text.trim() === '';
  if (old.text === text && old.withdrawn === withdrawn) return work;
  return put(work, { ...old, revision: old.revision + 1, text, withdrawn });
}

/** The project's id of a comment of this review, for answers to it. */
export function commentId({ reviewId }: Work, { id }: WorkComment): string {
  return projectNoteId(reviewId, id);
}

/** Sets who says all this. */
export function signAs(work: Work, initials: string): Work {
  return initials === work.initials ? work : { ...work, initials };
}

/** What of a work is in a file: its initials and the revision of each note. */
export const SavedState = z.object({ initials: z.string(), revisions: z.record(z.string(), z.number()) });
export type SavedState = z.infer<typeof SavedState>;

/** Of a work that was never saved. */
export const NEVER_SAVED: SavedState = { initials: '', revisions: {} };

/** The work as it is, as saved. */
export function savedState({ initials, notes }: Work): SavedState {
  return { initials, revisions: Object.fromEntries(notes.map(({ id, revision }) => [id, revision])) };
}

/** How many things said (a verdict, a suggestion, a comment, the initials) are not in the file as they are now. */
export function unsavedCount({ initials, notes }: Work, saved: SavedState): number {
  const open = notes.filter(({ id, revision, withdrawn }) => {
    const known = saved.revisions[id];
    return known === undefined ? !withdrawn : known !== revision;
  });
  return open.length + (initials === saved.initials ? 0 : 1);
}

/**
 * A work with what another state of it says: of each note the newer one. Of another review of the same packet everything that this
 * one has no word on, and all its comments. The very same work where that is nothing new.
 */
export function joinWork(work: Work, other: Work): Work {
  const known = new Map(work.notes.map((note) => [note.id, note]));
  const own = new Set(work.notes.map(({ kind, target }) => `${kind} ${target.id}`));
  const isSameReview = work.reviewId === other.reviewId;
  const isWanted = ({ kind, target }: ReviewNote) =>
    isSameReview || kind === 'comment' || !own.has(`${kind} ${target.id}`);
  const fresh = other.notes.filter((note) => {
    const before = known.get(note.id);
    return before ? isSameReview && note.revision > before.revision : isWanted(note);
  });
  const initials = work.initials === '' ? other.initials : work.initials;
  if (fresh.length === 0 && initials === work.initials) return work;
  for (const note of fresh) known.set(note.id, note);
  return { ...work, initials, notes: [...known.values()] };
}

function next(freshId: string, old?: ReviewNote): { id: string; revision: number } {
  return old ? { id: old.id, revision: old.revision + 1 } : { id: freshId, revision: 0 };
}

function put(work: Work, note: ReviewNote): Work {
  const at = work.notes.findIndex(({ id }) => id === note.id);
  return { ...work, notes: at < 0 ? [...work.notes, note] : work.notes.with(at, note) };
}
