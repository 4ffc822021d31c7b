/** Which fonts a script asks for. */

export interface UsedFonts {
  /** In lower case: names of families are alike in any case. */
  readonly families: ReadonlySet<string>;
  readonly isBold: boolean;
  readonly isItalic: boolean;
}

/** What the styles and instructions of a script that `writeAss` wrote name. Linear. */
export function usedFonts(script: string): UsedFonts {
  const families = new Set<string>();
  let isBold = false;
  for (const [, font = '', bold] of script.matchAll(/^Style: [^,\n]*,([^,\n]+),(?:[^,\n]*,){5}(-?\d+),/gm)) {
    families.add(font.trim().toLowerCase());
    isBold ||= Number(bold) !== 0;
  }
  for (const [, font = ''] of script.matchAll(/\\fn([^\\}\n]+)/g)) families.add(font.trim().toLowerCase());
  return { families, isBold, isItalic: /\\i1/.test(script) };
}

interface Face {
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
}

const [REGULAR, BOLD] = [400, 700];

/** The font files of `faces` that draw a script: of each family the weight nearest to the one asked for, slanted where it is. */
export function facesFor<F extends Face>(
  { families, isBold, isItalic }: UsedFonts,
  faces: readonly F[],
): F[] {
  const wanted = isBold ? BOLD : REGULAR;
  return [...families].flatMap((family) => {
    const own = faces.filter((face) => face.family.toLowerCase() === family);
    return [false, ...(isItalic ? [true] : [])].flatMap((italic) => {
      const [nearest] = own
        .filter((face) => face.italic === italic)
        .sort((a, b) => Math.abs(a.weight - wanted) - Math.abs(b.weight - wanted));
      return nearest ? [nearest] : [];
    });
  });
}
