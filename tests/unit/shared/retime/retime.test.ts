import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../../shared/domain/alignment';
import { referenceOf, referenceOfSpans, STEP_MS } from '../../../../shared/retime/reference';
import { retime } from '../../../../shared/retime/retime';

/** A talk of `count` cues with pauses of all lengths, the same for the same seed. */
function talk(seed: number, count: number): Span[] {
  const random = randomOf(seed);
  let at = 2000;
  return Array.from({ length: count }, () => {
    const startMs = Math.round(at + 80 + 1500 * random() ** 2);
    const endMs = startMs + Math.round(900 + 3500 * random());
    at = endMs;
    return { startMs, endMs };
  });
}

/** mulberry32 */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A recording of the talk: activity with errors in a tenth of all stretches of 100 ms. */
function heard(cues: readonly Span[], seed: number) {
  const random = randomOf(seed);
  const durationMs = (cues.at(-1)?.endMs ?? 0) + 3000;
  const activity = new Float32Array(Math.ceil(durationMs / STEP_MS));
  for (const { startMs, endMs } of cues) activity.fill(1, startMs / STEP_MS, endMs / STEP_MS);
  for (let from = 0; from < activity.length; from += 10)
    if (random() < 0.1) activity.fill(random(), from, from + 10);
  return referenceOf(activity, durationMs, null);
}

const move = (cues: readonly Span[], ms: number): Span[] =>
  cues.map(({ startMs, endMs }) => ({ startMs: startMs + ms, endMs: endMs + ms }));
const stretch = (cues: readonly Span[], rate: number): Span[] =>
  cues.map(({ startMs, endMs }) => ({
    startMs: Math.round(startMs * rate),
    endMs: Math.round(endMs * rate),
  }));
const worst = (found: readonly (Span | null)[], truth: readonly Span[]) =>
  Math.max(...truth.map(({ startMs }, n) => Math.abs((found[n]?.startMs ?? Infinity) - startMs)));
const code = (work: () => unknown) => {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
};

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const few = { numRuns: 3 };

describe('retime', () => {
  it('finds any offset', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -36_000_000, max: 36_000_000 }), (seed, shift) => {
        const cues = talk(seed, 60);
        const found = retime(move(cues, shift), heard(cues, seed + 1), null);
        expect(found.rate).toBe(1);
        expect(worst(found.times, cues)).toBeLessThanOrEqual(100);
      }),
      few,
    );
  });

  it.each([24_000 / 1001 / 25, 1001 / 1000, 24_000 / 1001 / 30, 0.982])('finds the rate %f', (rate) => {
    const cues = talk(5, 120);
    const found = retime(move(stretch(cues, rate), 4000), heard(cues, 6), null);
    expect(found.rate * rate).toBeCloseTo(1, 3);
    expect(worst(found.times, cues)).toBeLessThanOrEqual(150);
  });

  it('finds where a piece was put in, and where one was cut out', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 20, max: 70 }),
        fc.integer({ min: 3, max: 90 }),
        (seed, at, seconds) => {
          const cues = talk(seed, 90);
          const file = [...cues.slice(0, at), ...move(cues.slice(at), seconds * 1000)];
          const { segments, times } = retime(file, heard(cues, seed + 1), null);
          expect(segments.length).toBe(2);
          const wrong = cues.filter(
            ({ startMs }, n) => Math.abs((times[n]?.startMs ?? Infinity) - startMs) > 150,
          );
          // The cue at the splice alone may go either way.
          expect(wrong.length).toBeLessThanOrEqual(1);
        },
      ),
      few,
    );
  });

  it('leaves out what the recording lacks', () => {
    const cues = talk(8, 100);
    const [from, to] = [cues[39]?.endMs ?? 0, cues[60]?.startMs ?? 0];
    const film = [...cues.slice(0, 40), ...move(cues.slice(60), from - to + 400)];
    const { times } = retime(cues, heard(film, 9), film.at(-1)?.endMs ?? null);
    const out = times.flatMap((span, n) => (span === null ? [n] : []));
    expect(out.length).toBeGreaterThanOrEqual(18);
    expect(out.every((n) => n >= 39 && n <= 60)).toBe(true);
    expect(worst(times.slice(61), film.slice(41))).toBeLessThanOrEqual(100);
  });

  it('leaves alone what is in step', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const cues = talk(seed, 60);
        expect(retime(cues, heard(cues, seed + 1), null).times).toEqual(cues);
        expect(retime(cues, referenceOfSpans(cues, null), null).times).toEqual(cues);
      }),
      few,
    );
  });

  it('is exact to the ms against other subtitles, be they split otherwise', () => {
    const cues = talk(12, 80);
    const other = cues.flatMap(({ startMs, endMs }, n) => {
      const half = Math.round((startMs + endMs) / 2);
      return n % 4
        ? [{ startMs, endMs }]
        : [
            { startMs, endMs: half },
            { startMs: half + 40, endMs },
          ];
    });
    expect(retime(move(cues, 12_345), referenceOfSpans(other, null), null).times).toEqual(cues);
  });

  it('refuses other talks, and says when there are no cues', () => {
    for (const seed of [1, 2, 3])
      expect(code(() => retime(talk(seed, 80), heard(talk(seed + 100, 80), seed), null))).toBe('no-fit');
    expect(code(() => retime(talk(1, 1), heard(talk(2, 80), 3), null))).toBe('no-fit');
    expect(code(() => retime(talk(1, 40), referenceOf(new Float32Array(0), 0, null), null))).toBe('no-fit');
    expect(code(() => retime([], heard(talk(2, 8), 3), null))).toBe('no-cues');
  });

  it('never gives a negative time, another order or a new overlap, whatever it is given', () => {
    const spans = fc.array(
      fc.record({
        startMs: fc.integer({ min: -5000, max: 300_000 }),
        endMs: fc.integer({ min: -5000, max: 300_000 }),
      }),
      { minLength: 5, maxLength: 20 },
    );
    fc.assert(
      fc.property(seeds, spans, (seed, stray) => {
        const cues = talk(seed, 60);
        const file = [...stray, ...move(cues, -5000)];
        const { times } = retime(file, heard(cues, seed + 1), (cues.at(-1)?.endMs ?? 0) + 3000);
        const order = file
          .map((_, n) => n)
          .sort((a, b) => (file[a]?.startMs ?? 0) - (file[b]?.startMs ?? 0) || a - b);
        let last = -1;
        for (const n of order) {
          const [span, was] = [times[n], file[n]];
          if (!span || !was) continue;
          expect(Math.min(span.startMs, span.endMs)).toBeGreaterThanOrEqual(0);
          const [before, old] = [times[last], file[last]];
          if (before && old) {
            expect(span.startMs).toBeGreaterThanOrEqual(before.startMs);
            if (old.endMs <= was.startMs && was.endMs > was.startMs && old.endMs > old.startMs)
              expect(span.startMs).toBeGreaterThanOrEqual(before.endMs);
          }
          last = n;
        }
      }),
      few,
    );
  });

  it('says how sure it is of each segment', () => {
    const cues = talk(21, 80);
    const { segments } = retime(move(cues, 3000), heard(cues, 22), null);
    expect(segments).toHaveLength(1);
    expect(segments[0]?.confidence).toBeGreaterThan(0.99);
    expect(segments[0]).toMatchObject({ firstCue: 0, lastCue: 79 });
  });

  it('stops when it is told to', () => {
    const stop = () => {
      throw new RangeError('stop');
    };
    expect(() => retime(talk(1, 40), heard(talk(1, 40), 2), null, { tick: stop })).toThrow('stop');
  });
});
