/**
 * How long a text takes to say, in letters of an alphabet. Syllables a second after Pellegrino, Coupé and Marsico, “A
 * cross-language perspective on speech information rate”, Language 87 (2011): English 6.2, of some 2.5 letters each; Mandarin 5.2,
 * each a character; Japanese 7.8 morae, each a kana. Korean is taken between the two.
 */
export function spokenLength(text: string): number {
  let length = text.length;
  if (!/[\u1100-\u11ff\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]/u.test(text)) return length;
  for (const letter of text)
    if (/\p{Script=Han}/u.test(letter)) length += 2;
    else if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter)) length += 1;
    else if (/\p{Script=Hangul}/u.test(letter)) length += 1.5;
  return length;
}
