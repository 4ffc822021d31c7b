import type { Cepstra } from './mfcc';

/** What a synthesiser hands to the aligner: an utterance spoken aloud, with the time of every phone. */

/** One sound of a spoken utterance. */
export interface SpokenPhone {
  /** IPA without stress, length and tie marks; empty for a pause. */
  readonly phone: string;
  /** From the start of the utterance's sound, `[startMs, endMs)`, fractions allowed. */
  readonly startMs: number;
  readonly endMs: number;
  /** Index into the utterance's words; -1 for a pause before the first. Never falls from one phone to the next. */
  readonly word: number;
  /** Whether a spoken word begins with it. One written word may be read in several (`1998`), between which people pause. */
  readonly opensWord: boolean;
}

/** A stretch of transcript that is aligned as one: a sentence or a long clause. */
export interface SpokenUtterance {
  /** Ids of its written words in order; a word without any phone (a dash, a bullet) has no sound. */
  readonly wordIds: readonly string[];
  /** Of its sound; of width 0 where it is left out, since lessons need none. */
  readonly cepstra: Cepstra;
  /** In time order, without overlaps. */
  readonly phones: readonly SpokenPhone[];
}

/** The whole transcript spoken: read once, in order, as it is spoken, so that an hour need not be held in memory. */
export type SpokenTranscript = Iterable<SpokenUtterance> | AsyncIterable<SpokenUtterance>;
