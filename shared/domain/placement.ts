import { z } from 'zod';
import { Id } from './common';

/** A word of a translation and where it is placed. */
export const PlacedWord = z.object({
  text: z.string(),
  /** Written without a space before it. */
  glued: z.boolean(),
  /** Which sentence of the translation it is of, from 0. */
  sentence: z.number().int().min(0),
  /** Index into `beads`. */
  bead: z.number().int().min(0),
  /** Index into `cueIds`. */
  cue: z.number().int().min(0),
});
export type PlacedWord = z.infer<typeof PlacedWord>;

/** Sentences of both sides that render each other: how many of each, where the source's stand, and how sure it is. */
export const PlacedBead = z.object({
  source: z.number().int().min(0),
  target: z.number().int().min(0),
  cues: z.array(z.number().int().min(0)),
  /** What the source says. */
  text: z.string(),
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
});
export type PlacedBead = z.infer<typeof PlacedBead>;

/** A translation placed on source cues: every word once, cues ascending. */
export const PlacedText = z.object({
  /** The source cues by time. */
  cueIds: z.array(Id),
  words: z.array(PlacedWord),
  beads: z.array(PlacedBead),
});
export type PlacedText = z.infer<typeof PlacedText>;
