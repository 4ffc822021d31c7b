import { primaryLanguage } from '../text/locale';
import { withoutMarkUp } from '../text/mark-up';
import { UNSPACED } from '../text/unspaced';
import { abbreviationKind } from '../transcript/abbreviations';
import { sentenceEnds } from '../transcript/sentence-words';
import type { Written } from '../transcript/words';
import { COST } from './break-costs';
import { belongTogether } from './fixed-expressions';
import { functionWords, type Leaning } from './function-words';
import { costInUnspaced } from './unspaced-sense';

const NO_LETTERS = /^[^\p{L}\p{N}]+$/u;
const DASH = /^[-–—]+$/u;
const OPENS = /^[«“„"'‘(\[¿¡]+$/u;
const OPENS_WITH = /^[«“„"‘(\[¿¡]/u;
const CLOSES_WITH = /[»”"’)\]]$/u;
const NUMBER = /^[$€£₸₽]?\p{N}[\p{N}.,:/%-]*$/u;
const NUMBER_SIGN = /^(?:[№$€£₸₽§#]|no\.|nº|n°|art\.|article|статья|ст\.|бап|artículo|المادة)$/iu;
const CAPITALISED = /^\p{Lu}[\p{L}\p{M}'’-]*$/u;
const INITIAL = /^(?:\p{Lu}\p{M}*\.)+$/u;

/**
 * The cost of a break after each word, in order; the last is 0. `words` as in the transcript, in a language (BCP 47).
 * Linear.
 */
export function breakCosts(words: readonly Written[], language: string): number[] {
  const primary = primaryLanguage(language);
  const table = functionWords(primary);
  const bared = words.map(({ text, gap }): Written => ({ text: withoutMarkUp(text), gap }));
  const plain = bared.map(({ text }) => text);
  const ends = sentenceEnds(bared, language);
  return plain.map((word, index) => {
    const next = plain[index + 1];
    if (next === undefined || ends.has(index)) return COST.sentence;
    const gap = words[index + 1]?.gap;
    if (gap !== undefined || UNSPACED.test(word.slice(-1)))
      return costInUnspaced({ word, next, gap: gap ?? ' ' }, table, primary);
    const startsSentence = index === 0 || ends.has(index - 1);
    const cost = costBetween(word, next, startsSentence, table, primary);
    return cost === COST.opening && joinsWord(plain, index + 1, table) ? COST.plain : cost;
  });
}

/** “reason and conscience and…”: a conjunction that adds one word to a phrase and opens no clause. */
function joinsWord(words: readonly string[], at: number, table: Leaning): boolean {
  const added = words[at + 1] ?? '';
  const after = bare(words[at + 2] ?? '');
  if (table.leaning.has(bare(added))) return false;
  return /\p{P}$/u.test(added) || table.opening.has(after);
}

function costBetween(
  word: string,
  next: string,
  startsSentence: boolean,
  table: Leaning,
  language: string,
): number {
  if (DASH.test(word)) return startsSentence ? COST.attached : COST.clause;
  if (OPENS.test(word)) return COST.punctuation;
  if (DASH.test(next)) return COST.leaning;
  if (NO_LETTERS.test(next) && !OPENS.test(next)) return COST.punctuation;
  if (INITIAL.test(word) || (word.endsWith('.') && abbreviationKind(word, language) === 'leading'))
    return COST.attached;
  if (/[;:—–…。]$/u.test(word)) return COST.clause;
  if (/[,،、，]$/u.test(word)) return COST.comma;
  const isOne = belongTogether(bare(word), bare(next), language);
  return isOne && !CLOSES_WITH.test(word) ? COST.attached : costOfPair(word, next, table);
}

function costOfPair(word: string, next: string, table: Leaning): number {
  const nextBare = bare(next);
  if (NUMBER_SIGN.test(word) || (NUMBER.test(word) && !CLOSES_WITH.test(word))) return COST.number;
  if (table.leaning.has(bare(word)) || table.opening.has(bare(word))) return COST.leaning;
  if (table.trailing.has(nextBare)) return COST.leaning;
  if (CAPITALISED.test(word) && CAPITALISED.test(next.replace(/[.,!?:;…]+$/u, ''))) return COST.name;
  if (table.opening.has(nextBare)) return COST.opening;
  if (CLOSES_WITH.test(word) || OPENS_WITH.test(next)) return COST.quote;
  // A preposition, article or pronoun begins a phrase; Arabic writes “and” as a prefix.
  return table.leaning.has(nextBare) || /^و\p{L}{3,}/u.test(next) ? COST.phrase : COST.plain;
}

/** A word as the tables hold it: lower case, a curly apostrophe, no punctuation around it. */
function bare(word: string): string {
  return word
    .toLowerCase()
    .replace(/'/gu, '’')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}’]+$/gu, '');
}
