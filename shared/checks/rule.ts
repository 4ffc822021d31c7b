import type { Profile } from '../domain/profile';
import type { Cue, Track } from '../domain/track';
import type { MessageKey } from '../messages/index';

type RuleOf<K> = K extends `finding.${infer R}` ? R : never;
/** Names of the rules; each has its sentence under `finding.<name>` in the catalogue. */
export type RuleName = RuleOf<MessageKey>;

/** A cue and what a rule may look at around it. */
export interface Checked {
  readonly cue: Cue;
  /** Lines of the text without mark-up. */
  readonly lines: readonly string[];
  /** The cue at the same place on screen that ends last of those before it, and its 1-based number. */
  readonly before: { readonly cue: Cue; readonly number: number } | null;
  readonly profile: Profile;
  readonly track: Track;
  /** Smallest gap the profile asks for on this media, ms. */
  readonly minGapMs: number;
}

export type FindingValues = Readonly<Record<string, string | number>>;

/** One row of the table of checks. */
export interface Rule {
  readonly name: RuleName;
  readonly severity: 'error' | 'warning';
  /** The figures its sentence is filled with, once for each fault; nothing where the cue is in order. */
  find(checked: Checked): readonly FindingValues[];
}
