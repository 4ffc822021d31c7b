import { expect, test } from 'vitest';
import { learnSounds } from '../../../../shared/align/acoustic-model';

/** What is heard in one column: `[sound, rows, value]` each, a little up and down around the value. */
function heard(...runs: (readonly [sound: number, rows: number, value: number])[]) {
  const values = runs.flatMap(([, rows, value]) =>
    Array.from({ length: rows }, (_, n) => value + (n % 3) - 1),
  );
  return {
    features: { rows: values.length, width: 1, values: Float32Array.from(values) },
    labels: Int32Array.from(runs.flatMap(([sound, rows]) => new Array<number>(rows).fill(sound))),
  };
}

/** How likely each sound's model finds a value. */
function learned({ features, labels }: ReturnType<typeof heard>, classOf: readonly string[]) {
  const { sounds } = learnSounds(features, labels, classOf, 1);
  return (sound: number, value: number) => sounds[sound]?.logLikelihood(Float32Array.of(value), 0) ?? NaN;
}

test('a sound never heard falls back on its class, and that on everything', () => {
  const at = learned(heard(...[1, 2, 3].flatMap(() => [[0, 15, -4] as const, [1, 15, 4] as const])), [
    'vowel',
    'stop',
    'vowel',
    'fricative',
  ]);
  expect(at(2, -4)).toBeGreaterThan(at(2, 4));
  expect(at(3, -4)).toBeCloseTo(at(3, 4), 3);
  expect(at(0, -4)).toBeGreaterThan(at(1, -4));
});

test('what is drawn out over music does not teach its sound', () => {
  const said = [1, 2, 3].flatMap(() => [[0, 8, -4] as const, [1, 8, 0] as const]);
  const alone = learned(heard(...said), ['vowel', 'stop']);
  const drawn = learned(heard(...said, [0, 200, 4]), ['vowel', 'stop']);
  expect(drawn(0, 4)).toBe(alone(0, 4));
  const again = [1, 2, 3].flatMap(() => [[0, 20, 4] as const, [1, 8, 0] as const]);
  const often = learned(heard(...said, ...again), ['vowel', 'stop']);
  expect(often(0, 4)).toBeGreaterThan(alone(0, 4));
});
