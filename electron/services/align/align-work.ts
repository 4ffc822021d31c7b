import { z } from 'zod';
import { LanguageTag } from '../../../shared/domain/common';
import { Paragraph } from '../../../shared/domain/transcript';

/** What the align worker is given. */
export const AlignWork = z.object({
  /** Mono, 16-bit. */
  samples: z.instanceof(Int16Array<ArrayBufferLike>),
  rateHz: z.number().int().min(12_000),
  paragraphs: z.array(Paragraph),
  language: LanguageTag,
  /** File name for messages. */
  name: z.string(),
});
export type AlignWork = z.infer<typeof AlignWork>;
