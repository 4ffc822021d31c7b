import { CepstraSlabs } from './cepstra-slabs';
import { SlidingSound } from './sliding-sound';
import { PowerSpectrum } from './spectrum';

/** Feature vectors in rows: `values[row * width + k]`. */
export interface Features {
  readonly rows: number;
  readonly width: number;
  readonly values: Float32Array;
}

/** Cepstra of a sound, one row for each 10 ms, and its level. */
export interface Cepstra extends Features {
  /** RMS level of each row in dB, 0 dB = 1 unit of the 16-bit scale (full scale is about 90). */
  readonly levelDb: Float32Array;
}

/** The cepstra of a whole sound in pieces that are read once, in order, so that hours of it need not be held twice. */
export interface CepstraPieces {
  readonly rows: number;
  readonly pieces: Iterable<Cepstra>;
}

/** What is held as a whole already. */
export function inOnePiece(cepstra: Cepstra): CepstraPieces {
  return { rows: cepstra.rows, pieces: [cepstra] };
}

/** Time from row to row. */
export const HOP_MS = 10;
/** Cepstral coefficients in a row; the first is the log energy of the mel bands. */
export const CEPSTRA = 13;

const WINDOW_MS = 25;
const BANDS = 26;
const LOWEST_HZ = 100;
/** Under half the rate of both the recording (16 kHz) and the synthesiser (22.05 kHz). */
const HIGHEST_HZ = 6000;
const PRE_EMPHASIS = 0.97;
const LIFTER = 22;
/** Added to each band's power so that digital silence stays finite: far below the noise of a 16-bit recording. */
const POWER_FLOOR = 1000;

/**
 * Mel-frequency cepstral coefficients as HTK defines them (HTK Book 3.4, section 5.6), windows centred on their row.
 * `samples`: mono, 16-bit scale; `rateHz` at least 12,000. Linear time; rows = floor(length / 10 ms).
 */
export function mfcc(samples: Int16Array, rateHz: number): Cepstra {
  const stream = new MfccStream(rateHz, Math.ceil((samples.length * 1000) / (HOP_MS * rateHz)) + 1);
  stream.add(samples);
  return stream.finish();
}

/** The same of a sound that comes piece by piece: samples are kept only as long as a window needs them. */
export class MfccStream {
  readonly #hop: number;
  readonly #hamming: Float32Array;
  readonly #spectrum: PowerSpectrum;
  readonly #bands: readonly Band[];
  readonly #cosines = cosineTransform();
  readonly #frame: Float32Array;
  readonly #power: Float32Array;
  readonly #logs = new Float32Array(BANDS);
  readonly #sound = new SlidingSound();
  #rows = 0;
  readonly #slabs: CepstraSlabs;

  /** `likelyRows`: how long the sound probably is; five minutes, for most of what is aligned again is shorter. */
  constructor(rateHz: number, likelyRows = 30_000) {
    this.#slabs = new CepstraSlabs(CEPSTRA, likelyRows);
    const window = Math.round((WINDOW_MS / 1000) * rateHz);
    this.#hop = (HOP_MS / 1000) * rateHz;
    this.#spectrum = new PowerSpectrum(2 ** Math.ceil(Math.log2(window)));
    this.#hamming = Float32Array.from(
      { length: window },
      (_, n) => 0.54 - 0.46 * Math.cos((2 * Math.PI * n) / (window - 1)),
    );
    this.#bands = melBands(rateHz, this.#spectrum.bins);
    this.#frame = new Float32Array(window);
    this.#power = new Float32Array(this.#spectrum.bins);
  }

  add(samples: Int16Array): void {
    this.#sound.add(samples);
    const room = this.#frame.length - (this.#frame.length >> 1);
    this.#take(Math.max(this.#rows, Math.ceil((this.#sound.end - room) / this.#hop - 0.5)));
    // The sample before the next window is needed too, for the pre-emphasis.
    this.#sound.forget(this.#start(this.#rows) - 1);
  }

  /** What was added as a whole; beyond its ends all is silent. Call it once, or `finishInPieces`. */
  finish(): Cepstra {
    const { rows, pieces } = this.finishInPieces();
    const values = new Float32Array(rows * CEPSTRA);
    const levelDb = new Float32Array(rows);
    let row = 0;
    for (const piece of pieces) {
      values.set(piece.values, row * CEPSTRA);
      levelDb.set(piece.levelDb, row);
      row += piece.rows;
    }
    return { rows, width: CEPSTRA, values, levelDb };
  }

  /** The same without putting it together: each piece is let go as it is read. */
  finishInPieces(): CepstraPieces {
    const rows = Math.floor(this.#sound.end / this.#hop);
    this.#take(Math.max(rows, this.#rows));
    return { rows, pieces: this.#takeOut(rows) };
  }

  *#takeOut(rows: number): Generator<Cepstra> {
    let left = rows;
    for (const { values, levelDb, rows: filled } of this.#slabs.takeOut()) {
      const count = Math.min(filled, left);
      left -= count;
      yield {
        rows: count,
        width: CEPSTRA,
        values: values.subarray(0, count * CEPSTRA),
        levelDb: levelDb.subarray(0, count),
      };
    }
  }

  /** First sample of a row's window. */
  #start(row: number): number {
    return Math.round((row + 0.5) * this.#hop) - (this.#frame.length >> 1);
  }

  /** Adds the rows up to `end`. */
  #take(end: number): void {
    const { samples, from } = this.#sound;
    for (let row = this.#rows; row < end; row++) {
      const slab = this.#slabs.open();
      const start = this.#start(row) - from;
      slab.levelDb[slab.rows - 1] = fillFrame(samples, start, from === 0 ? 1 : 0, this.#hamming, this.#frame);
      this.#spectrum.compute(this.#frame, this.#power);
      logBands(this.#bands, this.#power, this.#logs);
      const at = (slab.rows - 1) * CEPSTRA;
      for (let k = 0; k < CEPSTRA; k++) {
        let sum = 0;
        for (let m = 0; m < BANDS; m++) sum += (this.#cosines[k * BANDS + m] ?? 0) * (this.#logs[m] ?? 0);
        slab.values[at + k] = sum;
      }
    }
    this.#rows = end;
  }
}

/**
 * Cuts out, pre-emphasises and windows one frame; answers with its level in dB. Samples before number `first` and beyond the
 * end count as silence.
 */
function fillFrame(
  samples: Int16Array,
  start: number,
  first: number,
  hamming: Float32Array,
  frame: Float32Array,
): number {
  let energy = 1;
  for (let n = 0; n < frame.length; n++) {
    const at = start + n;
    const inside = at >= first && at < samples.length;
    const sample = inside ? (samples[at] ?? 0) : 0;
    const before = inside ? (samples[at - 1] ?? 0) : 0;
    energy += sample * sample;
    frame[n] = (sample - PRE_EMPHASIS * before) * (hamming[n] ?? 0);
  }
  return 10 * Math.log10(energy / frame.length);
}

interface Band {
  readonly firstBin: number;
  readonly weights: Float32Array;
}

function logBands(bands: readonly Band[], power: Float32Array, logs: Float32Array): void {
  for (const [index, { firstBin, weights }] of bands.entries()) {
    let sum = POWER_FLOOR;
    for (let k = 0; k < weights.length; k++) sum += (weights[k] ?? 0) * (power[firstBin + k] ?? 0);
    logs[index] = Math.log(sum);
  }
}

function melBands(rateHz: number, bins: number): Band[] {
  const mel = (hz: number) => 1127 * Math.log(1 + hz / 700);
  const hz = (value: number) => 700 * (Math.exp(value / 1127) - 1);
  const low = mel(LOWEST_HZ);
  const step = (mel(HIGHEST_HZ) - low) / (BANDS + 1);
  const edge = (index: number) => (hz(low + step * index) * 2 * bins) / rateHz;
  return Array.from({ length: BANDS }, (_, m) => triangle(edge(m), edge(m + 1), edge(m + 2), bins));
}

function triangle(from: number, peak: number, to: number, bins: number): Band {
  const firstBin = Math.max(1, Math.ceil(from));
  const count = Math.max(0, Math.min(bins - 1, Math.floor(to)) - firstBin + 1);
  const weights = Float32Array.from({ length: count }, (_, index) => {
    const bin = firstBin + index;
    return bin < peak ? (bin - from) / (peak - from) : (to - bin) / (to - peak);
  });
  return { firstBin, weights };
}

/** Discrete cosine transform with liftering, scaled so that the coefficients have similar spread. */
function cosineTransform(): Float32Array {
  return Float32Array.from({ length: CEPSTRA * BANDS }, (_, index) => {
    const k = Math.floor(index / BANDS);
    const m = index % BANDS;
    const lifter = 1 + (LIFTER / 2) * Math.sin((Math.PI * k) / LIFTER);
    return Math.cos((Math.PI * k * (m + 0.5)) / BANDS) * Math.sqrt(2 / BANDS) * lifter;
  });
}
