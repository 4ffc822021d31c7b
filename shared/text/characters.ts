import { withoutMarkUp } from './mark-up';
import { segmentsOf } from './segments';

/** Characters that are never drawn and never read: bidi controls, zero-width space, word joiner, BOM, soft hyphen. */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g;

/**
 * Scripts in which every UTF-16 unit is one grapheme cluster: no combining marks, joiners, surrogates or jamo.
 * The ranges leave out U+0300–036F, 0483–0489, 0591–05BD, 0610–061A, 064B–065F, 0670, 06D6 and up, 3099–309A.
 */
const ONE_UNIT_EACH =
  /^[\u0020-\u02ff\u0370-\u0482\u048a-\u0590\u05d0-\u05f4\u061b-\u064a\u0660-\u066f\u0671-\u06d5\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u218f\u3000-\u3029\u3030-\u303c\u3041-\u3096\u30a0-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60\uffe0-\uffe6]*$/;

/** Full-width characters, by whole Unicode blocks: an approximation of East_Asian_Width W and F (UAX #11), not its table. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|^[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

export interface CountOptions {
  /** Counts everything but full-width characters as 0.5 (CJK guides). */
  readonly halfWidth: boolean;
}

/**
 * How many characters a reader sees: grapheme clusters, spaces and punctuation included; tags, line breaks and
 * invisible marks not. Half-width characters count 0.5 where the guide says so. Linear.
 */
export function countCharacters(text: string, options: CountOptions = { halfWidth: false }): number {
  const seen = withoutMarkUp(text).replace(LINE_BREAK, '').replace(INVISIBLE, '');
  if (!options.halfWidth && ONE_UNIT_EACH.test(seen)) return seen.length;
  let count = 0;
  for (const cluster of splitGraphemes(seen)) count += options.halfWidth && !WIDE.test(cluster) ? 0.5 : 1;
  return count;
}

/** The grapheme clusters of a text (UAX #29), in order; joined they are the text again. */
export function splitGraphemes(text: string): string[] {
  if (ONE_UNIT_EACH.test(text)) return text.split('');
  return Array.from(segmentsOf(graphemes, text), ({ start, end }) => text.slice(start, end));
}
