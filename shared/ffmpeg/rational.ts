import type { Rational } from '../domain/media';

/** Reads ffmpeg's `30000/1001`; null for `0/0`, anything not above zero, and anything else. */
export function parseRational(text: string | undefined): Rational | null {
  const match = /^(\d{1,10})[/:](\d{1,10})$/.exec(text ?? '');
  const num = Number(match?.[1]);
  const den = Number(match?.[2]);
  return num > 0 && den > 0 ? { num, den } : null;
}

/** The value of a fraction. */
export function rationalValue({ num, den }: Rational): number {
  return num / den;
}

/** Rates cameras and editors use; containers with rounded times give 19001/634 where 30000/1001 is meant. */
const STANDARD_RATES: readonly Rational[] = [
  ...[24, 30, 48, 60, 120].map((rate) => ({ num: rate * 1000, den: 1001 })),
  ...[8, 10, 12, 15, 20, 24, 25, 30, 48, 50, 60, 100, 120, 240].map((rate) => ({ num: rate, den: 1 })),
];

/** The usual rate within 0.03 % of this one, else this one. 24 and 24000/1001 are 0.1 % apart. */
export function standardRate(rate: Rational): Rational {
  const value = rationalValue(rate);
  return STANDARD_RATES.find((usual) => Math.abs(rationalValue(usual) / value - 1) < 3e-4) ?? rate;
}
