import type { SubtitleFormat, TextIssue, TextOutput } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Project } from '../../../shared/domain/project';
import { publicName } from '../../../shared/domain/public-name';
import type { Cue, Style, Track } from '../../../shared/domain/track';
import { differenceInAss } from '../../../shared/formats/ass/verify';
import { writeAss } from '../../../shared/formats/ass/write';
import { IssueList } from '../../../shared/formats/document/issues';
import { limitsOf, writeTrack, type SubtitleTrack } from '../../../shared/formats/subtitle-formats';
import { differenceInTrack } from '../../../shared/formats/verify';
import { safeMillisecond } from '../../../shared/frames/frames';
import { defaultStyles } from '../../../shared/style/styles';
import type { FontFamily } from '../../../shared/style/fonts';
import { encodeText, PLAIN_OUTPUT } from '../text/encode';
import { canonicalEncoding } from '../text/encodings';
import type { Clearance, Cleared } from '../safety/clearance';
import { prepareTarget, writeExport } from './target';
import { trackToExport } from './track';

export interface WrittenFile {
  readonly path: string;
  /** How many subtitles the file holds: those without text are left out. */
  readonly cues: number;
  readonly issues: readonly TextIssue[];
}

/** What a subtitle file is made of. */
export interface CueFile {
  readonly format: SubtitleFormat;
  /** In the order they are to be written. */
  readonly cues: readonly Cue[];
  readonly track: Pick<Track, 'language' | 'direction'>;
  /** Who speaks each cue (same length as `cues`); written where the format can. Null: nobody is named anywhere. */
  readonly voices?: readonly (string | null)[] | null;
  /** Encoding, byte order mark and line ends; UTF-8 and LF if left out. */
  readonly output?: TextOutput | undefined;
  /** How ASS is to look. */
  readonly style?: Style;
  /** The campaign's own families, for ASS. */
  readonly fonts?: readonly FontFamily[];
  /** Size of the picture the ASS is for. */
  readonly video?: { readonly width: number; readonly height: number } | null;
  /** When each picture appears (ms, model's timeline), so that no subtitle moves to another one; null where it is not known. */
  readonly frameTimes?: ArrayLike<number> | null;
}

export interface WriteCuesOptions extends CueFile {
  readonly targetPath: string;
  /** That cues and voices may leave. */
  readonly clearance: Clearance;
  /** Files that must not be overwritten: the footage, the project, the file converted. */
  readonly sourcePaths?: readonly string[];
}

export interface ExportSubtitlesOptions {
  readonly cleared: Cleared;
  readonly trackId: string;
  readonly format: SubtitleFormat;
  readonly targetPath: string;
  readonly output?: TextOutput | undefined;
  /** Names the speakers where the format can, by pseudonym where one is set. Off unless asked for: a name can put its bearer in danger. */
  readonly speakers?: boolean;
  readonly fonts?: readonly FontFamily[];
  readonly video?: { readonly width: number; readonly height: number } | null;
  readonly frameTimes?: ArrayLike<number> | null;
  readonly sourcePaths?: readonly string[];
}

const FULL_HD = { width: 1920, height: 1080 };

/**
 * Writes a track as a subtitle file, whole or not at all, and reads it back.
 * Throws `not-found`, `no-cues`, `no-permission`, `target-is-source`, `disk-full`, `verification`, and `names-found` for the
 * file's name.
 */
export async function exportSubtitles(options: ExportSubtitlesOptions): Promise<WrittenFile> {
  const { cleared, trackId, speakers = false } = options;
  const { clearance, project } = cleared;
  return writeCuesAs({ ...options, clearance, ...cuesToWrite(project, trackId, speakers) });
}

/** What `exportSubtitles` would have to say, without writing. Throws `not-found` and `no-cues`. */
export function subtitleLimits(
  options: Omit<ExportSubtitlesOptions, 'targetPath' | 'cleared'> & { readonly project: Project },
): TextIssue[] {
  const { project, trackId, speakers = false } = options;
  return limitsOfCues({ ...options, ...cuesToWrite(project, trackId, speakers) });
}

function cuesToWrite(project: Project, trackId: string, speakers: boolean) {
  const exported = trackToExport(project, trackId);
  const voices = speakers
    ? exported.cues.map(({ speakerId }) => publicName(project.speakers, speakerId))
    : null;
  return { ...exported, voices };
}

/** Writes cues as a subtitle file, whole or not at all, and reads it back. Throws as `exportSubtitles`. */
export async function writeCuesAs(options: WriteCuesOptions): Promise<WrittenFile> {
  const { targetPath, format, sourcePaths = [], output = PLAIN_OUTPUT } = options;
  const track = subtitleTrack(options);
  const target = await prepareTarget(targetPath, sourcePaths, options.clearance);
  const content =
    format === 'ass' ? assContent(track, options, target.name) : writtenAndRead(track, format, target.name);
  const { bytes, issues } =
    typeof content === 'string' ? encodeFor(format, content, output) : { bytes: content, issues: [] };
  await writeExport(target, bytes);
  return {
    path: target.path,
    cues: track.cues.filter(({ text }) => text.trim() !== '').length,
    issues: [...limitsOf(format, track), ...issues],
  };
}

/** What a format, encoding included, cannot hold of cues, before anything is written: the issues that writing gives. */
export function limitsOfCues(options: CueFile): TextIssue[] {
  const { format, output = PLAIN_OUTPUT } = options;
  const track = subtitleTrack(options);
  const content = format === 'ass' ? assContent(track, options, '') : writeTrack(format, track);
  const { issues } = typeof content === 'string' ? encodeFor(format, content, output) : { issues: [] };
  return [...limitsOf(format, track), ...issues];
}

function subtitleTrack({ cues, voices, track, frameTimes, fonts = [] }: CueFile): SubtitleTrack {
  const safe = (ms: number) => (frameTimes ? safeMillisecond(frameTimes, ms) : ms);
  return {
    cues: cues.map(({ startMs, endMs, text, position }, index) => {
      const times = { startMs: safe(startMs), endMs: safe(endMs) };
      return { ...times, text, position, speaker: voices?.[index] ?? null };
    }),
    language: track.language === 'und' ? null : track.language,
    direction: track.direction,
    fonts,
  };
}

/** The file's content, once it has been read back and found to hold what it should. */
function writtenAndRead(
  track: SubtitleTrack,
  format: Exclude<SubtitleFormat, 'ass'>,
  name: string,
): string | Uint8Array {
  const content = writeTrack(format, track);
  const reason = differenceInTrack(content, format, track);
  if (reason !== null) throw new AppError('verification', { name, reason });
  return content;
}

/** Formats whose specification knows no other encoding, and the one whose declaration we write. */
const ALWAYS_UTF8: readonly SubtitleFormat[] = ['vtt', 'ttml'];

function encodeFor(
  format: SubtitleFormat,
  text: string,
  output: TextOutput,
): { bytes: Uint8Array; issues: TextIssue[] } {
  if (!ALWAYS_UTF8.includes(format) || canonicalEncoding(output.encoding) === 'utf8')
    return encodeText(text, output);
  const issues = new IssueList();
  issues.add(0, 'always-utf8', { format: format.toUpperCase() });
  return { bytes: encodeText(text, { ...output, encoding: 'utf8' }).bytes, issues: issues.sorted() };
}

function assContent(from: SubtitleTrack, options: CueFile, name: string): string {
  const cues = from.cues.filter(({ text }) => text.trim() !== '');
  const { track, style = defaultStyles()[0], frameTimes = null } = options;
  const video = options.video ?? FULL_HD;
  const text = writeAss({
    ...{ cues, track, style, video, frameTimes, fonts: from.fonts ?? [] },
    title: null,
    purpose: 'file',
  });
  const reason = differenceInAss(text, cues);
  if (reason !== null) throw new AppError('verification', { name, reason });
  return text;
}
