import { SpreadCounter, type Spread } from './features';
import { HOP_MS, mfcc, type Cepstra } from './mfcc';
import type { SpokenPhone, SpokenTranscript, SpokenUtterance } from './spoken';

/** A spoken utterance as the matcher needs it: cepstra instead of samples. */
export interface ReferenceUtterance {
  readonly wordIds: readonly string[];
  readonly phones: readonly SpokenPhone[];
  readonly cepstra: Cepstra;
  /** Marks the rows of `cepstra` that are speech, not pause. */
  readonly sounding: Uint8Array;
}

export interface Reference {
  readonly utterances: readonly ReferenceUtterance[];
  /** Of the sounding rows of all utterances. */
  readonly spread: Spread;
  /** Sounding time of all utterances. */
  readonly soundingMs: number;
}

/** Reads the spoken transcript once and keeps only what matching needs (about 19 MB for an hour). */
export function readReference(
  spoken: SpokenTranscript,
  tick: (done: number, total: number) => void,
): Reference {
  const utterances: ReferenceUtterance[] = [];
  let counter: SpreadCounter | null = null;
  let soundingRows = 0;
  for (const utterance of spoken.utterances) {
    const read = readUtterance(utterance);
    counter ??= new SpreadCounter(read.cepstra.width);
    counter.add(read.cepstra, read.sounding);
    for (const mark of read.sounding) soundingRows += mark;
    utterances.push(read);
    tick(utterances.length, spoken.count);
  }
  return {
    utterances,
    spread: (counter ?? new SpreadCounter(0)).spread(),
    soundingMs: soundingRows * HOP_MS,
  };
}

function readUtterance({ wordIds, samples, rateHz, phones }: SpokenUtterance): ReferenceUtterance {
  const cepstra = mfcc(samples, rateHz);
  const sounding = new Uint8Array(cepstra.rows);
  for (const { phone, startMs, endMs } of phones)
    if (phone !== '') sounding.fill(1, Math.floor(startMs / HOP_MS), Math.ceil(endMs / HOP_MS));
  return { wordIds, phones, cepstra, sounding };
}
