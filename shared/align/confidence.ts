import type { EdgeEvidence, Evidence } from './evidence';

/**
 * What each piece of evidence adds to the log odds that an edge of an utterance is wrong by over half a second. Fitted by
 * the method of `build/bench/align/calibrate.mjs` to the development set (es, fr, it, en; 15 conditions, and clean with invented
 * sentences), in which two Italian prompts still had the text that they do not say: 27 of the 65 wrong. Fitted without the language
 * asked about, 60 of 65 wrong sentences, all 59 invented ones and 4.2 % of 7,091 right ones fall below 0.5; fitted to all it is 64, 59
 * and 4.7 %. Of the Russian voice, which nothing is fitted to, 4 of 6 and 3.8 % of 1,697.
 */
const WEIGHTS: Readonly<Record<keyof Evidence, number>> = {
  gain: -1.901,
  gap: 8.537,
  nearGap: 4.585,
  drawn: 7.439,
  squeezed: 3.479,
  flush: 9.01,
  apart: 4.703,
  length: -0.715,
  moved: 4.136,
  rival: 2.006,
};
const BIAS = -6.308;

/** How sure it is that both edges of an utterance are where they were found, 0..1; at 0.5 right and wrong speak equally loud. */
export function confidenceOf({ start, end }: EdgeEvidence): number {
  return 1 / (1 + Math.exp(Math.max(logOddsWrong(start), logOddsWrong(end))));
}

function logOddsWrong(evidence: Evidence): number {
  return (Object.keys(WEIGHTS) as (keyof Evidence)[]).reduce(
    (sum, key) => sum + WEIGHTS[key] * evidence[key],
    BIAS,
  );
}
