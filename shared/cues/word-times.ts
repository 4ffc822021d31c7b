import type { Paragraph, Word } from '../domain/transcript';
import { spokenLength } from '../text/spoken-length';
import type { Written } from '../transcript/words';

/** A word with times, measured or filled in between its neighbours. */
export interface TimedWord extends Written {
  readonly id: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** A paragraph whose words all have times, in order; `[startMs, endMs)` never run backwards. */
export interface TimedParagraph {
  readonly paragraph: Paragraph;
  readonly words: readonly TimedWord[];
}

/** Slow speech: no word that was not found in the audio is thought longer than this for each of its characters. */
const MOST_MS_PER_CHARACTER = 100;

/**
 * The paragraphs that have any timed word, with times for all of their words, and the ids of the words of the others.
 * Words without times share the room between their timed neighbours by their length. Times that run backwards are
 * moved up to the word before. `durationMs`: end of the media, null if unknown. Linear.
 */
export function timeWords(
  paragraphs: readonly Paragraph[],
  durationMs: number | null,
): { timed: TimedParagraph[]; untimed: string[] } {
  const starts = startsAfter(paragraphs, durationMs ?? Number.POSITIVE_INFINITY);
  const timed: TimedParagraph[] = [];
  const untimed: string[] = [];
  let floor = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (!paragraph.words.some(isTimed)) {
      for (const word of paragraph.words) untimed.push(word.id);
      continue;
    }
    const words = fillIn(paragraph.words, floor, starts[index] ?? Number.POSITIVE_INFINITY);
    floor = words.at(-1)?.startMs ?? floor;
    timed.push({ paragraph, words });
  }
  return { timed, untimed };
}

function isTimed(word: Word): boolean {
  return word.startMs !== null && word.endMs !== null;
}

/** For each paragraph: when the first timed word after it begins. */
function startsAfter(paragraphs: readonly Paragraph[], endMs: number): number[] {
  let next = endMs;
  const starts: number[] = [];
  for (const paragraph of paragraphs.toReversed()) {
    starts.push(next);
    next = paragraph.words.find(isTimed)?.startMs ?? next;
  }
  return starts.reverse();
}

function fillIn(words: readonly Word[], floorMs: number, ceilingMs: number): TimedWord[] {
  const filled: TimedWord[] = [];
  let floor = floorMs;
  let waiting: Word[] = [];
  for (const word of words) {
    if (word.startMs === null || word.endMs === null) {
      waiting.push(word);
      continue;
    }
    const startMs = Math.max(floor, word.startMs);
    const endMs = Math.max(startMs, word.endMs);
    // Unknown words before the first known one were spoken right before it, not right after the last paragraph.
    filled.push(...spread(waiting, floor, startMs, filled.length === 0 ? 'late' : 'early'));
    filled.push({ ...named(word), startMs, endMs });
    waiting = [];
    floor = endMs;
  }
  filled.push(...spread(waiting, floor, Math.max(floor, ceilingMs), 'early'));
  return filled;
}

function spread(words: readonly Word[], fromMs: number, toMs: number, side: 'early' | 'late'): TimedWord[] {
  const characters = words.reduce((sum, word) => sum + spokenLength(word.text), 0);
  if (characters === 0) return [];
  const each = Math.min(MOST_MS_PER_CHARACTER, Math.max(0, toMs - fromMs) / characters);
  let at = side === 'early' ? fromMs : Math.max(fromMs, toMs - each * characters);
  return words.map((word) => {
    const startMs = Math.floor(at);
    at += each * spokenLength(word.text);
    return { ...named(word), startMs, endMs: Math.floor(at) };
  });
}

function named({ id, text, gap }: Word): Omit<TimedWord, 'startMs' | 'endMs'> {
  return gap === undefined ? { id, text } : { id, text, gap };
}
