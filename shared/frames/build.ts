import type { FrameIndex } from '../domain/media';
import type { Packet } from './packets';

/** A gap between pictures may differ by so much before it counts: Matroska rounds to 1 ms, so two ends make 1 ms. */
const ROUNDING_MS = 1.2;
/** …or by this share of the usual gap. */
const TOLERANCE = 0.1;

/** Gathers packets in any order and sorts them once: O(n log n) on numbers, nearly sorted as they come. */
export class FrameIndexBuilder {
  /** Time in µs, doubled, plus 1 for a key frame: sorting keeps both together. */
  readonly #packed: number[] = [];
  #lastPtsUs = -Infinity;
  #lastDurationUs: number | null = null;

  /** Takes a packet of the video stream; those never shown or without a time are passed over. */
  add({ ptsUs, durationUs, isKey, isDiscarded }: Packet): void {
    if (ptsUs === null || isDiscarded) return;
    this.#packed.push(ptsUs * 2 + (isKey ? 1 : 0));
    if (ptsUs < this.#lastPtsUs) return;
    this.#lastPtsUs = ptsUs;
    this.#lastDurationUs = durationUs;
  }

  /**
   * The index on the model's timeline; `originMs` as from `timelineOriginMs`. Times that occur twice are one frame.
   * The last frame lasts as long as its packet says, else as long as the usual gap.
   */
  finish(originMs: number): FrameIndex {
    const packed = Float64Array.from(this.#packed).sort();
    const times = new Float64Array(packed.length);
    const keys = new Uint8Array(packed.length);
    let count = 0;
    for (const value of packed) {
      const isKey = Math.abs(value % 2);
      const timeMs = (value - isKey) / 2000 - originMs;
      const isSame = count > 0 && times[count - 1] === timeMs;
      if (!isSame) times[count++] = timeMs;
      if (isKey) keys[count - 1] = 1;
    }
    const timesMs = times.slice(0, count);
    const lastMs = this.#lastDurationUs ? this.#lastDurationUs / 1000 : usualGap(timesMs);
    return { timesMs, endMs: (timesMs.at(-1) ?? 0) + lastMs, keyFrames: keys.slice(0, count) };
  }
}

/** Median time between two frames in ms; 40 where there are fewer than two. */
export function usualGap(timesMs: Float64Array): number {
  if (timesMs.length < 2) return 40;
  const gaps = gapsOf(timesMs).sort();
  return gaps[gaps.length >> 1] ?? 40;
}

/** Whether the rate varies: at least two gaps differ from the usual one by more than rounding explains. */
export function isVariable({ timesMs }: FrameIndex): boolean {
  const usual = usualGap(timesMs);
  const allowed = Math.max(ROUNDING_MS, usual * TOLERANCE);
  let odd = 0;
  for (const gap of gapsOf(timesMs)) if (Math.abs(gap - usual) > allowed) odd++;
  return odd >= 2;
}

function gapsOf(timesMs: Float64Array): Float64Array {
  return timesMs.slice(1).map((time, n) => time - (timesMs[n] ?? 0));
}
