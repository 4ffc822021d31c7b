import type { RowSpan } from './guidance';
import type { Rivals } from './rivals';
import type { SoundChain } from './sound-chain';

/**
 * What text gains (nats a row over any speech) by having taught its own models, right or wrong: about 1.2 where there is
 * much to learn from, more where a few rows fit many models. Measured on wrong texts of 50 s to 10 min: 1.0 to 2.6.
 */
const SELF_TAUGHT = 1;
const SELF_TAUGHT_ROWS = 7000;
const MOST_SELF_TAUGHT = 2.4;
/** The way through the text, row by row. */
export interface FineMatch {
  readonly chain: SoundChain;
  /** State of each row of 10 ms. */
  readonly states: Int32Array;
  /** By row: how much likelier the matched sound is than any speech at all, in nats; 0 outside text. */
  readonly gain: Float32Array;
  /** By row: how much likelier any speech is than no speech, in nats. */
  readonly speech: Float32Array;
  /** Rows `[from, to)` in which the coarse match had each utterance; absent where there was none. */
  readonly coarse?: readonly (RowSpan | undefined)[] | undefined;
  /** How near the second-best place of each edge comes. */
  readonly rivals?: Rivals | undefined;
  /** Of a piece, what the whole recording's text gains; else it follows from the match itself. */
  readonly scale?: { readonly typical: number; readonly even: number } | undefined;
}

/** The gain at which a word is as likely wrong as right. */
export function evenGain({ chain, states, scale }: FineMatch): number {
  if (scale) return scale.even;
  let rows = 0;
  for (const state of states) if ((chain.sound[state] ?? -1) >= 0) rows++;
  return Math.min(MOST_SELF_TAUGHT, SELF_TAUGHT + SELF_TAUGHT_ROWS / Math.max(1, rows));
}

/** What the typical utterance gains. */
export function typicalGain(match: FineMatch): number {
  if (match.scale) return match.scale.typical;
  const means = meanGains(match);
  return means[means.length >> 1] ?? 0;
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
