import type { Emission } from './chain';
import type { CoarseState } from './coarse-chain';
import type { Hint } from './guidance';
import type { Reference } from './reference';

/** What each 40 ms cost that a text is earlier or later than its time stamp says, beyond what time stamps are usually off by. */
const AGAINST_HINT = 0.02;
const HINT_SLACK_MS = 5000;
const MOST_HINTS_AGAINST = 3;

/** A state that a time stamp speaks of. */
export interface HintedState {
  readonly state: number;
  readonly atMs: number;
}

/** The states that the hinted words begin with, in chain order; hints whose times fall from one to the next are left out. */
export function hintedStates(
  hints: readonly Hint[],
  reference: Reference,
  states: readonly CoarseState[],
): HintedState[] {
  const byId = new Map(hints.map(({ wordId, atMs }) => [wordId, atMs]));
  const first = new Map<number, number>();
  for (const [state, { kind, utterance }] of states.entries())
    if (kind === 'speech' && !first.has(utterance)) first.set(utterance, state);
  const found: HintedState[] = [];
  for (const [utterance, { wordIds, phones }] of reference.utterances.entries())
    for (const [word, wordId] of wordIds.entries()) {
      const atMs = byId.get(wordId);
      const from = first.get(utterance);
      if (atMs === undefined || from === undefined || atMs < (found.at(-1)?.atMs ?? 0)) continue;
      const startMs = phones.find((phone) => phone.word >= word)?.startMs ?? 0;
      let state = from;
      while ((states[state + 1]?.referenceMs ?? NaN) <= startMs) state++;
      found.push({ state, atMs });
    }
  return found;
}

/**
 * Adds what it costs to be elsewhere than the hints say: so much for each hint that is contradicted in a step, which lasts
 * `stepMs` and weighs as much as `weight` steps of 40 ms.
 */
export function withHints(
  emission: Emission,
  hints: readonly HintedState[],
  { stepMs, weight }: { readonly stepMs: number; readonly weight: number },
): Emission {
  if (hints.length === 0) return emission;
  const count = (isBefore: (hint: HintedState) => boolean) => {
    const found = hints.findIndex((hint) => !isBefore(hint));
    return found < 0 ? hints.length : found;
  };
  return (step, low, width, costs) => {
    emission(step, low, width, costs);
    const ms = step * stepMs;
    const due = count(({ atMs }) => atMs + HINT_SLACK_MS < ms);
    const possible = count(({ atMs }) => atMs - HINT_SLACK_MS <= ms);
    let passed = count(({ state }) => state <= low);
    for (let n = 0; n < width; n++) {
      while (passed < hints.length && (hints[passed]?.state ?? Infinity) <= low + n) passed++;
      const against = Math.max(due - passed, passed - possible, 0);
      if (against > 0)
        costs[n] = (costs[n] ?? 0) + weight * AGAINST_HINT * Math.min(MOST_HINTS_AGAINST, against);
    }
  };
}
