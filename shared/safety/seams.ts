import type { GuardedText } from './guard';

/** Longest part of a text that is looked at on either side: names of several words. */
const REACH = 200;
/** Marks that a sentence goes on. */
const GOES_ON = /(?:\.{2,}|…|[-–—])\s*$/u;
const WENT_ON = /^\s*(?:\.{2,}|…|[-–—])\s*/u;

/**
 * Texts that are read one after the other, and where each meets those before it: a name may stand half in one and half in the next,
 * or a word in each of several.
 */
export function* withSeams(texts: Iterable<GuardedText>): Generator<GuardedText> {
  let before: GuardedText | null = null;
  for (const text of texts) {
    const seam: GuardedText | null =
      before && before.language === text.language ? seamOf(before, text) : null;
    if (seam) yield seam;
    yield text;
    // An empty subtitle is none, and one of signs alone is a pause: the next is read behind the one before.
    if (!/[\p{L}\p{N}]/u.test(text.text)) continue;
    before = seam && text.text.length < REACH ? { ...text, text: seam.text } : text;
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
