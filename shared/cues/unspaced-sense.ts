import { NEVER_ENDS, NEVER_STARTS, UNSPACED } from '../text/unspaced';
import { COST } from './break-costs';
import type { Leaning } from './function-words';

/** Two words of writing without spaces, and what stands between them. */
export interface UnspacedPair {
  readonly word: string;
  readonly next: string;
  readonly gap: string;
}

const HIRAGANA = /^\p{Script=Hiragana}+$/u;
const COMPOUND = /[\p{Script=Han}\p{Script=Katakana}ー]$/u;
const COMPOUND_GOES_ON = /^[\p{Script=Han}\p{Script=Katakana}]/u;
const CLOSES = /[」』）】》〉”’]$/u;
const OPENS = /^[「『（【《〈“‘]/u;
const ENDS_IN_NUMBER = /[\p{N}〇一二三四五六七八九十百千万億亿]$/u;
const DASHES = /[—―…‥]$/u;
const DASHES_GO_ON = /^[—―…‥]/u;

/**
 * What a break between two words of writing without spaces costs: never where a line would begin or end with what may not; well
 * after stops, and at a space, which ends a phrase there; in Japanese after particles, never far from a verb's tail.
 */
export function costInUnspaced({ word, next, gap }: UnspacedPair, table: Leaning, language: string): number {
  if (NEVER_STARTS.test(next) || NEVER_ENDS.test(word)) return COST.never;
  if (DASHES.test(word) && DASHES_GO_ON.test(next)) return COST.never;
  const said = word.replace(/[」』）】》〉”’]+$/u, '');
  if (/[。！？!?；：;:—…]$/u.test(said)) return COST.clause;
  if (/[，、,]$/u.test(said)) return COST.comma;
  if (gap !== '') return UNSPACED.test(word.slice(-1)) && UNSPACED.test(next) ? COST.clause : COST.plain;
  if (CLOSES.test(word) || OPENS.test(next)) return COST.quote;
  if (ENDS_IN_NUMBER.test(word) && !table.trailing.has(letters(word))) return COST.number;
  return costOfPair(letters(word), letters(next), table, language);
}

function costOfPair(word: string, next: string, table: Leaning, language: string): number {
  if (table.trailing.has(next)) return COST.leaning;
  if (table.leaning.has(word)) return COST.leaning;
  if (table.opening.has(word)) return COST.leaning;
  if (table.opening.has(next)) return COST.opening;
  if (language !== 'ja') return COST.plain;
  if (table.trailing.has(word)) return word === 'の' ? COST.plain : COST.phrase;
  if (HIRAGANA.test(next)) return COST.attached;
  return COMPOUND.test(word) && COMPOUND_GOES_ON.test(next) ? COST.name : COST.plain;
}

function letters(word: string): string {
  return word.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
