import { isSilenceTold, typicalSpeech } from './edges';
import type { FineMatch } from './gains';
import { fitMixture, type Mixture } from './gaussian';
import type { Features } from './mfcc';
import type { Recording } from './recording';
import { Kind } from './sound-chain';

/** Gaussians for any speech at all, and for what is no speech. */
const FILLER_PARTS = 16;
const ROWS_A_FILLER_PART = 600;
const FEWEST_PARTS = 4;
/** Log likelihood of silence where the recording has too little of it to learn from. */
const NO_SILENCE = -60;
const FEWEST_SILENT_ROWS = 50;
/** Mean square (in units of the normalised features) by which rows differ at most that say the same; those of any room differ by 1. */
const SAME = 0.01;
/** So many rows of machine-made silence are enough to know it by. */
const MOST_REPEATS = 2 * FEWEST_SILENT_ROWS;
/** Rows to each side of text in which what sounds like speech is likelier a faint part of it than a noise: a second. */
const NEAR_ROWS = 100;
/** A row sounds like speech that is so much of what a typical row of text is likelier speech than silence. */
const LIKE_SPEECH = 0.5;

/** A model, and what it says of each row: log likelihoods. */
export interface Heard {
  /** Null for silence where there was too little of it to learn from. */
  readonly model: Mixture | null;
  readonly rows: Float32Array;
}

/** Any speech, and no speech. */
export interface Other {
  readonly filler: Heard;
  readonly silence: Heard;
}

/** Both learned from which rows are loud, before anything else is known. */
export function hearOther(features: Features, { activity, shut }: Recording): Other {
  const speech: number[] = [];
  const silent: number[] = [];
  for (let row = 0; row < features.rows; row++) if (!shut[row]) (activity[row] ? speech : silent).push(row);
  const parts = partsFor(speech.length);
  return {
    filler: heardBy(features, fitMixture(features, speech, parts)),
    silence: silenceOf(features, silent, FEWEST_PARTS),
  };
}

/**
 * Silence learned anew from where the way of a match has it: loud noise and music between the words are none by level alone. Where
 * silence can be told from speech, what sounds like speech and is near text teaches nothing, or faint words would be swallowed
 * a little more each round.
 */
export function hearSilence(features: Features, match: FineMatch, shut: Uint8Array): Heard {
  const { chain, states, speech } = match;
  const most = isSilenceTold(match) ? LIKE_SPEECH * typicalSpeech(match) : Infinity;
  const silent: number[] = [];
  for (let from = 0; from < states.length;) {
    let to = from;
    while (to < states.length && chain.kind[states[to] ?? 0] === Kind.Silence) to++;
    for (let row = from; row < to; row++)
      if (!shut[row] && ((speech[row] ?? 0) <= most || Math.min(row - from, to - 1 - row) >= NEAR_ROWS))
        silent.push(row);
    from = Math.max(to, from + 1);
  }
  return silenceOf(features, silent, FILLER_PARTS);
}

function partsFor(rows: number): number {
  return Math.max(FEWEST_PARTS, Math.min(FILLER_PARTS, Math.round(rows / ROWS_A_FILLER_PART)));
}

function silenceOf(features: Features, all: readonly number[], most: number): Heard {
  const rows = withoutRepeats(features, all);
  const parts = Math.min(most, partsFor(rows.length));
  return heardBy(features, rows.length > FEWEST_SILENT_ROWS ? fitMixture(features, rows, parts) : null);
}

/**
 * Without most rows that repeat the one before: silence that was cut in by machine is all the same, however long, and would
 * leave no room in the model for what the room sounds like.
 */
function withoutRepeats({ values, width }: Features, rows: readonly number[]): number[] {
  let repeats = 0;
  return rows.filter((row, index) => {
    const before = rows[index - 1];
    if (before === undefined) return true;
    let sum = 0;
    for (let k = 0; k < width; k++)
      sum += ((values[row * width + k] ?? 0) - (values[before * width + k] ?? 0)) ** 2;
    return sum > SAME * width || repeats++ < MOST_REPEATS;
  });
}

/** What a model says of each row. */
export function heardBy(features: Features, model: Mixture | null): Heard {
  const rows = Float32Array.from({ length: features.rows }, (_, row) =>
    model ? model.logLikelihood(features.values, row * features.width) : NO_SILENCE,
  );
  return { model, rows };
}
