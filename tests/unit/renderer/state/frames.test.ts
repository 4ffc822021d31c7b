import { afterEach, expect, it } from 'vitest';
import { edgeAt, nearestEdge, trueFrames, useFrames } from '../../../../renderer/state/frames';
import { constantFrames } from '../../../../shared/frames/frames';

const NTSC = constantFrames({ num: 30_000, den: 1001 }, 10_000);
const assumed = useFrames.getState();
afterEach(() => useFrames.setState(assumed));

it('a cue set to the playhead begins on the picture shown there', () => {
  useFrames.setState({ frames: NTSC, isTrue: true });
  expect([66, 67, 90, 100].map(edgeAt)).toEqual([33, 66, 66, 100]);
  expect([48, 51, 84].map(nearestEdge)).toEqual([33, 66, 100]);
});

it('times counted by the rate alone catch no edit', () => {
  useFrames.setState({ frames: NTSC, isTrue: false });
  expect(trueFrames()).toBeNull();
  expect([edgeAt(51), nearestEdge(51)]).toEqual([51, 51]);
});
