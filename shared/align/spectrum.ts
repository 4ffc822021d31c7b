/**
 * Power spectra of real signals by a radix-2 FFT of half the length (the even samples as real, the odd as imaginary part).
 * Numerical Recipes, section 12.3.
 */
export class PowerSpectrum {
  /** Bins given: `size / 2`, from 0 Hz up. */
  readonly bins: number;
  readonly #real: Float64Array;
  readonly #imaginary: Float64Array;
  readonly #cosine: Float64Array;
  readonly #sine: Float64Array;
  readonly #reversed: Uint16Array;

  /** `size`: samples in a frame after zero padding, a power of two from 8 to 65,536. */
  constructor(size: number) {
    const half = size / 2;
    this.bins = half;
    this.#real = new Float64Array(half);
    this.#imaginary = new Float64Array(half);
    this.#cosine = Float64Array.from({ length: half }, (_, k) => Math.cos((2 * Math.PI * k) / size));
    this.#sine = Float64Array.from({ length: half }, (_, k) => Math.sin((2 * Math.PI * k) / size));
    this.#reversed = bitReversal(half);
  }

  /** Fills `power` (at least `bins` long) from `frame` (at most `size` samples; the rest counts as zero). */
  compute(frame: Float32Array, power: Float32Array): void {
    const real = this.#real;
    const imaginary = this.#imaginary;
    const reversed = this.#reversed;
    real.fill(0);
    imaginary.fill(0);
    for (let n = 0; n < frame.length; n += 2) {
      const to = reversed[n >> 1] ?? 0;
      real[to] = frame[n] ?? 0;
      imaginary[to] = frame[n + 1] ?? 0;
    }
    firstTwoPasses(real, imaginary);
    this.#otherPasses(real, imaginary);
    this.#unfold(real, imaginary, power);
  }

  #otherPasses(real: Float64Array, imaginary: Float64Array): void {
    const count = this.bins;
    const allCosines = this.#cosine;
    const allSines = this.#sine;
    for (let half = 4; half < count; half <<= 1) {
      // The twiddle tables belong to a transform of twice `count`.
      const stride = count / half;
      for (let k = 0, turn = 0; k < half; k++, turn += stride) {
        const cosine = allCosines[turn] ?? 0;
        const sine = allSines[turn] ?? 0;
        for (let a = k; a < count; a += 2 * half) {
          const b = a + half;
          const re = real[b] ?? 0;
          const im = imaginary[b] ?? 0;
          const turnedReal = re * cosine + im * sine;
          const turnedImaginary = im * cosine - re * sine;
          const keptReal = real[a] ?? 0;
          const keptImaginary = imaginary[a] ?? 0;
          real[b] = keptReal - turnedReal;
          imaginary[b] = keptImaginary - turnedImaginary;
          real[a] = keptReal + turnedReal;
          imaginary[a] = keptImaginary + turnedImaginary;
        }
      }
    }
  }

  #unfold(real: Float64Array, imaginary: Float64Array, power: Float32Array): void {
    const count = this.bins;
    const cosines = this.#cosine;
    const sines = this.#sine;
    for (let k = 0; k < count; k++) {
      const mirror = (count - k) & (count - 1);
      const re = real[k] ?? 0;
      const im = imaginary[k] ?? 0;
      const mirrorRe = real[mirror] ?? 0;
      const mirrorIm = imaginary[mirror] ?? 0;
      const evenRe = (re + mirrorRe) / 2;
      const evenIm = (im - mirrorIm) / 2;
      const oddRe = (im + mirrorIm) / 2;
      const oddIm = (mirrorRe - re) / 2;
      const cosine = cosines[k] ?? 0;
      const sine = sines[k] ?? 0;
      const x = evenRe + cosine * oddRe + sine * oddIm;
      const y = evenIm + cosine * oddIm - sine * oddRe;
      power[k] = x * x + y * y;
    }
  }
}

/** Passes of length two and four together: they turn by quarters only, which needs no multiplication. */
function firstTwoPasses(real: Float64Array, imaginary: Float64Array): void {
  for (let a = 0; a < real.length; a += 4) {
    const [re0, re1, re2, re3] = [real[a] ?? 0, real[a + 1] ?? 0, real[a + 2] ?? 0, real[a + 3] ?? 0];
    const [im0, im1, im2, im3] = [
      imaginary[a] ?? 0,
      imaginary[a + 1] ?? 0,
      imaginary[a + 2] ?? 0,
      imaginary[a + 3] ?? 0,
    ];
    real[a] = re0 + re1 + (re2 + re3);
    imaginary[a] = im0 + im1 + (im2 + im3);
    real[a + 1] = re0 - re1 + (im2 - im3);
    imaginary[a + 1] = im0 - im1 - (re2 - re3);
    real[a + 2] = re0 + re1 - (re2 + re3);
    imaginary[a + 2] = im0 + im1 - (im2 + im3);
    real[a + 3] = re0 - re1 - (im2 - im3);
    imaginary[a + 3] = im0 - im1 + (re2 - re3);
  }
}

function bitReversal(count: number): Uint16Array {
  const bits = Math.log2(count);
  return Uint16Array.from({ length: count }, (_, index) => {
    let reversed = 0;
    for (let bit = 0; bit < bits; bit++) if ((index >> bit) & 1) reversed |= 1 << (bits - 1 - bit);
    return reversed;
  });
}
