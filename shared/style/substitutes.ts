/** Fonts that could draw what the app's own lack. Pure. */
import type { FontFacts } from '../domain/font';
import { coverageOf } from './cmap';
import { familyNamed, fontFamilies } from './fonts';

/** A font file somewhere, and how much of what is wanted it draws. */
export interface Substitute {
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  /** How many of the wanted characters it has. */
  readonly covered: number;
}

/** What a font would do for these characters; null where it draws none of them, or has a bundled family's name. */
export function substituteOf(facts: FontFacts, characters: readonly string[]): Substitute | null {
  const { family, weight, italic } = facts;
  if (familyNamed(fontFamilies, family)) return null;
  const coverage = coverageOf(facts.coverage);
  const covered = characters.filter((character) => coverage.has(character.codePointAt(0) ?? 0)).length;
  return covered === 0 ? null : { family, weight, italic, covered };
}

/** Made for screens of text, as far as the name tells: less is better. */
function plainness(family: string): number {
  if (/mono|condensed|display|symbol|emoji|last ?resort/i.test(family)) return 3;
  if (/^noto sans\b/i.test(family)) return 0;
  return /sans|gothic|hei\b/i.test(family) ? 1 : 2;
}

const REGULAR = 400;

/** The best first, one of each family: what draws most, upright, of ordinary weight, plain. */
export function rankSubstitutes<S extends Substitute>(found: readonly S[]): S[] {
  const sorted = found.toSorted(
    (a, b) =>
      b.covered - a.covered ||
      Number(a.italic) - Number(b.italic) ||
      Math.abs(a.weight - REGULAR) - Math.abs(b.weight - REGULAR) ||
      plainness(a.family) - plainness(b.family) ||
      (a.family < b.family ? -1 : a.family > b.family ? 1 : 0),
  );
  const families = new Set<string>();
  return sorted.filter(({ family }) => {
    const isNew = !families.has(family.toLowerCase());
    families.add(family.toLowerCase());
    return isNew;
  });
}
