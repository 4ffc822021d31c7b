import { UNSPACED } from '../text/unspaced';

/**
 * Line feeds, runs of other spaces, italic tags, numbers and words, and every other sign by itself. Scripts that put no spaces
 * between words give one token a character.
 */
const TOKEN = new RegExp(
  `\\n|[^\\S\\n]+|</?i>|${UNSPACED.source}\\p{M}*|(?:(?!${UNSPACED.source})[\\p{L}\\p{M}\\p{N}\\p{Join_Control}'’])+|[^]`,
  'gu',
);

/** A text in pieces that are compared whole. Joined they are the text. Linear. */
export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** Whether a token says something, unlike spaces and signs. */
export function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token) && !/^<\/?i>$/.test(token);
}
