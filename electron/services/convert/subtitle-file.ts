import { basename, extname } from 'node:path';
import type { EncodingGuess, SubtitleFormat, TextIssue } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Cue, Track } from '../../../shared/domain/track';
import type { SubtitleCue } from '../../../shared/formats/document/cues';
import { looksLikeStl } from '../../../shared/formats/stl/parse';
import { formatOfEnding, SUBTITLE_ENDINGS } from '../../../shared/formats/endings';
import { readSubtitleBytes, readSubtitleText } from '../../../shared/formats/subtitle-formats';
import { profileFor } from '../../../shared/profiles/profiles';
import { directionOf } from '../../../shared/text/direction';
import { readFileCapped } from '../../platform/files';
import { decodeText } from '../text/decode';

/** What a subtitle file holds, as the product sees it, and everything odd about it. */
export interface SubtitleFile {
  readonly format: SubtitleFormat;
  readonly cues: readonly SubtitleCue[];
  readonly issues: readonly TextIssue[];
  readonly encoding: EncodingGuess;
  /** Language the file itself names; null where it names none. */
  readonly language: string | null;
}

/** Larger than any subtitle file: 100,000 cues are about 8 MB. */
export const MAX_SUBTITLE_BYTES = 50 * 1024 * 1024;

/** Endings that can be read and written, for messages. */
export const KNOWN_SUBTITLES = Object.values(SUBTITLE_ENDINGS)
  .map(([ending = '']) => ending.slice(1))
  .join(', ');

/** The subtitle format a file name stands for; null for any other. */
export function subtitleFormatOf(path: string): SubtitleFormat | null {
  return formatOfEnding(extname(path).toLowerCase());
}

/**
 * Reads a subtitle file. `encoding` null: recognised. Throws `unknown-format` by name, `empty-file`, `too-large`,
 * `unreadable-text`, `not-found`, `no-permission`.
 */
export async function readSubtitleFile(path: string, encoding: string | null): Promise<SubtitleFile> {
  const name = basename(path);
  const format = subtitleFormatOf(path);
  if (!format) throw new AppError('unknown-format', { name, known: KNOWN_SUBTITLES });
  const bytes = await readFileCapped(path, MAX_SUBTITLE_BYTES);
  if (bytes.length === 0) throw new AppError('empty-file', { name });
  if (format === 'stl') {
    if (!looksLikeStl(bytes)) throw new AppError('unknown-format', { name, known: KNOWN_SUBTITLES });
    return { ...readSubtitleBytes(bytes), encoding: NO_ENCODING };
  }
  const { text, guess, issues } = decodeText(bytes, encoding, name);
  const found = readSubtitleText(text, format, name);
  return { ...found, issues: [...issues, ...found.issues], encoding: guess };
}

/** EBU STL names its own code page. */
const NO_ENCODING: EncodingGuess = { encoding: 'EBU STL', bom: false, confidence: 1, alternatives: [] };

/** A file's cues as a track of their own, for checks and writers. Ids are `cue-1`, `cue-2`, … in file order. */
export function trackOf(file: SubtitleFile, language: string): { track: Track; cues: Cue[] } {
  const track: Track = {
    id: 'track',
    order: 0,
    kind: 'source',
    language,
    name: '',
    direction: directionOf(language),
    profileId: profileFor(language).id,
    styleId: 'style',
  };
  const cues = file.cues.map((cue, index): Cue => ({
    id: `cue-${index + 1}`,
    trackId: track.id,
    startMs: cue.startMs,
    endMs: cue.endMs,
    text: cue.text,
    speakerId: null,
    wordIds: [],
    sourceCueId: null,
    position: cue.position,
    status: 'timed',
    stale: false,
    timedByHand: true,
  }));
  return { track, cues };
}
