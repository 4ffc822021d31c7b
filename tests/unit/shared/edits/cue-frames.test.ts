import { describe, expect, it } from 'vitest';
import { moveCues, nudgeCues } from '../../../../shared/edits/cue-frames';
import { setCueTimes } from '../../../../shared/edits/cue';
import { constantFrames, firstFrameFrom } from '../../../../shared/frames/frames';
import { sampleProject } from '../../../support/sample-project';

const NTSC = constantFrames({ num: 30_000, den: 1001 }, 60_000);
const FILM = constantFrames({ num: 24_000, den: 1001 }, 60_000);

const at = (startMs: number, endMs: number) =>
  setCueTimes.apply(sampleProject(), { id: 'c1', startMs, endMs });
const timesOf = (project: ReturnType<typeof sampleProject>) => {
  const cue = project.cues.find(({ id }) => id === 'c1');
  return [cue?.startMs, cue?.endMs];
};
const pictures = (project: ReturnType<typeof sampleProject>, frames: typeof NTSC) =>
  timesOf(project).map((ms) => firstFrameFrom(frames.timesMs, ms ?? NaN));

describe('cue.nudge', () => {
  it.each([NTSC, FILM])('moves what is shown by exactly so many pictures', (frames) => {
    const before = at(1001, 2002);
    const [from, to] = pictures(before, frames);
    for (const by of [1, -1, 5, -7]) {
      const both = nudgeCues.apply(before, { ids: ['c1'], part: 'both', by, frames });
      expect(pictures(both, frames)).toEqual([(from ?? 0) + by, (to ?? 0) + by]);
      const start = nudgeCues.apply(before, { ids: ['c1'], part: 'start', by, frames });
      expect(pictures(start, frames)).toEqual([(from ?? 0) + by, to]);
      const end = nudgeCues.apply(before, { ids: ['c1'], part: 'end', by, frames });
      expect(pictures(end, frames)).toEqual([from, (to ?? 0) + by]);
    }
  });
  it('there and back again is where it was, a thousand times', () => {
    const before = at(1001, 2002);
    let project = before;
    for (let n = 0; n < 500; n++)
      project = nudgeCues.apply(project, { ids: ['c1'], part: 'both', by: 1, frames: NTSC });
    for (let n = 0; n < 500; n++)
      project = nudgeCues.apply(project, { ids: ['c1'], part: 'both', by: -1, frames: NTSC });
    expect(timesOf(project)).toEqual(timesOf(before));
  });
  it('keeps at least one picture, and stops at the start of the film without growing shorter', () => {
    const short = at(0, 33);
    expect(nudgeCues.apply(short, { ids: ['c1'], part: 'end', by: -1, frames: NTSC })).toBe(short);
    expect(nudgeCues.apply(short, { ids: ['c1'], part: 'start', by: 1, frames: NTSC })).toBe(short);
    expect(nudgeCues.apply(short, { ids: ['c1'], part: 'both', by: -1, frames: NTSC })).toBe(short);
  });
});

describe('cue.move', () => {
  it('ends on pictures, and keeps how many are shown', () => {
    const before = at(1001, 2002);
    const [from = 0, to = 0] = pictures(before, NTSC);
    for (const deltaMs of [500, 133, -301, 40]) {
      const after = moveCues.apply(before, { ids: ['c1'], deltaMs, frames: NTSC });
      const [start = 0, end = 0] = pictures(after, NTSC);
      expect(end - start).toBe(to - from);
      expect(Math.abs((start - from) * 33.37 - deltaMs)).toBeLessThan(17);
    }
  });
  it('without pictures it moves by the time', () => {
    expect(timesOf(moveCues.apply(at(1000, 2000), { ids: ['c1'], deltaMs: 7, frames: null }))).toEqual([
      1007, 2007,
    ]);
  });
});
