import type { Span } from '../domain/alignment';
import { addSlopes, SpreadCounter, type Spread } from './features';
import { rowsIn } from './guidance';
import { CEPSTRA, HOP_MS, type CepstraPieces, type Features } from './mfcc';
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
  readonly spread: Spread;
  /** Marks rows in which somebody probably speaks. */
  readonly activity: Uint8Array;
  readonly speechMs: number;
  /** Marks rows that are not to be used; they are no speech. */
  readonly shut: Uint8Array;
}

/**
 * `leaveOut`: not to be used, in ms from the first row; `known`: the spread of the whole where this is a piece. Reads the
 * cepstra to their end. Linear time.
 */
export function hear(cepstra: CepstraPieces, leaveOut: readonly Span[] = [], known?: Spread): Recording {
  const { rows } = cepstra;
  const { features, levelDb } = widened(cepstra);
  const shut = rowsIn(leaveOut, rows);
  const activity = speechActivity(levelDb).map((mark, row) => (shut[row] ? 0 : mark));
  const counter = new SpreadCounter(CEPSTRA);
  counter.add(features, activity);
  const spread = known ?? counter.spread();
  addSlopes(features, spread, SLOPE_WEIGHT);
  const speechRows = activity.reduce((sum, mark) => sum + mark, 0);
  return { rows, levelDb, features, activity, speechMs: speechRows * HOP_MS, shut, spread };
}

/** The cepstra in the left half of a table, room for their slopes in the right, and the levels. */
function widened({ rows, pieces }: CepstraPieces): { features: Features; levelDb: Float32Array } {
  const width = 2 * CEPSTRA;
  const values = new Float32Array(rows * width);
  const levelDb = new Float32Array(rows);
  let row = 0;
  for (const piece of pieces) {
    levelDb.set(piece.levelDb, row);
    for (let from = 0; from < piece.values.length; from += CEPSTRA, row++)
      for (let k = 0; k < CEPSTRA; k++) values[row * width + k] = piece.values[from + k] ?? 0;
  }
  return { features: { rows, width, values }, levelDb };
}
