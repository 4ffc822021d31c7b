import { expect, it } from 'vitest';
import type { AudioStream, MediaInfo } from '../../../../shared/domain/media';
import { knownSound, soundsOf, withSound } from '../../../../shared/domain/sound';

const audio = (index: number): AudioStream => ({
  kind: 'audio',
  index,
  codec: 'aac',
  channels: 2,
  sampleRateHz: 48_000,
  startMs: 0,
  durationMs: 1000,
  language: null,
});
const info: MediaInfo = {
  container: 'matroska',
  durationMs: 1000,
  startMs: 0,
  sizeBytes: 1,
  bitRate: null,
  video: null,
  audio: audio(1),
  streams: [audio(1), { kind: 'subtitle', index: 2, codec: 'subrip', language: null }, audio(3)],
  playable: true,
};

it('a file is heard with the sound chosen, and with its main one where that is not there', () => {
  expect(soundsOf(info).map(({ index }) => index)).toEqual([1, 3]);
  expect(soundsOf(info)).toBe(soundsOf(info));
  expect(withSound(info, 3).audio?.index).toBe(3);
  for (const sound of [undefined, 2, 9]) expect(withSound(info, sound)).toBe(info);
  expect([3, 2, 9, undefined].map((sound) => knownSound(info, sound))).toEqual([
    3,
    undefined,
    undefined,
    undefined,
  ]);
});
