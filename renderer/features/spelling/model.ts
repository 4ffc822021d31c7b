/** Where misspelt words are. Pure. */
import { wordsOfCue, type Spelling } from '../../../shared/checks/spelling-rules';
import type { Id } from '../../../shared/domain/common';
import type { Cue } from '../../../shared/domain/track';
import { dictionaryForm } from '../../../shared/spelling/words';

/** One misspelt word of one cue. */
export interface Place {
  readonly cueId: Id;
  /** As it stands in the text. */
  readonly word: string;
  /** Where it begins in the cue's text, UTF-16 units. */
  readonly at: number;
}

/** The misspelt words of a cue, in order. */
export function placesIn(cue: Cue, spelling: Spelling): Place[] {
  return wordsOfCue(cue)
    .filter(({ word }) => spelling.wrong.has(word))
    .map(({ at, length }) => ({ cueId: cue.id, word: cue.text.slice(at, at + length), at }));
}

/**
 * The first misspelt word at or after a place: `from` is the index of a cue and a position in its text, of which a word that
 * holds it counts. Goes around the end once. Null where all is right.
 */
export function placeFrom(
  cues: readonly Cue[],
  spelling: Spelling,
  from: { readonly index: number; readonly at: number },
): Place | null {
  const start = Math.max(0, from.index);
  for (let n = 0; n <= cues.length; n++) {
    const cue = cues[(start + n) % cues.length];
    if (!cue) continue;
    const least = n === 0 ? from.at : 0;
    const found = placesIn(cue, spelling).find(({ at, word }) => at + word.length >= least);
    if (found) return found;
  }
  return null;
}

/** The text with the word at a place replaced; the apostrophe that the text uses stays. */
export function replacedAt(text: string, { at, word }: Place, by: string): string {
  const own = word.includes('’') ? by.replaceAll("'", '’') : by;
  return text.slice(0, at) + own + text.slice(at + word.length);
}

/** The text with a word replaced wherever it stands as a whole word. */
export function replacedEverywhere(cue: Cue, word: string, by: string): string {
  const form = dictionaryForm(word);
  return wordsOfCue(cue)
    .filter((one) => one.word === form)
    .toReversed()
    .reduce(
      (text, { at, length }) =>
        replacedAt(text, { cueId: cue.id, at, word: cue.text.slice(at, at + length) }, by),
      cue.text,
    );
}
