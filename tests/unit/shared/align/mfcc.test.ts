import { expect, test } from 'vitest';
import { CEPSTRA, mfcc, MfccStream } from '../../../../shared/align/mfcc';
import { PowerSpectrum } from '../../../../shared/align/spectrum';

const RATE = 16_000;

function tone(hz: number, ms: number, amplitude = 8000): Int16Array {
  return Int16Array.from({ length: (RATE * ms) / 1000 }, (_, n) =>
    Math.round(amplitude * Math.sin((2 * Math.PI * hz * n) / RATE)),
  );
}

test('the spectrum is that of the definition', () => {
  const size = 64;
  const frame = Float32Array.from({ length: size }, (_, n) => ((n * 37) % 23) - 11 + Math.sin(n));
  const spectrum = new PowerSpectrum(size);
  const power = new Float32Array(spectrum.bins);
  spectrum.compute(frame, power);
  for (let k = 0; k < spectrum.bins; k++) {
    let re = 0;
    let im = 0;
    for (const [n, value] of frame.entries()) {
      re += value * Math.cos((2 * Math.PI * k * n) / size);
      im -= value * Math.sin((2 * Math.PI * k * n) / size);
    }
    // Bin 0 of the packed transform also holds the half-rate bin's share; the mel bands never use it.
    if (k > 0) expect(power[k]).toBeCloseTo(re * re + im * im, 1);
  }
});

test.each([
  [0, 0],
  [159, 0],
  [160, 1],
  [16_000, 100],
])('%i samples give %i rows', (length, rows) => {
  const cepstra = mfcc(new Int16Array(length), RATE);
  expect(cepstra.rows).toBe(rows);
  expect(cepstra.values).toHaveLength(rows * CEPSTRA);
});

test('silence is finite and full scale is loud', () => {
  const silent = mfcc(new Int16Array(RATE), RATE);
  expect(silent.values.every(Number.isFinite)).toBe(true);
  expect(silent.levelDb[50]).toBeLessThan(1);
  expect(mfcc(tone(440, 1000, 32_767), RATE).levelDb[50]).toBeCloseTo(87.3, 0);
});

test('a sound moved by whole rows has the same cepstra, moved', () => {
  const sound = tone(700, 300);
  const late = new Int16Array(sound.length + 1600);
  late.set(sound, 1600);
  const [a, b] = [mfcc(sound, RATE), mfcc(late, RATE)];
  expect([...b.values.slice(15 * CEPSTRA, 25 * CEPSTRA)]).toEqual([
    ...a.values.slice(5 * CEPSTRA, 15 * CEPSTRA),
  ]);
});

test('loudness moves the first coefficient only, pitch moves the others', () => {
  const row = (samples: Int16Array) => [...mfcc(samples, RATE).values.slice(20 * CEPSTRA, 21 * CEPSTRA)];
  const noisy = (gain: number) =>
    Int16Array.from({ length: 8000 }, (_, n) => gain * (((n * 7919) % 1009) - 504));
  const [quiet, loud] = [row(noisy(8)), row(noisy(16))];
  expect(Math.abs((loud[0] ?? 0) - (quiet[0] ?? 0))).toBeGreaterThan(5);
  for (let k = 1; k < CEPSTRA; k++) expect(loud[k]).toBeCloseTo(quiet[k] ?? NaN, 0);
  const [low, high] = [row(tone(300, 500)), row(tone(3000, 500))];
  expect(Math.abs((low[1] ?? 0) - (high[1] ?? 0))).toBeGreaterThan(5);
});

test.each([16_000, 22_050])('in pieces of any size it is the same, at %i Hz', (rateHz) => {
  const sound = Int16Array.from(
    { length: 20_011 },
    (_, n) => 6000 * Math.sin(n * n * 1e-5) + ((n * 7919) % 611),
  );
  const stream = new MfccStream(rateHz);
  for (let at = 0, size = 1; at < sound.length; at += size, size = 1 + ((size * 7) % 2311))
    stream.add(sound.subarray(at, at + size));
  expect(stream.finish()).toEqual(mfcc(sound, rateHz));
});
