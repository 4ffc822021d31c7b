/** What the panel shows of the findings, and what is about to be mended. Forgotten with the window. */
import { create } from 'zustand';
import type { Id } from '../../../shared/domain/common';
import type { Finding } from '../../../shared/domain/profile';
import type { FindingFilter } from './model';

/** What the dialog proposes to mend: one rule, in one cue or (null) in all. */
export interface FixRequest {
  readonly rule: string;
  readonly cueId: Id | null;
}

export interface FindingsView extends FindingFilter {
  /** The finding gone to last. */
  readonly current: Finding | null;
  readonly request: FixRequest | null;
}

export const useFindingsView = create<FindingsView>()(() => ({
  rule: null,
  severity: 'all',
  current: null,
  request: null,
}));
