import type { SubtitleCue } from '../document/cues';
import { prepareCues } from '../document/prepare';
import { vttTime } from '../document/write';
import type { WrittenSubtitles } from '../srt/write';
import { guarded } from './guard';
import { writeRow } from './rows';

/** Names of the columns, in their order; the reader also knows other programs' names for them. */
export const COLUMNS = ['number', 'start', 'end', 'speaker', 'position', 'text'] as const;

export const SEPARATORS = { csv: ',', tsv: '\t' } as const;

/**
 * Writes cues as a table (RFC 4180, LF line ends, header row): times as `HH:MM:SS.mmm`, `top` or `bottom`, the text with
 * its line ends and `<i>`. Texts that a spreadsheet would run as a formula get an apostrophe.
 */
export function writeTable(cues: readonly SubtitleCue[], format: 'csv' | 'tsv'): WrittenSubtitles {
  const { cues: held, issues } = prepareCues(cues, format);
  let guards = 0;
  const safe = (text: string) => {
    const written = guarded(text);
    if (written !== text) guards++;
    return written;
  };
  const separator = SEPARATORS[format];
  const rows = held.map(({ startMs, endMs, speaker, position, text }, index) =>
    writeRow(
      [String(index + 1), vttTime(startMs), vttTime(endMs), safe(speaker ?? ''), position, safe(text)],
      separator,
    ),
  );
  if (guards > 0) issues.add(0, 'formula-guard', { count: guards });
  return { text: writeRow(COLUMNS, separator) + rows.join(''), issues: issues.sorted() };
}
