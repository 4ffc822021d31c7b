/** Review packets and the reviews that come back. */
import { z } from 'zod';
import { Id } from '../../domain/common';
import { ErrorData, Job } from '../../domain/job';
import { Initials, Note } from '../../domain/review';
import { Handle, TextSource, inSession, method } from './common';
import { writesAlone } from './export';

/** What goes into a review packet. */
export const PacketChoice = z.object({
  trackIds: z.array(Id).max(200),
  /** Of the packet's own page. */
  language: z.enum(['en', 'ru', 'kk', 'es', 'fr', 'ar']),
  transcript: z.boolean(),
  media: z.enum(['none', 'audio', 'video']),
  /** Of the small video, in lines. */
  height: z.number().int().min(64).max(720),
});

/** One file that should be a review, as read. */
export const ReviewFile = z.object({
  name: z.string(),
  /** Why nothing of it can be merged; null where something can. */
  problem: ErrorData.nullable(),
  initials: Initials,
  notes: z.array(Note),
  /** Entries that could not be read. */
  unreadable: z.number().int().min(0),
  /** It ends before its end; what could be read stands. */
  isCut: z.boolean(),
});

/** See `contract.ts`. */
export const reviewCalls = {
  /** Writes a review packet: one web page for any browser; job result `packet`. */
  'review.packet': method(
    inSession.extend({ choice: PacketChoice, target: Handle }).extend(writesAlone),
    Job,
  ),
  /** Reads reviews of the open project, each by itself; of a folder, those in it. The caller records them as an edit. */
  'review.read': method(
    inSession.extend({ sources: z.array(TextSource).min(1).max(1000) }),
    z.object({ reviews: z.array(ReviewFile) }),
  ),
};

export type PacketChoice = z.infer<typeof PacketChoice>;
export type ReviewFile = z.infer<typeof ReviewFile>;
