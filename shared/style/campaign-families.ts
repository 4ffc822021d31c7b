import type { FontFacts } from '../domain/font';
import { coverageOf } from './cmap';
import type { FontFamily, FontWeight } from './fonts';

/**
 * The families that a campaign's font files make, each with what all its upright and slanted files draw; in the files' order.
 * Files of other weights that say they belong to the same family (name id 16) go by names of their own, and are its weights too.
 */
export function familiesOf(fonts: readonly FontFacts[]): FontFamily[] {
  const byName = grouped(fonts, ({ family }) => family);
  const byKin = grouped(fonts, kinOf);
  return [...byName.values()].flatMap((faces) => {
    const [first] = [...faces].sort((a, b) => Math.abs(a.weight - REGULAR) - Math.abs(b.weight - REGULAR));
    return first ? [familyOf(first, faces, weightsOf(byKin.get(kinOf(first).toLowerCase()) ?? faces))] : [];
  });
}

function grouped(
  fonts: readonly FontFacts[],
  nameOf: (font: FontFacts) => string,
): ReadonlyMap<string, FontFacts[]> {
  const groups = new Map<string, FontFacts[]>();
  for (const font of fonts) {
    const name = nameOf(font).toLowerCase();
    groups.set(name, [...(groups.get(name) ?? []), font]);
  }
  return groups;
}

/** The family that a file belongs to whatever its weight. */
const kinOf = ({ kin, family }: FontFacts) => kin ?? family;

const REGULAR = 400;
/** libass takes files of a name from here on for its bold ones. */
const BOLD = 600;
const LETTER = /[\p{L}\p{M}]/u;

function weightsOf(faces: readonly FontFacts[]): FontWeight[] {
  const byWeight = new Map<number, FontWeight>();
  for (const { weight, family, italic } of faces) {
    const isAmong = faces.some((other) => other.family === family && other.weight < weight);
    if (!italic && !byWeight.has(weight))
      byWeight.set(weight, { weight, family, bold: isAmong && weight >= BOLD });
  }
  return [...byWeight.values()].sort((a, b) => a.weight - b.weight);
}

function familyOf(
  regular: FontFacts,
  faces: readonly FontFacts[],
  weights: readonly FontWeight[],
): FontFamily {
  const { family, ascentEm, descentEm, averageEm } = regular;
  const coverages = faces.map((face) => coverageOf(face.coverage));
  const coverage = { has: (code: number) => coverages.every((each) => each.has(code)) };
  return {
    family,
    ascentEm,
    descentEm,
    lineHeightEm: ascentEm + descentEm,
    averageEm,
    hasItalic: faces.some(({ italic }) => italic),
    isMadeFor: (character) => LETTER.test(character) && coverage.has(character.codePointAt(0) ?? 0),
    coverage,
    weights,
  };
}
