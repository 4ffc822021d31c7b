/** Compares what was found with what is true. */

/** A sentence is flagged when its confidence is under this: what the app lists. */
export const FLAGGED_UNDER = 0.5;
/** Counts for a sentence that was not placed. */
const NOT_PLACED_S = 99;

/** For each fragment: error of start and end in s, and confidence. */
export function sentenceErrors(track, found) {
  const byFragment = new Map();
  for (const word of found.words) {
    const index = Number(word.wordId.slice(1).split('-')[0]);
    byFragment.set(index, [...(byFragment.get(index) ?? []), word]);
  }
  return track.fragments.map(({ text, start, end }, index) => {
    const words = byFragment.get(index) ?? [];
    const placed = words.filter((word) => word.startMs !== null);
    const confidence = found.confidences?.[index] ?? 1;
    if (placed.length === 0) return { index, text, start: NOT_PLACED_S, end: NOT_PLACED_S, confidence };
    return {
      index,
      text,
      start: Math.abs(placed[0].startMs / 1000 - start),
      end: Math.abs(placed.at(-1).endMs / 1000 - end),
      from: placed[0].startMs / 1000 - start,
      to: placed.at(-1).endMs / 1000 - end,
      confidence,
    };
  });
}

/** Per cent of errors up to a limit in s. */
export const within = (errors, limit) =>
  (100 * errors.filter((error) => error <= limit).length) / Math.max(1, errors.length);

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** How well doubt tells wrong sentences (an edge off by over half a second) from right ones. */
export function flagging(sentences) {
  const isFlagged = ({ confidence }) => confidence < FLAGGED_UNDER;
  const wrong = sentences.filter(({ start, end }) => Math.max(start, end) > 0.5);
  const right = sentences.filter(({ start, end }) => Math.max(start, end) <= 0.5);
  return {
    wrong: wrong.length,
    caught: (100 * wrong.filter(isFlagged).length) / Math.max(1, wrong.length),
    disturbed: (100 * right.filter(isFlagged).length) / Math.max(1, right.length),
  };
}
