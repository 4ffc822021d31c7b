import { ChainBuilder } from './chain-builder';
import type { Chain } from './chain';
import { meanRows, normalised } from './features';
import { HOP_MS } from './mfcc';
import type { Reference } from './reference';

/** What it costs in a step of 40 ms to stay in a sound, and to leave one out. */
const STAY = 0.06;
const HURRY = 0.06;
/** What it costs to leave an utterance out: a part for each 40 ms of it, and once. */
const SKIP_STEP = 0.12;
const SKIP_ONCE = 2;
/** Pauses of the synthesiser shorter than this are not modelled. */
const SHORTEST_PAUSE_ROWS = 5;

/** What a state of the coarse match stands for: a step of an utterance, a pause inside it, the gap before it. */
export interface CoarseState {
  readonly kind: 'speech' | 'pause' | 'gap';
  readonly utterance: number;
  /** Where the step begins in the utterance's reference; NaN outside speech. */
  readonly referenceMs: number;
}

export interface CoarseChain {
  readonly states: readonly CoarseState[];
  readonly chain: Chain;
  /** Features of each state, in rows as wide as the reference's; zero outside speech. */
  readonly sounds: Float32Array;
}

/** `stepRows`: rows of the reference that pass in one step of the recording; `weight`: how many steps of 40 ms that is. */
export function layOutCoarsely(reference: Reference, stepRows: number, weight: number): CoarseChain {
  const builder = new ChainBuilder();
  const states: CoarseState[] = [];
  const sounds = new Vectors(reference.utterances[0]?.cepstra.width ?? 0);
  const addGap = (utterance: number, skippedSteps: number) => {
    builder.hub(
      [{ stay: 0, from: [[1, 0], ...over(states, utterance, weight)] }],
      SKIP_STEP * weight * skippedSteps + SKIP_ONCE,
    );
    states.push({ kind: 'gap', utterance, referenceMs: NaN });
  };
  let stepsBefore = 0;
  for (const [utterance, spoken] of reference.utterances.entries()) {
    addGap(utterance, stepsBefore);
    stepsBefore = 0;
    const features = normalised(spoken.cepstra, reference.spread);
    for (const run of runsOf(spoken.sounding)) {
      if (!run.isSounding) {
        const isInside = run.from > 0 && run.to < spoken.sounding.length;
        if (!isInside || run.to - run.from < SHORTEST_PAUSE_ROWS) continue;
        builder.text({ stay: 0, from: [[1, 0], ...over(states, utterance, weight)] });
        states.push({ kind: 'pause', utterance, referenceMs: NaN });
        continue;
      }
      const count = Math.max(1, Math.round((run.to - run.from) / stepRows));
      stepsBefore += count;
      for (let part = 0; part < count; part++) {
        const from = run.from + ((run.to - run.from) * part) / count;
        const to = run.from + ((run.to - run.from) * (part + 1)) / count;
        meanRows(features, from, to, sounds.room(states.length), states.length * features.width);
        const arcs: [number, number][] = [[1, 0]];
        const one = states.at(-1);
        const two = states.at(-2);
        if (one && two && (one.kind !== 'speech' || two.utterance === utterance))
          arcs.push([2, one.kind === 'speech' ? weight * HURRY : 0]);
        builder.text({ stay: weight * STAY, from: arcs });
        states.push({ kind: 'speech', utterance, referenceMs: from * HOP_MS });
      }
    }
  }
  addGap(reference.utterances.length, stepsBefore);
  return { states, chain: builder.build(2), sounds: sounds.first(states.length) };
}

/** Rows of numbers whose count is not known beforehand. */
class Vectors {
  readonly #width: number;
  #values = new Float32Array(1 << 12);

  constructor(width: number) {
    this.#width = width;
  }

  /** The numbers so far, with room for row `row`. */
  room(row: number): Float32Array {
    const length = (row + 1) * this.#width;
    if (length > this.#values.length) {
      const larger = new Float32Array(2 * length);
      larger.set(this.#values);
      this.#values = larger;
    }
    return this.#values;
  }

  /** The first `rows` rows; those never asked for are zero. */
  first(rows: number): Float32Array {
    return this.room(rows - 1).subarray(0, rows * this.#width);
  }
}

/** Gaps and pauses may be entered over one hurried state of the same utterance. */
function over(states: readonly CoarseState[], utterance: number, weight: number): [number, number][] {
  const one = states.at(-1);
  const two = states.at(-2);
  const isSame = one && two && one.kind === 'speech' && two.utterance === one.utterance;
  return isSame && one.utterance <= utterance ? [[2, weight * HURRY]] : [];
}

function* runsOf(mask: Uint8Array): Generator<{ isSounding: boolean; from: number; to: number }> {
  for (let from = 0; from < mask.length;) {
    let to = from;
    while (to < mask.length && mask[to] === mask[from]) to++;
    yield { isSounding: mask[from] === 1, from, to };
    from = to;
  }
}
