import type { Cue } from '../domain/track';
import { spelledWords, type SpelledWord } from '../spelling/words';
import { none, type Rule } from './rule';

/** What is known of the spelling of a track. */
export interface Spelling {
  /** Words, in dictionary form, that no dictionary of the language knows and nobody has learnt. */
  readonly wrong: ReadonlySet<string>;
}

const words = new WeakMap<Cue, readonly SpelledWord[]>();

/** The words of a cue that a dictionary can be asked about; found once for each version of the cue. */
export function wordsOfCue(cue: Cue): readonly SpelledWord[] {
  let found = words.get(cue);
  if (!found) {
    found = spelledWords(cue.text);
    words.set(cue, found);
  }
  return found;
}

/** Words that a dictionary does not know: only shown, never changed by itself. */
export const spellingRules: readonly Rule[] = [
  {
    name: 'spelling',
    severity: 'warning',
    find({ cue, spelling }) {
      if (!spelling || spelling.wrong.size === 0) return none;
      return wordsOfCue(cue)
        .filter(({ word }) => spelling.wrong.has(word))
        .map(({ at, length }) => ({ word: cue.text.slice(at, at + length), at }));
    },
  },
];

/** The words that are wrong for one and not for the other: only cues with such a word have to be looked at again. */
export function changedWords(a: Spelling | null, b: Spelling | null): ReadonlySet<string> {
  if (a === b) return NO_WORDS;
  const [old, next] = [a?.wrong ?? NO_WORDS, b?.wrong ?? NO_WORDS];
  const changed = new Set<string>();
  for (const word of next) if (!old.has(word)) changed.add(word);
  for (const word of old) if (!next.has(word)) changed.add(word);
  return changed;
}

const NO_WORDS: ReadonlySet<string> = new Set();
