import { stringifySync } from 'subtitle';
import type { TextIssue } from '../../api/contract';
import type { SubtitleCue } from '../document/cues';
import { prepareCues } from '../document/prepare';
import { differenceWhenRead } from '../document/verify';
import { srtTime } from '../document/write';

/** A written file and what had to be changed or left out for it. */
export interface WrittenSubtitles {
  readonly text: string;
  readonly issues: TextIssue[];
}

const DAY_MS = 86_400_000;

/**
 * Writes cues as SRT: LF line ends, no byte order mark, numbers from 1, `{\an8}` in front of text at the top.
 * The `subtitle` package writes it; what it cannot (24 hours and more) or gets wrong is written here instead.
 * Never makes a file that reads back differently from what its issues say.
 */
export function writeSrt(cues: readonly SubtitleCue[]): WrittenSubtitles {
  const prepared = prepareCues(cues, 'srt');
  const issues = prepared.issues.sorted();
  if (prepared.cues.every(({ startMs, endMs }) => Math.max(startMs, endMs) < DAY_MS)) {
    const text = stringifySync(
      prepared.cues.map((cue) => ({
        type: 'cue',
        data: { start: cue.startMs, end: cue.endMs, text: textOf(cue) },
      })),
      { format: 'SRT' },
    );
    // The package counts in local dates: where a time zone changed its clock on 1 January 1900 it is wrong.
    if (differenceWhenRead(text, 'srt', prepared.cues) === null) return { text, issues };
  }
  return { text: prepared.cues.map(renderSrtCue).join('\n'), issues };
}

function renderSrtCue(cue: SubtitleCue, index: number): string {
  return `${index + 1}\n${srtTime(cue.startMs)} --> ${srtTime(cue.endMs)}\n${textOf(cue)}\n`;
}

function textOf({ position, text }: SubtitleCue): string {
  return position === 'top' ? `{\\an8}${text}` : text;
}
