import type { WordTiming } from '../domain/alignment';
import type { CoarseMatch } from './coarse';
import { HOP_MS } from './mfcc';
import type { Reference } from './reference';

/** How much a coarse time is trusted: nothing is known about it yet. */
const DRAFT_CONFIDENCE = 0.5;

/** Where the coarse match puts the words: the first and last row whose reference time lies in a word. */
export function draftOf(coarse: CoarseMatch, reference: Reference): WordTiming[] {
  const found = reference.utterances.map(({ wordIds }) =>
    wordIds.map((wordId): WordTiming => ({ wordId, startMs: null, endMs: null, confidence: 0 })),
  );
  const cursors = reference.utterances.map(() => 0);
  for (const [row, utterance] of coarse.utterance.entries()) {
    const referenceMs = coarse.referenceMs[row] ?? NaN;
    const phones = reference.utterances[utterance]?.phones;
    if (Number.isNaN(referenceMs) || !phones) continue;
    let cursor = cursors[utterance] ?? 0;
    while ((phones[cursor + 1]?.startMs ?? Infinity) <= referenceMs) cursor++;
    cursors[utterance] = cursor;
    const timing = found[utterance]?.[phones[cursor]?.word ?? -1];
    if (!timing) continue;
    timing.startMs ??= row * HOP_MS;
    timing.endMs = (row + 1) * HOP_MS;
    timing.confidence = DRAFT_CONFIDENCE;
  }
  return found.flat();
}
