import type { GuardedText } from './guard';

/** Longest part of a text that is looked at on either side: names of several words. */
const REACH = 200;
/** Marks that a sentence goes on. */
const GOES_ON = /(?:\.{2,}|…|[-–—])\s*$/u;
const WENT_ON = /^\s*(?:\.{2,}|…|[-–—])\s*/u;

/** Texts that are read one after the other, and where each meets the next: a name may stand half in one and half in the other. */
export function* withSeams(texts: Iterable<GuardedText>): Generator<GuardedText> {
  let before: GuardedText | null = null;
  for (const text of texts) {
    if (before && before.language === text.language) yield seamOf(before, text);
    yield text;
    // An empty subtitle is none: the next is read behind the one before.
    if (text.text.trim() !== '') before = text;
  }
}

function seamOf(before: GuardedText, after: GuardedText): GuardedText {
  const end = before.text.slice(-REACH).replace(GOES_ON, '').trimEnd();
  return {
    ...before,
    text: `${end}\n${after.text.slice(0, REACH).replace(WENT_ON, '').trimStart()}`,
    seam: end.length,
  };
}
