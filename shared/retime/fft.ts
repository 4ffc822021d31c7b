/** A fast Fourier transform of one size, in place: radix 2, tables made once (Numerical Recipes, section 12.2). */
export class Fft {
  readonly size: number;
  readonly #cosine: Float64Array;
  readonly #sine: Float64Array;
  readonly #reversed: Uint32Array;

  /** `size`: a power of two of 2 or more. */
  constructor(size: number) {
    this.size = size;
    this.#cosine = Float64Array.from({ length: size / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / size));
    this.#sine = Float64Array.from({ length: size / 2 }, (_, k) => -Math.sin((2 * Math.PI * k) / size));
    this.#reversed = bitReversal(size);
  }

  /** Transforms `size` complex numbers. The inverse is this with real and imaginary exchanged, divided by `size`. */
  transform(real: Float64Array, imaginary: Float64Array): void {
    this.#reorder(real, imaginary);
    for (let half = 1; half < this.size; half *= 2) {
      const stride = this.size / (2 * half);
      for (let from = 0; from < this.size; from += 2 * half)
        for (let k = 0; k < half; k++) {
          const [a, b] = [from + k, from + k + half];
          const cosine = this.#cosine[k * stride] ?? 0;
          const sine = this.#sine[k * stride] ?? 0;
          const re = (real[b] ?? 0) * cosine - (imaginary[b] ?? 0) * sine;
          const im = (real[b] ?? 0) * sine + (imaginary[b] ?? 0) * cosine;
          const keptRe = real[a] ?? 0;
          const keptIm = imaginary[a] ?? 0;
          real[b] = keptRe - re;
          imaginary[b] = keptIm - im;
          real[a] = keptRe + re;
          imaginary[a] = keptIm + im;
        }
    }
  }

  #reorder(real: Float64Array, imaginary: Float64Array): void {
    for (let from = 0; from < this.size; from++) {
      const to = this.#reversed[from] ?? 0;
      if (to <= from) continue;
      const [re, im] = [real[from] ?? 0, imaginary[from] ?? 0];
      real[from] = real[to] ?? 0;
      imaginary[from] = imaginary[to] ?? 0;
      real[to] = re;
      imaginary[to] = im;
    }
  }
}

/** The smallest power of two that is at least `length`, and at least 2. */
export function powerOfTwo(length: number): number {
  return 2 ** Math.max(1, Math.ceil(Math.log2(length)));
}

/** Correlates many patterns with one signal: the signal is transformed once, the patterns two at a time. */
export class Correlator {
  readonly #fft: Fft;
  readonly #real: Float64Array;
  readonly #imaginary: Float64Array;

  /** `size`: a power of two of at least the signal's and the longest pattern's length together. */
  constructor(signal: Float64Array, size: number) {
    this.#fft = new Fft(size);
    this.#real = new Float64Array(size);
    this.#real.set(signal);
    this.#imaginary = new Float64Array(size);
    this.#fft.transform(this.#real, this.#imaginary);
  }

  /**
   * For both patterns the sum over n of `pattern[n] * signal[n + k]`, at index k for k of 0 and more and at `size + k` for
   * negative k.
   */
  correlate(first: Float64Array, second: Float64Array): [Float64Array, Float64Array] {
    const { size } = this.#fft;
    const [re, im] = [new Float64Array(size), new Float64Array(size)];
    re.set(first);
    // The pattern is read backwards by conjugation; the minus lets the second come out in the imaginary part.
    for (let n = 0; n < second.length; n++) im[n] = -(second[n] ?? 0);
    this.#fft.transform(re, im);
    for (let k = 0; k < size; k++) {
      const [a, b] = [re[k] ?? 0, -(im[k] ?? 0)];
      const [c, d] = [this.#real[k] ?? 0, this.#imaginary[k] ?? 0];
      // Exchanged, so that the same transform is the inverse.
      im[k] = (a * c - b * d) / size;
      re[k] = (a * d + b * c) / size;
    }
    this.#fft.transform(re, im);
    return [im, re];
  }
}

function bitReversal(size: number): Uint32Array {
  const bits = Math.log2(size);
  return Uint32Array.from({ length: size }, (_, index) => {
    let reversed = 0;
    for (let bit = 0; bit < bits; bit++) if ((index >> bit) & 1) reversed |= 1 << (bits - 1 - bit);
    return reversed;
  });
}
