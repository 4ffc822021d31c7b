import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peaksBetween, PyramidBuilder } from '../../../../shared/waveform/pyramid';

/** Signed samples, -128 to 127, as ffmpeg's `u8` has them. */
const bytesOf = (samples: readonly number[]) => Uint8Array.from(samples, (sample) => sample + 128);

function build(samples: readonly number[], rateHz: number, cuts: readonly number[] = []) {
  const bytes = bytesOf(samples);
  const builder = new PyramidBuilder(rateHz);
  const edges = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
  for (let n = 1; n < edges.length; n++) builder.push(bytes.subarray(edges[n - 1], edges[n]));
  return { ...builder.finish(), durationMs: builder.durationMs };
}

describe('PyramidBuilder', () => {
  it('takes the smallest and largest of each 10 ms', () => {
    const { levels } = build([0, 2, -2, 1, -1, 127, -128, 0, 0], 400);
    // Four samples a bucket: [0 2 -2 1] [-1 127 -128 0] [0]
    expect(levels.map((level) => [...level])).toEqual([[-2, 2, -128, 127, 0, 0]]);
  });

  it('makes each level of four buckets of the one before', () => {
    const samples = Array.from({ length: 5000 }, (_, n) => (n === 4999 ? 100 : n === 0 ? -100 : 0));
    const { levels } = build(samples, 100);
    expect(levels.map(({ length }) => length / 2)).toEqual([5000, 1250, 313]);
    for (const level of levels) {
      expect(level[0]).toBe(-100);
      expect(level.at(-1)).toBe(100);
    }
  });

  it.each([
    [11_025, 11_025, 100],
    [44_100, 44_101, 101],
    [48_000, 24_000, 50],
    [8000, 0, 0],
  ])('%d Hz: %d samples are %d buckets', (rateHz, count, buckets) => {
    const { levels, durationMs } = build(Array<number>(count).fill(1), rateHz);
    expect(levels[0]?.length).toBe(buckets * 2);
    expect(durationMs).toBeCloseTo((count * 1000) / rateHz);
  });

  it('gives the same peaks however the bytes are cut', () => {
    const samples = fc.array(fc.integer({ min: -128, max: 127 }), { maxLength: 60 });
    fc.assert(
      fc.property(samples, fc.array(fc.nat(60), { maxLength: 6 }), (list, cuts) => {
        const inside = cuts.filter((cut) => cut <= list.length);
        expect(build(list, 700, inside).levels).toEqual(build(list, 700).levels);
      }),
    );
  });

  it('never draws less than the sound', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -128, max: 127 }), { minLength: 1, maxLength: 50 }), (list) => {
        const [level] = build(list, 100).levels;
        list.forEach((sample, n) => {
          expect(level?.[n * 2] ?? 0).toBeLessThanOrEqual(sample);
          expect(level?.[n * 2 + 1] ?? 0).toBeGreaterThanOrEqual(sample);
        });
      }),
    );
  });
});

describe('peaksBetween', () => {
  const range = { peaks: Int8Array.of(-1, 1, -2, 2, -3, 3, -4, 4), firstBucket: 10, bucketMs: 10 };

  it.each([
    ['a bucket a column', 100, 140, 4, [-1, 1, -2, 2, -3, 3, -4, 4]],
    ['two buckets a column', 100, 140, 2, [-2, 2, -4, 4]],
    ['columns narrower than a bucket', 110, 120, 2, [-2, 2, -2, 2]],
    ['columns across buckets', 105, 125, 2, [-2, 2, -3, 3]],
    ['silence outside', 80, 160, 4, [0, 0, -2, 2, -4, 4, 0, 0]],
    ['nothing to draw', 100, 140, 0, []],
  ])('%s', (_, startMs, endMs, columns, drawn) => {
    expect([...peaksBetween(range, startMs, endMs, columns)]).toEqual(drawn);
  });
});
