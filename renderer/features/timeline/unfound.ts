/** Where words are written that the sound does not have. Pure. */
import type { Paragraph, Word } from '../../../shared/domain/transcript';
import type { Spanning } from './span-index';
import { joinWords } from '../../../shared/transcript/words';

/** Words that follow each other and were never found. They lie between the words around them, wherever that is. */
export interface UnfoundRun extends Spanning {
  readonly text: string;
  readonly count: number;
}

/**
 * The runs of words without a place, each from the end of the word before to the start of the word behind; by start. Words
 * that a person said are not spoken count as not written. None while no word has a place. O(words).
 */
export function unfoundRuns(paragraphs: readonly Paragraph[], durationMs: number): readonly UnfoundRun[] {
  const runs: UnfoundRun[] = [];
  let waiting: Word[] = [];
  let lastMs = 0;
  let hasAny = false;
  const close = (endMs: number) => {
    if (waiting.length === 0) return;
    const text = joinWords(waiting);
    runs.push({ startMs: lastMs, endMs: Math.max(lastMs, endMs), text, count: waiting.length });
    waiting = [];
  };
  for (const { words } of paragraphs)
    for (const word of words) {
      if (word.notSpoken) continue;
      if (word.startMs === null || word.endMs === null) {
        waiting.push(word);
        continue;
      }
      close(word.startMs);
      lastMs = word.endMs;
      hasAny = true;
    }
  close(durationMs);
  if (!hasAny) return [];
  return runs.sort((a, b) => a.startMs - b.startMs);
}
