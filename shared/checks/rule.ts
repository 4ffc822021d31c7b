import type { Profile } from '../domain/profile';
import type { Cue, Track } from '../domain/track';
import type { FontFamily } from '../style/fonts';
import type { MessageKey } from '../messages/index';
import type { Contrast } from './contrast-rules';
import type { TermFinder } from '../translation/glossary/terms';
import type { Spelling } from './spelling-rules';

type RuleOf<K> = K extends `finding.${infer R}` ? R : never;
/** Names of the rules; each has its sentence under `finding.<name>` and its name under `rule.<name>` in the catalogue. */
export type RuleName = RuleOf<MessageKey>;

/** What checks need to know of the footage; null for what is unknown. */
export interface CheckedMedia {
  /** Pictures a second; null where unknown or variable. */
  readonly frameRate: number | null;
  readonly durationMs: number | null;
  /** When each shot begins, ms, ascending; null while nobody has looked for them. */
  readonly shots: readonly number[] | null;
  /** The campaign's own families, which draw what the bundled ones lack. */
  readonly fonts?: readonly FontFamily[];
}

/** A cue and what a rule may look at around it. */
export interface Checked {
  readonly cue: Cue;
  /** Lines of the text without mark-up. */
  readonly lines: readonly string[];
  /** The cue at the same place on screen that ends last of those before it, and its 1-based number. */
  readonly before: { readonly cue: Cue; readonly number: number } | null;
  /** The cue so many places further (negative: before) in the track; never asked for beyond `NEAR`. */
  readonly near: (offset: number) => Cue | null;
  readonly profile: Profile;
  readonly track: Track;
  /** Smallest gap the profile asks for on this media, ms. */
  readonly minGapMs: number;
  readonly media: CheckedMedia;
  /** For a translation: what it renders, and in which language that is. */
  readonly source: { readonly cue: Cue; readonly language: string } | null;
  /** Who says a transcript word; null for nobody named, undefined for a word that is gone. */
  readonly speakerOf: (wordId: string) => string | null | undefined;
  /** For a translation: all that it renders, as one text. */
  readonly sourceText: () => string;
  /** The campaign's terms for this translation; null where there is no glossary. */
  readonly glossary: TermFinder | null;
  /** Null while nobody has looked words up. */
  readonly spelling: Spelling | null;
  /** Null while nobody has looked at the picture. */
  readonly contrast: Contrast | null;
}

/** How far around a cue a rule may look. A change is re-checked as far as this. */
export const NEAR = 4;

export type FindingValues = Readonly<Record<string, string | number>>;

/** One row of the table of checks. */
export interface Rule {
  readonly name: RuleName;
  readonly severity: 'error' | 'warning';
  /** The figures its sentence is filled with, once for each fault; nothing where the cue is in order. */
  find(checked: Checked): readonly FindingValues[];
}

/** Nothing to say. */
export const none: readonly FindingValues[] = [];

/** One thing to say where `isFault`. */
export function when(isFault: boolean, values: FindingValues = {}): readonly FindingValues[] {
  return isFault ? [values] : none;
}
