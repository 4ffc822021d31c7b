/** Writing that puts no spaces between words: which it is, what may not be parted in it, what stands between its lines. */

/** A letter of a script that is written without spaces between words. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const UNIT = new RegExp(`${UNSPACED.source}\\p{M}*|(?:(?!${UNSPACED.source})[\\p{L}\\p{M}\\p{N}])+`, 'gu');

/** What two texts are compared by: words, and of writing without spaces each letter, in order. Linear. */
export function unitsOf(text: string): string[] {
  return text.match(UNIT) ?? [];
}

/**
 * What never begins a line: closing brackets and quotes, stops, iteration and length marks, small kana (JIS X 4051 as in W3C
 * “Requirements for Japanese Text Layout”, 3.1.7, and “Requirements for Chinese Text Layout”, 3.1.2), Thai, Lao, Khmer and
 * Burmese signs that repeat or end what stands before them. One character.
 */
export const NEVER_STARTS =
  /^[)\]},.!?:;%’”»°‰℃℉、。，．！？：；・·…‥）］｝｠〉》」』】〕〗〙〛〞〟％゛゜ー〜～々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ｡｣､･ｧ-ｰﾞﾟ‼⁇⁈⁉ๆฯໆຯៗ។៕៖၊။]/u;

/** What never ends a line: opening brackets and quotes, signs that stand before a figure or name. */
export const NEVER_ENDS = /(?:[([{‘“«（［｛｟〈《「『【〔〖〘〚〝]|(?<![A-Za-z0-9])[$£¥€₽₸№#@§＄￡￥＃＠])$/u;

/** Chinese and Japanese letters, their punctuation and full-width forms. */
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\u30fb\u30fc\uff01-\uffee]/u;
const SOUTH_EAST_ASIAN = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Marks that Chinese and Latin letters share. */
const SHARED = /[“”‘’…—–·]/u;
/** Letters and digits that Chinese and Japanese write without a space beside their own; Korean puts spaces. */
const BESIDE = /(?!\p{Script=Hangul})[\p{L}\p{N}]/u;
const TAGS = /(?:<\/?i>)+/g;

/**
 * What stands between two lines, or two cues, once they are one: nothing where neither writing has spaces there, else a space.
 * Italic tags do not count. Constant time.
 */
export function gapBetween(before: string, after: string): '' | ' ' {
  const last = [...before.slice(-60).replace(TAGS, '').trimEnd()].at(-1) ?? '';
  const first = [...after.slice(0, 60).replace(TAGS, '').trimStart()][0] ?? '';
  const goesWith = (own: string, other: string) =>
    EAST_ASIAN.test(own)
      ? EAST_ASIAN.test(other) || SOUTH_EAST_ASIAN.test(other) || SHARED.test(other) || BESIDE.test(other)
      : SOUTH_EAST_ASIAN.test(own) && SOUTH_EAST_ASIAN.test(other);
  return goesWith(last, first) || goesWith(first, last) ? '' : ' ';
}

/** What stands between two sentences: as between lines, but Thai, Lao, Khmer and Burmese part sentences by a space. Constant time. */
export function sentenceGap(before: string, after: string): '' | ' ' {
  const last = [...before.slice(-60).replace(TAGS, '').trimEnd()].at(-1) ?? '';
  return SOUTH_EAST_ASIAN.test(last) ? ' ' : gapBetween(before, after);
}

/** The full-width space, which Chinese and Japanese put between phrases. */
export const WIDE_SPACE = '\u3000';

/**
 * A text on one line: line breaks become what stands between words there, other runs of white space one space; none at the ends.
 * A single full-width space stays. Linear.
 */
export function oneLine(text: string): string {
  return text.trim().replace(/\s{2,}|[^\S \u3000]/gu, (run: string, at: number, whole: string) => {
    if (!/[\n\r\u2028\u2029]/u.test(run)) return ' ';
    return gapBetween(
      whole.slice(Math.max(0, at - 60), at),
      whole.slice(at + run.length, at + run.length + 60),
    );
  });
}

/** Texts one behind the other as running text: a space between, nothing where neither writing has one. Empty ones leave no trace. */
export function runOn(texts: readonly string[]): string {
  let text = '';
  for (const next of texts) if (next !== '') text += (text === '' ? '' : gapBetween(text, next)) + next;
  return text;
}
