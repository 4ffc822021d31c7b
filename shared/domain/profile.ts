import { z } from 'zod';

/** Where a figure comes from and when that page was read. */
export interface Source {
  readonly title: string;
  readonly address: string | null;
  /** ISO date of the reading. */
  readonly readOn: string;
}

/** The numbers of a style guide for one language. Times in ms; speeds in characters per second. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  /** BCP 47 primary languages it is meant for; empty means any. */
  readonly languages: readonly string[];
  readonly maxCharactersPerLine: number;
  readonly maxLines: number;
  readonly maxCharactersPerSecond: number;
  readonly minDurationMs: number;
  readonly maxDurationMs: number;
  /** Smallest gap between two cues, in frames where the media has a rate, else by `minGapMs`. */
  readonly minGapFrames: number;
  readonly minGapMs: number;
  /** Counts half-width characters as 0.5 (CJK guides). */
  readonly halfWidthCounts: boolean;
  readonly sources: readonly Source[];
}

/** One thing a quality check has to say about one cue. */
export const Finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  cueId: z.string(),
  /** 1-based place of the cue in its track. */
  number: z.number().int().min(1),
  startMs: z.number().int(),
  /** Message key and the figures it is filled with. */
  messageKey: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Finding = z.infer<typeof Finding>;
