import type { Rule } from './rule';

/** Where a cue stands in the work. */
export const stateRules: readonly Rule[] = [
  { name: 'stale', severity: 'warning', find: ({ cue }) => (cue.stale ? [{}] : []) },
];
