import { katakana } from './kana';
import type { Piece } from './morpheme';

/** What a kana stands for in a pronunciation beside itself: particles, long vowels, sounds that two kana share. */
const ALSO: Readonly<Record<string, string>> = {
  ハ: 'ワ',
  ヘ: 'エ',
  ヲ: 'オ',
  ア: 'ー',
  イ: 'ー',
  ウ: 'ー',
  エ: 'ー',
  オ: 'ー',
  ヂ: 'ジ',
  ヅ: 'ズ',
};
const KANA = /[\u3041-\u3096\u30a1-\u30fa\u30fc]/u;
/** Dictionary words are short; a pattern for anything longer is not worth its time. */
const LONGEST = 24;

/**
 * The pronunciation of a word shared out over its letters as far as they tell: each kana says itself, and a run of others what is
 * left (`食べ`, `タベ`: 食 is タ). One piece where they do not fit. `start` is where the word begins.
 */
export function splitReading(surface: string, reading: string, start: number): Piece[] {
  const whole = [{ start, end: start + surface.length, kana: reading }];
  const runs =
    surface.match(/[\u3041-\u3096\u30a1-\u30fa\u30fc]|[^\u3041-\u3096\u30a1-\u30fa\u30fc]+/gu) ?? [];
  if (runs.length < 2 || surface.length > LONGEST) return whole;
  const pattern = runs.map((run) => (KANA.test(run) ? kanaPattern(run) : `(.{${run.length},}?)`)).join('');
  const parts = new RegExp(`^${pattern}$`, 'u').exec(reading)?.slice(1);
  if (!parts) return whole;
  let at = start;
  return runs.map((run, index) => {
    const piece = { start: at, end: at + run.length, kana: parts[index] ?? '' };
    at = piece.end;
    return piece;
  });
}

function kanaPattern(kana: string): string {
  const own = katakana(kana);
  return `([${own}${ALSO[own] ?? ''}])`;
}
