import type { Emission } from './chain';
import type { CoarseState } from './coarse-chain';
import type { Features } from './mfcc';

/** What a step of speech costs that no text covers, in units of what a random match of that very step costs. */
const STRAY_SPEECH = 0.86;
const STRAY_SILENCE = 0.12;
/** Inside an utterance a pause is dearer to fill with speech than a gap between utterances is. */
const SPEECH_IN_PAUSE = 1.2;
const SILENCE_IN_PAUSE = 0.1;
/** Added where text is matched to silence. */
const TEXT_IN_SILENCE = 0.5;
/** The same where a person said that nothing is to be placed. */
const TEXT_IN_SHUT = 100;
/** A step counts as speech with more than this share of it. */
const SPEECH = 0.5;
/** Steps and states that stand for all where it is asked what is near to everything. */
const SAMPLE = 128;
/** Share of a step that is speech for it to stand for others. */
const CLEARLY_SPEECH = 0.75;

/** A recording in steps. */
export interface Steps {
  readonly features: Features;
  /** Share of each step that is speech, 0..1. */
  readonly activity: Float32Array;
  /** Marks steps that are not to be used. */
  readonly shut: Uint8Array;
}

/** What is said, by state; `sounds` in rows as wide as the steps' features. */
export interface CoarseSounds {
  readonly states: readonly CoarseState[];
  readonly sounds: Float32Array;
}

/**
 * What each state costs in each step, where a random match costs `weight`: the distance of the two sounds, less by how much
 * nearer than others the state is to any step; stray speech less by how much nearer the step is to any state. Without
 * both, what is near to everything draws text to itself (the two are zero and test normalisation of speaker verification:
 * Auckenthaler, Carey and Lloyd-Thomas 2000).
 */
export function coarseCosts(steps: Steps, said: CoarseSounds, weight: number): Emission {
  const {
    features: { width, values },
    activity,
    shut,
  } = steps;
  const kinds = Uint8Array.from(said.states, ({ kind }) => (kind === 'speech' ? 0 : kind === 'gap' ? 1 : 2));
  const { sounds } = said;
  const { unit, byStep, byState } = usualDistances(steps, kinds, sounds);
  const scale = weight / unit;
  const nearer = byState.map((mean) => weight * (1 - mean));
  return (step, low, count, costs) => {
    const share = activity[step] ?? 0;
    const gap = weight * (share > SPEECH ? STRAY_SPEECH * (byStep[step] ?? 1) : STRAY_SILENCE);
    const pause = weight * (share > SPEECH ? SPEECH_IN_PAUSE : SILENCE_IN_PAUSE);
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
      costs[w] = Math.sqrt(sum) * scale + silence + (nearer[low + w] ?? 0);
    }
  };
}

/**
 * Mean distance of speech and text that have nothing to do with each other: of all, and by step (of speech) and by state (of text)
 * as share of that, 1 elsewhere. (Steps + states) × sample.
 */
function usualDistances(
  { features: { rows, width, values }, activity }: Steps,
  kinds: Uint8Array,
  sounds: Float32Array,
) {
  const spoken = sample(rows, (step) => (activity[step] ?? 0) >= CLEARLY_SPEECH);
  const said = sample(kinds.length, (state) => kinds[state] === 0);
  const mean = (table: Float32Array, row: number, others: Float32Array, rowsOfOthers: readonly number[]) => {
    let total = 0;
    for (const other of rowsOfOthers) {
      let sum = 0;
      for (let k = 0; k < width; k++)
        sum += ((table[row * width + k] ?? 0) - (others[other * width + k] ?? 0)) ** 2;
      total += Math.sqrt(sum);
    }
    return total / rowsOfOthers.length;
  };
  if (spoken.length === 0 || said.length === 0)
    return {
      unit: 1,
      byStep: new Float32Array(rows).fill(1),
      byState: new Float32Array(kinds.length).fill(1),
    };
  const all = spoken.reduce((sum, step) => sum + mean(values, step, sounds, said), 0);
  const unit = Math.max(1e-6, all / spoken.length);
  return {
    unit,
    byStep: activity.map((share, step) => (share > SPEECH ? mean(values, step, sounds, said) / unit : 1)),
    byState: Float32Array.from(kinds, (kind, state) =>
      kind === 0 ? mean(sounds, state, values, spoken) / unit : 1,
    ),
  };
}

/** Evenly spread numbers below `count` among those that fit. */
function sample(count: number, fits: (index: number) => boolean): number[] {
  const all: number[] = [];
  for (let index = 0; index < count; index++) if (fits(index)) all.push(index);
  if (all.length <= SAMPLE) return all;
  return Array.from({ length: SAMPLE }, (_, n) => all[Math.floor(((n + 0.5) * all.length) / SAMPLE)] ?? 0);
}
