/** Nothing is said before this much of the work and time has gone by: earlier guesses jump about. */
const MIN_FRACTION = 0.02;
const MIN_ELAPSED_MS = 1500;
/** Share of the newest speed in the running mean; about the last ten reports count. */
const WEIGHT = 0.15;

/**
 * Time left, from progress reports. Speed is an exponential mean over recent reports, so that a slow start is forgotten.
 * Returns ms, or null while it cannot honestly be told.
 */
export function createEstimate(startMs: number): (fraction: number, nowMs: number) => number | null {
  let lastFraction = 0;
  let lastMs = startMs;
  let speed = 0;
  return (fraction, nowMs) => {
    const elapsed = nowMs - lastMs;
    if (elapsed > 0 && fraction > lastFraction) {
      const current = (fraction - lastFraction) / elapsed;
      speed = speed === 0 ? current : speed + WEIGHT * (current - speed);
      lastFraction = fraction;
      lastMs = nowMs;
    }
    if (fraction < MIN_FRACTION || nowMs - startMs < MIN_ELAPSED_MS || speed === 0) return null;
    return Math.max(0, Math.round((1 - fraction) / speed));
  };
}
