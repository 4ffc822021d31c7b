import { AppError } from '../../api/errors';
import { formatMessage } from '../../messages/index';
import { parseSrt } from '../srt/parse';
import { parseVtt } from '../vtt/parse';
import { documentCues, type SubtitleCue } from './cues';
import type { DocumentFormat } from './model';
import { prepareCues } from './prepare';

/**
 * Reads a written file again and compares it with the cues it was written from (as prepared for the format).
 * Throws AppError `verification` where anything differs; `name` is the file's, for the message.
 */
export function verifyWritten(
  text: string,
  format: DocumentFormat,
  cues: readonly SubtitleCue[],
  name: string,
): void {
  const reason = differenceWhenRead(text, format, prepareCues(cues, format).cues);
  if (reason !== null) throw new AppError('verification', { name, reason });
}

/** Why a file does not read back as `expected` (prepared) cues; null where it does. Speakers are compared where the file names any. */
export function differenceWhenRead(
  text: string,
  format: DocumentFormat,
  expected: readonly SubtitleCue[],
): string | null {
  return differenceBetween(documentCues(format === 'srt' ? parseSrt(text) : parseVtt(text)).cues, expected);
}

/** Why cues that were read are not those expected; null where they are. Speakers are compared where any is named. */
export function differenceBetween(
  cues: readonly SubtitleCue[],
  expected: readonly SubtitleCue[],
): string | null {
  const named = cues.some(({ speaker }) => speaker !== null);
  for (const [index, cue] of expected.entries()) {
    const found = cues[index];
    const what = found ? differing(found, cue, named) : 'missing';
    if (what !== null) return formatMessage('format.reason.differs', { number: index + 1, what });
  }
  if (cues.length === expected.length) return null;
  return formatMessage('format.reason.count', { found: cues.length, expected: expected.length });
}

function differing(found: SubtitleCue, wanted: SubtitleCue, named: boolean): string | null {
  if (found.startMs !== wanted.startMs || found.endMs !== wanted.endMs) return 'times';
  if (found.text !== wanted.text) return 'text';
  if (found.position !== wanted.position) return 'position';
  return named && found.speaker !== (wanted.speaker === '' ? null : wanted.speaker) ? 'speaker' : null;
}
