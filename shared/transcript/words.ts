/** `Word.text` holds no more (UTF-16 units); nothing a person says is longer, so only damaged text reaches it. */
export const LONGEST_WORD = 500;

const WHITE_SPACE = /\p{White_Space}+/u;

/**
 * The words of a text as written, split at Unicode white space (no-break spaces too), punctuation included, nothing
 * normalised. A word over 500 units is cut into pieces that fit, never inside a character. Linear.
 */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  for (const word of text.split(WHITE_SPACE)) {
    if (word.length > LONGEST_WORD) words.push(...cutLong(word));
    else if (word !== '') words.push(word);
  }
  return words;
}

function cutLong(word: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (from < word.length) {
    let to = Math.min(word.length, from + LONGEST_WORD);
    if (to < word.length && isLowSurrogate(word.charCodeAt(to))) to--;
    pieces.push(word.slice(from, to));
    from = to;
  }
  return pieces;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
