/** Never of use in a subtitle: controls but the line feed, soft hyphen, word joiner, BOM, embeddings and overrides, tag characters. */
const ALWAYS =
  '[\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u2028\\u2029\\u202a-\\u202e\\u2060\\ufeff]|[\\u{e0000}-\\u{e007f}]';
const DIRECTION_MARKS = '[\\u061c\\u200e\\u200f\\u2066-\\u2069]';
const JOINERS = '[\\u200c\\u200d]';
const ZERO_WIDTH_SPACE = '\\u200b';

const RIGHT_TO_LEFT_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
/** Scripts that join or shape letters, and emoji made of several. */
const NEEDS_JOINERS = /[\u0590-\u1cff\ua8e0-\uabff\ufb1d-\ufdff\ufe70-\ufefc\p{Extended_Pictographic}]/u;
/** Thai, Lao, Tibetan, Myanmar, Khmer: words without spaces, broken by zero-width ones. */
const NEEDS_ZERO_WIDTH_SPACE = /[\u0e00-\u109f\u1780-\u17ff]/u;
const EMOJI_FLAG = /\u{1f3f4}/u;
const MAYBE = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

function patternFor(text: string, isRightToLeft: boolean): RegExp {
  const parts = [EMOJI_FLAG.test(text) ? ALWAYS.replace(/\|.*$/, '') : ALWAYS];
  if (!isRightToLeft && !RIGHT_TO_LEFT_LETTER.test(text)) parts.push(DIRECTION_MARKS);
  if (!NEEDS_JOINERS.test(text)) parts.push(JOINERS);
  if (!NEEDS_ZERO_WIDTH_SPACE.test(text)) parts.push(ZERO_WIDTH_SPACE);
  return new RegExp(parts.join('|'), 'gu');
}

/**
 * Characters that nobody sees and that do harm (they break searching, line lengths and the order of right-to-left text), each
 * once. Direction marks and isolates are needed in right-to-left text, joiners in scripts that join, and stay there.
 */
export function invisibleMarks(text: string, isRightToLeft: boolean): string[] {
  if (!MAYBE.test(text.replaceAll('\n', ''))) return [];
  return [...new Set(text.match(patternFor(text, isRightToLeft)) ?? [])];
}

/** The text without them; tabs become spaces and line separators line breaks. */
export function withoutInvisibleMarks(text: string, isRightToLeft: boolean): string {
  return text.replace(patternFor(text, isRightToLeft), (mark) =>
    mark === '\t' ? ' ' : /[\u2028\u2029\u0085]/.test(mark) ? '\n' : '',
  );
}

/** `U+200B`: how a character that cannot be shown is called. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
