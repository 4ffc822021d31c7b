import { primaryLanguage } from '../text/locale';
import { segmenterFor, segmentsOf } from '../text/segments';
import { abbreviationKind } from './abbreviations';

/** A stretch of a text in UTF-16 units, `[start, end)`, without the white space around it. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Mr., J., В. В., т. д.: the last word with its dot, after any opening quotes and brackets. */
const LAST_WORD = /(?:^|[\s("'«“„\[])([\p{L}\p{M}.º-]+\.)["'»”)\]]*$/u;
const INITIAL = /^\p{Lu}\p{M}*\.$/u;
const INITIALS = /^(?:\p{Lu}\p{M}*\.-?){2,}$/u;
const STARTS_LOWER = /^[\s"'«»“”„()[\]…—–-]*\p{Ll}/u;
const STARTS_WITH_DIGIT = /^\s*["'«“„(]?\p{Nd}/u;
const ENDS_IN_DOT = /\.[\s"'»”)\]]*$/u;
const ENDS_IN_ELLIPSIS = /(?:…|\.{2,})[\s"'»”)\]]*$/u;
/** Ends that Unicode's rules already leave open or that are questions and shouts before a reporting clause. */
const ENDS_IN_OTHER_TERMINAL = /[!?؟…][\s"'»”)\]]*$/u;

/**
 * The sentences of a text: `Intl.Segmenter` (UAX #29) line by line, with what it splits wrongly joined again:
 * initials, abbreviations of en, ru, kk, es, fr, ar, and sentences that go on in lower case. Every character but white
 * space is in exactly one sentence. Linear.
 */
export function splitSentences(text: string, language: string): Sentence[] {
  const segmenter = segmenterFor(language, 'sentence');
  const primary = primaryLanguage(language);
  const sentences: Sentence[] = [];
  for (const paragraph of text.matchAll(/[^\n\r\u2028\u2029]+/g))
    for (const [start, end] of joinedSegments(segmenter, paragraph[0], primary)) {
      const trimmed = trim(text, paragraph.index + start, paragraph.index + end);
      if (trimmed.start < trimmed.end) sentences.push(...atPhrases(text, trimmed));
    }
  return sentences;
}

/** A space between Thai or Lao letters, which ends a phrase or a sentence; before a repetition sign it does not. */
const PHRASE_END =
  /(?<=[\p{Script=Thai}\p{Script=Lao}])\p{Zs}+(?=[\p{Script=Thai}\p{Script=Lao}])(?![\p{Zs}ๆฯໆຯ]+)/gu;
/** Phrases shorter than this (UTF-16 units) go with the one before them: about three seconds of speech. Ours. */
const SHORT_PHRASE = 40;

/** Thai and Lao have no stops: what would be one sentence for a whole paragraph is cut at spaces, no part too short. */
function atPhrases(text: string, { start, end }: Sentence): Sentence[] {
  const parts: Sentence[] = [];
  let from = start;
  for (const { 0: space, index } of text.slice(start, end).matchAll(PHRASE_END)) {
    const at = start + index;
    if (at - from < SHORT_PHRASE || end - at < SHORT_PHRASE) continue;
    parts.push({ start: from, end: at });
    from = at + space.length;
  }
  return [...parts, { start: from, end }];
}

function* joinedSegments(
  segmenter: Intl.Segmenter,
  paragraph: string,
  language: string,
): Generator<[start: number, end: number]> {
  let open: [number, number] | null = null;
  for (const { start: from, end } of atNumbers(segmentsOf(segmenter, paragraph), paragraph)) {
    const start = Math.min(end, from + closingLength(paragraph, from));
    if (open) open = [open[0], start];
    // A look of 200 units to each side is enough for every rule and keeps the whole linear.
    const before = open ? paragraph.slice(Math.max(open[0], open[1] - 200), open[1]) : '';
    const after = paragraph.slice(start, Math.min(end, start + 200));
    if (open && goesOn(before, after, language)) open = [open[0], end];
    else {
      if (open) yield open;
      open = [start, end];
    }
  }
  if (open) yield open;
}

/** A dot behind a word too long to be most abbreviations, before a number. */
const BEFORE_NUMBER = /(?<=\p{L}{4}\.["'»”)\]]{0,4})\s{1,20}(?=\p{Nd})/gu;

/** Unicode joins “…құрдық. 2014 жылы…”, as the first letter behind the dot is a small one; there a sentence begins with a number. */
function* atNumbers(segments: Iterable<Sentence>, paragraph: string): Generator<Sentence> {
  for (const { start, end } of segments) {
    let from = start;
    for (const { 0: space, index } of paragraph.slice(start, end).matchAll(BEFORE_NUMBER)) {
      const at = start + index + space.length;
      yield { start: from, end: at };
      from = at;
    }
    yield { start: from, end };
  }
}

/** Length of a closing quote that French puts a space before, and of the space after it: it belongs to what it closes. */
function closingLength(text: string, offset: number): number {
  return offset > 0 ? (/^[»”)\]]+(?:\s+|$)/u.exec(text.slice(offset, offset + 20))?.[0].length ?? 0) : 0;
}

/** Whether the break between two segments is none. */
function goesOn(before: string, after: string, language: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(after)) return true;
  if (ENDS_IN_ELLIPSIS.test(before) || ENDS_IN_OTHER_TERMINAL.test(before)) return STARTS_LOWER.test(after);
  if (!ENDS_IN_DOT.test(before)) return false;
  if (STARTS_LOWER.test(after)) return true;
  const word = LAST_WORD.exec(before.trimEnd())?.[1];
  if (word === undefined) return false;
  if (INITIAL.test(word)) return isInitial(before, after);
  // The pair first: “т. д.” may end a sentence, “д. 5” may not.
  const kind = abbreviationKind(`${wordBefore(before)}${word}`, language) ?? abbreviationKind(word, language);
  if (kind === 'leading') return true;
  return kind === 'trailing' ? STARTS_WITH_DIGIT.test(after) : INITIALS.test(word) && isName(after);
}

/** “А. Б. Иванов”, “J. Smith”: a capital with a dot before a capitalised word; “plan B. We…” has a lower word before it. */
function isInitial(before: string, after: string): boolean {
  if (!isName(after)) return false;
  const previous = wordBefore(before);
  if (previous === '' || /[.\p{Lu}]/u.test(previous[0] ?? '') || previous.endsWith('.')) return true;
  return !LETTER_ENDING_NOUNS.test(previous);
}

/** Words that a single letter names (“plan B.”, “vitamin C.”, “план Б.”): there the dot ends the sentence. */
const LETTER_ENDING_NOUNS =
  /^(?:plan|vitamin|point|part|class|type|grade|hepatitis|план|витамин|пункт|часть|класс|группа|жоспар)$/iu;

function isName(after: string): boolean {
  return /^\s*\p{Lu}/u.test(after);
}

/** The word before the last one, dot included: of “и т. д.” it is “т.”. */
function wordBefore(before: string): string {
  return before.trimEnd().split(/\s+/u).at(-2) ?? '';
}

function trim(text: string, start: number, end: number): Sentence {
  const slice = text.slice(start, end);
  return { start: start + slice.length - slice.trimStart().length, end: start + slice.trimEnd().length };
}
