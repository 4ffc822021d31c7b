import { z } from 'zod';
import { Extra, Id, LanguageTag, Order, Time } from './common';

/** What stands between two words where that is no space: nothing, or a full-width space. */
export const Gap = z.enum(['', '\u3000']);

/**
 * A transcript word as written, punctuation included: split at white space, and by dictionary in writing without spaces. Times are
 * null until it is aligned.
 */
export const Word = z.object({
  id: Id,
  text: z.string().min(1).max(500),
  /** What stands before it where that is no space. Says nothing of the first. */
  gap: Gap.optional(),
  startMs: Time.nullable(),
  endMs: Time.nullable(),
  /** 0 (no trust) to 1; null until aligned. */
  confidence: z.number().min(0).max(1).nullable(),
  /** A person has fixed its times: alignment leaves them alone and takes them for granted. */
  pinned: z.boolean().optional(),
  /** It is written but nobody says it: it has no times, is not looked for and stands in no subtitle. */
  notSpoken: z.boolean().optional(),
  /** A person has listened and found its times right; gone once alignment moves it. */
  checked: z.boolean().optional(),
});
export type Word = z.infer<typeof Word>;

/** What one speaker says in one go. */
export const Paragraph = z.object({
  id: Id,
  order: Order,
  speakerId: Id.nullable(),
  /** Null: the project's source language. */
  language: LanguageTag.nullable(),
  /** A time stamp found beside the paragraph in the imported text; a hint to alignment, not a truth. */
  hintMs: Time.nullable(),
  words: z.array(Word),
  extra: Extra,
});
export type Paragraph = z.infer<typeof Paragraph>;

/** Who talks. The pseudonym, where set, replaces the name in every export. */
export const Speaker = z.object({
  id: Id,
  order: Order,
  name: z.string().max(200),
  pseudonym: z.string().max(200).nullable(),
  /** Of the speaker's letters, in styles that tell speakers apart by colour. Absent: by the order of the speakers. */
  colour: z
    .string()
    .regex(/^#[0-9A-Fa-f]{6}$/)
    .optional(),
  extra: Extra,
});
export type Speaker = z.infer<typeof Speaker>;
