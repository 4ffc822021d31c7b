/** What the *check these* list holds, worked out from the project. Pure. */
import type { Project } from '../../../shared/domain/project';
import type { Word } from '../../../shared/domain/transcript';
import { sentenceConfidence, sentencesOf, wordConfidence } from '../../../shared/transcript/sentence-words';
import { DOUBTFUL_BELOW } from '../../../shared/transcript/word-state';

interface Item {
  /** Stays the same while the item does. */
  readonly id: string;
  /** When it is heard, or should be; null where nobody knows. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** Whether a person has dealt with it. */
  readonly isDone: boolean;
}

/** A sentence whose times are doubtful. */
export interface SentenceItem extends Item {
  readonly kind: 'sentence';
  readonly words: readonly Word[];
  /** Index of its paragraph. */
  readonly paragraph: number;
  /** 0 to 1, the mean of its words; those not found count 0. */
  readonly confidence: number;
}

/** Speech that no word covers. */
export interface SpeechItem extends Item {
  readonly kind: 'speech';
  readonly startMs: number;
  readonly endMs: number;
  /** The last word heard before it; null where it comes before all. */
  readonly afterWordId: string | null;
}

export type CheckItem = SentenceItem | SpeechItem;

/**
 * Doubtful sentences, the least certain first, then speech without text, by time. What a person has dealt with stays in its
 * place as done, so that nobody loses theirs. Empty before the first alignment. Near linear; sentences are cut once a paragraph.
 */
export function checkItems({ paragraphs, meta }: Pick<Project, 'paragraphs' | 'meta'>): CheckItem[] {
  const isAligned = paragraphs.some(({ words }) => words.some(({ confidence }) => confidence !== null));
  if (!isAligned) return [];
  const sentences = paragraphs.flatMap((paragraph, index) =>
    sentencesOf(paragraph.words, paragraph.language ?? meta.language).flatMap((words) =>
      sentenceItem(words, index),
    ),
  );
  sentences.sort((a, b) => a.confidence - b.confidence);
  return [...sentences, ...speechItems({ paragraphs, meta })];
}

/** How many items there are and how many are dealt with. */
export function progressOf(items: readonly CheckItem[]): { readonly done: number; readonly count: number } {
  return { done: items.filter(({ isDone }) => isDone).length, count: items.length };
}

/** The index of the next open item behind (or, `direction` -1, before) a place, going round; -1 where none is open. */
export function nextOpen(items: readonly CheckItem[], from: number, direction: 1 | -1): number {
  for (let step = 1; step <= items.length; step += 1) {
    const index = (from + direction * step + items.length * 2) % items.length;
    if (items[index]?.isDone === false) return index;
  }
  return -1;
}

function sentenceItem(words: readonly Word[], paragraph: number): SentenceItem[] {
  const [first] = words;
  const confidence = sentenceConfidence(words);
  const isDoubtful = confidence < DOUBTFUL_BELOW || words.some((word) => wordConfidence(word) === 0);
  if (!first || !isDoubtful) return [];
  const timed = words.filter(({ startMs }) => startMs !== null);
  return [
    {
      kind: 'sentence',
      id: first.id,
      words,
      paragraph,
      confidence,
      startMs: timed[0]?.startMs ?? null,
      endMs: timed.at(-1)?.endMs ?? null,
      isDone: words.every((word) => isSettled(word) || wordConfidence(word) >= DOUBTFUL_BELOW),
    },
  ];
}

function isSettled({ pinned, checked, notSpoken }: Word): boolean {
  return pinned === true || checked === true || notSpoken === true;
}

function speechItems({ paragraphs, meta }: Pick<Project, 'paragraphs' | 'meta'>): SpeechItem[] {
  const { uncovered = [], leftOut = [] } = meta.hearing ?? {};
  const words = paragraphs.flatMap((paragraph) => paragraph.words);
  const item =
    (isDone: boolean) =>
    (span: { readonly startMs: number; readonly endMs: number }): SpeechItem => ({
      kind: 'speech',
      id: `speech-${span.startMs}`,
      ...span,
      isDone,
      afterWordId:
        words.findLast(({ startMs }) => startMs !== null && startMs < (span.startMs + span.endMs) / 2)?.id ??
        null,
    });
  return [...uncovered.map(item(false)), ...leftOut.map(item(true))].sort((a, b) => a.startMs - b.startMs);
}
