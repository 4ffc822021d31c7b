/**
 * Line breaks of a text that a person chose to stay. They are named by their place among all its `\n`: 0-based, ascending.
 * All others are soft: whoever lays the text on lines puts them where they are best.
 */
import { withoutMarkUp } from './mark-up';

export type HardBreaks = readonly number[];

const NONE: HardBreaks = [];

/** For each `\n` of a text: how many letters stand before it, white space and italics not counted. */
function placesOf(text: string): { readonly letters: string; readonly breaks: readonly number[] } {
  let letters = '';
  const breaks: number[] = [];
  for (const [n, line] of withoutMarkUp(text).split('\n').entries()) {
    if (n > 0) breaks.push(letters.length);
    letters += line.replace(/\s+/gu, '');
  }
  return { letters, breaks };
}

/**
 * The hard breaks of a text that was made of another one: each stays between the letters it stood between. Where those are
 * others too, it stays on its line as long as there are as many lines; else it is gone.
 */
export function carriedBreaks(hard: HardBreaks, before: string, after: string): HardBreaks {
  if (hard.length === 0) return NONE;
  if (before === after) return hard.filter((ordinal) => ordinal < breakOffsets(after).length);
  const [old, now] = [placesOf(before), placesOf(after)];
  if (now.breaks.length === 0) return NONE;
  const shorter = Math.min(old.letters.length, now.letters.length);
  let start = 0;
  while (start < shorter && old.letters[start] === now.letters[start]) start++;
  let end = 0;
  while (end < shorter - start && old.letters.at(-1 - end) === now.letters.at(-1 - end)) end++;
  const grown = now.letters.length - old.letters.length;
  const hasAsMany = old.breaks.length === now.breaks.length;
  const placeOf = (ordinal: number): number => {
    const place = old.breaks[ordinal];
    if (place === undefined) return -1;
    const before = place <= start ? now.breaks.indexOf(place) : -1;
    const behind = place >= old.letters.length - end ? now.breaks.indexOf(place + grown) : -1;
    if (before >= 0) return before;
    return behind < 0 && hasAsMany ? ordinal : behind;
  };
  return inOrder(hard.map(placeOf).filter((ordinal) => ordinal >= 0));
}

/** The stretches of a text between its hard breaks, in order; the whole text where there are none. */
export function betweenHardBreaks(text: string, hard: HardBreaks): string[] {
  const parts: string[] = [];
  for (const [n, line] of text.split('\n').entries())
    if (n === 0 || hard.includes(n - 1)) parts.push(line);
    else parts.push(`${parts.pop() ?? ''}\n${line}`);
  return parts;
}

/** A text laid on lines anew by `lay`, stretch by stretch between its hard breaks; `isAll` tells it that there are none. */
export function layBetween(
  text: string,
  hard: HardBreaks,
  lay: (part: string, isAll: boolean) => string,
): string {
  const parts = betweenHardBreaks(text, hard);
  return parts.map((part) => lay(part, parts.length === 1)).join('\n');
}

/** A text and which of its breaks are hard, with the caret's place (UTF-16 units). */
export interface BrokenHard {
  readonly text: string;
  readonly hardBreaks: HardBreaks;
  readonly caret: number;
}

/**
 * Breaks a text where `[start, end)` is selected, for good. A caret beside a break makes that one hard, or soft again; the text
 * then stays.
 */
export function breakHardAt(
  text: string,
  hardBreaks: HardBreaks,
  { start, end }: { readonly start: number; readonly end: number },
): BrokenHard {
  const beside = start === end ? breakOffsets(text).findIndex((at) => at === start || at === start - 1) : -1;
  if (beside >= 0) {
    const others = hardBreaks.filter((ordinal) => ordinal !== beside);
    const isFreed = others.length < hardBreaks.length;
    return { text, hardBreaks: isFreed ? others : inOrder([...hardBreaks, beside]), caret: start };
  }
  const broken = `${text.slice(0, start)}\n${text.slice(end)}`;
  const carried = carriedBreaks(hardBreaks, text, broken);
  const hard = inOrder([...carried, breakOffsets(broken).indexOf(start)]);
  return { text: broken, hardBreaks: hard, caret: start + 1 };
}

function inOrder(ordinals: readonly number[]): number[] {
  return [...new Set(ordinals)].sort((a, b) => a - b);
}

/** The offset (UTF-16 units) of each `\n` of a text. */
export function breakOffsets(text: string): number[] {
  return [...text.matchAll(/\n/g)].map(({ index }) => index);
}
