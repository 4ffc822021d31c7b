import type { Span } from '../domain/alignment';
import { SpreadCounter, withSlopes } from './features';
import { rowsIn } from './guidance';
import { HOP_MS, type Cepstra, type Features } from './mfcc';
import { speechActivity } from './speech-activity';

/** Slopes are as telling as the cepstra, but smaller. */
const SLOPE_WEIGHT = 2;

/** A recording as the matcher hears it, in rows of 10 ms. */
export interface Recording {
  readonly rows: number;
  /** As `Cepstra.levelDb`. */
  readonly levelDb: Float32Array;
  /** The cepstra, brought to mean 0 and deviation 1 over the speech, in the left half; their slopes in the right. */
  readonly features: Features;
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
    features: withSlopes(cepstra, counter.spread(), SLOPE_WEIGHT),
    activity,
    speechMs: speechRows * HOP_MS,
    shut,
  };
}
