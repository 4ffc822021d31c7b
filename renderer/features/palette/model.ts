/** Finding commands by a few typed letters. Pure. */

/**
 * How well `typed` fits `title`, lower is better; null when it does not. The start of the title beats the start of a word,
 * which beats the middle, which beats letters scattered in order.
 */
export function matchRank(title: string, typed: string): number | null {
  const text = title.toLowerCase();
  const wanted = typed.trim().toLowerCase();
  if (wanted === '' || text.startsWith(wanted)) return 0;
  if (text.includes(` ${wanted}`)) return 1;
  if (text.includes(wanted)) return 2;
  return isScattered(text, wanted) ? 3 : null;
}

function isScattered(text: string, wanted: string): boolean {
  let at = -1;
  for (const letter of wanted) {
    if (letter === ' ') continue;
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** The items whose title fits, best first, otherwise in their own order; at most `limit`. */
export function bestMatches<T>(
  items: readonly T[],
  titleOf: (item: T) => string,
  typed: string,
  limit: number,
): readonly T[] {
  return items
    .flatMap((item) => {
      const rank = matchRank(titleOf(item), typed);
      return rank === null ? [] : [{ item, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ item }) => item);
}

/** The items whose text contains what was typed, in their own order; at most `limit`; none for less than two letters. */
export function textMatches<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  typed: string,
  limit: number,
): readonly T[] {
  const wanted = typed.trim().toLowerCase();
  const found: T[] = [];
  if (wanted.length < 2) return found;
  for (const item of items) {
    if (found.length >= limit) break;
    if (textOf(item).toLowerCase().includes(wanted)) found.push(item);
  }
  return found;
}
