import { coreAt, said, type Place, type Reading } from '../place';

/** Sounds people make while thinking, in lower case, and what makes espeak-ng hum them instead of spelling them. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:м-?){2,}$/u, 'мым'],
  [/^х-?м+$/u, 'хым'],
  [/^г-?м+$/u, 'гым'],
  [/^мг-?м+$|^м-?гм+$/u, 'мыгым'],
  [/^(?:m-?){2,}$/u, 'um'],
  [/^m+-?h+m+$/u, 'um hum'],
  [/^h-?m+$/u, 'hum'],
];

/** `м-м-м`, `хм`, `mm-hmm`: hummed. Others (`э-э`, `uh`) espeak-ng says well. */
export function hesitations(place: Place): Reading | null {
  const word = coreAt(place);
  const sound = SOUNDS.find(([pattern]) => pattern.test(word.core.toLowerCase()));
  return sound ? said(sound[1], word) : null;
}
