/** Finding and replacing in many texts. Pure; a hostile pattern may take for ever, so callers run it where it can be stopped. */
import { AppError } from '../api/errors';
import { UNSPACED } from './unspaced';

export interface FindQuery {
  readonly pattern: string;
  readonly replacement: string;
  /** A regular expression (with `$1`, `$<name>` in the replacement) instead of plain text. */
  readonly isRegex: boolean;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
}

export interface FindText {
  readonly id: string;
  readonly text: string;
}

/** A text in which something was found. */
export interface Hit extends FindText {
  readonly count: number;
  /** The text with every find replaced. */
  readonly replaced: string;
  /** The first find, `[start, end)` in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** A letter beside which a word does not end; writing without spaces has no such sides. */
const WORD = `(?:(?!${UNSPACED.source})[\\p{L}\\p{M}\\p{N}_])`;

/** The expression of a query. Throws `bad-request` with the reason for one that cannot be read. */
export function expressionOf({ pattern, isRegex, matchCase, wholeWord }: FindQuery): RegExp {
  const source = isRegex ? pattern : pattern.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
  const whole = wholeWord ? `(?<!${WORD})(?:${source})(?!${WORD})` : source;
  try {
    // Alone first: `a)(b` must not pass only because it stands in a group.
    new RegExp(source, 'u');
    return new RegExp(whole, `gmu${matchCase ? '' : 'i'}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*:\s*/u, '') : '';
    throw new AppError('bad-request', { reason });
  }
}

/** Every text that has a find, in order. An empty pattern finds nothing, and so does one that only finds empty places. */
export function findAll(texts: readonly FindText[], query: FindQuery): Hit[] {
  if (query.pattern === '') return [];
  const expression = expressionOf(query);
  const by = query.isRegex ? unescaped(query.replacement) : query.replacement.replaceAll('$', '$$$$');
  const hits: Hit[] = [];
  for (const { id, text } of texts) {
    const found = [...text.matchAll(expression)].filter((match) => match[0] !== '');
    const first = found[0];
    if (!first) continue;
    hits.push({
      id,
      text,
      count: found.length,
      replaced: text.replace(expression, by),
      start: first.index,
      end: first.index + first[0].length,
    });
  }
  return hits;
}

/** `\n` and `\t` as people type them in a replacement. */
function unescaped(text: string): string {
  return text.replaceAll('\\n', '\n').replaceAll('\\t', '\t');
}
