import { expect, test } from 'vitest';
import { SOFTWARE, softwareFor } from '../../../../shared/ffmpeg/encoders';
import { bitDepthOf } from '../../../../shared/ffmpeg/pixel-format';

test.each([
  ['yuv420p', 8],
  ['yuvj422p', 8],
  ['yuv420p10le', 10],
  ['yuva444p12le', 12],
  ['p010le', 10],
  ['p016le', 16],
  ['gbrp12be', 12],
  ['gray10le', 10],
  ['gray16be', 16],
  ['rgb24', 8],
  ['rgb48le', 16],
  ['rgba64be', 16],
  ['x2rgb10le', 10],
  ['nv12', 8],
  ['yuv410p', 8],
  [null, 8],
])('%s has %i bits', (format, bits) => {
  expect(bitDepthOf(format)).toBe(bits);
});

test('footage of more than 8 bits keeps them where the codec’s players take it, and only there', () => {
  const written = (pixelFormat: string | null) =>
    (['h264', 'hevc', 'vp9', 'prores'] as const).map(
      (codec) => softwareFor(codec, { pixelFormat }).pixelFormat,
    );
  expect(written('yuv420p10le')).toEqual(['yuv420p', 'yuv420p10le', 'yuv420p', 'yuv422p10le']);
  expect(written('yuv420p')).toEqual(['yuv420p', 'yuv420p', 'yuv420p', 'yuv422p10le']);
  expect(softwareFor('hevc', { pixelFormat: null })).toBe(SOFTWARE.hevc);
});
