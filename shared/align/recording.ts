import type { Span } from '../domain/alignment';
import { normalised, SpreadCounter } from './features';
import { rowsIn } from './guidance';
import { HOP_MS, type Cepstra, type Features } from './mfcc';
import { speechActivity } from './speech-activity';

/** A recording as the matcher hears it, in rows of 10 ms. */
export interface Recording {
  readonly rows: number;
  /** As `Cepstra.levelDb`. */
  readonly levelDb: Float32Array;
  /** The cepstra, brought to mean 0 and deviation 1 over the speech. */
  readonly normal: Features;
  /** Marks rows in which somebody probably speaks. */
  readonly activity: Uint8Array;
  readonly speechMs: number;
  /** Marks rows that are not to be used; they are no speech. */
  readonly shut: Uint8Array;
}

/** `leaveOut`: not to be used, in ms from the first row. Linear time. */
export function hear(cepstra: Cepstra, leaveOut: readonly Span[] = []): Recording {
  const shut = rowsIn(leaveOut, cepstra.rows);
  const activity = speechActivity(cepstra.levelDb).map((mark, row) => (shut[row] ? 0 : mark));
  const counter = new SpreadCounter(cepstra.width);
  counter.add(cepstra, activity);
  const speechRows = activity.reduce((sum, mark) => sum + mark, 0);
  return {
    rows: cepstra.rows,
    levelDb: cepstra.levelDb,
    normal: normalised(cepstra, counter.spread()),
    activity,
    speechMs: speechRows * HOP_MS,
    shut,
  };
}
