import { formatMessage } from '../../messages/index';
import { italicRuns, ItalicWriter } from '../document/italics';
import { parseAss, type AssCue } from './parse';
import { plainLines, withoutAddedMarks } from './text';

/** Hundredths of a second, a margin of 2 ms to the pictures, and at least one hundredth for a cue that lasts. */
const TOLERANCE_MS = 12;

/**
 * Why an ASS text does not read back as the cues it was written from; null where it does.
 * Times may differ by the rounding to centiseconds, texts by the invisible marks that `writeAss` adds.
 */
export function differenceInAss(
  text: string,
  cues: readonly Pick<AssCue, 'startMs' | 'endMs' | 'text' | 'position'>[],
): string | null {
  const found = parseAss(text).cues;
  for (const [index, cue] of cues.entries()) {
    const read = found[index];
    const what = read ? differing(read, cue) : 'missing';
    if (what !== null) return formatMessage('format.reason.differs', { number: index + 1, what });
  }
  if (found.length === cues.length) return null;
  return formatMessage('format.reason.count', { found: found.length, expected: cues.length });
}

function differing(
  read: AssCue,
  cue: Pick<AssCue, 'startMs' | 'endMs' | 'text' | 'position'>,
): string | null {
  const isFar = (a: number, b: number) => Math.abs(a - b) > TOLERANCE_MS;
  if (isFar(read.startMs, cue.startMs) || isFar(read.endMs, Math.max(cue.startMs, cue.endMs))) return 'times';
  if (read.position !== cue.position) return 'position';
  return comparable(read.text) === comparable(cue.text) ? null : 'text';
}

function comparable(text: string): string {
  const out = new ItalicWriter();
  for (const { text: run, italic } of italicRuns(plainLines(text)).runs) out.add(run, italic);
  return withoutAddedMarks(out.finish().text);
}
