import { MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import { Span } from '../../../shared/domain/alignment';
import { Id, Time } from '../../../shared/domain/common';

/** What the align worker is given. */
export const AlignWork = z.object({
  /** Of the sound, which is fed: mono, 16-bit. */
  rateHz: z.number().int().min(12_000),
  /** Where the first sample is on the media's timeline. */
  startMs: Time,
  /** Where the spoken transcript comes from. */
  speech: z.instanceof(MessagePort),
  fixed: z.array(Span.extend({ wordId: Id })),
  hints: z.array(z.object({ wordId: Id, atMs: Time })),
  leaveOut: z.array(Span),
  /** As `AlignOptions.isPiece`. */
  isPiece: z.boolean(),
  /** Whether anybody wants drafts. */
  drafts: z.boolean(),
  /** File name for messages. */
  name: z.string(),
});
export type AlignWork = z.infer<typeof AlignWork>;
