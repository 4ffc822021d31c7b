import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  SHORTEST_MS,
  dragTimes,
  drawnTimes,
  movingTimes,
  snap,
  type SnapSource,
} from '../../../../../renderer/features/timeline/drag';

const CUE = { startMs: 1000, endMs: 3000 };
const FILM = 10_000;

describe('dragTimes', () => {
  it.each([
    ['start', 500, { startMs: 1500, endMs: 3000 }],
    ['start', -5000, { startMs: 0, endMs: 3000 }],
    ['start', 9000, { startMs: 2900, endMs: 3000 }],
    ['end', -9000, { startMs: 1000, endMs: 1100 }],
    ['end', 99_000, { startMs: 1000, endMs: 10_000 }],
    ['body', 250.4, { startMs: 1250, endMs: 3250 }],
    ['body', -5000, { startMs: 0, endMs: 2000 }],
    ['body', 50_000, { startMs: 8000, endMs: 10_000 }],
  ] as const)('%s by %d', (kind, delta, expected) => {
    expect(dragTimes(CUE, kind, delta, FILM)).toEqual(expected);
  });
  it('never turns a cue round, shortens it under the least, or changes a body’s length', () => {
    const kinds = fc.constantFrom('start', 'end', 'body');
    fc.assert(
      fc.property(
        fc.nat(9000),
        fc.integer({ min: 100, max: 1000 }),
        kinds,
        fc.integer(),
        (startMs, length, kind, delta) => {
          const moved = dragTimes({ startMs, endMs: startMs + length }, kind, delta, FILM);
          expect(moved.startMs).toBeGreaterThanOrEqual(0);
          expect(moved.endMs).toBeLessThanOrEqual(FILM);
          expect(moved.endMs - moved.startMs).toBeGreaterThanOrEqual(SHORTEST_MS);
          if (kind === 'body') expect(moved.endMs - moved.startMs).toBe(length);
        },
      ),
    );
  });
  it('leaves a cue shorter than the least alone instead of making it longer', () => {
    const flash = { startMs: 500, endMs: 540 };
    expect(dragTimes(flash, 'start', 10, FILM)).toEqual(flash);
    expect(dragTimes(flash, 'end', -10, FILM)).toEqual(flash);
  });
  it('a cue past the end of the film can still move back', () => {
    expect(dragTimes({ startMs: 11_000, endMs: 12_000 }, 'body', -500, FILM)).toEqual({
      startMs: 10_500,
      endMs: 11_500,
    });
  });
});

describe('drawnTimes', () => {
  it('takes either direction and stays in the film', () => {
    expect(drawnTimes(4000, 2000, FILM)).toEqual({ startMs: 2000, endMs: 4000 });
    expect(drawnTimes(9000, 12_000, FILM)).toEqual({ startMs: 9000, endMs: 10_000 });
  });
  it('takes a slip of the hand for none', () => {
    expect(drawnTimes(2000, 2000 + SHORTEST_MS - 1, FILM)).toBeNull();
  });
});

describe('snap', () => {
  const times = (...all: number[]): SnapSource[] => [{ kind: 'shot', times: all }];
  const targets = times(1000, 2000, 2050, 5000);
  const caughtAt = (moving: number[], sources: readonly SnapSource[], reach: number) => {
    const { deltaMs, caught } = snap(moving, sources, reach);
    return [deltaMs, caught?.ms ?? null];
  };
  it('goes to the nearest within reach', () => {
    expect(caughtAt([2030], targets, 40)).toEqual([20, 2050]);
    expect(caughtAt([1960], targets, 40)).toEqual([40, 2000]);
  });
  it('leaves alone what nothing is near', () => {
    expect(caughtAt([3000], targets, 40)).toEqual([0, null]);
    expect(caughtAt([3000], [], 40)).toEqual([0, null]);
  });
  it('of two edges takes the one that is nearer to its target', () => {
    expect(caughtAt([980, 5005], targets, 40)).toEqual([-5, 5000]);
  });
  it('says what caught it: the whole thing, and of which track', () => {
    const cues = [
      { id: 'own', startMs: 900, endMs: 1400 },
      { id: 'other', startMs: 1500, endMs: 1900 },
    ];
    const sources: SnapSource[] = [{ kind: 'cue', spans: cues, except: new Set(['own']), trackId: 'ru' }];
    expect(snap([1890], sources, 40).caught).toEqual({
      ms: 1900,
      kind: 'cue',
      span: cues[1],
      trackId: 'ru',
    });
    expect(snap([1390], sources, 40).caught).toBeNull();
  });
  it('of two as near takes that of the source named first', () => {
    const sources: SnapSource[] = [...times(1000), { kind: 'word', spans: [{ startMs: 1000, endMs: 1100 }] }];
    expect(snap([1010], sources, 40).caught?.kind).toBe('shot');
    expect(snap([1010], sources.toReversed(), 40).caught?.kind).toBe('word');
  });
  it('agrees with trying every target, of spans that overlap too', () => {
    const spans = fc.array(
      fc.record({ startMs: fc.nat(1000), length: fc.nat(300) }).map(({ startMs, length }) => ({
        startMs,
        endMs: startMs + length,
      })),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(1000)),
        spans,
        fc.nat(1000),
        fc.nat(100),
        (all, some, time, reach) => {
          const sorted = [...all].sort((a, b) => a - b);
          const byStart = [...some].sort((a, b) => a.startMs - b.startMs);
          const edges = some.flatMap(({ startMs, endMs }) => [startMs, endMs]);
          const nearest = Math.min(...[...all, ...edges].map((target) => Math.abs(target - time)), Infinity);
          const found = snap([time], [...times(...sorted), { kind: 'word', spans: byStart }], reach);
          if (nearest > reach) expect(found.caught).toBeNull();
          else expect(Math.abs(found.deltaMs)).toBe(nearest);
        },
      ),
    );
  });
});

it('movingTimes names what moves', () => {
  expect(movingTimes(CUE, 'start')).toEqual([1000]);
  expect(movingTimes(CUE, 'end')).toEqual([3000]);
  expect(movingTimes(CUE, 'body')).toEqual([1000, 3000]);
});
