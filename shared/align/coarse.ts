import { along, bounded, type Bound } from './bounds';
import type { Chain, Corridor, Emission } from './chain';
import { cheapestPath } from './cheapest-path';
import { layOutCoarsely, type CoarseChain, type CoarseState } from './coarse-chain';
import { hintedStates, withHints } from './coarse-hints';
import { meanRows } from './features';
import type { Hint } from './guidance';
import { HOP_MS, type Features } from './mfcc';
import type { Reference } from './reference';
import type { Recording } from './recording';

/** Rows of 10 ms that make one step of the coarse match. All costs here are for one such step. */
const STEP_ROWS = 4;
/** The first look takes longer steps: it only has to come near enough for the second. */
const ROUGH_STEP_ROWS = 8;
/** What a step of speech costs that no text covers; a step of a random match costs 1. */
const STRAY_SPEECH = 0.86;
const STRAY_SILENCE = 0.12;
/** Inside an utterance a pause is dearer to fill with speech than a gap between utterances is. */
const SPEECH_IN_PAUSE = 1.2;
const SILENCE_IN_PAUSE = 0.1;
/** Added where text is matched to silence. */
const TEXT_IN_SILENCE = 0.5;
/** The same where a person said that nothing is to be placed. */
const TEXT_IN_SHUT = 100;
/** The rough way is looked for this far to each side of the diagonal of speech time: a quarter of the text, within limits. */
const CORRIDOR_SHARE = 0.25;
const CORRIDOR_LEAST_MS = 150_000;
const CORRIDOR_MOST_MS = 600_000;
/** The second look goes this far to each side of the first one's way, in text and in time: more than a sentence. */
const NEAR_MS = 12_000;
/** Ways dearer than the best by more than this are given up: what two minutes of stray speech cost more than a random match. */
const BEAM = 150;
/** Share of the work that the rough look takes. */
const ROUGH_SHARE = 0.7;
/** How much slower or faster than the synthesiser a speaker may be on average. */
const SLOWEST = 0.5;
const FASTEST = 2;

/** Where in the spoken reference each 10-ms row of the recording is. */
export interface CoarseMatch {
  /** Utterance by row: that the row belongs to, or (in a gap) that comes next; may equal the number of utterances. */
  readonly utterance: Int32Array;
  /** Time in the utterance's reference by row, in ms; NaN in gaps and pauses. */
  readonly referenceMs: Float32Array;
  /** Reference time that passes in one unit of the recording's time. */
  readonly pace: number;
}

/**
 * Finds the whole text in the whole recording: a chain of reference sounds with optional gaps between utterances and pauses
 * inside them, where speech may be left over and utterances left out. First in steps of 80 ms in a wide corridor (a quarter
 * of the text, at most ten minutes, to each side), then in steps of 40 ms near the way that was found.
 * Linear in recording × corridor.
 */
export function matchCoarsely(
  recording: Recording,
  reference: Reference,
  hints: readonly Hint[],
  tick: (done: number, total: number) => void,
): CoarseMatch {
  const pace = clamp(reference.soundingMs / Math.max(1, recording.speechMs), SLOWEST, FASTEST);
  const rough = new Search(recording, reference, hints, pace, ROUGH_STEP_ROWS);
  const roughWay = rough.run(rough.diagonal(), (done, total) => tick((ROUGH_SHARE * done) / total, 1));
  const near = new Search(recording, reference, hints, pace, STEP_ROWS);
  const way = near.run(near.along(rough, roughWay), (done, total) =>
    tick(ROUGH_SHARE + ((1 - ROUGH_SHARE) * done) / total, 1),
  );
  return { ...spread(way, near.states, recording.rows), pace };
}

/** The search for the text at one length of step. */
class Search {
  readonly #stepRows: number;
  readonly #steps: Steps;
  readonly #chain: Chain;
  readonly #emission: Emission;
  readonly #bounds: readonly Bound[];
  readonly states: readonly CoarseState[];

  constructor(
    recording: Recording,
    reference: Reference,
    hints: readonly Hint[],
    pace: number,
    stepRows: number,
  ) {
    const weight = stepRows / STEP_ROWS;
    const laidOut = layOutCoarsely(reference, stepRows * pace, weight);
    this.states = laidOut.states;
    this.#chain = laidOut.chain;
    this.#stepRows = stepRows;
    this.#steps = stepsOf(recording, stepRows);
    this.#bounds = boundsOf(reference, laidOut.states, stepRows);
    this.#emission = withHints(
      emissionOf(this.#steps, laidOut, weight),
      hintedStates(hints, reference, laidOut.states),
      { stepMs: stepRows * HOP_MS, weight },
    );
  }

  /** The state of each step on the cheapest way through a corridor. */
  run(corridor: Corridor, tick: (done: number, total: number) => void): Int32Array {
    const bound = bounded(corridor, this.#chain.states, this.#bounds);
    return cheapestPath(this.#chain, bound, this.#emission, tick, { beam: BEAM });
  }

  /** A wide corridor around where the text would be, were it spread evenly over the speech. */
  diagonal(): Corridor {
    const { activity } = this.#steps;
    const { states } = this.#chain;
    const stepMs = this.#stepRows * HOP_MS;
    const half = clamp(states * CORRIDOR_SHARE, CORRIDOR_LEAST_MS / stepMs, CORRIDOR_MOST_MS / stepMs);
    const total = Math.max(
      1e-6,
      activity.reduce((sum, share) => sum + share, 0),
    );
    let passed = 0;
    const centre = Int32Array.from(activity, (share) => {
      const state = Math.round((passed / total) * states);
      passed += share;
      return state;
    });
    return along(centre, states, Math.ceil(half), 0);
  }

  /** A narrow corridor around the way that another search found. */
  along(other: Search, way: Int32Array): Corridor {
    const ratio = this.#stepRows / other.#stepRows;
    const here = sameStates(other.states, this.states);
    const centre = Int32Array.from(this.#steps.activity, (_, step) => {
      const state = way[Math.min(way.length - 1, Math.floor(step * ratio))] ?? 0;
      return here[state] ?? 0;
    });
    const half = Math.ceil(NEAR_MS / HOP_MS / this.#stepRows);
    return along(centre, this.states.length, half, half);
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

interface Steps {
  readonly features: Features;
  /** Share of each step that is speech, 0..1. */
  readonly activity: Float32Array;
  /** Marks steps that are not to be used. */
  readonly shut: Uint8Array;
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

function emissionOf(
  { features, activity, shut }: Steps,
  { states, sounds }: CoarseChain,
  weight: number,
): Emission {
  const { width, values } = features;
  const kinds = Uint8Array.from(states, ({ kind }) => (kind === 'speech' ? 0 : kind === 'gap' ? 1 : 2));
  const scale = weight / typicalDistance(features, activity, kinds, sounds);
  return (step, low, count, costs) => {
    const share = activity[step] ?? 0;
    const gap = weight * (share > 0.5 ? STRAY_SPEECH : STRAY_SILENCE);
    const pause = weight * (share > 0.5 ? SPEECH_IN_PAUSE : SILENCE_IN_PAUSE);
    const silence = weight * (shut[step] ? TEXT_IN_SHUT : (1 - share) * TEXT_IN_SILENCE);
    const row = step * width;
    for (let w = 0; w < count; w++) {
      const kind = kinds[low + w];
      if (kind !== 0) {
        costs[w] = kind === 1 ? gap : pause;
        continue;
      }
      const at = (low + w) * width;
      let sum = 0;
      for (let k = 0; k < width; k++) {
        const difference = (values[row + k] ?? 0) - (sounds[at + k] ?? 0);
        sum += difference * difference;
      }
      costs[w] = Math.sqrt(sum) * scale + silence;
    }
  };
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

/** Mean distance between speech of the recording and sounds of the reference that have nothing to do with each other. */
function typicalDistance(
  { rows, width, values }: Features,
  activity: Float32Array,
  kinds: Uint8Array,
  sounds: Float32Array,
): number {
  const pairs = 20_000;
  let total = 0;
  let count = 0;
  for (let pair = 0; pair < pairs; pair++) {
    // Two large primes walk through both tables without ever keeping step.
    const row = (pair * 7919) % rows;
    const state = (pair * 104_729) % kinds.length;
    if ((activity[row] ?? 0) < 0.75 || kinds[state] !== 0) continue;
    let sum = 0;
    for (let k = 0; k < width; k++)
      sum += ((values[row * width + k] ?? 0) - (sounds[state * width + k] ?? 0)) ** 2;
    total += Math.sqrt(sum);
    count++;
  }
  return count === 0 ? 1 : Math.max(1e-6, total / count);
}

/** From steps back to rows; inside a step the reference time runs on evenly. */
function spread(path: Int32Array, states: readonly CoarseState[], rows: number) {
  const utterance = new Int32Array(rows);
  const referenceMs = new Float32Array(rows).fill(NaN);
  for (let row = 0; row < rows; row++) {
    const step = Math.min(path.length - 1, Math.floor(row / STEP_ROWS));
    const state = states[path[step] ?? 0];
    if (!state) continue;
    utterance[row] = state.utterance;
    if (state.kind !== 'speech') continue;
    const next = states[path[step + 1] ?? -1];
    const end =
      next?.kind === 'speech' && next.utterance === state.utterance ? next.referenceMs : state.referenceMs;
    const part = ((row % STEP_ROWS) + 0.5) / STEP_ROWS;
    referenceMs[row] = state.referenceMs + (end - state.referenceMs) * part;
  }
  return { utterance, referenceMs };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
