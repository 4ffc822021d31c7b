import { expect, it } from 'vitest';
import { Correlator, Fft, powerOfTwo } from '../../../../shared/retime/fft';

it('transforms as the definition says', () => {
  const values = [3, 1, -2, 5, 0, 4, -1, 2];
  const [real, imaginary] = [Float64Array.from(values), new Float64Array(8)];
  new Fft(8).transform(real, imaginary);
  for (let k = 0; k < 8; k++) {
    const sum = (wave: (angle: number) => number) =>
      values.reduce((total, value, n) => total + value * wave((2 * Math.PI * k * n) / 8), 0);
    expect(real[k]).toBeCloseTo(sum(Math.cos), 9);
    expect(imaginary[k]).toBeCloseTo(-sum(Math.sin), 9);
  }
});

it('correlates two patterns at once, at offsets on both sides', () => {
  const signal = Float64Array.from([0, 0, 1, 2, 3, 0]);
  const correlator = new Correlator(signal, 16);
  const [first, second] = correlator.correlate(Float64Array.from([1, 2, 3]), Float64Array.from([0, 0, 0, 1]));
  expect(first[2]).toBeCloseTo(14, 9);
  expect(second[1]).toBeCloseTo(3, 9);
  expect(second[16 - 1]).toBeCloseTo(1, 9);
});

it('rounds sizes up to powers of two', () => {
  expect([1, 2, 3, 1024, 1025].map(powerOfTwo)).toEqual([2, 2, 4, 1024, 2048]);
});
