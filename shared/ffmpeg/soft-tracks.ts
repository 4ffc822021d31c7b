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

/** A font file that goes along, so that styled tracks look the same in every player. */
export interface AttachedFont {
  /** Its name, inside the folder and in the file. */
  readonly name: string;
  /** Folder inside the private folder. */
  readonly folder: string;
}

/**
 * Attaches fonts; only Matroska can hold them. By their old media types, which every player knows (RFC 9559, 21.1); ffmpeg 5.1
 * takes those of RFC 8081 for no fonts.
 */
export function attachmentOptions(fonts: readonly AttachedFont[]): string[] {
  return fonts.flatMap(({ folder, name }, n) => [
    ...['-attach', `${folder}/${name}`],
    ...[`-metadata:s:t:${n}`, `mimetype=${mediaType(name)}`, `-metadata:s:t:${n}`, `filename=${name}`],
  ]);
}

/** What a look at the metadata finds of fonts that were attached on purpose. */
export function attachmentLabels(names: readonly string[]): string[] {
  const types = names.map((name) => (mediaType(name) === OPEN_TYPE ? 'otf' : 'ttf'));
  return [...names, ...names.map(mediaType), ...types.map((type) => `attachment (${type})`)];
}

const OPEN_TYPE = 'application/vnd.ms-opentype';

function mediaType(name: string): string {
  return name.endsWith('.otf') ? OPEN_TYPE : 'application/x-truetype-font';
}
