import { gapsOf, matchWords } from '../edits/word-diff';
import { tokensOf } from './tokens';
import { oneLine } from '../text/unspaced';

/** A stretch of a changed text. */
export interface DiffPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * What became of a text, word by word: the pieces that are not `added` join to `before`, those not `removed` to `after`. Where
 * something gave way to something else, what was removed comes first. Costs as `matchWords`.
 */
export function diffTexts(before: string, after: string): DiffPiece[] {
  const [from, to] = [tokensOf(before), tokensOf(after)];
  const pieces: DiffPiece[] = [];
  const push = (kind: DiffPiece['kind'], tokens: readonly string[]) => {
    if (tokens.length > 0) pieces.push({ kind, text: tokens.join('') });
  };
  let at = 0;
  for (const { a0, a1, b0, b1 } of gapsOf(matchWords(from, to), from.length)) {
    push('same', to.slice(at, b0));
    push('removed', from.slice(a0, a1));
    push('added', to.slice(b0, b1));
    at = b1;
  }
  push('same', to.slice(at));
  return pieces;
}

/** Whether two texts say the same: only spaces and line breaks may differ. */
export function saysTheSame(a: string, b: string): boolean {
  return a === b || oneLine(a) === oneLine(b);
}
