import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BANDS,
  SPECTROGRAM_RATE_HZ,
  SpectrogramBuilder,
  type Spectrogram,
} from '../../../../shared/spectrogram/spectrogram';

const sine = (hz: number, seconds: number, gain = 1) =>
  Int16Array.from(
    { length: seconds * SPECTROGRAM_RATE_HZ },
    (_, n) => gain * 32_767 * Math.sin((2 * Math.PI * hz * n) / SPECTROGRAM_RATE_HZ),
  );
const silence = (seconds: number) => new Int16Array(seconds * SPECTROGRAM_RATE_HZ);

function spectrogramOf(...pieces: Int16Array[]): Spectrogram {
  const builder = new SpectrogramBuilder();
  for (const piece of pieces) builder.push(piece);
  return builder.finish();
}

/** The loudest band of a column of the finest level, and how loud. */
function loudest({ levels }: Spectrogram, column: number): { band: number; value: number } {
  const values = [...(levels[0] ?? []).slice(column * BANDS, (column + 1) * BANDS)];
  const value = Math.max(...values);
  return { band: values.indexOf(value), value };
}

describe('a spectrogram', () => {
  it('of a tone is bright where its pitch is, higher for a higher one', () => {
    const bands = [200, 440, 1000, 3000, 7000].map((hz) => loudest(spectrogramOf(sine(hz, 0.5)), 10).band);
    expect([...bands].sort((a, b) => a - b)).toEqual(bands);
    expect(new Set(bands).size).toBe(5);
  });
  it('of a full-scale tone is full, of one a thousandth as loud darker by three quarters, of silence black', () => {
    expect(loudest(spectrogramOf(sine(1000, 0.5)), 10).value).toBeGreaterThan(240);
    const quiet = loudest(spectrogramOf(sine(1000, 0.5, 0.001)), 10).value;
    expect(quiet).toBeGreaterThan(40);
    expect(quiet).toBeLessThan(75);
    expect(loudest(spectrogramOf(silence(0.5)), 10).value).toBe(0);
  });
  it('has a column for every 16 ms, and a sound in the column of its time', () => {
    const { levels } = spectrogramOf(silence(1), sine(1000, 0.2), silence(1));
    expect((levels[0]?.length ?? 0) / BANDS).toBe(Math.ceil(2.2 / 0.016));
    const bright = Array.from({ length: 137 }, (_, column) => column).filter(
      (column) => loudest({ levels }, column).value > 200,
    );
    expect(Math.abs((bright[0] ?? 0) * 16 - 1000)).toBeLessThanOrEqual(16);
    expect(Math.abs(((bright.at(-1) ?? 0) + 1) * 16 - 1200)).toBeLessThanOrEqual(16);
  });
  it('is the same however the samples are cut', () => {
    const sound = sine(700, 0.3);
    fc.assert(
      fc.property(fc.array(fc.nat(sound.length), { maxLength: 6 }), (cuts) => {
        const places = [0, ...[...cuts].sort((a, b) => a - b), sound.length];
        const pieces = places.slice(1).map((end, n) => sound.subarray(places[n], end));
        expect(spectrogramOf(...pieces)).toEqual(spectrogramOf(sound));
      }),
      { numRuns: 20 },
    );
  });
  it('has coarser levels of a quarter each, their columns the mean of those under them', () => {
    const { levels } = spectrogramOf(sine(500, 20));
    expect(levels.map(({ length }) => length / BANDS)).toEqual([1250, 313]);
    const band = loudest({ levels }, 5).band;
    const four = [4, 5, 6, 7].map((column) => levels[0]?.[column * BANDS + band] ?? 0);
    expect(levels[1]?.[BANDS + band]).toBe(Math.round(four.reduce((sum, value) => sum + value) / 4));
  });
  it('of nothing is empty', () => {
    expect(spectrogramOf().levels[0]).toHaveLength(0);
  });
});
