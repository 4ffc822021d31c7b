import type { Profile } from '../domain/profile';
import { countCharacters } from '../text/characters';
import { segmenterFor } from '../text/segments';
import { splitWords } from '../transcript/words';
import { breakCosts } from './sense';

/** What lines are made of and how wide that is: the only thing layout looks at. */
export interface Measured {
  /** `upTo[n]`: characters of the first n words, without the spaces between them. */
  readonly upTo: readonly number[];
  /** Spaces between words before word n: `gaps[n]` of the first n words' own leading spaces. */
  readonly gaps: readonly number[];
  /** Cost of a break after each word. */
  readonly costs: readonly number[];
  /** Width of one space. */
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

/** Measures words for `bestLayout`. `glued[n]` true: word n is written without a space before it. */
export function measure(
  words: readonly string[],
  costs: readonly number[],
  profile: Profile,
  glued: readonly boolean[] = [],
  ruler: Ruler = counting(profile),
): Measured {
  const upTo = [0];
  const gaps = [0];
  for (const [index, word] of words.entries()) {
    upTo.push((upTo[index] ?? 0) + ruler(word));
    gaps.push((gaps[index] ?? 0) + (index > 0 && !glued[index] ? 1 : 0));
  }
  return { upTo, gaps, costs, space: ruler(' ') };
}

/** Characters of words `[from, to)` on one line, spaces between them included. */
export function widthOf(measured: Measured, from: number, to: number): number {
  const { upTo, gaps, space } = measured;
  if (to <= from) return 0;
  const inner = (gaps[to] ?? 0) - (gaps[from + 1] ?? 0);
  return (upTo[to] ?? 0) - (upTo[from] ?? 0) + inner * space;
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
 * by sense and balanced, the lower longer. Old line breaks and runs of white space become spaces. A text too long for
 * the profile gets more lines, each within the limit unless one word alone is wider. Writing without spaces (Chinese,
 * Japanese, Thai…) breaks between its words.
 */
export function breakLines(text: string, profile: Profile, language: string): string {
  const { words, glued } = pieces(text, language);
  const measured = measure(words, breakCosts(words, language), profile, glued);
  const layout = bestLayout(measured, 0, words.length, profile);
  return laidOn(
    words,
    glued,
    new Set(layout ? layout.breaks : greedyBreaks(measured, words.length, profile)),
  );
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
  const { words, glued } = pieces(text, language);
  const measured = measure(words, breakCosts(words, language), profile, glued, ruler);
  const lengths = { ...profile, maxCharactersPerLine: limit, maxLines: mostLines };
  // Layouts are tried to the power of their lines; what no screen holds is broken by width alone.
  const layout = words.length > MOST_BALANCED ? null : bestLayout(measured, 0, words.length, lengths);
  return laidOn(
    words,
    glued,
    new Set(layout ? layout.breaks : greedyBreaks(measured, words.length, lengths)),
  );
}

function laidOn(words: readonly string[], glued: readonly boolean[], breaks: ReadonlySet<number>): string {
  let laid = '';
  for (const [index, word] of words.entries())
    laid += (index === 0 ? '' : breaks.has(index) ? '\n' : glued[index] ? '' : ' ') + word;
  return laid;
}

function greedyBreaks(measured: Measured, count: number, profile: Profile): number[] {
  const breaks: number[] = [];
  let from = 0;
  for (let at = 1; at < count; at++)
    if (widthOf(measured, from, at + 1) > profile.maxCharactersPerLine) {
      breaks.push(at);
      from = at;
    }
  return breaks;
}

const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A text's words as lines are made of them. */
export interface Pieces {
  readonly words: string[];
  /** True: the word is written without a space before it. */
  readonly glued: boolean[];
}

/** The words of a text; writing without spaces is divided into its words. */
export function pieces(text: string, language: string): Pieces {
  const found: Pieces = { words: [], glued: [] };
  for (const word of splitWords(text)) {
    const parts = WITHOUT_SPACES.test(word) ? wordsInside(word, language) : [word];
    for (const [index, part] of parts.entries()) {
      found.words.push(part);
      found.glued.push(index > 0);
    }
  }
  return found;
}

/** Words of an unspaced script; punctuation stays with what it follows, opening brackets and tags with what they precede. */
function wordsInside(word: string, language: string): string[] {
  const parts: string[] = [];
  let held = '';
  for (const piece of word.split(/(<\/?i>)/u)) {
    if (piece === '<i>') held += piece;
    else if (piece === '</i>') parts.push(`${parts.pop() ?? ''}${piece}`);
    else
      for (const { segment, isWordLike } of segmenterFor(language, 'word').segment(piece)) {
        if (/^[「『（《〈【([“«]$/u.test(segment)) held += segment;
        else if (isWordLike || parts.length === 0) {
          parts.push(held + segment);
          held = '';
        } else parts.push(`${parts.pop() ?? ''}${segment}`);
      }
  }
  if (held !== '') parts.push(held);
  return parts;
}

/**
 * A text on exactly `lines` lines, broken by sense and balanced, whatever the profile's limit; on fewer where it has fewer
 * words. Old line breaks become spaces. Time as `bestLayout`.
 */
export function balanceLines(text: string, lines: number, profile: Profile, language: string): string {
  const { words, glued } = pieces(text, language);
  const measured = measure(words, breakCosts(words, language), profile, glued);
  const total = widthOf(measured, 0, words.length);
  const count = Math.min(lines, words.length);
  if (count < 2) return laidOn(words, glued, new Set());
  // A text of a file, not of a person, may have any length: what no screen holds is broken by width alone.
  if (words.length > MOST_BALANCED)
    return laidOn(words, glued, new Set(greedyBreaks(measured, words.length, profile)));
  const layout = layOn(measured, 0, words.length, count, total / count, Infinity);
  return laidOn(words, glued, new Set(layout?.breaks));
}

/** Words beyond which balancing would take long: time grows with their number to the power of the lines. */
const MOST_BALANCED = 60;
