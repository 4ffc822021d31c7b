import { along, bounded, type Bound } from './bounds';
import type { Chain, Corridor, Emission } from './chain';
import { cheapestPath } from './cheapest-path';
import { layOutCoarsely, type CoarseState } from './coarse-chain';
import { coarseCosts, type Steps } from './coarse-costs';
import { hintedStates, withHints } from './coarse-hints';
import { meanRows } from './features';
import type { Hint } from './guidance';
import { HOP_MS } from './mfcc';
import type { Reference } from './reference';
import type { Recording } from './recording';
import { hearAs, inVoice, VoicePairs, type VoiceMap } from './voice-map';

/** Rows of 10 ms that make one step of weight 1: all costs are for one such step. */
export const STEP_ROWS = 4;
/** The way is looked for this far around where the text can be at most: a quarter of the text, within limits. */
const CORRIDOR_SHARE = 0.25;
const CORRIDOR_LEAST_MS = 150_000;
const CORRIDOR_MOST_MS = 600_000;
/** Another look goes this far to each side of the way of one before, in text and in time: more than a sentence. */
const NEAR_MS = 12_000;
/** Ways dearer than the best by more than this are given up: what two minutes of stray speech cost more than a random match. */
const BEAM = 150;

/** What is looked for, and how. */
export interface CoarseLook {
  readonly recording: Recording;
  readonly reference: Reference;
  readonly hints: readonly Hint[];
  /** Reference time that passes in one unit of the recording's time. */
  readonly pace: number;
  /** Rows of 10 ms in a step. */
  readonly stepRows: number;
  /** What the synthesiser's voice is in the recording's, if it is known. */
  readonly voice?: VoiceMap | undefined;
}

/** The search for the text at one length of step. */
export class CoarseSearch {
  readonly #stepRows: number;
  readonly #soundingMs: number;
  readonly #recording: Recording;
  readonly #steps: Steps;
  /** As they are, without the voice. */
  readonly #sounds: Float32Array;
  readonly #chain: Chain;
  readonly #emission: Emission;
  readonly #bounds: readonly Bound[];
  readonly states: readonly CoarseState[];

  constructor({ recording, reference, hints, pace, stepRows, voice }: CoarseLook) {
    const weight = stepRows / STEP_ROWS;
    const { states, chain, sounds } = layOutCoarsely(reference, stepRows * pace, weight);
    this.states = states;
    this.#stepRows = stepRows;
    this.#soundingMs = reference.soundingMs;
    this.#recording = recording;
    this.#steps = stepsOf(recording, stepRows);
    this.#sounds = sounds;
    this.#chain = chain;
    this.#bounds = boundsOf(reference, states, stepRows);
    if (voice) hearAs(voice, this.#steps.features);
    const said = voice ? inVoice(voice, sounds) : sounds;
    const emission = coarseCosts(this.#steps, { states, sounds: said }, weight);
    this.#emission = withHints(emission, hintedStates(hints, reference, states), {
      stepMs: stepRows * HOP_MS,
      weight,
    });
  }

  /** The state of each step on the cheapest way through a corridor. */
  run(corridor: Corridor, tick: (done: number, total: number) => void): Int32Array {
    const bound = bounded(corridor, this.#chain.states, this.#bounds);
    return cheapestPath(this.#chain, bound, this.#emission, tick, { beam: BEAM });
  }

  /** Where the text can be at all, whether what is spoken besides it comes before or after it, and some way around. */
  anywhere(): Corridor {
    const { activity } = this.#steps;
    const { states } = this.#chain;
    const stepMs = this.#stepRows * HOP_MS;
    const share = Math.max(CORRIDOR_LEAST_MS / stepMs, states * CORRIDOR_SHARE);
    const around = Math.ceil(Math.min(CORRIDOR_MOST_MS / stepMs, share));
    const spoken = activity.reduce((sum, share) => sum + share, 0);
    const needed = Math.max(
      1,
      this.states.reduce((sum, { kind }) => sum + (kind === 'speech' ? 1 : 0), 0),
    );
    const surplus = needed - spoken;
    const low = new Int32Array(activity.length);
    const high = new Int32Array(activity.length);
    let passed = 0;
    for (const [step, heard] of activity.entries()) {
      const at = (steps: number) => Math.round((Math.max(0, Math.min(needed, steps)) / needed) * states);
      low[step] = Math.max(0, Math.min(at(passed + Math.min(0, surplus)) - around, states - 2 * around - 1));
      passed += heard;
      high[step] = Math.min(states, Math.max(at(passed + Math.max(0, surplus)) + around, 2 * around) + 1);
    }
    return { low, high };
  }

  /** Near the way that another search found. */
  along(other: CoarseSearch, way: Int32Array): Corridor {
    const ratio = this.#stepRows / other.#stepRows;
    const here = sameStates(other.states, this.states);
    const centre = Int32Array.from(this.#steps.activity, (_, step) => {
      const state = way[Math.min(way.length - 1, Math.floor(step * ratio))] ?? 0;
      return here[state] ?? 0;
    });
    const half = Math.ceil(NEAR_MS / HOP_MS / this.#stepRows);
    return along(centre, this.states.length, half, half);
  }

  /** By how much less a step of text costs on a way than stray speech in its place would, on average; 0 without text. */
  gain(way: Int32Array): number {
    const cost = new Float32Array(1);
    const costIn = (step: number, state: number) => {
      this.#emission(step, state, 1, cost);
      return cost[0] ?? 0;
    };
    const gap = this.states.length - 1;
    let sum = 0;
    let steps = 0;
    for (const [step, state] of way.entries()) {
      if (this.states[state]?.kind !== 'speech') continue;
      sum += costIn(step, gap) - costIn(step, state);
      steps++;
    }
    return steps === 0 ? 0 : sum / steps / (this.#stepRows / STEP_ROWS);
  }

  /** The pace and the voice that a way speaks for. */
  learn(way: Int32Array): { readonly pace: number; readonly voice: VoiceMap } {
    // What this search heard may be in units of a voice; both at once are too much for hours.
    const { width, values } = stepsOf(this.#recording, this.#stepRows).features;
    const pairs = new VoicePairs(width);
    let steps = 0;
    for (const [step, state] of way.entries()) {
      if (this.states[state]?.kind !== 'speech') continue;
      steps++;
      pairs.add(this.#sounds, state * width, values, step * width);
    }
    return { pace: this.#soundingMs / Math.max(1, steps * this.#stepRows * HOP_MS), voice: pairs.map() };
  }
}

/** For each state of one chain the last of another that begins no later in the text. */
function sameStates(from: readonly CoarseState[], to: readonly CoarseState[]): Int32Array {
  let at = 0;
  const isNotLater = (state: CoarseState | undefined, than: CoarseState) => {
    if (!state || state.utterance !== than.utterance)
      return state !== undefined && state.utterance < than.utterance;
    if (state.kind === 'gap') return true;
    // Pauses tell no time; the sound behind one does.
    return than.kind !== 'gap' && !(state.referenceMs > than.referenceMs);
  };
  return Int32Array.from(from, (state) => {
    if (state.kind !== 'pause') while (isNotLater(to[at + 1], state)) at++;
    return at;
  });
}

function stepsOf(recording: Recording, stepRows: number): Steps {
  const { activity, shut } = recording;
  // The slopes, which are the right half, tell nothing over such steps.
  const width = recording.features.width / 2;
  const rows = Math.max(1, Math.floor(recording.rows / stepRows));
  const values = new Float32Array(rows * width);
  const share = new Float32Array(rows);
  const isShut = new Uint8Array(rows);
  for (let step = 0; step < rows; step++) {
    const from = step * stepRows;
    meanRows(recording.features, from, from + stepRows, values, step * width, width);
    for (let row = from; row < from + stepRows; row++)
      share[step] = (share[step] ?? 0) + (activity[row] ?? 0) / stepRows;
    isShut[step] = shut[from + (stepRows >> 1)] ?? 0;
  }
  return { features: { rows, width, values }, activity: share, shut: isShut };
}

/** Fixed words: nothing after them before they begin, nothing before them once they have ended. */
function boundsOf(reference: Reference, states: readonly CoarseState[], stepRows: number): Bound[] {
  const gaps = new Map<number, number>();
  for (const [state, { kind, utterance }] of states.entries()) if (kind === 'gap') gaps.set(utterance, state);
  return reference.utterances.flatMap(({ bound }, utterance) =>
    bound
      ? [
          { step: Math.ceil(bound.to / stepRows), least: gaps.get(utterance) ?? 0, most: Infinity },
          { step: Math.floor(bound.from / stepRows), least: 0, most: gaps.get(utterance + 1) ?? Infinity },
        ]
      : [],
  );
}
