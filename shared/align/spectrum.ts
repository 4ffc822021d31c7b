/**
 * Power spectra of real signals by a radix-2 FFT of half the length (the even samples as real, the odd as imaginary part).
 * Numerical Recipes, section 12.3.
 */
export class PowerSpectrum {
  /** Bins given: `size / 2`, from 0 Hz up. */
  readonly bins: number;
  readonly #real: Float32Array;
  readonly #imaginary: Float32Array;
  readonly #cosine: Float32Array;
  readonly #sine: Float32Array;
  readonly #reversed: Uint16Array;

  /** `size`: samples in a frame after zero padding, a power of two from 8 to 65,536. */
  constructor(size: number) {
    const half = size / 2;
    this.bins = half;
    this.#real = new Float32Array(half);
    this.#imaginary = new Float32Array(half);
    this.#cosine = Float32Array.from({ length: half }, (_, k) => Math.cos((2 * Math.PI * k) / size));
    this.#sine = Float32Array.from({ length: half }, (_, k) => Math.sin((2 * Math.PI * k) / size));
    this.#reversed = bitReversal(half);
  }

  /** Fills `power` (at least `bins` long) from `frame` (at most `size` samples; the rest counts as zero). */
  compute(frame: Float32Array, power: Float32Array): void {
    const real = this.#real;
    const imaginary = this.#imaginary;
    real.fill(0);
    imaginary.fill(0);
    for (let n = 0; n < frame.length; n += 2) {
      const to = this.#reversed[n >> 1] ?? 0;
      real[to] = frame[n] ?? 0;
      imaginary[to] = frame[n + 1] ?? 0;
    }
    this.#transform(real, imaginary);
    this.#unfold(real, imaginary, power);
  }

  #transform(real: Float32Array, imaginary: Float32Array): void {
    const count = this.bins;
    for (let length = 2; length <= count; length <<= 1) {
      const half = length >> 1;
      // The twiddle tables belong to twice this length.
      const stride = (2 * count) / length;
      for (let from = 0; from < count; from += length)
        for (let k = 0, turn = 0; k < half; k++, turn += stride) {
          const a = from + k;
          const b = a + half;
          const cosine = this.#cosine[turn] ?? 0;
          const sine = this.#sine[turn] ?? 0;
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

  #unfold(real: Float32Array, imaginary: Float32Array, power: Float32Array): void {
    const count = this.bins;
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
      const cosine = this.#cosine[k] ?? 0;
      const sine = this.#sine[k] ?? 0;
      const x = evenRe + cosine * oddRe + sine * oddIm;
      const y = evenIm + cosine * oddIm - sine * oddRe;
      power[k] = x * x + y * y;
    }
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
