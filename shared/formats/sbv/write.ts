import type { SubtitleCue } from '../document/cues';
import { prepareCues } from '../document/prepare';
import type { WrittenSubtitles } from '../srt/write';
import { sbvTime } from './timing';

/**
 * Writes cues as SBV (YouTube, formerly SubViewer): LF line ends, an empty line between cues. It holds times and text
 * and nothing else. There is no specification; the form is what YouTube gives out and takes.
 */
export function writeSbv(cues: readonly SubtitleCue[]): WrittenSubtitles {
  const prepared = prepareCues(cues, 'sbv');
  const blocks = prepared.cues.map(
    ({ startMs, endMs, text }) => `${sbvTime(startMs)},${sbvTime(endMs)}\n${text}\n`,
  );
  return { text: blocks.join('\n'), issues: prepared.issues.sorted() };
}
