import { describe, expect, test } from 'vitest';
import { VideoOutput } from '../../../../shared/domain/video-output';

const FIRST = { kind: 'video', delivery: 'burn-in', container: 'mp4', preset: null, height: null } as const;
const CROP = { aspect: '9:16', fit: 'crop', focusX: 0.5, focusY: 0.5 };

describe('VideoOutput', () => {
  test('is read as its first version wrote it', () => {
    expect(VideoOutput.parse(FIRST)).toEqual(FIRST);
  });

  test.each([
    ['a picture of no height', { height: 0 }],
    ['a file of next to nothing', { maxBytes: 10 }],
    ['a focus outside the picture', { framing: { ...CROP, focusX: 1.2 } }],
    ['an unknown codec', { codec: 'wmv' }],
    ['an unknown shape', { framing: { ...CROP, aspect: '3:1' } }],
  ])('refuses %s', (_, more) => {
    expect(VideoOutput.safeParse({ ...FIRST, ...more }).success).toBe(false);
  });
});
