import { unpairedItalic } from '../text/mark-up';

/**
 * The texts of one paragraph's cues with italics closed at the end of a cue and opened again in the next, so that every
 * cue stands on its own.
 */
export function balanceItalics(texts: readonly string[]): string[] {
  let carried = false;
  return texts.map((text) => {
    const whole = carried ? `<i>${text}` : text;
    const offset = unpairedItalic(whole);
    carried = offset !== null && whole.startsWith('<i>', offset) && !whole.includes('</i>', offset);
    return carried ? `${whole}</i>` : whole;
  });
}
