/** What becomes of the sound: copied bit by bit wherever the container's players know it, else encoded. */
import type { AudioStream } from '../domain/media';
import type { VideoContainer, VideoCodec } from '../domain/video-output';

export interface SoundSettings {
  readonly audio: AudioStream | null;
  readonly container: VideoContainer;
  readonly codec: VideoCodec;
  /** Filters it goes through; any means it is encoded. */
  readonly filters: readonly string[];
  /** It must be cut on the sample (a clip), or goes on after its end: encoded too. */
  readonly mustEncode: boolean;
  /** Most bits a second, where a size is aimed at; null for the usual. */
  readonly bitsPerSecond: number | null;
}

/** What is done, so that it can be said. */
export interface SoundPlan {
  readonly options: readonly string[];
  readonly isCopied: boolean;
  /** Channels are mixed down from this many; null where none are. */
  readonly mixedFrom: number | null;
}

const BITS_PER_CHANNEL = 96_000;
/** Sound that players of a container find in it. MP4's list is what browsers and phones play, not what the format allows. */
const COPIED: Readonly<Record<VideoContainer, RegExp>> = {
  mp4: /^(aac|mp3)$/,
  mov: /^(aac|mp3|pcm_s16le|pcm_s24le|pcm_s16be|pcm_s24be)$/,
  mkv: /^(aac|mp3|opus|vorbis|flac|ac3|eac3|pcm_s16le|pcm_s24le)$/,
  webm: /^(opus|vorbis)$/,
};

/** The options for the sound, its mapping left to the caller. */
export function planSound(settings: SoundSettings): SoundPlan {
  const { audio, container, codec, filters, mustEncode, bitsPerSecond } = settings;
  if (!audio) return { options: ['-an'], isCopied: false, mixedFrom: null };
  if (!mustEncode && filters.length === 0 && bitsPerSecond === null && COPIED[container].test(audio.codec))
    return { options: ['-c:a', 'copy'], isCopied: true, mixedFrom: null };
  const chain = filters.length > 0 ? ['-af', filters.join(',')] : [];
  if (codec === 'prores')
    return { options: [...chain, '-c:a', 'pcm_s24le'], isCopied: false, mixedFrom: null };
  // Players are only sure of mono and stereo in AAC and Opus.
  const channels = Math.min(2, audio.channels);
  const bits = Math.min(bitsPerSecond ?? Infinity, channels * BITS_PER_CHANNEL);
  const encoder = container === 'webm' ? ['-c:a', 'libopus', '-ar', '48000'] : ['-c:a', 'aac'];
  return {
    options: [...chain, ...encoder, '-ac', String(channels), '-b:a', String(Math.round(bits))],
    isCopied: false,
    mixedFrom: audio.channels > channels ? audio.channels : null,
  };
}
