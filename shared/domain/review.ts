import { z } from 'zod';
import { Extra, Id, Order } from './common';

/** A moment of the real world: integer ms since 1970. */
export const Moment = z.number().int().min(0).max(8_640_000_000_000_000);

/** What somebody goes by: initials or a nickname. Empty where they gave none. */
export const Initials = z.string().max(24);

/** Who said something about the work, and when. */
export const Signature = z.object({ by: Initials, atMs: Moment });
export type Signature = z.infer<typeof Signature>;

/** Longest text of a note or of what it is about, in UTF-16 units (that of a cue, see `Cue`). */
export const MAX_NOTE_TEXT = 20_000;
const NoteText = z.string().max(MAX_NOTE_TEXT);

/** What a note is about. The track stays known when the cue is gone. */
export const NoteTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cue'), id: Id, trackId: Id }),
  z.object({ kind: z.literal('paragraph'), id: Id }),
]);
export type NoteTarget = z.infer<typeof NoteTarget>;

/** Some words of `base`: `[from, to)` in UTF-16 units. */
export const Quote = z.object({
  from: z.number().int().min(0).max(MAX_NOTE_TEXT),
  to: z.number().int().min(0).max(MAX_NOTE_TEXT),
});
export type Quote = z.infer<typeof Quote>;

export const Verdict = z.enum(['fine', 'unsure', 'wrong']);
export type Verdict = z.infer<typeof Verdict>;

const note = {
  /** In a review: unique there. In a project: the review's id, `_`, and that. */
  id: Id,
  /** The review's moment, so that notes stand in the order they were written, whoever's came back first. */
  order: Order,
  /** Null: written in the app. */
  reviewId: Id.nullable(),
  author: Initials,
  /** Counts the changes its author made: of two states of one note the higher one holds. */
  revision: z.number().int().min(0).max(1_000_000),
  target: NoteTarget,
  /** The text it was written about, as the author saw it. */
  base: NoteText,
  /** Its author took it back. */
  withdrawn: z.boolean(),
  extra: Extra,
};

export const Comment = z.object({
  ...note,
  kind: z.literal('comment'),
  /** Null: about all of it. */
  quote: Quote.nullable(),
  text: NoteText,
  /** The project's id of the comment it answers. */
  replyTo: Id.nullable(),
  resolved: Signature.nullable(),
});
export type Comment = z.infer<typeof Comment>;

export const Suggestion = z.object({
  ...note,
  kind: z.literal('suggestion'),
  /** What `base` should become. */
  text: NoteText,
  /** Null while nobody decided. */
  decision: Signature.extend({ answer: z.enum(['accepted', 'rejected']) }).nullable(),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const Judgement = z.object({ ...note, kind: z.literal('judgement'), verdict: Verdict });
export type Judgement = z.infer<typeof Judgement>;

/** One thing that somebody has to say about a cue or a paragraph. */
export const Note = z.discriminatedUnion('kind', [Comment, Suggestion, Judgement]);
export type Note = z.infer<typeof Note>;

/** A state of the project that can be returned to. */
export const Version = z.object({
  id: Id,
  order: Order,
  /** `imported`: as the transcript came in. */
  kind: z.enum(['named', 'imported']),
  name: z.string().max(200),
  saved: Signature,
  /** The tables as text (`shared/review/versions.ts`): read only when somebody looks, so that opening costs nothing. */
  content: z.string(),
  extra: Extra,
});
export type Version = z.infer<typeof Version>;
