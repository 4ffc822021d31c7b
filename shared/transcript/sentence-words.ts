import type { Word } from '../domain/transcript';
import { splitSentences } from './sentences';
import { joinWords, wordStarts, type Written } from './words';

/** The indices of the words that end a sentence, in a language (BCP 47). Linear. */
export function sentenceEnds(words: readonly Written[], language: string): ReadonlySet<number> {
  const ends = new Set<number>();
  const sentences = splitSentences(joinWords(words), language);
  const starts = wordStarts(words);
  let sentence = 0;
  for (const [index, { text }] of words.entries()) {
    const end = sentences[sentence]?.end;
    if (end !== undefined && (starts[index] ?? 0) + text.length >= end) {
      ends.add(index);
      sentence++;
    }
  }
  return ends;
}

const cut = new WeakMap<readonly Word[], readonly (readonly Word[])[]>();

/** The sentences of a paragraph's words, each as its words; the same list of words is cut only once. */
export function sentencesOf(words: readonly Word[], language: string): readonly (readonly Word[])[] {
  let sentences = cut.get(words);
  if (!sentences) {
    const ends = sentenceEnds(words, language);
    const made: Word[][] = [[]];
    words.forEach((word, index) => {
      made.at(-1)?.push(word);
      if (ends.has(index)) made.push([]);
    });
    sentences = made.filter(({ length }) => length > 0);
    cut.set(words, sentences);
  }
  return sentences;
}

/** What the alignment thought of a word, 0..1, whatever a person said since; 0 for one that was not found or not looked for. */
export function wordConfidence({ startMs, notSpoken, confidence }: Word): number {
  const wasFound = startMs !== null || notSpoken === true;
  return wasFound ? (confidence ?? 0) : 0;
}

/** How sure it is that a sentence is where its words are, 0..1: the mean of these. */
export function sentenceConfidence(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + wordConfidence(word), 0) / Math.max(1, words.length);
}
