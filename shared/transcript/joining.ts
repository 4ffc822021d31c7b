import { endsSentence, type Line } from './lines';
import { gapBetween } from '../text/unspaced';

/** Lines longer than this are nobody's hard wrap: each is a paragraph of its own. */
const WIDEST_WRAP = 120;
const NARROWEST_WRAP = 30;

/**
 * The width a text was hard-wrapped at: its longest line, where most lines break for want of room and one of them in the
 * middle of a sentence. Null where lines are paragraphs.
 */
export function wrapWidth(lines: readonly Line[]): number | null {
  const width = lines.reduce((widest, line) => Math.max(widest, line.text.length), 0);
  if (width < NARROWEST_WRAP || width > WIDEST_WRAP) return null;
  let pairs = 0;
  let full = 0;
  let midSentence = false;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (line.text === '' || !next || next.text === '') continue;
    pairs++;
    if (!hasNoRoom(line.text, next.text, width)) continue;
    full++;
    midSentence ||= !endsSentence(line.text);
  }
  return midSentence && full >= pairs * WRAPPED_SHARE ? width : null;
}

/** In wrapped text only the last line of a paragraph has room left, so well over half of the breaks have none. */
const WRAPPED_SHARE = 0.6;

function hasNoRoom(before: string, after: string, width: number): boolean {
  const firstWord = /^\S{1,200}/u.exec(after)?.[0] ?? '';
  return before.length + 1 + firstWord.length > width;
}

/**
 * Whether a line goes on with the paragraph of the line before it. Yes where a sentence goes on in lower case, or where
 * the text is wrapped and this line's first word had no room on the line before. A dialogue dash always begins anew.
 */
export function continues(before: string, after: string, width: number | null): boolean {
  if (/^[-–—]\s/u.test(after)) return false;
  if (/^\p{Ll}/u.test(after) && !endsSentence(before)) return true;
  return width !== null && hasNoRoom(before, after, width);
}

/** Two lines of one paragraph as running text: a space between, none after a hyphenated end or between CJK or Thai. */
export function glue(before: string, after: string): string {
  if (/\p{L}[-\u00ad\u2010]$/u.test(before.slice(-4)) && /^\p{Ll}/u.test(after)) return '';
  return gapBetween(before, after);
}
