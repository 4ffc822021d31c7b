/** Spectrograms: how loud each pitch is over time, a byte a value, at several levels of detail. */
import { PowerSpectrum } from '../align/spectrum';
import { LEVEL_FACTOR, levelSizes } from '../waveform/scale';

/** Sound is looked at up to 8 kHz: beyond lie hiss and a little of s and f. */
export const SPECTROGRAM_RATE_HZ = 16_000;
/** Values a column, from low to high; as far apart as ears hear them (mel). */
export const BANDS = 64;
/** Samples from one column to the next: 16 ms, well under a picture of 25 a second. */
const HOP = 256;
/** Samples a column looks at: 32 ms, long enough for the harmonics of a low voice. */
const FRAME = 512;
/** Columns a second at the finest level. */
export const COLUMNS_PER_SECOND = SPECTROGRAM_RATE_HZ / HOP;
/** From silent (0) to full scale (255): quieter than this (dB) nothing is told apart from silence. */
const RANGE_DB = 80;
const LOWEST_HZ = 60;

/** Interleaved by column: `BANDS` values each, lowest pitch first. Finest level first. */
export interface Spectrogram {
  readonly levels: readonly Uint8Array[];
}

/** Makes a spectrogram of mono samples in one pass: 4,000 bytes of memory a second of sound. */
export class SpectrogramBuilder {
  readonly #spectrum = new PowerSpectrum(FRAME);
  readonly #window = Float32Array.from(
    { length: FRAME },
    (_, n) => (0.5 - 0.5 * Math.cos((2 * Math.PI * n) / FRAME)) / 32_768,
  );
  readonly #edges = bandEdges();
  readonly #frame = new Float32Array(FRAME);
  readonly #power = new Float32Array(FRAME / 2);
  /** The last `FRAME` samples. A column is centred: the first begins half a frame and a hop before the sound. */
  readonly #recent = new Float32Array(FRAME);
  #filled = (FRAME - HOP) / 2;
  #values = new Uint8Array(60 * COLUMNS_PER_SECOND * BANDS);
  #columns = 0;
  #samples = 0;

  /** How much sound was taken, in ms. */
  get durationMs(): number {
    return (this.#samples * 1000) / SPECTROGRAM_RATE_HZ;
  }

  /** Takes the samples that follow; cut anywhere. */
  push(samples: Int16Array): void {
    this.#samples += samples.length;
    for (let at = 0; at < samples.length;) {
      const take = Math.min(FRAME - this.#filled, samples.length - at);
      this.#recent.set(samples.subarray(at, at + take), this.#filled);
      at += take;
      this.#filled += take;
      if (this.#filled === FRAME) this.#column();
    }
  }

  /** Ends the last column with silence and makes the coarser levels. The builder takes no more afterwards. */
  finish(): Spectrogram {
    const wanted = Math.ceil(this.#samples / HOP);
    while (this.#columns < wanted) {
      this.#recent.fill(0, this.#filled);
      this.#column();
    }
    const levels = [this.#values.slice(0, wanted * BANDS)];
    for (const size of levelSizes(wanted).slice(1)) levels.push(coarser(levels.at(-1) ?? EMPTY, size));
    return { levels };
  }

  #column(): void {
    for (let n = 0; n < FRAME; n++) this.#frame[n] = (this.#recent[n] ?? 0) * (this.#window[n] ?? 0);
    this.#spectrum.compute(this.#frame, this.#power);
    if ((this.#columns + 1) * BANDS > this.#values.length) {
      const grown = new Uint8Array(this.#values.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    for (let band = 0; band < BANDS; band++)
      this.#values[this.#columns * BANDS + band] = this.#loudness(band);
    this.#columns++;
    this.#recent.copyWithin(0, HOP);
    this.#filled = FRAME - HOP;
  }

  #loudness(band: number): number {
    const from = this.#edges[band] ?? 0;
    const to = Math.max(from + 1, this.#edges[band + 1] ?? 0);
    let sum = 0;
    for (let bin = from; bin < to; bin++) sum += this.#power[bin] ?? 0;
    // A full-scale sine under a Hann window has a power of (FRAME / 4)² in its bin.
    const db = 10 * Math.log10(sum / (FRAME / 4) ** 2 + 1e-12);
    return Math.round(255 * Math.min(1, Math.max(0, 1 + db / RANGE_DB)));
  }
}

const EMPTY = new Uint8Array(0);

/** The first bin of each band, and behind the last. Mel scale of O'Shaughnessy (1987). */
function bandEdges(): Uint16Array {
  const mel = (hz: number) => 2595 * Math.log10(1 + hz / 700);
  const hz = (value: number) => 700 * (10 ** (value / 2595) - 1);
  const [low, high] = [mel(LOWEST_HZ), mel(SPECTROGRAM_RATE_HZ / 2)];
  const binHz = SPECTROGRAM_RATE_HZ / FRAME;
  return Uint16Array.from({ length: BANDS + 1 }, (_, n) =>
    Math.round(hz(low + ((high - low) * n) / BANDS) / binHz),
  );
}

/** Means of `LEVEL_FACTOR` columns each. */
function coarser(finer: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const level = new Uint8Array(size * BANDS);
  const columns = finer.length / BANDS;
  for (let column = 0; column < size; column++) {
    const from = column * LEVEL_FACTOR;
    const count = Math.min(LEVEL_FACTOR, columns - from);
    for (let band = 0; band < BANDS; band++) {
      let sum = 0;
      for (let n = 0; n < count; n++) sum += finer[(from + n) * BANDS + band] ?? 0;
      level[column * BANDS + band] = Math.round(sum / count);
    }
  }
  return level;
}
