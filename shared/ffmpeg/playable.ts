/** What Chromium and Electron can show without a proxy (tried with Debian's Chromium; Electron ships the same set). */
import type { AudioStream, VideoStream } from '../domain/media';

const CONTAINERS: readonly string[] = ['mov', 'mp4', 'matroska', 'webm', 'ogg', 'wav', 'mp3', 'flac', 'aac'];
/** HEVC and ProRes play with sound, no picture and no error; they and all others need a proxy. */
const VIDEO: readonly string[] = ['h264', 'vp8', 'vp9', 'av1'];
const AUDIO = /^(aac|mp3|opus|vorbis|flac|pcm_(u8|s16le|s16be|s24le|s24be|s32le|f32le|alaw|mulaw))$/;

export interface PlayableParts {
  readonly container: string;
  readonly video: VideoStream | null;
  readonly audio: AudioStream | null;
}

/** Whether both picture and sound are known to play. HDR plays, tone-mapped. */
export function isPlayable({ container, video, audio }: PlayableParts): boolean {
  if (!container.split(',').some((name) => CONTAINERS.includes(name))) return false;
  if (video && !VIDEO.includes(video.codec)) return false;
  return audio === null || AUDIO.test(audio.codec);
}
