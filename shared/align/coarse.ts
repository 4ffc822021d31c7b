import { bounded, type Bound } from './bounds';
import { ChainBuilder } from './chain-builder';
import { cheapestPath, type Chain, type Corridor, type Emission } from './chain';
import { meanRows, normalised } from './features';
import type { Hint } from './guidance';
import { HOP_MS, type Features } from './mfcc';
import type { Reference } from './reference';
import type { Recording } from './recording';

/** Rows of 10 ms that make one step of the coarse match. */
const STEP_ROWS = 4;
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
/** What each step costs that a text is earlier or later than its time stamp says, beyond what time stamps are usually off by. */
const AGAINST_HINT = 0.02;
const HINT_SLACK_MS = 5000;
const MOST_HINTS_AGAINST = 3;
const STAY = 0.06;
const HURRY = 0.06;
/** What it costs to leave an utterance out: a part for each step of it, and once. */
const SKIP_STEP = 0.12;
const SKIP_ONCE = 2;
/** Pauses of the synthesiser shorter than this are not modelled. */
const SHORTEST_PAUSE_ROWS = 5;
/** The way is looked for this far to each side of the diagonal of speech time: a quarter of the text, within limits. */
const CORRIDOR_SHARE = 0.25;
const CORRIDOR_LEAST_MS = 150_000;
const CORRIDOR_MOST_MS = 600_000;
/** Ways dearer than the best by more than this are given up: what two minutes of stray speech cost more than a random match. */
const BEAM = 150;
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

type Kind = 'speech' | 'pause' | 'gap';

interface State {
  readonly kind: Kind;
  readonly utterance: number;
  readonly referenceMs: number;
}

/**
 * Finds the whole text in the whole recording, in steps of 40 ms: a chain of reference sounds with optional gaps between
 * utterances and pauses inside them, where speech may be left over and utterances left out.
 * Linear in recording × corridor; the corridor is a quarter of the text, at most ten minutes, to each side.
 */
export function matchCoarsely(
  recording: Recording,
  reference: Reference,
  hints: readonly Hint[],
  tick: (done: number, total: number) => void,
): CoarseMatch {
  const pace = clamp(reference.soundingMs / Math.max(1, recording.speechMs), SLOWEST, FASTEST);
  const { states, chain, sounds } = layOut(reference, STEP_ROWS * pace);
  const steps = stepsOf(recording);
  const corridor = bounded(
    corridorOf(steps.activity, chain.states),
    chain.states,
    boundsOf(reference, states),
  );
  const emission = withHints(emissionOf(steps, states, sounds), hintedStates(hints, reference, states));
  const path = cheapestPath(chain, corridor, emission, tick, { beam: BEAM });
  return { ...spread(path, states, recording.cepstra.rows), pace };
}

/** `stepRows`: rows of the reference that pass in one step of the recording. */
function layOut(
  reference: Reference,
  stepRows: number,
): { states: State[]; chain: Chain; sounds: Float32Array } {
  const builder = new ChainBuilder();
  const states: State[] = [];
  const vectors: Float32Array[] = [];
  const addGap = (utterance: number, skippedSteps: number) => {
    builder.hub(
      [{ stay: 0, from: [[1, 0], ...over(states, utterance)] }],
      SKIP_STEP * skippedSteps + SKIP_ONCE,
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
        builder.text({ stay: 0, from: [[1, 0], ...over(states, utterance)] });
        states.push({ kind: 'pause', utterance, referenceMs: NaN });
        continue;
      }
      const count = Math.max(1, Math.round((run.to - run.from) / stepRows));
      stepsBefore += count;
      for (let part = 0; part < count; part++) {
        const from = run.from + ((run.to - run.from) * part) / count;
        const to = run.from + ((run.to - run.from) * (part + 1)) / count;
        const vector = new Float32Array(features.width);
        meanRows(features, from, to, vector, 0);
        const arcs: [number, number][] = [[1, 0]];
        const one = states.at(-1);
        const two = states.at(-2);
        if (one && two && (one.kind !== 'speech' || two.utterance === utterance))
          arcs.push([2, one.kind === 'speech' ? HURRY : 0]);
        builder.text({ stay: STAY, from: arcs });
        states.push({ kind: 'speech', utterance, referenceMs: from * HOP_MS });
        vectors[states.length - 1] = vector;
      }
    }
  }
  addGap(reference.utterances.length, stepsBefore);
  const width = reference.utterances[0]?.cepstra.width ?? 0;
  const sounds = new Float32Array(states.length * width);
  vectors.forEach((vector, state) => sounds.set(vector, state * width));
  return { states, chain: builder.build(2), sounds };
}

/** Gaps and pauses may be entered over one hurried state of the same utterance. */
function over(states: readonly State[], utterance: number): [number, number][] {
  const one = states.at(-1);
  const two = states.at(-2);
  const isSame = one && two && one.kind === 'speech' && two.utterance === one.utterance;
  return isSame && one.utterance <= utterance ? [[2, HURRY]] : [];
}

function* runsOf(mask: Uint8Array): Generator<{ isSounding: boolean; from: number; to: number }> {
  for (let from = 0; from < mask.length;) {
    let to = from;
    while (to < mask.length && mask[to] === mask[from]) to++;
    yield { isSounding: mask[from] === 1, from, to };
    from = to;
  }
}

interface Steps {
  readonly features: Features;
  /** Share of each step that is speech, 0..1. */
  readonly activity: Float32Array;
  /** Marks steps that are not to be used. */
  readonly shut: Uint8Array;
}

function stepsOf({ normal, activity, shut }: Recording): Steps {
  const rows = Math.max(1, Math.floor(normal.rows / STEP_ROWS));
  const values = new Float32Array(rows * normal.width);
  const share = new Float32Array(rows);
  const isShut = new Uint8Array(rows);
  for (let step = 0; step < rows; step++) {
    const from = step * STEP_ROWS;
    meanRows(normal, from, from + STEP_ROWS, values, step * normal.width);
    for (let row = from; row < from + STEP_ROWS; row++)
      share[step] = (share[step] ?? 0) + (activity[row] ?? 0) / STEP_ROWS;
    isShut[step] = shut[from + (STEP_ROWS >> 1)] ?? 0;
  }
  return { features: { rows, width: normal.width, values }, activity: share, shut: isShut };
}

function corridorOf(activity: Float32Array, states: number): Corridor {
  const stepMs = STEP_ROWS * HOP_MS;
  const half = clamp(states * CORRIDOR_SHARE, CORRIDOR_LEAST_MS / stepMs, CORRIDOR_MOST_MS / stepMs);
  const width = Math.min(states, 2 * Math.ceil(half) + 1);
  const total = Math.max(
    1e-6,
    activity.reduce((sum, share) => sum + share, 0),
  );
  let passed = 0;
  const low = Int32Array.from(activity, (share) => {
    const centre = Math.round((passed / total) * states);
    passed += share;
    return clamp(centre - Math.ceil(half), 0, states - width);
  });
  return { steps: activity.length, width, low };
}

function emissionOf({ features, activity, shut }: Steps, states: readonly State[], sounds: Float32Array) {
  const { width, values } = features;
  const kinds = Uint8Array.from(states, ({ kind }) => (kind === 'speech' ? 0 : kind === 'gap' ? 1 : 2));
  const scale = 1 / typicalDistance(features, activity, kinds, sounds);
  return (step: number, low: number, count: number, costs: Float32Array): void => {
    const share = activity[step] ?? 0;
    const gap = share > 0.5 ? STRAY_SPEECH : STRAY_SILENCE;
    const pause = share > 0.5 ? SPEECH_IN_PAUSE : SILENCE_IN_PAUSE;
    const silence = shut[step] ? TEXT_IN_SHUT : (1 - share) * TEXT_IN_SILENCE;
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
function boundsOf(reference: Reference, states: readonly State[]): Bound[] {
  const gaps = new Map<number, number>();
  for (const [state, { kind, utterance }] of states.entries()) if (kind === 'gap') gaps.set(utterance, state);
  return reference.utterances.flatMap(({ bound }, utterance) =>
    bound
      ? [
          { step: Math.ceil(bound.to / STEP_ROWS), least: gaps.get(utterance) ?? 0, most: Infinity },
          { step: Math.floor(bound.from / STEP_ROWS), least: 0, most: gaps.get(utterance + 1) ?? Infinity },
        ]
      : [],
  );
}

interface HintedState {
  readonly state: number;
  readonly atMs: number;
}

/** The states that the hinted words begin with, in chain order; hints whose times fall from one to the next are left out. */
function hintedStates(hints: readonly Hint[], reference: Reference, states: readonly State[]): HintedState[] {
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

/** Adds what it costs to be elsewhere than the hints say: so much for each hint that is contradicted in a step. */
function withHints(emission: Emission, hints: readonly HintedState[]): Emission {
  if (hints.length === 0) return emission;
  const count = (isBefore: (hint: HintedState) => boolean) => {
    const found = hints.findIndex((hint) => !isBefore(hint));
    return found < 0 ? hints.length : found;
  };
  return (step, low, width, costs) => {
    emission(step, low, width, costs);
    const ms = step * STEP_ROWS * HOP_MS;
    const due = count(({ atMs }) => atMs + HINT_SLACK_MS < ms);
    const possible = count(({ atMs }) => atMs - HINT_SLACK_MS <= ms);
    let passed = count(({ state }) => state <= low);
    for (let n = 0; n < width; n++) {
      while (passed < hints.length && (hints[passed]?.state ?? Infinity) <= low + n) passed++;
      const against = Math.max(due - passed, passed - possible, 0);
      if (against > 0) costs[n] = (costs[n] ?? 0) + AGAINST_HINT * Math.min(MOST_HINTS_AGAINST, against);
    }
  };
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
function spread(path: Int32Array, states: readonly State[], rows: number) {
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
