import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrameIndex } from '../../../../shared/domain/media';
import type { Project } from '../../../../shared/domain/project';
import { closeGaps, extendToNext, extendToPrevious, removeOverlaps } from '../../../../shared/edits/cue-gaps';
import { changeFrameRate, retimeFromWords, snapCues, stretchCues } from '../../../../shared/edits/cue-times';
import { sortedProject } from '../../../../shared/history/tables';
import { firstFrameFrom, millisecondOfFrame } from '../../../../shared/frames/frames';
import { cue, sampleProject } from '../../../support/sample-project';

const badRequest = expect.objectContaining({ code: 'bad-request' }) as unknown;
const times = (project: Project, ...ids: string[]) =>
  ids.map((id) => {
    const found = project.cues.find((one) => one.id === id);
    return [found?.startMs, found?.endMs];
  });
const withCues = (...cues: ReturnType<typeof cue>[]) => sortedProject({ ...sampleProject(), cues });
const ALL = ['c1', 'c2', 'c3'];

describe('cue.stretch', () => {
  it('brings two points where they belong and all between in proportion', () => {
    const after = stretchCues.apply(sampleProject(), { ids: ALL, fromMs: [0, 3000], toMs: [1000, 7000] });
    expect(times(after, ...ALL)).toEqual([
      [1000, 3800],
      [4000, 6800],
      [7000, 10_800],
    ]);
    expect(times(after, 'r1')).toEqual([[0, 1400]]);
  });
  it('keeps inside the timeline what would begin before it', () => {
    const after = stretchCues.apply(sampleProject(), { ids: ['c1'], fromMs: [1500, 3000], toMs: [0, 1500] });
    expect(times(after, 'c1')).toEqual([[0, 1]]);
  });
  it.each([
    [
      [1000, 1000],
      [0, 1],
    ],
    [
      [0, 1000],
      [500, 400],
    ],
    [
      [0, NaN],
      [0, 1],
    ],
  ] as const)('refuses %o to %o', (fromMs, toMs) => {
    expect(() => stretchCues.apply(sampleProject(), { ids: ALL, fromMs, toMs })).toThrow(badRequest);
  });
});

describe('cue.changeFrameRate', () => {
  it('slows what was made for 25 pictures a second down to 23.976', () => {
    const before = withCues(cue('c1', 60_000, 62_000, 'A'));
    const after = changeFrameRate.apply(before, { ids: ['c1'], fromRate: 25, toRate: 24_000 / 1001 });
    expect(times(after, 'c1')).toEqual([[62_563, 64_648]]);
  });
  it('comes back to where it was', () => {
    const rate = fc.constantFrom(23.976, 24, 25, 29.97, 50);
    fc.assert(
      fc.property(rate, rate, fc.nat(3_600_000), (fromRate, toRate, startMs) => {
        const before = withCues(cue('c1', startMs, startMs + 1000, 'A'));
        const there = changeFrameRate.apply(before, { ids: ['c1'], fromRate, toRate });
        const back = changeFrameRate.apply(there, { ids: ['c1'], fromRate: toRate, toRate: fromRate });
        expect(Math.abs((times(back, 'c1')[0]?.[0] ?? 0) - startMs)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 100 },
    );
  });
  it('refuses a rate of nothing', () => {
    expect(() => changeFrameRate.apply(sampleProject(), { ids: ALL, fromRate: 25, toRate: 0 })).toThrow(
      badRequest,
    );
  });
});

describe('cue.snap', () => {
  const frames: FrameIndex = {
    timesMs: Float64Array.from({ length: 200 }, (_, n) => (n * 1001) / 30),
    endMs: (200 * 1001) / 30,
    keyFrames: new Uint8Array(200),
  };
  it('starts on a frame: drawn on it and not on the one before', () => {
    fc.assert(
      fc.property(fc.nat(6000), fc.nat(1500), (startMs, length) => {
        const after = snapCues.apply(withCues(cue('c1', startMs, startMs + length + 1, 'A')), {
          ids: ['c1'],
          frames,
        });
        const [start = 0, end = 0] = times(after, 'c1')[0] ?? [];
        const picture = firstFrameFrom(frames.timesMs, start);
        expect(millisecondOfFrame(frames, picture)).toBe(start);
        expect(firstFrameFrom(frames.timesMs, end)).toBeGreaterThan(picture);
        expect(snapCues.apply(after, { ids: ['c1'], frames })).toBe(after);
      }),
    );
  });
  it('leaves what lies behind the last frame', () => {
    const before = withCues(cue('c1', 9000, 9500, 'A'));
    expect(snapCues.apply(before, { ids: ['c1'], frames })).toBe(before);
  });
});

describe('cue.retimeFromWords', () => {
  it('gives cues the times of their words again, as the app set them', () => {
    const before = withCues(
      cue('c1', 7000, 8000, 'We are engaged', { wordIds: ['w0', 'w1', 'w2'], timedByHand: true }),
      cue('c2', 8000, 9000, 'in human rights.', { wordIds: ['w3', 'w4', 'w5'] }),
    );
    const after = retimeFromWords.apply(before, { ids: ['c1', 'c2'], frameRate: 25, durationMs: null });
    const [one, two] = times(after, 'c1', 'c2');
    expect(one?.[0]).toBe(0);
    expect(one?.[1]).toBeGreaterThanOrEqual(1400);
    expect(one?.[1]).toBeLessThanOrEqual(1500);
    expect(two?.[0]).toBe(1500);
    expect(after.cues.find(({ id }) => id === 'c1')?.timedByHand).toBe(false);
  });
  it('leaves a cue that has no timed word', () => {
    const before = sampleProject();
    expect(retimeFromWords.apply(before, { ids: ['r1'], frameRate: null, durationMs: null })).toBe(before);
  });
});

describe('edits of gaps', () => {
  const lane = () =>
    withCues(
      cue('a', 0, 1000, 'A'),
      cue('b', 1300, 2000, 'B'),
      cue('t', 1100, 2000, 'T', { position: 'top' }),
      cue('c', 1800, 4000, 'C'),
      cue('d', 5000, 6000, 'D'),
    );
  const ids = ['a', 'b', 'c', 'd'];
  it('extend to the next cue of the same place on screen', () => {
    const after = extendToNext.apply(lane(), { ids, gapMs: 80 });
    expect(times(after, ...ids)).toEqual([
      [0, 1220],
      [1300, 2000],
      [1800, 4920],
      [5000, 6000],
    ]);
  });
  it('extend to the one before', () => {
    const after = extendToPrevious.apply(lane(), { ids, gapMs: 80 });
    expect(times(after, ...ids)).toEqual([
      [0, 1000],
      [1080, 2000],
      [1800, 4000],
      [4080, 6000],
    ]);
  });
  it('close gaps under the limit only', () => {
    const after = closeGaps.apply(lane(), { ids, gapMs: 80, belowMs: 500 });
    expect(times(after, ...ids)).toEqual([
      [0, 1220],
      [1300, 2000],
      [1800, 4000],
      [5000, 6000],
    ]);
  });
  it('remove overlaps, not what stands elsewhere on screen', () => {
    const after = removeOverlaps.apply(lane(), { ids: [...ids, 't'], gapMs: 80 });
    expect(times(after, ...ids, 't')).toEqual([
      [0, 1000],
      [1300, 1720],
      [1800, 4000],
      [5000, 6000],
      [1100, 2000],
    ]);
  });
  it('leave an overlap that would cut a cue to nothing', () => {
    const before = withCues(cue('a', 1000, 2000, 'A'), cue('b', 1050, 3000, 'B'));
    expect(removeOverlaps.apply(before, { ids: ['a', 'b'], gapMs: 80 })).toBe(before);
  });
});
