import type { Word } from '../domain/transcript';

/** Below this a word's time is a guess and shown as one; the alignment's own scale runs from 0 to 1. */
export const DOUBTFUL_BELOW = 0.5;

/**
 * `untimed`: nothing was aligned yet. `unplaced`: aligned, but not found in the sound. `uncertain`: found with little
 * confidence, and nobody has pinned or checked it since. `notSpoken`: a person said that nobody says it.
 */
export type WordState = 'placed' | 'uncertain' | 'unplaced' | 'untimed' | 'notSpoken';

/** How well a word's time is known. */
export function stateOf(
  word: Pick<Word, 'startMs' | 'confidence' | 'pinned' | 'checked' | 'notSpoken'>,
): WordState {
  const { startMs, confidence } = word;
  if (word.notSpoken === true) return 'notSpoken';
  if (startMs === null) return confidence === null ? 'untimed' : 'unplaced';
  if (word.pinned === true || word.checked === true) return 'placed';
  return confidence !== null && confidence < DOUBTFUL_BELOW ? 'uncertain' : 'placed';
}
