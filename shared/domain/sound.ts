import type { AudioStream, MediaInfo } from './media';

const known = new WeakMap<MediaInfo, readonly AudioStream[]>();

/** The sounds of a file, in its order; the same list each time. */
export function soundsOf(info: MediaInfo): readonly AudioStream[] {
  let sounds = known.get(info);
  if (!sounds) {
    sounds = info.streams.filter((stream) => stream.kind === 'audio');
    known.set(info, sounds);
  }
  return sounds;
}

/** The chosen sound (index of the stream) where the file has it; else undefined, the main one. */
export function knownSound(info: MediaInfo, sound: number | undefined): number | undefined {
  return soundsOf(info).some(({ index }) => index === sound) ? sound : undefined;
}

/** The file as it is heard with one of its sounds (index of the stream) for the main one; as it was where that is not there. */
export function withSound(info: MediaInfo, sound: number | undefined): MediaInfo {
  const audio = soundsOf(info).find(({ index }) => index === sound);
  return audio ? { ...info, audio } : info;
}
