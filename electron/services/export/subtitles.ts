import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SubtitleFormat, TextIssue } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Project } from '../../../shared/domain/project';
import type { Cue, Style, Track } from '../../../shared/domain/track';
import { assIssues } from '../../../shared/formats/ass/issues';
import { differenceInAss } from '../../../shared/formats/ass/verify';
import { writeAss } from '../../../shared/formats/ass/write';
import type { SubtitleCue } from '../../../shared/formats/document/cues';
import { verifyWritten } from '../../../shared/formats/document/verify';
import { writeSrt, type WrittenSubtitles } from '../../../shared/formats/srt/write';
import { writeVtt } from '../../../shared/formats/vtt/write';
import { safeMillisecond } from '../../../shared/frames/frames';
import { formatMessage } from '../../../shared/messages/index';
import { defaultStyles } from '../../../shared/style/styles';
import { writeFileAtomic } from '../../platform/files';
import { prepareTarget } from './target';
import { trackToExport } from './track';

export interface WrittenFile {
  readonly path: string;
  /** How many subtitles the file holds: those without text are left out. */
  readonly cues: number;
  readonly issues: readonly TextIssue[];
}

export interface WriteCuesOptions {
  readonly format: SubtitleFormat;
  /** In the order they are to be written. */
  readonly cues: readonly Cue[];
  readonly track: Pick<Track, 'language' | 'direction'>;
  readonly targetPath: string;
  /** Who speaks each cue (same length as `cues`); written as VTT voices only. Null: nobody is named anywhere. */
  readonly voices?: readonly (string | null)[] | null;
  /** How ASS is to look. */
  readonly style?: Style;
  /** Size of the picture the ASS is for. */
  readonly video?: { readonly width: number; readonly height: number } | null;
  /** When each picture appears (ms, model's timeline), so that no subtitle moves to another one; null where it is not known. */
  readonly frameTimes?: ArrayLike<number> | null;
  /** Files that must not be overwritten: the footage, the project, the file converted. */
  readonly sourcePaths?: readonly string[];
}

export interface ExportSubtitlesOptions {
  readonly project: Project;
  readonly trackId: string;
  readonly format: SubtitleFormat;
  readonly targetPath: string;
  /** Names the speakers in VTT, by pseudonym where one is set. Off unless asked for: a name can put its bearer in danger. */
  readonly speakers?: boolean;
  readonly video?: { readonly width: number; readonly height: number } | null;
  readonly frameTimes?: ArrayLike<number> | null;
  readonly sourcePaths?: readonly string[];
}

const FULL_HD = { width: 1920, height: 1080 };

/**
 * Writes a track as a subtitle file, whole or not at all, and reads it back.
 * Throws `not-found`, `no-cues`, `no-permission`, `target-is-source`, `disk-full`, `verification`.
 */
export async function exportSubtitles(options: ExportSubtitlesOptions): Promise<WrittenFile> {
  const { project, trackId, speakers = false } = options;
  const exported = trackToExport(project, trackId);
  const voices = speakers ? exported.cues.map((cue) => publicName(project, cue)) : null;
  return writeCuesAs({ ...options, ...exported, voices });
}

/** What a speaker may be called outside: the pseudonym, where one is set. */
function publicName({ speakers }: Project, { speakerId }: Cue): string | null {
  const speaker = speakers.find(({ id }) => id === speakerId);
  return speaker ? (speaker.pseudonym ?? speaker.name) : null;
}

/** Writes cues as a subtitle file, whole or not at all, and reads it back. Throws as `exportSubtitles`. */
export async function writeCuesAs(options: WriteCuesOptions): Promise<WrittenFile> {
  const { targetPath, format, frameTimes, sourcePaths = [] } = options;
  const voices = options.voices ?? [];
  const safe = (ms: number) => (frameTimes ? safeMillisecond(frameTimes, ms) : ms);
  const cues = options.cues.map((cue, index): SubtitleCue => {
    const { text, position } = cue;
    const times = { startMs: safe(cue.startMs), endMs: safe(cue.endMs) };
    return { ...times, text, position, speaker: voices[index] ?? null };
  });
  const target = await prepareTarget(targetPath, sourcePaths);
  const written = format === 'ass' ? writeAssFile(cues, options) : writeDocumentFile(cues, options);
  const bytes = new TextEncoder().encode(written.text);
  await writeFileAtomic(target.path, bytes);
  if (!(await readFile(target.path)).equals(bytes))
    throw new AppError('verification', {
      name: target.name,
      reason: formatMessage('export.reason.differs'),
    });
  return {
    path: target.path,
    cues: cues.filter(({ text }) => text.trim() !== '').length,
    issues: [...written.issues, ...voiceIssue(cues, options)],
  };
}

function writeDocumentFile(
  cues: readonly SubtitleCue[],
  { format, track, targetPath }: WriteCuesOptions,
): WrittenSubtitles {
  const kind = format === 'srt' ? 'srt' : 'vtt';
  const named = cues.some(({ speaker }) => speaker !== null);
  const written =
    kind === 'srt' ? writeSrt(cues) : writeVtt(cues, { language: languageOf(track), speakers: named });
  verifyWritten(written.text, kind, cues, basename(targetPath));
  return written;
}

function languageOf({ language }: WriteCuesOptions['track']): string | null {
  return language === 'und' ? null : language;
}

function writeAssFile(all: readonly SubtitleCue[], options: WriteCuesOptions): WrittenSubtitles {
  const cues = all.filter(({ text }) => text.trim() !== '');
  const { track, style = defaultStyles()[0], targetPath, frameTimes = null } = options;
  const text = writeAss({ cues, track, style, video: options.video ?? FULL_HD, title: null, frameTimes });
  const reason = differenceInAss(text, cues);
  if (reason !== null) throw new AppError('verification', { name: basename(targetPath), reason });
  return { text, issues: assIssues(all) };
}

function voiceIssue(cues: readonly SubtitleCue[], { format }: WriteCuesOptions): TextIssue[] {
  const names = new Set(cues.flatMap(({ speaker }) => speaker ?? []));
  if (format === 'vtt' || names.size === 0) return [];
  const values = { count: names.size, format: format.toUpperCase() };
  return [
    { line: 0, code: 'voices-not-kept', message: formatMessage('format.issue.voices-not-kept', values) },
  ];
}
