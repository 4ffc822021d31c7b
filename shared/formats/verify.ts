import type { SubtitleFormat } from '../api/contract';
import { differenceBetween } from './document/verify';
import { tidyLines } from './document/italics';
import { heldCues, readSubtitleBytes, readSubtitleText, type SubtitleTrack } from './subtitle-formats';

/**
 * Why a written track does not read back as what its limits left of it; null where it does. Lines are compared as they
 * look: where italics end beside a line end does not count.
 */
export function differenceInTrack(
  content: string | Uint8Array,
  format: Exclude<SubtitleFormat, 'ass'>,
  track: SubtitleTrack,
): string | null {
  const read =
    typeof content === 'string'
      ? readSubtitleText(content, format === 'stl' ? 'srt' : format, `x.${format}`)
      : readSubtitleBytes(content);
  const tidy = (cues: typeof read.cues) => cues.map((cue) => ({ ...cue, text: tidyLines(cue.text) }));
  return differenceBetween(tidy(read.cues), tidy(heldCues(format, track)));
}
