import type { Span } from '../domain/alignment';
import { parseSubtitles } from '../formats/document/read';
import type { CueBlock, SubtitleDocument } from '../formats/document/model';
import { cueBlocks, replaceCue, srtTime, vttTime, writeDocument } from '../formats/document/write';

/** Two times around an arrow, however they are written. */
const TIMES = /^([^\S\n]*)(\S+)([^\S\n]*-->[^\S\n]*)(\S+)/m;

/**
 * The text of a document with new times: one for each of its cues in file order, null takes the cue out. Only the times
 * themselves are exchanged; everything else, and cues whose times stay, is kept character for character.
 * Throws RangeError where a time is negative or the result would not read back with just these times.
 */
export function writeTimes(document: SubtitleDocument, times: readonly (Span | null)[]): string {
  let result = document;
  let cue = 0;
  const kept: { times: Span; text: string }[] = [];
  const removed = new Set<number>();
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind !== 'cue') continue;
    const span = times[cue++] ?? null;
    if (!span) removed.add(index);
    else {
      kept.push({ times: span, text: block.text });
      if (span.startMs !== block.startMs || span.endMs !== block.endMs)
        result = withTimes(result, index, block, span);
    }
  }
  result = { ...result, blocks: result.blocks.filter((_, index) => !removed.has(index)) };
  const text = writeDocument(result);
  verify(text, document.format, kept);
  return text;
}

function withTimes(document: SubtitleDocument, index: number, block: CueBlock, span: Span): SubtitleDocument {
  if (!(span.startMs >= 0 && span.endMs >= 0)) throw new RangeError('a time is negative');
  const clock = document.format === 'srt' ? srtTime : vttTime;
  const raw = block.raw.replace(
    TIMES,
    (_, before: string, _start: string, arrow: string) =>
      `${before}${clock(span.startMs)}${arrow}${clock(span.endMs)}`,
  );
  const [read] = cueBlocks(
    parseSubtitles(document.format === 'vtt' ? `WEBVTT\n\n${raw}` : raw, `x.${document.format}`),
  );
  const isSame = read?.startMs === span.startMs && read.endMs === span.endMs && read.text === block.text;
  // Times written in a way of their own: then the whole cue is written anew.
  if (!isSame) return replaceCue(document, index, span);
  return { ...document, blocks: document.blocks.with(index, { ...block, ...span, raw }) };
}

function verify(
  text: string,
  format: SubtitleDocument['format'],
  kept: readonly { times: Span; text: string }[],
): void {
  const read = cueBlocks(parseSubtitles(text, `x.${format}`));
  const isSame =
    read.length === kept.length &&
    read.every((cue, index) => {
      const wanted = kept[index];
      return (
        cue.startMs === wanted?.times.startMs && cue.endMs === wanted.times.endMs && cue.text === wanted.text
      );
    });
  if (!isSame) throw new RangeError('the file does not read back as it was meant');
}
