import { z } from 'zod';
import { AppError } from '../api/errors';
import { Id } from '../domain/common';
import { Initials, MAX_NOTE_TEXT, Moment, NoteTarget, Quote, Verdict } from '../domain/review';

/** Id of a packet or a review: long enough that two never meet, short enough to stand before a note's id. */
export const ShortId = z.string().regex(/^[A-Za-z0-9-]{8,36}$/);
/** A note's id inside its review. */
const NoteId = z.string().regex(/^[A-Za-z0-9-]{1,24}$/);
const Text = z.string().max(MAX_NOTE_TEXT);

const common = {
  id: NoteId,
  revision: z.number().int().min(0).max(1_000_000),
  atMs: Moment,
  target: NoteTarget,
  /** What the reviewer had before them. */
  base: Text,
  withdrawn: z.boolean().default(false),
};

/** One entry of a review. */
export const ReviewNote = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('comment'),
    quote: Quote.nullable().default(null),
    text: Text,
    /** Id of a comment of this review, or the project's of one that came with the packet. */
    replyTo: Id.nullable().default(null),
  }),
  z.object({ ...common, kind: z.literal('suggestion'), text: Text }),
  z.object({ ...common, kind: z.literal('judgement'), verdict: Verdict }),
]);
export type ReviewNote = z.infer<typeof ReviewNote>;

const ReviewHead = z.object({
  format: z.literal('outspoken-review'),
  version: z.number().int().min(1),
  projectId: Id,
  packetId: ShortId,
  reviewId: ShortId,
  initials: Initials,
});

/** What comes back from a reviewer. */
export interface Review extends z.infer<typeof ReviewHead> {
  readonly notes: readonly ReviewNote[];
}

/** A review as read, and how much of the file could not be. */
export interface ReviewRead {
  readonly review: Review;
  /** Entries that are not what they should be; the others stand. */
  readonly unreadable: number;
  /** The file ends before its end. */
  readonly isCut: boolean;
}

/** The version this app writes. */
export const REVIEW_VERSION = 1;
/** Largest review file that is read: that of 2,000 cues with something to say on each is about 1 MB. */
export const MAX_REVIEW_BYTES = 16 * 1024 * 1024;
/** More entries than any person makes. */
export const MAX_REVIEW_NOTES = 50_000;

/** A review as the text of its file: one entry a line, so that a file that was cut off can still be read so far. */
export function writeReview({ notes, ...head }: Review): string {
  const fields = JSON.stringify({ ...head, format: 'outspoken-review' }).slice(0, -1);
  const lines = notes.map((note) => JSON.stringify(note)).join(',\n');
  return `${fields},"notes":[\n${lines}\n]}\n`;
}

/**
 * Reads a review file; `name` is the file's, for messages. What is not an entry is counted and left out, the rest of a file that
 * was cut off is saved. Throws `not-a-review`, `newer-review`, `too-large`.
 */
export function parseReview(text: string, name: string): ReviewRead {
  if (text.length > MAX_REVIEW_BYTES) throw tooLarge(name, text.length);
  const clean = text.replace(/^\uFEFF/, '');
  const whole = readJson(clean);
  const raw = whole ?? rescued(clean);
  const head = ReviewHead.safeParse(raw);
  const found = z.object({ notes: z.array(z.unknown()) }).safeParse(raw);
  if (!head.success || !found.success) throw new AppError('not-a-review', { name });
  if (head.data.version > REVIEW_VERSION) throw new AppError('newer-review', { name });
  const { notes, unreadable } = readNotes(found.data.notes);
  return { review: { ...head.data, notes }, unreadable, isCut: whole === null };
}

function readNotes(raw: readonly unknown[]): { notes: ReviewNote[]; unreadable: number } {
  const notes = new Map<string, ReviewNote>();
  let unreadable = Math.max(0, raw.length - MAX_REVIEW_NOTES);
  for (const entry of raw.slice(0, MAX_REVIEW_NOTES)) {
    const note = ReviewNote.safeParse(entry);
    // An id that comes twice was copied by hand: neither is known to be right, the first one stays.
    if (note.success && !notes.has(note.data.id)) notes.set(note.data.id, note.data);
    else unreadable += 1;
  }
  return { notes: [...notes.values()], unreadable };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** What can be read of a file that was cut off: its head and every whole line of entries. */
function rescued(text: string): unknown {
  const [first = '', ...lines] = text.split('\n');
  if (!first.endsWith(',"notes":[')) return null;
  const head = readJson(`${first}]}`);
  if (typeof head !== 'object' || head === null) return null;
  const notes = lines.flatMap((line) => {
    const note = readJson(line.replace(/,\s*$/, ''));
    return note === null ? [] : [note];
  });
  return { ...head, notes };
}

function tooLarge(name: string, length: number): AppError {
  const mib = (bytes: number) => `${Math.ceil(bytes / 1_048_576)} MB`;
  return new AppError('too-large', { name, size: mib(length), limit: mib(MAX_REVIEW_BYTES) });
}
