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

/** Figures about one alignment, for the person and for bug reports. */
export const AlignReport = z.object({
  /** Length of the audio that was listened to, and how much of it is speech. */
  listenedMs: Time,
  speechMs: Time,
  words: z.number().int().min(0),
  /** Words that were given a time, those that a person had fixed included. */
  placed: z.number().int().min(0),
  /** How fast the speaker is against the synthesiser: 0.5 to 2, 1 is as fast. */
  pace: z.number(),
  /** How much better than any speech the typical utterance fits, in nats a row; what a wrong text would reach. */
  fit: z.number(),
  chanceFit: z.number(),
  /** Fixed words that contradict others (the times do not rise) or lie outside the audio: kept, but not built upon. */
  contradicted: z.array(Id),
});
export type AlignReport = z.infer<typeof AlignReport>;

/** What alignment found. `words` is in transcript order and holds every word of the transcript exactly once. */
export const Alignment = z.object({
  words: z.array(WordTiming),
  /** Speech that no word of the transcript covers. */
  uncovered: z.array(Span),
  /** Where anybody speaks at all. */
  speech: z.array(Span),
  report: AlignReport.optional(),
});
export type Alignment = z.infer<typeof Alignment>;

/** What is known of the sound itself, kept with the project. Spans ascend and do not overlap. */
export const Hearing = z.object({
  /** Where anybody speaks at all. */
  speech: z.array(Span),
  /** Speech that no word of the transcript covers: as the last alignment found it, or as a person marked it. */
  uncovered: z.array(Span),
  /** Stretches a person said hold nothing of the transcript; no word is ever placed there. */
  leftOut: z.array(Span),
});
export type Hearing = z.infer<typeof Hearing>;
