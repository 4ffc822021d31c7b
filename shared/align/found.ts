import type { FineMatch } from './gains';

/** Rows `[from, to)` from the first sound of an utterance to its last, and the longest run of rows without text inside. */
export interface Found {
  readonly utterance: number;
  readonly from: number;
  readonly to: number;
  readonly gap: number;
}

/** The utterances that a match found, in order. Linear. */
export function utterancesIn({ chain, states }: Pick<FineMatch, 'chain' | 'states'>): Found[] {
  const found: { utterance: number; from: number; to: number; gap: number }[] = [];
  for (const [row, state] of states.entries()) {
    if ((chain.sound[state] ?? -1) < 0) continue;
    const utterance = chain.utterance[state] ?? 0;
    const last = found.at(-1);
    if (last?.utterance !== utterance) {
      found.push({ utterance, from: row, to: row + 1, gap: 0 });
      continue;
    }
    last.gap = Math.max(last.gap, row - last.to);
    last.to = row + 1;
  }
  return found;
}
