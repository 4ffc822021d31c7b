import { expect, test } from 'vitest';
import { fitMixture, Mixture } from '../../../../shared/align/gaussian';

/** Rows spread evenly around each centre in turn, one column. */
function around(centres: readonly number[], each: number) {
  const values = Float32Array.from(
    centres.flatMap((centre) => Array.from({ length: each }, (_, n) => centre + (n / (each - 1) - 0.5))),
  );
  return { rows: values.length, width: 1, values };
}

test('two parts settle on two heaps', () => {
  const features = around([-4, 4], 100);
  const rows = Array.from({ length: features.rows }, (_, row) => row);
  const model = fitMixture(features, rows, 2);
  const at = (value: number) => model.logLikelihood(Float32Array.of(value), 0);
  expect(at(-4)).toBeCloseTo(at(4), 1);
  expect(at(4) - at(0)).toBeGreaterThan(20);
});

test('the likelihood of a row is that of its likeliest part, to the bit', () => {
  const values = Float32Array.from({ length: 600 }, (_, n) => 3 * Math.sin(n * n) + (n % 7));
  const features = { rows: 200, width: 3, values };
  const model = fitMixture(
    features,
    Array.from({ length: 200 }, (_, row) => row),
    5,
  );
  for (let offset = 0; offset < 600; offset += 3) {
    const parts = Array.from({ length: model.parts }, (_, part) => model.part(part, values, offset));
    expect(model.logLikelihood(values, offset)).toBe(Math.max(...parts));
  }
});

test('a mixture is the same made anew from its data', () => {
  const features = around([-4, 4], 50);
  const model = fitMixture(
    features,
    Int32Array.from({ length: 100 }, (_, row) => row),
    2,
  );
  const again = new Mixture(structuredClone(model.data));
  for (const value of [-4, 0, 4])
    expect(again.logLikelihood(Float32Array.of(value), 0)).toBe(
      model.logLikelihood(Float32Array.of(value), 0),
    );
});
