import type { Id } from '../domain/common';
import { none, when, type Rule } from './rule';

/** How the cues of a track stand out from a picture, as far as it was looked at. */
export interface PictureContrast {
  /** The least contrast that letters of the track's style need. */
  readonly needed: number;
  /** By cue: WCAG contrast ratio, null where nothing is drawn; without cues not looked at as they are now. */
  readonly ratios: ReadonlyMap<Id, number | null>;
}

/** How they stand out from the footage's own picture, and from those of outputs that were asked for. */
export interface Contrast extends PictureContrast {
  readonly elsewhere?: readonly OutputPictureContrast[];
}

export interface OutputPictureContrast extends PictureContrast {
  /** What the output is called. */
  readonly output: string;
}

/** Stands for the footage's own picture in messages. */
const OWN = 'none';

/** Letters that the picture swallows. Found only where somebody looked at the picture. */
export const contrastRules: readonly Rule[] = [
  {
    name: 'contrast',
    severity: 'warning',
    find({ cue, contrast }) {
      if (!contrast) return none;
      const pictures = [{ ...contrast, output: OWN }, ...(contrast.elsewhere ?? [])];
      return pictures.flatMap(({ output, needed, ratios }) => {
        const ratio = ratios.get(cue.id) ?? null;
        if (ratio === null) return none;
        // Never rounded up: 4.46 is less than 4.5.
        return when(ratio < needed, { ratio: Math.floor(ratio * 10) / 10, needed, output });
      });
    },
  },
];

/** Every picture that was asked for. */
export function picturesOf(contrast: Contrast): readonly PictureContrast[] {
  return [contrast, ...(contrast.elsewhere ?? [])];
}

/** The cues whose contrast is another one: only they have to be looked at again. */
export function changedContrast(a: Contrast | null, b: Contrast | null): (id: Id) => boolean {
  if (a === b) return () => false;
  const [before, after] = [a ? picturesOf(a) : [], b ? picturesOf(b) : []];
  const names = (contrast: Contrast | null) => contrast?.elsewhere?.map(({ output }) => output).join('\n');
  if (names(a) !== names(b) || before.some(({ needed }, n) => needed !== after[n]?.needed)) return () => true;
  if (before.length !== after.length) return () => true;
  return (id) => before.some(({ ratios }, n) => ratios.get(id) !== after[n]?.ratios.get(id));
}
