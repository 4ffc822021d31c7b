import type { SubtitleFormat, TextIssue } from '../api/contract';
import type { FontFamily } from '../style/fonts';
import { assIssues } from './ass/issues';
import { parseAss } from './ass/parse';
import { parseTable } from './csv/parse';
import { writeTable } from './csv/write';
import { documentCues, type DocumentCues, type SubtitleCue } from './document/cues';
import { HOLDS } from './document/holds';
import { IssueList } from './document/issues';
import { prepareCues } from './document/prepare';
import { parseSubtitles } from './document/read';
import { parseSbv } from './sbv/parse';
import { writeSbv } from './sbv/write';
import { writeSrt } from './srt/write';
import { parseStl } from './stl/parse';
import { prepareStl, writeStl } from './stl/write';
import { parseTtml } from './ttml/parse';
import { writeTtml } from './ttml/write';
import { writeVtt } from './vtt/write';

/** Formats that are bytes, not text: no encoding, no line ends to choose. */
export function isBinary(format: SubtitleFormat): format is 'stl' {
  return format === 'stl';
}

/** A track as its cues leave the product: `speaker` is null on every cue unless speakers are to be named. */
export interface SubtitleTrack {
  readonly cues: readonly SubtitleCue[];
  /** BCP 47; null where it is not known. */
  readonly language: string | null;
  readonly direction: 'ltr' | 'rtl';
  /** The campaign's own families, besides the bundled ones: for formats that say how letters look. */
  readonly fonts?: readonly FontFamily[];
}

/**
 * What a format cannot hold of a track, before anything is written: the very issues that writing gives. Line 0, cues
 * numbered from 1.
 */
export function limitsOf(format: SubtitleFormat, track: SubtitleTrack): TextIssue[] {
  if (format === 'ass') return [...assIssues(track.cues, track.fonts), ...assVoices(track)];
  if (format === 'stl') return prepareStl(track.cues, track.language).issues.sorted();
  if (format === 'csv' || format === 'tsv') return writeTable(track.cues, format).issues;
  return prepareCues(track.cues, format).issues.sorted();
}

function assVoices({ cues }: SubtitleTrack): TextIssue[] {
  const names = new Set(cues.flatMap(({ speaker }) => speaker ?? []));
  const issues = new IssueList();
  if (names.size > 0) issues.add(0, 'voices-not-kept', { count: names.size, format: 'ASS' });
  return issues.sorted();
}

/** A track in a text format (UTF-8, LF, no byte order mark) or, for EBU STL, in bytes. ASS has a writer of its own. */
export function writeTrack(
  format: Exclude<SubtitleFormat, 'ass'>,
  track: SubtitleTrack,
): string | Uint8Array {
  const { cues, language, direction } = track;
  switch (format) {
    case 'srt':
      return writeSrt(cues).text;
    case 'vtt':
      return writeVtt(cues, { language, speakers: HOLDS.vtt.speakers }).text;
    case 'ttml':
      return writeTtml(cues, { language, direction }).text;
    case 'stl':
      return writeStl(cues, language).bytes;
    case 'sbv':
      return writeSbv(cues).text;
    case 'csv':
    case 'tsv':
      return writeTable(cues, format).text;
  }
}

/** The cues a track has once written and read again; what `limitsOf` says is already done to them. */
export function heldCues(format: Exclude<SubtitleFormat, 'ass'>, track: SubtitleTrack): SubtitleCue[] {
  if (format === 'stl') return prepareStl(track.cues, track.language).cues;
  return [...prepareCues(track.cues, format).cues];
}

/** What a subtitle file holds. `format` may differ from the one asked for where SRT and WebVTT are named as each other. */
export interface ReadSubtitles extends DocumentCues {
  readonly format: SubtitleFormat;
}

/** Reads a decoded text file; `name` is the file's. Never throws. */
export function readSubtitleText(
  text: string,
  format: Exclude<SubtitleFormat, 'stl'>,
  name: string,
): ReadSubtitles {
  switch (format) {
    case 'ass': {
      const { cues, issues } = parseAss(text);
      return { format, cues: [...cues], issues: [...issues], language: null };
    }
    case 'ttml':
      return { format, ...parseTtml(text) };
    case 'sbv':
      return { format, ...parseSbv(text) };
    case 'csv':
    case 'tsv':
      return { format, ...parseTable(text) };
    case 'srt':
    case 'vtt': {
      const document = parseSubtitles(text, name);
      return { format: document.format, ...documentCues(document) };
    }
  }
}

/** Reads EBU STL, the one format that is bytes. Never throws. */
export function readSubtitleBytes(bytes: Uint8Array): ReadSubtitles {
  return { format: 'stl', ...parseStl(bytes) };
}
