import type { Checked } from '../rule';

/** What a fix makes of one cue; what is left out stays. */
export interface CueChange {
  readonly id: string;
  readonly text?: string;
  readonly startMs?: number;
  readonly endMs?: number;
}

/**
 * Mends one kind of fault in the cue that is looked at, or in the one before it. Empty where it cannot. Whether the result is
 * any better is not its business: `planFixes` keeps only what is.
 */
export type Fix = (checked: Checked) => readonly CueChange[];
