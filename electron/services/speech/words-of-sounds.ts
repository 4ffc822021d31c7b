import { gapBefore, type Written } from '../../../shared/transcript/words';
import type { Sound } from './espeak';

/** A sound and the written word it belongs to. */
export interface WordSound extends Sound {
  /** Index into the words; never falls from one sound to the next. */
  readonly word: number;
}

/**
 * Gives each sound of `joinWords(words)` its written word, by the code point at which the spoken word begins. espeak-ng
 * reads some word pairs as one ("ни было"): their sounds are shared out by length. Words without letters or digits
 * that are not read aloud get none. Linear.
 */
export function wordsOfSounds(words: readonly Written[], sounds: readonly Sound[]): WordSound[] {
  const ends: number[] = [];
  let end = 0;
  for (const [index, word] of words.entries()) {
    // The blank before a word counts to it: espeak-ng sometimes points there.
    if (index > 0) end += gapBefore(word).length;
    ends.push((end += [...word.text].length));
  }
  let word = 0;
  const placed = sounds.map((sound) => {
    while (word < words.length - 1 && sound.position >= (ends[word] ?? 0)) word++;
    return { ...sound, word };
  });
  return shareOut(
    words.map(({ text }) => text),
    placed,
  );
}

function shareOut(words: readonly string[], placed: readonly WordSound[]): WordSound[] {
  const result: WordSound[] = [];
  for (let from = 0; from < placed.length;) {
    const word = placed[from]?.word ?? 0;
    let to = from;
    while (to < placed.length && placed[to]?.word === word) to++;
    const next = placed[to]?.word ?? words.length;
    const mute = indices(word + 1, next).filter((index) => /[\p{L}\p{N}]/u.test(words[index] ?? ''));
    result.push(...spread(words, placed.slice(from, to), [word, ...mute]));
    from = to;
  }
  return result;
}

function spread(words: readonly string[], run: readonly WordSound[], over: readonly number[]): WordSound[] {
  const lengths = over.map((index) => words[index]?.length ?? 0);
  return shareSounds(run, lengths).map((sound) => ({ ...sound, word: over[sound.word] ?? sound.word }));
}

/** Shares sounds out to words in order, to each as many as its part of all `shares` calls for. `word` is the index into `shares`. */
export function shareSounds(run: readonly Sound[], shares: readonly number[]): WordSound[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let word = 0;
  let passed = shares[0] ?? 0;
  return run.map((sound, index) => {
    const at = ((index + 0.5) / run.length) * total;
    while (word < shares.length - 1 && at >= passed) passed += shares[++word] ?? 0;
    return { ...sound, word };
  });
}

function indices(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
