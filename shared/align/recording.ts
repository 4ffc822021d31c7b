import type { Span } from '../domain/alignment';
import { normalised, SpreadCounter } from './features';
import { rowsIn } from './guidance';
import { HOP_MS, mfcc, type Cepstra, type Features } from './mfcc';
import { speechActivity } from './speech-activity';

/** A recording as the matcher hears it, in rows of 10 ms. */
export interface Recording {
  readonly cepstra: Cepstra;
  /** The cepstra, brought to mean 0 and deviation 1 over the speech. */
  readonly normal: Features;
  /** Marks rows in which somebody probably speaks. */
  readonly activity: Uint8Array;
  readonly speechMs: number;
  /** Marks rows that are not to be used; they are no speech. */
  readonly shut: Uint8Array;
}

/** `samples`: mono, 16-bit scale; `leaveOut`: not to be used, in ms from the first sample. Linear time. */
export function hear(samples: Int16Array, rateHz: number, leaveOut: readonly Span[] = []): Recording {
  const cepstra = mfcc(samples, rateHz);
  const shut = rowsIn(leaveOut, cepstra.rows);
  const activity = speechActivity(cepstra.levelDb).map((mark, row) => (shut[row] ? 0 : mark));
  const counter = new SpreadCounter(cepstra.width);
  counter.add(cepstra, activity);
  const speechRows = activity.reduce((sum, mark) => sum + mark, 0);
  return {
    cepstra,
    normal: normalised(cepstra, counter.spread()),
    activity,
    speechMs: speechRows * HOP_MS,
    shut,
  };
}
