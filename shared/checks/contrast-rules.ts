import type { Id } from '../domain/common';
import { none, when, type Rule } from './rule';

/** How the cues of a track stand out from the picture, as far as it was looked at. */
export interface Contrast {
  /** The least contrast that letters of the track's style need. */
  readonly needed: number;
  /** By cue: WCAG contrast ratio, null where nothing is drawn; without cues not looked at as they are now. */
  readonly ratios: ReadonlyMap<Id, number | null>;
}

/** Letters that the picture swallows. Found only where somebody looked at the picture. */
export const contrastRules: readonly Rule[] = [
  {
    name: 'contrast',
    severity: 'warning',
    find({ cue, contrast }) {
      const ratio = contrast?.ratios.get(cue.id) ?? null;
      if (!contrast || ratio === null) return none;
      // Never rounded up: 4.46 is less than 4.5.
      return when(ratio < contrast.needed, {
        ratio: Math.floor(ratio * 10) / 10,
        needed: contrast.needed,
      });
    },
  },
];

/** The cues whose contrast is another one: only they have to be looked at again. */
export function changedContrast(a: Contrast | null, b: Contrast | null): (id: Id) => boolean {
  if (a === b) return () => false;
  if (a?.needed !== b?.needed) return () => true;
  return (id) => a?.ratios.get(id) !== b?.ratios.get(id);
}
