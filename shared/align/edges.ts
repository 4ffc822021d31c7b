import type { FineMatch } from './gains';

/** Rows of 10 ms that an edge may move outwards: what a last sound dies away in. */
const FURTHEST_ROWS = 40;
/** Silence or speech that sets in for fewer rows is none. */
const SHORTEST_ROWS = 6;
/** How much likelier speech must be than silence (nats a row) to go on counting to the sound before it. */
const PROOF = 0.5;

/**
 * How much likelier speech than silence the median row of text must be (nats) for silence to be told from speech row by row:
 * 24 to 130 in quiet rooms and in steady noise 10 dB under the voice, 6 to 11 with music 12 dB under it.
 */
const TOLD_APART = 16;

/** Whether what is silent can be told from speech row by row. Linear but for a sort. */
export function isSilenceTold({ chain, states, speech }: FineMatch): boolean {
  const text = speech.filter((_, row) => (chain.sound[states[row] ?? 0] ?? -1) >= 0).sort();
  return (text[text.length >> 1] ?? 0) >= TOLD_APART;
}

/** Rows `[start, end)`. */
export interface Edges {
  readonly start: number;
  readonly end: number;
}

/**
 * Moves the outer edges of speech to where silence begins. The sounds were learned from their middles, so the search gives
 * the faint rows at the end of a sentence to the silence behind it, the more so in noise. Moved is an edge that has silence
 * outside within 0.4 s; where speech goes on there, nothing tells where the text ends. `from` and `to` limit both.
 */
export function settled(
  { speech }: Pick<FineMatch, 'speech'>,
  { start, end }: Edges,
  { from, to }: { readonly from: number; readonly to: number },
): Edges {
  return {
    start: Math.max(from, start - reach((rows) => speech[start - 1 - rows] ?? 0, start - from)),
    end: Math.min(to, end + reach((rows) => speech[end + rows] ?? 0, to - end)),
  };
}

/** Rows outwards (`at(0)` is the first) up to which speech is likelier than silence, taken together; 0 where it goes on. */
function reach(at: (rows: number) => number, room: number): number {
  const limit = Math.min(FURTHEST_ROWS + SHORTEST_ROWS, room);
  let sum = 0;
  let best = 0;
  let rows = 0;
  for (let n = 0; n < limit; n++) {
    sum += at(n) - PROOF;
    if (sum <= best) continue;
    best = sum;
    rows = n + 1;
  }
  return rows > limit - SHORTEST_ROWS ? 0 : rows;
}
