import { MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import { Alignment, Span } from '../../../shared/domain/alignment';
import { Id, Time } from '../../../shared/domain/common';

const Floats = z.instanceof(Float32Array<ArrayBufferLike>);
const Doubles = z.instanceof(Float64Array<ArrayBufferLike>);
const Model = z.object({
  width: z.number(),
  mean: Floats,
  precision: Floats,
  constant: Floats,
});

/** As `shared/align/lessons.ts` has it, from a thread or a file. */
export const LessonsData = z.object({
  spread: z.object({ mean: Doubles, deviation: Doubles }),
  sounds: z.map(z.string(), Model).readonly(),
  classes: z.map(z.string(), Model).readonly(),
  filler: Model.nullable(),
  silence: Model.nullable(),
  bias: z.number(),
  typicalGain: z.number(),
  evenGain: z.number(),
  pace: z.number(),
});

/** What the align worker answers; `lessons` of a whole recording only. */
export const AlignAnswer = z.object({ alignment: Alignment, lessons: LessonsData.nullable() });
export type AlignAnswer = z.infer<typeof AlignAnswer>;

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
  /** As `AlignOptions.lessons`. */
  lessons: LessonsData.optional(),
  /** Whether anybody wants drafts. */
  drafts: z.boolean(),
  /** File name for messages. */
  name: z.string(),
});
export type AlignWork = z.infer<typeof AlignWork>;
