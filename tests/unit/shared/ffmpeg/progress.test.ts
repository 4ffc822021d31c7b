import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createProgressParser, type EncodeProgress } from '../../../../shared/ffmpeg/progress';

const run = (durationMs: number, text: string): EncodeProgress[] => {
  const parse = createProgressParser(durationMs);
  return text.split('\n').flatMap((line) => parse(line) ?? []);
};

it('reads the blocks of ffmpeg 5.1', () => {
  const text = `frame=10
out_time_us=-21333
out_time_ms=-21333
out_time=-00:00:00.021333
speed=N/A
progress=continue
out_time_us=5000000
out_time_ms=5000000
speed= 2.5x
progress=continue
out_time_us=10000000
speed=2x
progress=end`;
  expect(run(10_000, text)).toEqual([
    { outTimeMs: 0, fraction: 0, speed: null, etaMs: null, done: false },
    { outTimeMs: 5000, fraction: 0.5, speed: 2.5, etaMs: 2000, done: false },
    { outTimeMs: 10_000, fraction: 1, speed: 2, etaMs: 0, done: true },
  ]);
});

it.each([
  ['past the end is not yet done', 1000, 'out_time_us=5000000\nprogress=continue', 0.999],
  ['unknown length', 0, 'out_time_us=5000000\nspeed=1x\nprogress=continue', 0],
  ['N/A', 1000, 'out_time_us=N/A\nprogress=continue', 0],
  ['speed 0', 1000, 'out_time_us=500000\nspeed=0x\nprogress=continue', 0.5],
])('%s', (_, durationMs, text, fraction) => {
  const [progress] = run(durationMs, text);
  expect(progress?.fraction).toBe(fraction);
  expect(progress?.done).toBe(false);
  expect(progress?.etaMs ?? 0).toBeLessThan(Infinity);
});

it('never goes back, leaves 0..1 or breaks, whatever the lines', () => {
  const value = fc.oneof(fc.integer().map(String), fc.string(), fc.constant('N/A'));
  const line = fc.oneof(
    fc.string(),
    fc.tuple(fc.constantFrom('out_time_us', 'speed', 'progress'), value).map((pair) => pair.join('=')),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 50 }), (lines) => {
      const parse = createProgressParser(10_000);
      let last = 0;
      for (const progress of lines.flatMap((each) => parse(each) ?? [])) {
        expect(progress.fraction).toBeGreaterThanOrEqual(progress.done ? 0 : last);
        expect(progress.fraction).toBeLessThanOrEqual(1);
        if (!progress.done) last = progress.fraction;
      }
    }),
  );
});
