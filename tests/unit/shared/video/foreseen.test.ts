import { expect, test } from 'vitest';
import type { MediaInfo, VideoStream } from '../../../../shared/domain/media';
import type { VideoOutput } from '../../../../shared/domain/video-output';
import { PLAIN_BURN_IN } from '../../../../shared/video/complete';
import { fewerBits, foreseen } from '../../../../shared/video/foreseen';
import { writtenCodec } from '../../../../shared/video/needs';

const media = (more: Partial<VideoStream> = {}): MediaInfo => {
  const video: VideoStream = {
    ...{ kind: 'video', index: 0, codec: 'hevc', profile: null, pixelFormat: 'yuv420p10le' },
    ...{ width: 320, height: 180, displayWidth: 320, displayHeight: 180, rotation: 0 },
    ...{ frameRate: { num: 25, den: 1 }, variableFrameRate: false, hdr: false },
    ...{ startMs: 0, durationMs: 2000, language: null, ...more },
  };
  return {
    ...{ container: 'mov,mp4', durationMs: 2000, startMs: 0, sizeBytes: 1000, bitRate: null },
    ...{ video, audio: null, streams: [video], playable: true },
  };
};
const covered = { picture: true, sound: false };
const mux = (container: 'mp4' | 'mkv' | 'webm'): VideoOutput => ({
  ...PLAIN_BURN_IN,
  delivery: 'mux',
  container,
});
const codes = (output: VideoOutput, of: MediaInfo, redacted = covered) =>
  foreseen({ output, media: of, durationMs: 2000, isBranded: false, isChanged: false, redacted }).map(
    ({ code }) => code,
  );

test('a covered master of 10 bits is written in a codec that keeps them', () => {
  expect(writtenCodec(mux('mp4'), media(), false, covered)).toBe('hevc');
  expect(
    writtenCodec(mux('mkv'), media({ codec: 'prores', pixelFormat: 'yuv422p10le' }), false, covered),
  ).toBe('hevc');
  const copy: VideoOutput = { ...PLAIN_BURN_IN, delivery: 'none', container: 'mov', codec: 'copy' };
  expect(writtenCodec(copy, media({ codec: 'prores', pixelFormat: 'yuv422p10le' }), false, covered)).toBe(
    'prores',
  );
  expect(writtenCodec(mux('mp4'), media({ pixelFormat: 'yuv420p' }), false, covered)).toBe('h264');
  expect(codes(mux('mp4'), media())).toEqual(['encoded-for-covers']);
});

test('where bits are lost it is said before', () => {
  expect(codes(PLAIN_BURN_IN, media())).toEqual(['fewer-bits']);
  expect(codes(mux('webm'), media())).toEqual(['fewer-bits']);
  expect(codes({ ...PLAIN_BURN_IN, codec: 'hevc' }, media())).toEqual([]);
  expect(codes({ ...PLAIN_BURN_IN, codec: 'hevc' }, media({ pixelFormat: 'yuv422p12le' }))).toEqual([
    'fewer-bits',
  ]);
  expect(codes(mux('mp4'), media(), { picture: false, sound: false })).toEqual([]);
  expect(codes({ ...PLAIN_BURN_IN, delivery: 'overlay', container: 'mov' }, media())).toEqual([]);
  expect(fewerBits(media(), 'yuv420p')[0]?.message).toContain('10 bits a colour, the new picture 8');
});

test('HDR that is brought to ordinary colours is said before', () => {
  expect(codes(mux('mp4'), media({ hdr: true }))).toEqual(['encoded-for-covers', 'tone-mapped']);
  expect(codes(mux('mp4'), media({ hdr: true }), { picture: false, sound: false })).toEqual([]);
});
