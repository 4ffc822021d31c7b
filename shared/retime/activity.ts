import { SlidingSound } from '../align/sliding-sound';
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
 * 12 seconds: steady noise, hum and a bed of music lie under the floor, whatever their level. `samples` mono, 16-bit.
 */
export function speechActivity(samples: Int16Array, rateHz: number): Activity {
  const stream = new ActivityStream(rateHz);
  stream.add(samples);
  return stream.finish();
}

/** The same of sound that comes piece by piece: an hour of levels takes 13 MB. */
export class ActivityStream {
  readonly #rateHz: number;
  readonly #bands: BandLevels;
  readonly #sound = new SlidingSound();

  constructor(rateHz: number) {
    this.#rateHz = rateHz;
    this.#bands = new BandLevels(rateHz);
  }

  /** How long the sound is so far, ms. */
  get durationMs(): number {
    return (this.#sound.end * 1000) / this.#rateHz;
  }

  add(samples: Int16Array): void {
    this.#sound.add(samples);
    this.#bands.hear(this.#sound, false);
    this.#sound.forget(this.#bands.from);
  }

  /** Of what was added as a whole. Call it once. */
  finish(): Activity {
    this.#bands.hear(this.#sound, true);
    return activityOf(this.#bands.levels());
  }
}

function activityOf(levels: readonly Float32Array[]): Activity {
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

/** Steps that room is made for at once: about three minutes. */
const STEPS_A_PIECE = 1 << 14;

/** Energy of each band in dB of full scale, step by step. Two frames share one complex transform. */
class BandLevels {
  readonly #hop: number;
  readonly #length: number;
  readonly #fft: Fft;
  readonly #hann: Float64Array;
  readonly #edges: readonly number[];
  readonly #real: Float64Array;
  readonly #imaginary: Float64Array;
  /** Of `STEPS_A_PIECE` steps each: the levels of the first band, then those of the next. */
  readonly #pieces: Float32Array[] = [];
  #steps = 0;

  constructor(rateHz: number) {
    this.#hop = (rateHz * STEP_MS) / 1000;
    this.#length = Math.round((rateHz * WINDOW_MS) / 1000);
    const size = 2 ** Math.ceil(Math.log2(this.#length));
    this.#fft = new Fft(size);
    this.#hann = Float64Array.from(
      { length: this.#length },
      (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (n + 0.5)) / this.#length),
    );
    this.#edges = BAND_EDGES_HZ.map((hz) => Math.min(size / 2, Math.round((hz * size) / rateHz)));
    this.#real = new Float64Array(size);
    this.#imaginary = new Float64Array(size);
  }

  /** Number of the first sample that is still needed. */
  get from(): number {
    return this.#start(this.#steps);
  }

  /** Takes all steps whose windows have come; where that `isAll`, the last ones too, beyond the end of which it is silent. */
  hear(sound: SlidingSound, isAll: boolean): void {
    const whole = Math.floor(sound.end / this.#hop);
    const isThere = (step: number) =>
      step < whole && (isAll || this.#start(step) + this.#length <= sound.end);
    while (isThere(this.#steps + 1) || (isAll && isThere(this.#steps))) this.#hearTwo(sound, whole);
  }

  levels(): Float32Array[] {
    return Array.from({ length: BANDS }, (_, band) => {
      const level = new Float32Array(this.#steps);
      for (const [index, piece] of this.#pieces.entries()) {
        const from = index * STEPS_A_PIECE;
        const count = Math.min(STEPS_A_PIECE, this.#steps - from);
        level.set(piece.subarray(band * STEPS_A_PIECE, band * STEPS_A_PIECE + count), from);
      }
      return level;
    });
  }

  /** First sample of a step's window. */
  #start(step: number): number {
    return Math.round((step + 0.5) * this.#hop - this.#length / 2);
  }

  #fill(frame: Float64Array, { samples, from }: SlidingSound, step: number): void {
    frame.fill(0);
    const start = this.#start(step) - from;
    for (let n = 0; n < this.#length; n++)
      frame[n] = ((samples[start + n] ?? 0) / 32768) * (this.#hann[n] ?? 0);
  }

  #hearTwo(sound: SlidingSound, whole: number): void {
    const [real, imaginary] = [this.#real, this.#imaginary];
    const size = real.length;
    this.#fill(real, sound, this.#steps);
    this.#fill(imaginary, sound, this.#steps + 1);
    this.#fft.transform(real, imaginary);
    const square = this.#length * this.#length;
    for (let band = 0; band < BANDS; band++) {
      let [first, second] = [0, 0];
      for (let k = this.#edges[band] ?? 0; k < (this.#edges[band + 1] ?? 0); k++) {
        const mirror = size - k;
        const evenRe = (real[k] ?? 0) + (real[mirror] ?? 0);
        const evenIm = (imaginary[k] ?? 0) - (imaginary[mirror] ?? 0);
        const oddRe = (imaginary[k] ?? 0) + (imaginary[mirror] ?? 0);
        const oddIm = (real[mirror] ?? 0) - (real[k] ?? 0);
        first += evenRe * evenRe + evenIm * evenIm;
        second += oddRe * oddRe + oddIm * oddIm;
      }
      this.#note(this.#steps, band, decibel(first / square));
      if (this.#steps + 1 < whole) this.#note(this.#steps + 1, band, decibel(second / square));
    }
    this.#steps = Math.min(whole, this.#steps + 2);
  }

  #note(step: number, band: number, level: number): void {
    const piece = (this.#pieces[Math.floor(step / STEPS_A_PIECE)] ??= new Float32Array(
      BANDS * STEPS_A_PIECE,
    ));
    piece[band * STEPS_A_PIECE + (step % STEPS_A_PIECE)] = level;
  }
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
