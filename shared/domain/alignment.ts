import { z } from 'zod';
import { Id, Time } from './common';

/** `[startMs, endMs)` */
export const Span = z.object({ startMs: Time, endMs: Time });
export type Span = z.infer<typeof Span>;

/** Where one transcript word was heard; null times where it was not found in the audio. */
export const WordTiming = z.object({
  wordId: Id,
  startMs: Time.nullable(),
  endMs: Time.nullable(),
  confidence: z.number().min(0).max(1),
});
export type WordTiming = z.infer<typeof WordTiming>;

/** What alignment found. `words` is in transcript order and holds every word of the transcript exactly once. */
export const Alignment = z.object({
  words: z.array(WordTiming),
  /** Speech that no word of the transcript covers. */
  uncovered: z.array(Span),
  /** Where anybody speaks at all. */
  speech: z.array(Span),
});
export type Alignment = z.infer<typeof Alignment>;
