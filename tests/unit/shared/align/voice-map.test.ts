import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hearAs, inVoice, VoicePairs } from '../../../../shared/align/voice-map';

const WIDTH = 3;

/** Numbers that look like noise and are the same every time, of mean 0. */
function noise(count: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state / 2 ** 32 - 0.5) * Math.sqrt(12);
  });
}

/** A voice in which the second sound is the first one turned and the third is turned round. */
function spokenBy(sounds: Float32Array): Float32Array {
  const heard = new Float32Array(sounds.length);
  for (let row = 0; row < sounds.length; row += WIDTH) {
    heard[row] = 1 + 0.5 * (sounds[row] ?? 0) + 0.5 * (sounds[row + 1] ?? 0);
    heard[row + 1] = 2 * (sounds[row + 1] ?? 0);
    heard[row + 2] = -(sounds[row + 2] ?? 0);
  }
  return heard;
}

/** The map from `count` pairs, `wrong` of which have nothing to do with each other. */
function learned(count: number, wrong: number) {
  const sounds = noise(count * WIDTH, 1);
  const heard = spokenBy(sounds);
  const others = spokenBy(noise(count * WIDTH, 99));
  const pairs = new VoicePairs(WIDTH);
  for (let pair = 0; pair < count; pair++)
    pairs.add(sounds, pair * WIDTH, pair < wrong ? others : heard, pair * WIDTH);
  return pairs.map();
}

/** What a map makes of a sound, without the weights. */
function said(map: ReturnType<typeof learned>, sound: readonly number[]): number[] {
  return [...inVoice(map, Float32Array.from(sound))].map(
    (value, column) => value / (map.weight[column] ?? 1),
  );
}

test('many pairs teach the voice', () => {
  const map = learned(20_000, 0);
  const [first, second, third] = said(map, [1, 1, 1]);
  expect(first).toBeCloseTo(2, 1);
  expect(second).toBeCloseTo(2, 1);
  expect(third).toBeCloseTo(-1, 1);
});

test('a handful of pairs changes little', () => {
  const [first, second, third] = said(learned(4, 0), [1, 1, 1]);
  expect(first).toBeGreaterThan(0.5);
  expect(second).toBeLessThan(1.6);
  expect(third).toBeGreaterThan(0);
});

test('half the pairs wrong: sounds move half as far, and the same way', () => {
  const map = learned(20_000, 10_000);
  const middle = said(map, [0, 0, 0]);
  const moved = said(map, [1, 1, 1]).map((value, column) => value - (middle[column] ?? 0));
  expect(moved[0]).toBeCloseTo(0.5, 1);
  expect(moved[1]).toBeCloseTo(1, 1);
  expect(moved[2]).toBeCloseTo(-0.5, 1);
});

test('what the voice leaves open counts less', () => {
  const sounds = noise(20_000 * WIDTH, 1);
  const loose = noise(20_000, 7);
  const heard = sounds.map((value, at) =>
    at % WIDTH === 1 ? value + 3 * (loose[(at - 1) / WIDTH] ?? 0) : value,
  );
  const pairs = new VoicePairs(WIDTH);
  for (let pair = 0; pair < 20_000; pair++) pairs.add(sounds, pair * WIDTH, heard, pair * WIDTH);
  const map = pairs.map();
  expect(map.weight[1]).toBeCloseTo(1 / 3, 1);
  expect(map.weight[0]).toBeGreaterThan(10);
  const row = { rows: 1, width: WIDTH, values: Float32Array.of(1, 1, 1) };
  hearAs(map, row);
  expect(row.values[1]).toBeCloseTo(1 / 3, 1);
});

test('whatever the pairs, the map has numbers', () => {
  const value = fc.float({ min: -8, max: 8, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { maxLength: 40 }), (pairs) => {
      const counted = new VoicePairs(1);
      for (const [sound, heard] of pairs) counted.add(Float32Array.of(sound), 0, Float32Array.of(heard), 0);
      const map = counted.map();
      for (const list of [map.matrix, map.weight, map.sound, map.heard])
        expect([...list].every((number) => Number.isFinite(number))).toBe(true);
      expect(map.weight[0]).toBeGreaterThan(0);
    }),
  );
});
