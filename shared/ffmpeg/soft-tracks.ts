/** Subtitles as tracks that a player can switch on, each with language, name and flags (tried: `facts.md`, "Soft mux"). */
import type { VideoContainer } from '../domain/video-output';
import type { FfmpegInput } from './plan';

export type SoftFormat = 'srt' | 'ass' | 'vtt';

export interface SoftTrack {
  /** Name of its file inside the private folder. */
  readonly file: string;
  readonly format: SoftFormat;
  /** ISO 639-2/T. */
  readonly language: string;
  /** What players list it as. */
  readonly title: string;
  /** Shown unless the viewer chooses otherwise. */
  readonly isDefault: boolean;
  /** Shown even to those who want no subtitles. */
  readonly isForced: boolean;
}

const DEMUXERS: Readonly<Record<SoftFormat, string>> = { srt: 'srt', ass: 'ass', vtt: 'webvtt' };
/** MOV loses titles and the forced flag, so none are put there. */
const CODECS: Readonly<Record<Exclude<VideoContainer, 'mov'>, (format: SoftFormat) => string>> = {
  mp4: () => 'mov_text',
  mkv: (format) => (format === 'ass' ? 'ass' : 'srt'),
  webm: () => 'webvtt',
};

/** The text format a container's tracks are made from; `styled` asks for ASS where it can be held. */
export function softFormatOf(container: VideoContainer, styled: boolean): SoftFormat {
  if (container === 'webm') return 'vtt';
  return container === 'mkv' && styled ? 'ass' : 'srt';
}

/** One input a track. */
export function softInputs(tracks: readonly SoftTrack[]): FfmpegInput[] {
  return tracks.map(({ file, format }) => ({
    options: ['-protocol_whitelist', 'file,pipe', '-f', DEMUXERS[format]],
    input: `file:${file}`,
  }));
}

/** Maps inputs `firstInput`… as subtitle streams; `-sn` where there are none. Every track gets its flags: ffmpeg would make the first one default. */
export function softOptions(
  tracks: readonly SoftTrack[],
  container: VideoContainer,
  firstInput: number,
): string[] {
  if (tracks.length === 0 || container === 'mov') return ['-sn'];
  return [
    ...tracks.flatMap((_, n) => ['-map', `${firstInput + n}:0`]),
    ...tracks.flatMap(({ format }, n) => [`-c:s:${n}`, CODECS[container](format)]),
    ...tracks.flatMap((track, n) => [
      ...[`-metadata:s:s:${n}`, `language=${track.language}`],
      // MP4 has no titles of tracks; players show the name of their handler.
      ...[`-metadata:s:s:${n}`, `${container === 'mp4' ? 'handler_name' : 'title'}=${track.title}`],
      ...[`-disposition:s:${n}`, flagsOf(track)],
    ]),
  ];
}

function flagsOf({ isDefault, isForced }: SoftTrack): string {
  const flags = [...(isDefault ? ['default'] : []), ...(isForced ? ['forced'] : [])];
  return flags.length > 0 ? flags.join('+') : '0';
}
