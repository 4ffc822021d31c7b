import { normalised, SpreadCounter } from './features';
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
}

/** `samples`: mono, 16-bit scale. Linear time. */
export function hear(samples: Int16Array, rateHz: number): Recording {
  const cepstra = mfcc(samples, rateHz);
  const activity = speechActivity(cepstra.levelDb);
  const counter = new SpreadCounter(cepstra.width);
  counter.add(cepstra, activity);
  const speechRows = activity.reduce((sum, mark) => sum + mark, 0);
  return { cepstra, normal: normalised(cepstra, counter.spread()), activity, speechMs: speechRows * HOP_MS };
}
