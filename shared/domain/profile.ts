import { z } from 'zod';

/** Where a figure comes from and when that page was read. */
export interface Source {
  readonly title: string;
  readonly address: string | null;
  /** ISO date of the reading. */
  readonly readOn: string;
}

/** Times near a shot change, in frames where the guide counts frames. A cue belongs on the change or well away from it. */
export interface ShotFigures {
  /** A start at most this many frames before a change goes on it; one up to `startClearFrames` goes back to that. */
  readonly startOnFrames: number;
  readonly startClearFrames: number;
  /** An end goes this many frames before the change. */
  readonly endBeforeFrames: number;
  /** “Near”: starts after, and ends on either side of, a change within this time. */
  readonly nearMs: number;
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
  /** Gaps shorter than this are closed to the smallest gap; null where the guide says nothing of them. */
  readonly closeGapsBelowMs: number | null;
  /** Where cues begin and end near shot changes; null where the guide gives no figures. */
  readonly shots: ShotFigures | null;
  /** The shorter of two lines as a share of the longer, at least; null where the guide gives no figure. */
  readonly minBalance: number | null;
  /** Whether the dash of a dialogue line is followed by a space; null where either will do. */
  readonly dashSpace: boolean | null;
  /** How an ellipsis is written; null where either will do. */
  readonly ellipsis: '…' | '...' | null;
  readonly italicsAllowed: boolean;
  /** Characters that must not be used, each as itself. */
  readonly forbiddenMarks: readonly string[];
  readonly sources: readonly Source[];
}

/** A rule of a profile that could not be looked at, and why: silence would read as praise. */
export const Unchecked = z.object({
  rule: z.string(),
  messageKey: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Unchecked = z.infer<typeof Unchecked>;

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
