/** What can be exported from the open project, and under which name. Pure. */
import {
  SubtitleFormat,
  TranscriptFormat,
  type SubtitleOptions,
  type TextOutput,
} from '../../../shared/api/contract';
import type { MediaInfo } from '../../../shared/domain/media';
import type { Track } from '../../../shared/domain/track';
import { HOLDS } from '../../../shared/formats/document/holds';

export type ExportFormat = SubtitleFormat | 'mp4' | `transcript-${TranscriptFormat}`;

/** What most people want; the rest stands behind one more choice. */
export const USUAL_FORMATS = ['srt', 'vtt', 'mp4'] as const;
export const OTHER_FORMATS: readonly ExportFormat[] = [
  ...SubtitleFormat.options.filter((format) => format !== 'srt' && format !== 'vtt'),
  ...TranscriptFormat.options.map((format) => `transcript-${format}` as const),
];

/** The kind of subtitle file; null for video and transcripts. */
export function subtitleFormat(format: ExportFormat): SubtitleFormat | null {
  const found = SubtitleFormat.safeParse(format);
  return found.success ? found.data : null;
}

/** The kind of transcript; null for subtitles and video. */
export function transcriptFormat(format: ExportFormat): TranscriptFormat | null {
  const found = TranscriptFormat.safeParse(format.replace(/^transcript-/, ''));
  return format.startsWith('transcript-') && found.success ? found.data : null;
}

/** Whether a file of this kind can name speakers. */
export function namesSpeakers(format: ExportFormat): boolean {
  const subtitles = subtitleFormat(format);
  return subtitles === null ? transcriptFormat(format) !== null : HOLDS[subtitles].speakers;
}

/** Kinds of file whose encoding may be chosen. */
export function choosesEncoding(format: ExportFormat): boolean {
  return ['srt', 'ass', 'sbv', 'csv', 'tsv'].includes(format);
}

/** Encodings offered: what old players and editors of the campaign's languages ask for. */
export const ENCODINGS = [
  'utf8',
  'utf8-bom',
  'windows-1251',
  'rk1048',
  'windows-1252',
  'windows-1256',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A choice of encoding as the contract has it. Line ends of Windows where a Windows encoding is asked for. */
export function subtitleOptions(speakers: boolean, encoding: Encoding): SubtitleOptions {
  const bom = encoding === 'utf8-bom';
  const output: TextOutput = {
    encoding: bom ? 'utf8' : encoding,
    bom,
    lineEnd: encoding === 'utf8' ? 'lf' : 'crlf',
  };
  return { speakers, output };
}

/** Picture heights offered for burned-in video, besides the footage's own. */
const HEIGHTS = [2160, 1440, 1080, 720, 480] as const;

/** `Interview.ru.srt`: title, language, ending. Burned-in copies get the language too, for they differ by it. */
export function exportName(stem: string, track: Pick<Track, 'language'>, format: ExportFormat): string {
  return `${stem}.${track.language}.${transcriptFormat(format) ?? format}`;
}

/** Heights smaller than the footage's own; making a picture larger adds nothing. */
export function smallerHeights(info: MediaInfo | null): readonly number[] {
  const own = info?.video?.displayHeight ?? 0;
  return HEIGHTS.filter((height) => height < own);
}
