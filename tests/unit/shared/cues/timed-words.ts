import type { Paragraph } from '../../../../shared/domain/transcript';
import { splitWords } from '../../../../shared/transcript/words';

/** A paragraph whose words follow one another from `startMs` at so many ms a character, without pauses between. */
export function spokenParagraph(
  id: string,
  text: string,
  startMs: number,
  msPerCharacter = 65,
  language = 'en',
): Paragraph {
  let at = startMs;
  const words = splitWords(text, language).map((word, index) => {
    const from = at;
    at += word.text.length * msPerCharacter;
    const to = at;
    at += (word.gap ?? ' ').length * msPerCharacter;
    return { ...word, id: `${id}-${index}`, startMs: from, endMs: to, confidence: 1 };
  });
  return { id, order: 0, speakerId: null, language: null, hintMs: null, words };
}

/** Ids in order: c1, c2, … */
export function idCounter(): () => string {
  let next = 0;
  return () => `c${++next}`;
}
