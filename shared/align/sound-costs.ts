import type { Emission } from './chain';
import type { Mixture } from './gaussian';
import type { Features } from './mfcc';
import type { Other } from './other-sounds';
import type { Recording } from './recording';
import { Kind, type SoundChain } from './sound-chain';

/** What a row of text costs where a person said that nothing is to be placed. */
const TEXT_IN_SHUT = 1000;

/** What is listened with: the models of the chain's sounds, and of all that is no text. */
export interface Ear {
  readonly sounds: readonly Mixture[];
  readonly other: Other;
  /** Gain (nats a row over any speech) from which on text is believed rather than any speech. */
  readonly bias: number;
}

/** What each state costs in each row: how much worse than any speech it explains the row, which keeps sums small. */
export function costsOf(
  { features: { width, values }, shut }: Pick<Recording, 'features' | 'shut'>,
  { kind, sound }: SoundChain,
  { sounds, other, bias }: Ear,
): Emission {
  const bySound = new Float32Array(sounds.length);
  // Row for which a sound's cost was computed last: most sounds are not in the race in most rows.
  const computed = new Int32Array(sounds.length).fill(-1);
  return (row, low, count, costs) => {
    const any = other.filler.rows[row] ?? 0;
    const quiet = any - (other.silence.rows[row] ?? 0);
    const isShut = shut[row] === 1;
    for (let n = 0; n < count; n++) {
      const what = kind[low + n];
      if (isShut || what === Kind.Fixed) {
        costs[n] = what === Kind.Sound ? TEXT_IN_SHUT : 0;
        continue;
      }
      if (what !== Kind.Sound) {
        costs[n] = what === Kind.Silence ? quiet : what === Kind.Aside ? -bias : Math.min(quiet, -bias);
        continue;
      }
      const which = sound[low + n] ?? 0;
      if (computed[which] !== row) {
        computed[which] = row;
        bySound[which] = any - (sounds[which]?.logLikelihood(values, row * width) ?? 0);
      }
      costs[n] = bySound[which] ?? 0;
    }
  };
}

/** By row: how much likelier the sound of its label is than any speech, in nats; 0 where the label is -1. */
export function gainOf(
  features: Features,
  labels: Int32Array,
  { sounds, other }: Omit<Ear, 'bias'>,
): Float32Array {
  const gain = new Float32Array(labels.length);
  for (let row = 0; row < labels.length; row++) {
    const model = sounds[labels[row] ?? -1];
    if (model)
      gain[row] = model.logLikelihood(features.values, row * features.width) - (other.filler.rows[row] ?? 0);
  }
  return gain;
}

/** By row: how much likelier any speech is than no speech, in nats. */
export function speechOf({ filler, silence }: Other): Float32Array {
  return filler.rows.map((any, row) => any - (silence.rows[row] ?? 0));
}
