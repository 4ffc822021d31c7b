const ROWS: Readonly<Record<string, string>> = {
  a: 'アァカガサザタダナハバパマヤャラワヮ',
  i: 'イィキギシジチヂニヒビピミリ',
  u: 'ウゥクグスズツヅヌフブプムユュルヴ',
  e: 'エェケゲセゼテデネヘベペメレ',
  o: 'オォコゴソゾトドノホボポモヨョロヲ',
};

/** Hiragana as katakana; anything else stays. */
export function katakana(text: string): string {
  return text.replace(/[\u3041-\u3096]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}

/** Whether the last kana of a text has a vowel (`a` to `o`). */
export function endsIn(vowel: string, kana: string): boolean {
  const last = kana.slice(-1);
  return last !== '' && (ROWS[vowel]?.includes(last) ?? false);
}

/** Long vowels as people say them: オウ is one long o, エイ one long e (`ケイザイ` is said ケーザイ). */
export function withLongVowels(kana: string): string {
  return kana.replace(/(?<=.)[ウイ]/gu, (second, at: number) =>
    endsIn(second === 'ウ' ? 'o' : 'e', kana.slice(0, at)) ? 'ー' : second,
  );
}

/** Of kana that are a vowel or consonant alone, or go with the one before. */
const ONE_SOUND = /[アイウエオンッーァィゥェォャュョヮ]/u;

/** About how many sounds are said for kana: a vowel is one, others have a consonant before theirs. */
export function soundCount(kana: string): number {
  return [...kana].reduce((sum, each) => sum + (ONE_SOUND.test(each) ? 1 : 2), 0);
}
