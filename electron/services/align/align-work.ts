import { z } from 'zod';
import { Span } from '../../../shared/domain/alignment';
import { Id, LanguageTag, Time } from '../../../shared/domain/common';
import { Paragraph } from '../../../shared/domain/transcript';

/** What the align worker is given. */
export const AlignWork = z.object({
  /** Mono, 16-bit. */
  samples: z.instanceof(Int16Array<ArrayBufferLike>),
  rateHz: z.number().int().min(12_000),
  /** Where the first sample is on the media's timeline. */
  startMs: Time,
  paragraphs: z.array(Paragraph),
  language: LanguageTag,
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
