/** Rough manner of a sound: phones of one class stand in for each other where one was heard too rarely to learn. */
export type PhoneClass = 'vowel' | 'sonorant' | 'sibilant' | 'fricative' | 'stop';

const PATTERNS: readonly (readonly [RegExp, PhoneClass])[] = [
  [/^[aeiouyɑɐəɛɪɔʊʌæøɨɯɒɜɚœɤᵻäʉɘɵ]/, 'vowel'],
  [/^[mnŋɲɳlɫɭʎrɾɹʁʀjwɥɻʋ]/, 'sonorant'],
  [/^([sʃɕʂzʒʐʑ]|ts|tʃ|tɕ|dʒ|dz)/, 'sibilant'],
  [/^[fvθðxɣχhħʕβçɸ]/, 'fricative'],
];

/** Class of an IPA phone as espeak-ng writes it; what is not known counts as a stop. */
export function phoneClass(phone: string): PhoneClass {
  return PATTERNS.find(([pattern]) => pattern.test(phone))?.[1] ?? 'stop';
}
