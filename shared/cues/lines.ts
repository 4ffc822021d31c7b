import type { Profile } from '../domain/profile';
import { countCharacters } from '../text/characters';
import { gapBefore, splitWords, type Written } from '../transcript/words';
import { COST } from './break-costs';
import { breakCosts } from './sense';

/** What lines are made of and how wide that is: the only thing layout looks at. */
export interface Measured {
  /** `upTo[n]`: characters of the first n words with what stands between them. */
  readonly upTo: readonly number[];
  /** `gaps[n]`: characters of what stands before word n; 0 for the first. */
  readonly gaps: readonly number[];
  /** Cost of a break after each word. */
  readonly costs: readonly number[];
  /** Most that a line break takes away between two words. */
  readonly space: number;
}

/** How words are laid on lines: where each line but the first begins (word index), and what it costs the reader. */
export interface Layout {
  readonly breaks: readonly number[];
  readonly cost: number;
}

/** Weight of uneven lines against breaks that hurt: lines of 0.5 and 1.5 of their mean cost as much as a plain break. */
const UNEVEN = 10;
/** A line longer than the one below it (ours: the pyramid keeps more of the picture free). */
const TOP_HEAVY = 2;

/** How long a text is on a line, in any unit. */
export type Ruler = (text: string) => number;

/** Counts characters as a profile does. */
function counting({ halfWidthCounts: halfWidth }: Profile): Ruler {
  return (text) => countCharacters(text, { halfWidth });
}

/** Measures words for `bestLayout`. */
export function measure(
  words: readonly Written[],
  costs: readonly number[],
  profile: Profile,
  ruler: Ruler = counting(profile),
): Measured {
  const widths = new Map<string, number>([['', 0]]);
  const upTo = [0];
  const gaps: number[] = [];
  for (const [index, word] of words.entries()) {
    const before = index === 0 ? '' : gapBefore(word);
    const gap = widths.get(before) ?? ruler(before);
    widths.set(before, gap);
    gaps.push(gap);
    upTo.push((upTo[index] ?? 0) + gap + ruler(word.text));
  }
  return { upTo, gaps, costs, space: Math.max(...widths.values()) };
}

/** Characters of words `[from, to)` on one line, spaces between them included. */
export function widthOf({ upTo, gaps }: Measured, from: number, to: number): number {
  return to <= from ? 0 : (upTo[to] ?? 0) - (upTo[from] ?? 0) - (gaps[from] ?? 0);
}

/**
 * The best way to lay words `[from, to)` on as few lines as hold them; null when the profile's lines do not.
 * Time: words in a line, to the power of lines less one; both are bounded by the profile.
 */
export function bestLayout(measured: Measured, from: number, to: number, profile: Profile): Layout | null {
  const total = widthOf(measured, from, to);
  if (total <= profile.maxCharactersPerLine) return { breaks: [], cost: 0 };
  for (let lines = 2; lines <= profile.maxLines; lines++) {
    if (total > lines * (profile.maxCharactersPerLine + measured.space)) continue;
    const layout = layOn(measured, from, to, lines, total / lines, profile.maxCharactersPerLine);
    if (layout) return layout;
  }
  return null;
}

function layOn(
  measured: Measured,
  from: number,
  to: number,
  lines: number,
  mean: number,
  limit: number,
): Layout | null {
  if (lines === 1) {
    const width = widthOf(measured, from, to);
    return width <= limit ? { breaks: [], cost: unevenness(width, mean) } : null;
  }
  let best: Layout | null = null;
  for (let at = from + 1; at < to; at++) {
    const width = widthOf(measured, from, at);
    if (width > limit) break;
    const rest = layOn(measured, at, to, lines - 1, mean, limit);
    if (!rest) continue;
    const below = widthOf(measured, at, rest.breaks[0] ?? to);
    const cost =
      (measured.costs[at - 1] ?? 0) + unevenness(width, mean) + (width > below ? TOP_HEAVY : 0) + rest.cost;
    if (!best || cost < best.cost) best = { breaks: [at, ...rest.breaks], cost };
  }
  return best;
}

function unevenness(width: number, mean: number): number {
  const share = (width - mean) / mean;
  return UNEVEN * share * share * 2;
}

/**
 * A text laid on lines (`\n`) as a profile and language want it: one line where it fits, else the fewest lines, broken
 * by sense and balanced, the lower longer. Old line breaks become what stands between words there (`gapBetween`), runs of white
 * space a space. A text too long for the profile gets more lines, each within the limit unless one word alone is wider. Writing
 * without spaces (Chinese, Japanese, Thai…) breaks between its words.
 */
export function breakLines(text: string, profile: Profile, language: string): string {
  return layWords(splitWords(text, language), profile, language);
}

/** As `breakLines`, for a text of which the words are known. */
export function layWords(words: readonly Written[], profile: Profile, language: string): string {
  const measured = measure(words, breakCosts(words, language), profile);
  const layout = bestLayout(measured, 0, words.length, profile);
  return laidOn(words, new Set(layout ? layout.breaks : greedyBreaks(measured, words.length, profile)));
}

/**
 * A text laid on as few lines as no line of which is longer than `limit` by `ruler`; broken by sense and balanced as
 * `breakLines` does. More than `mostLines` only where they do not hold it.
 */
export function breakToLength(
  text: string,
  { limit, ruler, mostLines }: { readonly limit: number; readonly ruler: Ruler; readonly mostLines: number },
  profile: Profile,
  language: string,
): string {
  const words = splitWords(text, language);
  const measured = measure(words, breakCosts(words, language), profile, ruler);
  const lengths = { ...profile, maxCharactersPerLine: limit, maxLines: mostLines };
  // Layouts are tried to the power of their lines; what no screen holds is broken by width alone.
  const layout = words.length > MOST_BALANCED ? null : bestLayout(measured, 0, words.length, lengths);
  return laidOn(words, new Set(layout ? layout.breaks : greedyBreaks(measured, words.length, lengths)));
}

function laidOn(words: readonly Written[], breaks: ReadonlySet<number>): string {
  let laid = '';
  for (const [index, word] of words.entries())
    laid += (index === 0 ? '' : breaks.has(index) ? '\n' : gapBefore(word)) + word.text;
  return laid;
}

function greedyBreaks(measured: Measured, count: number, profile: Profile): number[] {
  const breaks: number[] = [];
  let from = 0;
  for (let at = 1; at < count; at++)
    if (widthOf(measured, from, at + 1) > profile.maxCharactersPerLine) {
      let to = at;
      while (to > from + 1 && (measured.costs[to - 1] ?? 0) >= COST.never) to--;
      from = (measured.costs[to - 1] ?? 0) >= COST.never ? at : to;
      breaks.push(from);
    }
  return breaks;
}

/** A text's words as lines are made of them; `glued`: written without a space before it. */
export function pieces(text: string, language: string): { words: string[]; glued: boolean[] } {
  const words = splitWords(text, language);
  return { words: words.map((word) => word.text), glued: words.map(({ gap }) => gap === '') };
}

/**
 * A text on exactly `lines` lines, broken by sense and balanced, whatever the profile's limit; on fewer where it has fewer
 * words. Old line breaks become spaces. Time as `bestLayout`.
 */
export function balanceLines(text: string, lines: number, profile: Profile, language: string): string {
  const words = splitWords(text, language);
  const measured = measure(words, breakCosts(words, language), profile);
  const total = widthOf(measured, 0, words.length);
  const count = Math.min(lines, words.length);
  if (count < 2) return laidOn(words, new Set());
  // A text of a file, not of a person, may have any length: what no screen holds is broken by width alone.
  if (words.length > MOST_BALANCED)
    return laidOn(words, new Set(greedyBreaks(measured, words.length, profile)));
  const layout = layOn(measured, 0, words.length, count, total / count, Infinity);
  return laidOn(words, new Set(layout?.breaks));
}

/** Words beyond which balancing would take long: time grows with their number to the power of the lines. */
const MOST_BALANCED = 60;
