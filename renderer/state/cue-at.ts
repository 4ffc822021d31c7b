import type { Cue } from '../../shared/domain/track';

/** How many overlapping cues are looked back over. */
const OVERLAPS = 8;

/** The last cue to start among those shown at a time. Logarithmic. */
export function cueAt(cues: readonly Cue[], ms: number): Cue | null {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cues[middle]?.startMs ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  for (let n = low - 1; n >= Math.max(0, low - OVERLAPS); n--) {
    const cue = cues[n];
    if (cue && ms < cue.endMs) return cue;
  }
  return null;
}
