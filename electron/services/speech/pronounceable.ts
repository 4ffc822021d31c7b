/**
 * The text with everything taken out that espeak-ng could take for markup, phoneme codes or emoji names: `< > & | [ ]`
 * and their like, control characters, pictures. Each becomes as many blanks, so code point positions stay true.
 */
export function pronounceable(text: string): string {
  return text
    .replace(/\p{Extended_Pictographic}|[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, ' ')
    .replace(/[<>&|[\]{}\\^~`*_=#]/g, ' ')
    .replace(/[‐‑]/g, '-');
}
