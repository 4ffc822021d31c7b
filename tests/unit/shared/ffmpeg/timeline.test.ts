import { expect, it } from 'vitest';
import { timelineArguments, timelineOriginMs, timelineShiftMs } from '../../../../shared/ffmpeg/timeline';

const MOV = 'mov,mp4,m4a,3gp,3g2,mj2';

it.each([
  [MOV, 0, 0, 0],
  [MOV, 976.009, 0, 976.009],
  ['matroska,webm', 23, 0, 23],
  ['matroska,webm', -7, -7, 0],
  ['mpegts', 1456.778, 1456.778, 0],
  ['mp3', 25, 25, 0],
  // A name that merely begins like one of those.
  ['movie', 5, 5, 0],
])('%s starting at %d: origin %d, shift %d', (container, startMs, origin, shift) => {
  expect(timelineOriginMs({ container, startMs })).toBe(origin);
  expect(timelineShiftMs({ container, startMs })).toBe(shift);
});

it('asks ffmpeg for a shift only where there is one', () => {
  expect(timelineArguments({ container: MOV, startMs: 0 })).toEqual([]);
  expect(timelineArguments({ container: MOV, startMs: 976.009 })).toEqual(['-itsoffset', '0.976009']);
});
