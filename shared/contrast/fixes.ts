/** What makes letters stand out from any picture. Pure. */
import type { Style } from '../domain/track';
import type { StyleChange } from '../style/change';
import { channelsOf, contrastRatio, luminance, luminanceOf } from './wcag';

/** A change of a style, and the contrast (1 to 21) that its letters then have at the least, whatever is in the picture. */
export interface ContrastFix {
  readonly id: 'box' | 'outline' | 'letters';
  readonly change: StyleChange;
  readonly atLeast: number;
}

const BLACK = '#000000';
const WHITE = '#FFFFFF';
/** Clear boxes look calmer: the clearest one that is dense enough is proposed, from here on in such steps. */
const CLEAREST = 0.5;
const OPACITY_STEP = 0.05;
/** Wider than what a letter's surroundings are measured in, em. */
const OUTLINE_EM = 0.1;

/**
 * The changes after which letters of all `colours` reach `needed` over black, white and every grey between, best first: a box,
 * an outline where there is no box, white letters in a black box where the colours themselves allow neither. `style` as the
 * language has it. Empty where the style already is so.
 */
export function contrastFixes(style: Style, colours: readonly string[], needed: number): ContrastFix[] {
  const fixes = [boxFix(colours, needed), ...(style.box ? [] : [outlineFix(style, colours)])].filter(
    (fix) => fix !== null && fix.atLeast >= needed,
  );
  const whiteLetters = boxFix([WHITE], needed);
  const all =
    fixes.length > 0 || whiteLetters === null
      ? fixes
      : [
          {
            id: 'letters' as const,
            change: { ...whiteLetters.change, colour: WHITE, speakerColours: undefined },
            atLeast: whiteLetters.atLeast,
          },
        ];
  return all.flatMap((fix) => (fix && changes(style, fix.change) ? [fix] : []));
}

function changes(style: Style, change: StyleChange): boolean {
  const before = new Map<string, unknown>(Object.entries(style));
  return Object.entries(change).some(([name, value]) => before.get(name) !== value);
}

/** The clearest box that is dense enough. */
function boxFix(colours: readonly string[], needed: number): ContrastFix | null {
  const boxColour = betterOf(colours);
  for (let step = Math.round(CLEAREST / OPACITY_STEP); step * OPACITY_STEP <= 1 + 1e-9; step++) {
    const boxOpacity = Math.round(step * OPACITY_STEP * 100) / 100;
    const atLeast = leastInBox(colours, boxColour, boxOpacity);
    if (atLeast >= needed) return { id: 'box', change: { box: true, boxColour, boxOpacity }, atLeast };
  }
  return null;
}

function outlineFix({ fontSizePct, outlinePct }: Style, colours: readonly string[]): ContrastFix {
  const outlineColour = betterOf(colours);
  const wide = Math.min(5, Math.ceil(fontSizePct * OUTLINE_EM * 100) / 100);
  return {
    id: 'outline',
    change: { outlineColour, outlinePct: Math.max(outlinePct, wide) },
    atLeast: leastBeside(colours, outlineColour),
  };
}

function betterOf(colours: readonly string[]): string {
  return leastBeside(colours, BLACK) >= leastBeside(colours, WHITE) ? BLACK : WHITE;
}

function leastBeside(colours: readonly string[], other: string): number {
  return Math.min(...colours.map((colour) => contrastRatio(luminanceOf(colour), luminanceOf(other))));
}

/** Contrast in a box over the worst grey. */
function leastInBox(colours: readonly string[], boxColour: string, opacity: number): number {
  const [box] = channelsOf(boxColour);
  const greys = Array.from({ length: 256 }, (_, grey) => {
    const mixed = box * opacity + grey * (1 - opacity);
    return luminance(mixed, mixed, mixed);
  });
  return Math.min(
    ...colours.flatMap((colour) => greys.map((grey) => contrastRatio(luminanceOf(colour), grey))),
  );
}
