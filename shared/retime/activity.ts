import { Fft } from './fft';
import { STEP_MS } from './reference';

/** One spectrum looks at this much sound. */
const WINDOW_MS = 32;
/** Edges of the bands in Hz: equal on the mel scale from 150 to 4,000 Hz, where speech has its energy. */
const BAND_EDGES_HZ = [150, 330, 550, 820, 1150, 1550, 2050, 2650, 3300, 4000];
const BANDS = BAND_EDGES_HZ.length - 1;
/** Room and voice are measured anew this often, over this many such blocks: noise and music change, syllables do not. */
const BLOCK_STEPS = 500;
const BLOCKS_AROUND = 2;
const FLOOR_SHARE = 0.1;
const PEAK_SHARE = 0.95;
/** Reverberation falls below this under the voice only long after a word: it is no speech. */
const RANGE_DB = 30;
/** Bands that swing no more than this hold steady noise only (its own jitter in a window of 32 ms is about 8 dB). */
const JITTER_DB = 9;
/** A stretch this much below the loudest of the recording is not the voice. */
const FAR_DB = 30;
/** Under this, of full scale, nobody can be heard (16-bit rounding is at -96 dB). */
const SILENT_DB = -75;
/** Share of the way from floor to peak where speech begins, and from where it is certain. */
const [RISE_FROM, RISE_TO] = [0.12, 0.45];
/** Activity is smoothed over this many steps: closures of stops are speech. */
const SMOOTH_STEPS = 7;

/** How much speech there seems to be, 0 to 1, for each step of 10 ms. */
export interface Activity {
  readonly values: Float32Array;
  /** False: nothing in the recording is loud or lively enough to be a voice. */
  readonly heard: boolean;
}

/**
 * Speech activity of a recording by the levels of nine bands, each between what is quiet and what is loud there within some
 * 12 seconds: steady noise, hum and a bed of music lie under the floor, whatever their level.
 * `samples` mono, 16-bit; `tick` is called with 0..1 and may throw to stop.
 */
export function speechActivity(
  samples: Int16Array,
  rateHz: number,
  tick: (fraction: number) => void = () => undefined,
): Activity {
  const levels = bandLevels(samples, rateHz, tick);
  const steps = levels[0]?.length ?? 0;
  const sum = new Float32Array(steps);
  const weights = new Float32Array(steps);
  let loudest = -Infinity;
  for (const level of levels) loudest = Math.max(loudest, percentile(level.slice().sort(), 0.99));
  if (loudest < SILENT_DB) return { values: sum, heard: false };
  for (const level of levels) addBand(level, loudest, sum, weights);
  let heard = false;
  const values = new Float32Array(steps);
  for (let step = 0; step < steps; step++) {
    const weight = weights[step] ?? 0;
    if (weight > 1) heard = true;
    values[step] = weight > 1 ? (sum[step] ?? 0) / weight : 0;
  }
  return { values: risen(smoothed(values)), heard };
}

/** Energy of each band in dB of full scale, one row a step. Two frames share one complex transform. */
function bandLevels(samples: Int16Array, rateHz: number, tick: (fraction: number) => void): Float32Array[] {
  const hop = (rateHz * STEP_MS) / 1000;
  const length = Math.round((rateHz * WINDOW_MS) / 1000);
  const size = 2 ** Math.ceil(Math.log2(length));
  const fft = new Fft(size);
  const hann = Float64Array.from(
    { length },
    (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (n + 0.5)) / length),
  );
  const edges = BAND_EDGES_HZ.map((hz) => Math.min(size / 2, Math.round((hz * size) / rateHz)));
  const steps = Math.floor(samples.length / hop);
  const levels = Array.from({ length: BANDS }, () => new Float32Array(steps));
  const [real, imaginary] = [new Float64Array(size), new Float64Array(size)];
  const fill = (frame: Float64Array, step: number) => {
    frame.fill(0);
    const from = Math.round((step + 0.5) * hop - length / 2);
    for (let n = 0; n < length; n++) frame[n] = ((samples[from + n] ?? 0) / 32768) * (hann[n] ?? 0);
  };
  for (let step = 0; step < steps; step += 2) {
    if (step % 4000 === 0) tick(step / steps);
    fill(real, step);
    fill(imaginary, step + 1);
    fft.transform(real, imaginary);
    for (let band = 0; band < BANDS; band++) {
      let [first, second] = [0, 0];
      for (let k = edges[band] ?? 0; k < (edges[band + 1] ?? 0); k++) {
        const mirror = size - k;
        const evenRe = (real[k] ?? 0) + (real[mirror] ?? 0);
        const evenIm = (imaginary[k] ?? 0) - (imaginary[mirror] ?? 0);
        const oddRe = (imaginary[k] ?? 0) + (imaginary[mirror] ?? 0);
        const oddIm = (real[mirror] ?? 0) - (real[k] ?? 0);
        first += evenRe * evenRe + evenIm * evenIm;
        second += oddRe * oddRe + oddIm * oddIm;
      }
      const level = levels[band];
      if (!level) continue;
      level[step] = decibel(first / (length * length));
      if (step + 1 < steps) level[step + 1] = decibel(second / (length * length));
    }
  }
  return levels;
}

function decibel(power: number): number {
  return 10 * Math.log10(power + 1e-12);
}

/** Adds one band's place between floor and peak, weighted by how far these are apart beyond a noise's own jitter. */
function addBand(level: Float32Array, loudest: number, sum: Float32Array, weights: Float32Array): void {
  const blocks = Math.max(1, Math.ceil(level.length / BLOCK_STEPS));
  const bounds = Array.from({ length: blocks }, (_, block) => boundsOf(level, block, loudest));
  for (let step = 0; step < level.length; step++) {
    const place = Math.min(blocks - 1, Math.max(0, step / BLOCK_STEPS - 0.5));
    const before = bounds[Math.floor(place)];
    const after = bounds[Math.min(blocks - 1, Math.floor(place) + 1)];
    if (!before || !after) continue;
    const share = place - Math.floor(place);
    const floor = before.floor + (after.floor - before.floor) * share;
    const peak = before.peak + (after.peak - before.peak) * share;
    const weight = Math.max(0, peak - floor - JITTER_DB);
    if (weight === 0) continue;
    const value = Math.min(1, Math.max(0, ((level[step] ?? 0) - floor) / (peak - floor)));
    sum[step] = (sum[step] ?? 0) + weight * value;
    weights[step] = (weights[step] ?? 0) + weight;
  }
}

function boundsOf(level: Float32Array, block: number, loudest: number): { floor: number; peak: number } {
  const from = Math.max(0, (block - BLOCKS_AROUND) * BLOCK_STEPS);
  const near = level.slice(from, (block + BLOCKS_AROUND + 1) * BLOCK_STEPS).sort();
  const peak = Math.max(percentile(near, PEAK_SHARE), loudest - FAR_DB);
  return { floor: Math.max(percentile(near, FLOOR_SHARE), peak - RANGE_DB), peak };
}

function percentile(sorted: Float32Array, share: number): number {
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

function smoothed(values: Float32Array): Float32Array {
  const half = (SMOOTH_STEPS - 1) / 2;
  let sum = 0;
  for (let step = 0; step < half; step++) sum += values[step] ?? 0;
  return values.map((_, step) => {
    sum += (values[step + half] ?? 0) - (values[step - half - 1] ?? 0);
    return sum / SMOOTH_STEPS;
  });
}

function risen(values: Float32Array): Float32Array {
  return values.map((value) => Math.min(1, Math.max(0, (value - RISE_FROM) / (RISE_TO - RISE_FROM))));
}
