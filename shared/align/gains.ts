import type { SoundChain } from './sound-chain';

/** The way through the text, row by row. */
export interface FineMatch {
  readonly chain: SoundChain;
  /** State of each row of 10 ms. */
  readonly states: Int32Array;
  /** By row: how much likelier the matched sound is than any speech at all, in nats; 0 outside text. */
  readonly gain: Float32Array;
}

/** Mean gain of each utterance that was found, ascending. */
export function meanGains({ chain, states, gain }: FineMatch): number[] {
  const sums = new Map<number, { sum: number; count: number }>();
  for (const [row, state] of states.entries()) {
    if ((chain.sound[state] ?? -1) < 0) continue;
    const utterance = chain.utterance[state] ?? 0;
    const entry = sums.get(utterance) ?? { sum: 0, count: 0 };
    entry.sum += gain[row] ?? 0;
    entry.count++;
    sums.set(utterance, entry);
  }
  return [...sums.values()].map(({ sum, count }) => sum / count).sort((a, b) => a - b);
}
