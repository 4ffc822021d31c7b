import { z } from 'zod';
import { EncodingGuess, TextIssue } from '../../../shared/api/contract';
import { Cue } from '../../../shared/domain/track';
import { PlacedText } from '../../../shared/domain/placement';

/** What the worker is given: the source's cues and what was handed in. */
export const PlaceWork = z.object({
  cues: z.array(Cue),
  sourceLanguage: z.string(),
  targetLanguage: z.string(),
  /** Of the target; null: the language's own. */
  profileId: z.string().nullable(),
  input: z.union([
    z.object({ bytes: z.instanceof(Uint8Array<ArrayBufferLike>), name: z.string() }),
    z.object({ text: z.string() }),
  ]),
  encoding: z.string().nullable(),
});
export type PlaceWork = z.infer<typeof PlaceWork>;

/** What it answers. */
export const PlaceResult = z.object({
  placed: PlacedText,
  /** True where the rows of a table said what belongs to what. */
  isTable: z.boolean(),
  encoding: EncodingGuess.nullable(),
  issues: z.array(TextIssue),
});
export type PlaceResult = z.infer<typeof PlaceResult>;
