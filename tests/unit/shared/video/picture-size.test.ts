import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VideoStream } from '../../../../shared/domain/media';
import type { Framing } from '../../../../shared/domain/video-output';
import {
  cropOf,
  effectiveFraming,
  insideOf,
  pictureSize,
  ratioOf,
} from '../../../../shared/video/picture-size';

const video = (displayWidth: number, displayHeight: number): VideoStream => ({
  ...{ kind: 'video', index: 0, codec: 'h264', profile: null, pixelFormat: 'yuv420p' },
  ...{ width: displayWidth, height: displayHeight, displayWidth, displayHeight, rotation: 0 },
  ...{ frameRate: { num: 25, den: 1 }, variableFrameRate: false, hdr: false, startMs: 0 },
  ...{ durationMs: 1000, language: null },
});
const framing = (aspect: Framing['aspect'], fit: Framing['fit'] = 'crop', focusX = 0.5): Framing => ({
  ...{ aspect, fit, focusX, focusY: 0.5 },
});

describe('the size without a new shape', () => {
  test.each([
    [1920, 1080, null, 1920, 1080],
    [1921, 1081, null, 1920, 1080],
    [1, 1, null, 2, 2],
    [1920, 1080, 719, 1276, 718],
    [1080, 1920, 1280, 720, 1280],
    [10, 4000, 64, 2, 64],
  ])('%dx%d at height %s is %dx%d', (width, height, wanted, w, h) => {
    expect(pictureSize(video(width, height), { height: wanted })).toEqual({ width: w, height: h });
  });
});

describe('the size of a new shape', () => {
  test.each([
    ['9:16', 'crop', null, 608, 1080],
    ['9:16', 'crop', 1920, 1080, 1920],
    ['1:1', 'crop', 1080, 1080, 1080],
    ['4:5', 'crop', 1350, 1080, 1350],
    ['9:16', 'pad', null, 1080, 1920],
    ['1:1', 'blur', null, 1080, 1080],
    ['16:9', 'crop', null, 1920, 1080],
    ['16:9', 'crop', 720, 1280, 720],
  ] as const)('%s by %s at %s', (aspect, fit, height, w, h) => {
    expect(pictureSize(video(1920, 1080), { height, framing: framing(aspect, fit) })).toEqual({
      width: w,
      height: h,
    });
  });

  test('a shape the footage has already changes nothing', () => {
    expect(effectiveFraming(video(1920, 1088), framing('16:9'))).toBeNull();
    expect(effectiveFraming(video(1920, 1080), framing('4:5'))).not.toBeNull();
  });
});

describe('a crop', () => {
  test.each([
    [0, 0],
    [0.25, 176],
    [0.5, 656],
    [1, 1312],
  ])('follows a focus of %f to x %d', (focusX, x) => {
    expect(cropOf(video(1920, 1080), framing('9:16', 'crop', focusX))).toEqual({
      width: 608,
      height: 1080,
      x,
      y: 0,
    });
  });
});

test('whatever the footage, all parts are even, inside, and of the shape asked for', () => {
  const side = fc.integer({ min: 64, max: 4000 });
  const aspect = fc.constantFrom('16:9', '9:16', '1:1', '4:5');
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(side, side, aspect, share, share, (width, height, shape, focusX, focusY) => {
      const footage = video(width, height);
      const wanted: Framing = { aspect: shape, fit: 'crop', focusX, focusY };
      const part = cropOf(footage, wanted);
      expect(Object.values(part).every((value) => value % 2 === 0 && value >= 0)).toBe(true);
      expect(part.x + part.width).toBeLessThanOrEqual(width);
      expect(part.y + part.height).toBeLessThanOrEqual(height);
      expect(Math.abs(part.width - part.height * ratioOf(shape))).toBeLessThanOrEqual(4);
      const size = pictureSize(footage, { height: 720, framing: { ...wanted, fit: 'pad' } });
      const inside = insideOf(footage, size);
      expect(inside.x + inside.width).toBeLessThanOrEqual(size.width);
      expect(inside.y + inside.height).toBeLessThanOrEqual(size.height);
    }),
  );
});
