import type { FontFacts } from '../domain/font';
import { coverageOf } from './cmap';
import type { FontFamily } from './fonts';

/** The families that a campaign's font files make, each with what all its upright and slanted files draw; in the files' order. */
export function familiesOf(fonts: readonly FontFacts[]): FontFamily[] {
  const byName = new Map<string, FontFacts[]>();
  for (const font of fonts) {
    const name = font.family.toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), font]);
  }
  return [...byName.values()].flatMap((faces) => {
    const [first] = [...faces].sort((a, b) => Math.abs(a.weight - REGULAR) - Math.abs(b.weight - REGULAR));
    return first ? [familyOf(first, faces)] : [];
  });
}

const REGULAR = 400;
const LETTER = /[\p{L}\p{M}]/u;

function familyOf(regular: FontFacts, faces: readonly FontFacts[]): FontFamily {
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
  };
}
