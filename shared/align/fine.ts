import { along, bounded, type Bound } from './bounds';
import { learnSounds } from './acoustic-model';
import type { Emission } from './chain';
import { cheapestPath } from './cheapest-path';
import type { CoarseMatch } from './coarse';
import { evenGain, meanGains, type FineMatch } from './gains';
import type { Mixture } from './gaussian';
import type { Features } from './mfcc';
import { islands } from './islands';
import { hearOther, hearSilence, type Other } from './other-sounds';
import { layOutSounds, Kind, type SoundChain } from './sound-chain';
import type { Recording } from './recording';
import type { Reference } from './reference';

/** Rounds of learning and searching. */
const ROUNDS = 4;
/** The last rounds give frequent sounds two Gaussians, for there are labels good enough by then. */
const ROUNDS_OF_ONE_PART = 2;
/**
 * States, and rows of 10 ms, to each side of the last round's way: one minute, as far as untranscribed speech was seen to lead
 * the coarse match astray. The search is held by what is fixed and by the sure utterances, not by this.
 */
const CORRIDOR = 6000;
/** The first round's models know too little to go far from the coarse match: where a paragraph is missing they lost the rest. */
const FIRST_CORRIDOR = 500;
const corridor = (round: number) => (round === 0 ? FIRST_CORRIDOR : CORRIDOR);
/**
 * Ways less likely than the best by more than this (nats) are given up. 600 lost the way at untranscribed questions, 1,500
 * gave what no beam gives.
 */
const BEAM = 2000;
/** What a row of text costs where a person said that nothing is to be placed. */
const TEXT_IN_SHUT = 1000;
/** How much worse than typical text, and than weak text, a stretch must fit before any-speech explains it better (nats a row). */
const UNDER_TYPICAL = 2.5;
const UNDER_WEAK = 1.5;
const WEAK_SHARE = 0.2;
/** What gains this much more than wrong text does is not any speech, however well the rest of the text may fit. */
const OVER_WRONG = 0.3;

/**
 * Sharpens a coarse match to 10 ms by letting the recording teach its own models of every sound: learn from the labels,
 * search, label anew, four times; its silences, which may be noise or music, alike. Between words and utterances there may be
 * silence, other speech, silence; words and whole utterances may be missing. Linear in rows × corridor.
 */
export function matchFinely(
  recording: Recording,
  reference: Reference,
  coarse: CoarseMatch,
  tick: (fraction: number) => void,
  onRound: (match: FineMatch) => void = () => {},
): FineMatch {
  const { features } = recording;
  const chain = layOutSounds(reference, coarse.pace);
  let other = hearOther(features, recording);
  const speech = other.filler.map((any, row) => any - (other.silence[row] ?? 0));
  let states = firstGuess(coarse, chain);
  let labels = labelsOf(states, chain, (row) => !Number.isNaN(coarse.referenceMs[row] ?? NaN));
  let match: FineMatch = { chain, states, gain: new Float32Array(features.rows), speech };
  let bias = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const sounds = learnSounds(features, labels, chain.classOf, round < ROUNDS_OF_ONE_PART ? 1 : 2);
    if (round === 0) bias = fillerBias({ ...match, gain: gainOf(features, labels, sounds, other.filler) });
    const sure = round === 0 ? [] : islands(match, bias);
    const limits = bounded(
      along(states, chain.chain.states, corridor(round), corridor(round)),
      chain.chain.states,
      [...boundsOf(chain), ...sure],
    );
    states = cheapestPath(
      chain.chain,
      limits,
      emissionOf(features, recording.shut, chain, sounds, other, bias),
      (done, total) => tick((round + done / total) / ROUNDS),
      { beam: BEAM },
    );
    labels = labelsOf(states, chain, () => true);
    match = { chain, states, gain: gainOf(features, labels, sounds, other.filler), speech };
    bias = fillerBias(match);
    if (round === ROUNDS - 1) break;
    other = { ...other, silence: hearSilence(features, match, recording.shut) };
    onRound(match);
  }
  return match;
}

function firstGuess(coarse: CoarseMatch, chain: SoundChain): Int32Array {
  return coarse.utterance.map((utterance, row) => {
    const referenceMs = coarse.referenceMs[row] ?? NaN;
    return chain.stateAt(utterance, referenceMs);
  });
}

function labelsOf(states: Int32Array, { sound }: SoundChain, isText: (row: number) => boolean): Int32Array {
  return states.map((state, row) => (isText(row) ? (sound[state] ?? -1) : -1));
}

function gainOf(
  features: Features,
  labels: Int32Array,
  sounds: readonly Mixture[],
  filler: Float32Array,
): Float32Array {
  const gain = new Float32Array(labels.length);
  for (let row = 0; row < labels.length; row++) {
    const model = sounds[labels[row] ?? -1];
    if (model) gain[row] = model.logLikelihood(features.values, row * features.width) - (filler[row] ?? 0);
  }
  return gain;
}

/**
 * The gain from which on text is believed rather than any speech: well under what the typical utterance gains, and under
 * what the weaker ones do, for of two speakers the one who says less is modelled worse.
 */
function fillerBias(match: FineMatch): number {
  const means = meanGains(match);
  const quantile = (share: number) => means[Math.floor(means.length * share)] ?? 0;
  return Math.min(
    quantile(0.5) - UNDER_TYPICAL,
    quantile(WEAK_SHARE) - UNDER_WEAK,
    evenGain(match) + OVER_WRONG,
  );
}

function boundsOf({ bound }: SoundChain): Bound[] {
  return bound.flatMap(({ state, from, to }) => [
    { step: from, least: state, most: state - 1 },
    { step: to, least: state + 1, most: state },
  ]);
}

/** Costs are how much worse than any speech a state explains the row, which keeps sums small. */
function emissionOf(
  { width, values }: Features,
  shut: Uint8Array,
  { kind, sound }: SoundChain,
  sounds: readonly Mixture[],
  { filler, silence }: Other,
  bias: number,
): Emission {
  const bySound = new Float32Array(sounds.length);
  // Row for which a sound's cost was computed last: most sounds are not in the race in most rows.
  const computed = new Int32Array(sounds.length).fill(-1);
  return (row, low, count, costs) => {
    const any = filler[row] ?? 0;
    const quiet = any - (silence[row] ?? 0);
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
