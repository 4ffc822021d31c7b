import { along, bounded, type Bound } from './bounds';
import { learnSounds } from './acoustic-model';
import { cheapestPath } from './cheapest-path';
import type { CoarseMatch } from './coarse';
import { evenGain, meanGains, type FineMatch } from './gains';
import type { RowSpan } from './guidance';
import { islands } from './islands';
import { lessonsOf, type Lessons } from './lessons';
import { hearOther, hearSilence } from './other-sounds';
import { layOutSounds, type SoundChain } from './sound-chain';
import { costsOf, gainOf, speechOf } from './sound-costs';
import type { Recording } from './recording';
import { rivalsOf } from './rivals';
import type { Reference } from './reference';

/** Rounds of learning and searching. */
const ROUNDS = 4;
/** Share of the work that the rounds take; the rest looks for what else might be. */
const SEARCH_SHARE = 0.93;
/** The last rounds give frequent sounds two Gaussians, for there are labels good enough by then. */
const ROUNDS_OF_ONE_PART = 2;
/**
 * States, and rows of 10 ms, to each side of the last round's way: one minute, as far as untranscribed speech was seen to lead
 * the coarse match astray. The search is held by what is fixed and by the sure utterances, not by this.
 */
const CORRIDOR = 6000;
/**
 * The first round's models know too little to go far from the coarse match, which is seldom off by more: with 5 s they drew text over
 * speech beside it that is not in the text, and what that taught lost half of a text that has a third of what is said; with 1 s it is as
 * with 2.
 */
const FIRST_CORRIDOR = 200;
const corridor = (round: number) => (round === 0 ? FIRST_CORRIDOR : CORRIDOR);
/**
 * Ways less likely than the best by more than this (nats) are given up. 600 lost the way at untranscribed questions, 1,500
 * gave what no beam gives.
 */
export const BEAM = 2000;
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
): { readonly match: FineMatch; readonly lessons: Lessons } {
  const { features } = recording;
  const chain = layOutSounds(reference, coarse.pace);
  let other = hearOther(features, recording);
  const speech = speechOf(other);
  let states = firstGuess(coarse, chain);
  let labels = labelsOf(states, chain, (row) => !Number.isNaN(coarse.referenceMs[row] ?? NaN));
  const spans = coarseSpans(coarse);
  let match: FineMatch = { chain, states, gain: new Float32Array(features.rows), speech, coarse: spans };
  let bias = 0;
  for (let round = 0; ; round++) {
    const parts = round < ROUNDS_OF_ONE_PART ? 1 : 2;
    const { sounds, classes } = learnSounds(features, labels, chain.classOf, parts);
    if (round === 0) bias = fillerBias({ ...match, gain: gainOf(features, labels, { sounds, other }) });
    const sure = round === 0 ? [] : islands(match, bias);
    const limits = bounded(
      along(states, chain.chain.states, corridor(round), corridor(round)),
      chain.chain.states,
      [...boundsOf(chain), ...sure],
    );
    const costs = costsOf(recording, chain, { sounds, other, bias });
    states = cheapestPath(
      chain.chain,
      limits,
      costs,
      (done, total) => tick((SEARCH_SHARE * (round + done / total)) / ROUNDS),
      { beam: BEAM },
    );
    labels = labelsOf(states, chain);
    match = { ...match, states, gain: gainOf(features, labels, { sounds, other }) };
    bias = fillerBias(match);
    if (round === ROUNDS - 1) {
      const rivals = rivalsOf(match, costs, reference.utterances.length, (fraction) =>
        tick(SEARCH_SHARE + (1 - SEARCH_SHARE) * fraction),
      );
      return {
        match: { ...match, rivals },
        lessons: lessonsOf(recording, match, { sounds, other, bias }, classes, coarse.pace),
      };
    }
    other = { ...other, silence: hearSilence(features, match, recording.shut) };
    onRound(match);
  }
}

function firstGuess(coarse: CoarseMatch, chain: SoundChain): Int32Array {
  return coarse.utterance.map((utterance, row) => {
    const referenceMs = coarse.referenceMs[row] ?? NaN;
    return chain.stateAt(utterance, referenceMs);
  });
}

/** Rows from the first to the last of each utterance's text. */
function coarseSpans({ utterance, referenceMs }: CoarseMatch): (RowSpan | undefined)[] {
  const spans: (RowSpan | undefined)[] = [];
  for (const [row, number] of utterance.entries())
    if (!Number.isNaN(referenceMs[row] ?? NaN))
      spans[number] = { from: spans[number]?.from ?? row, to: row + 1 };
  return spans;
}

/** The sound of each row's state, -1 where it is no text. */
export function labelsOf(
  states: Int32Array,
  { sound }: SoundChain,
  isText: (row: number) => boolean = () => true,
): Int32Array {
  return states.map((state, row) => (isText(row) ? (sound[state] ?? -1) : -1));
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

/** Fixed words are in their rows and nowhere else. */
export function boundsOf({ bound }: SoundChain): Bound[] {
  return bound.flatMap(({ state, from, to }) => [
    { step: from, least: state, most: state - 1 },
    { step: to, least: state + 1, most: state },
  ]);
}
